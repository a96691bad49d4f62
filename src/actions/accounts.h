// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/access_of.h"

// Tài khoản: made, listed, closed, and helped when a password or telephone is lost. All of it by whoever manages
// accounts (grants.h: require_account); what someone does about the own account is in sign_in.h. Passwords made here
// are random, shown once, and must be changed at the first sign-in. Each act is an audit entry; secrets are in none.
namespace actions {

struct NewAccount {
    std::string name;
    std::string display_name;
    std::optional<base::Uuid> member_id = {};  // Whose own file it is.
};
struct CreatedAccount {
    schema::Record account;
    std::string password;
};
// Refusals: "access.denied", "not_found" of a member out of reach, "not_unique" of a taken name or of a member who has
// an account already, "bad_identifier" of the name.
base::Result<CreatedAccount> create_account(Context& context, const NewAccount& order);

// Renames, closes (đóng, khóa) or opens again; closing ends its sessions at once. `version` is the one that the caller
// saw. Refusals: "not_found", "conflict", "account.own" {} when someone closes the own account.
struct AccountChange {
    base::Uuid account_id;
    std::int64_t version = 0;
    std::optional<std::string> display_name = {};
    std::optional<bool> is_closed = {};
};
base::Result<schema::Record> change_account(Context& context, const AccountChange& order);

// A new random password, which is returned; ends the account's sessions and opens its lock.
base::Result<std::string> reset_password(Context& context, const base::Uuid& account);
// Tắt mã một lần of someone who lost telephone and recovery codes.
base::Result<void> reset_totp(Context& context, const base::Uuid& account);

struct AccountRow {
    schema::Record account;
    std::vector<RoleGrant> grants;  // In force today or later, by the day on which they begin.
    bool has_totp = false, must_change_password = false, is_locked = false;
    std::int64_t last_sign_in_at_ms = 0;  // 0 = never.
};
// Those that the caller may manage, by name. Refused as "access.denied".
base::Result<std::vector<AccountRow>> list_accounts(Context& context);

// The first start: where there is no account at all, makes the administrator "quantri" over all roots of the tree, who
// must change the password; where there is one, nothing.
struct FirstAdministrator {
    std::string name, password;
};
std::optional<FirstAdministrator> ensure_first_administrator(Context& context);

}  // namespace actions
