// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <unordered_set>

#include "actions/access_of.h"

// Phân quyền và ủy quyền: who gives whom which role, in which part of the tree, for how long. Each act is an audit
// entry and is obeyed at once.
namespace actions {

// Whether the caller may manage that account: each of its grants, of today or later, lies in reach of a grant of the
// caller that allows to manage accounts and may hand out its role (rules::may_hand_out); so nobody gets at an account
// that may do more than oneself. An account without grants is managed with its member, or by whoever manages accounts.
// Refused as "not_found" {label}.
base::Result<void> require_account(Context& context, const base::Uuid& account);

// Of all accounts, those that require_account would grant: a few queries for all of them.
std::unordered_set<base::Uuid> managed_accounts(Context& context);

struct NewGrant {
    base::Uuid account_id;
    records::Role role{};
    std::string organisation;  // Code.
    base::Date valid_from;
    std::optional<base::Date> valid_to = {};  // The day on which it no longer holds.
};
// Giao vai trò, which the caller must be able to hand out there. Refusals: "access.denied", "organisation.unknown" of
// what the caller does not see, "not_found" of an account that the caller may not manage, "date_order", "grant.already"
// {role, code} when the account has the same role there at that time.
base::Result<base::Uuid> grant_role(Context& context, const NewGrant& order);

// Thôi giao, from today on; a grant that has not begun is taken back altogether. A delegation may also be ended by
// whoever delegated it. Refused as "not_found", "grant.ended" {day}.
base::Result<void> end_grant(Context& context, const base::Uuid& grant);

// Ủy quyền: the caller's own role, in the same or a smaller part of the tree, for a period with an end within the
// caller's own. It holds only while the caller's own does. Refusals: "account.unknown" {name}, "delegation.no_role"
// {role, code} when no own grant covers it, "delegation.needs_end" {}, "delegation.self" {}, "date_order",
// "grant.already".
struct Delegation {
    std::string account;  // Name.
    records::Role role{};
    std::string organisation;  // Code.
    base::Date valid_from;
    std::optional<base::Date> valid_to = {};
};
base::Result<base::Uuid> delegate_role(Context& context, const Delegation& order);

// The grants of one account, or of all that the caller may manage, past ones too; with one's own and those that one has
// delegated, whoever one is. By account, then by day.
std::vector<RoleGrant> list_grants(Context& context, const std::optional<base::Uuid>& account = {});

}  // namespace actions
