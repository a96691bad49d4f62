// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/access_of.h"

#include "actions/reach.h"

namespace actions {
namespace {

bool is_open(const schema::Record& account) { return !std::get<bool>(account["is_closed"]); }

std::vector<RoleGrant> grants_on_day(Context& context, const base::Uuid& account) {
    std::vector<RoleGrant> grants;
    context.store.scan(
        records::role_grant,
        {.conditions = {{.field = "account_id", .values = {account}}}, .on = context.today, .order = {{"valid_from"}}},
        [&](const schema::Record& record) { grants.push_back(role_grant_of(record)); });
    return grants;
}

bool still_stands(Context& context, const RoleGrant& delegated) {
    const auto delegator = context.store.find(records::account, *delegated.delegated_by);
    if (!delegator || !is_open(*delegator)) return false;
    std::vector<base::Uuid> roots;
    for (const auto& own : grants_on_day(context, delegator->id))
        if (!own.delegated_by && own.role == delegated.role) roots.push_back(own.organisation.value);
    return !roots.empty() && Reach{forest_of(context), roots, context.today}.holds(delegated.organisation.value);
}

}  // namespace

RoleGrant role_grant_of(const schema::Record& record) {
    RoleGrant grant{.id = record.id,
                    .version = record.version,
                    .account_id = std::get<base::Uuid>(record["account_id"]),
                    .role = schema::parse_code<records::Role>(std::get<std::string>(record["role"])).value(),
                    .organisation = {std::get<base::Uuid>(record["organisation_id"])},
                    .period = {std::get<base::Date>(record["valid_from"]), {}}};
    if (const auto* end = std::get_if<base::Date>(&record["valid_to"])) grant.period.valid_to = *end;
    if (const auto* delegator = std::get_if<base::Uuid>(&record["delegated_by"])) grant.delegated_by = *delegator;
    return grant;
}

std::vector<RoleGrant> grants_in_force(Context& context, const base::Uuid& account) {
    auto grants = grants_on_day(context, account);
    std::erase_if(grants, [&](const RoleGrant& grant) { return grant.delegated_by && !still_stands(context, grant); });
    return grants;
}

rules::Access access_of(Context& context, const base::Uuid& account) {
    const auto record = context.store.find(records::account, account);
    if (!record || !is_open(*record)) return {};
    return access_with(*record, grants_in_force(context, account));
}

rules::Access access_with(const schema::Record& account, std::span<const RoleGrant> grants) {
    rules::Access access{.account_id = account.id};
    if (const auto* member = std::get_if<base::Uuid>(&account["member_id"])) access.member_id = *member;
    for (const auto& grant : grants) access.grants.push_back({grant.role, grant.organisation});
    return access;
}

base::Result<schema::Record> find_account(store::Reader& reader, std::string_view name) {
    auto found =
        reader.select(records::account, {.conditions = {{.field = "name", .values = {std::string{name}}}}, .limit = 1});
    if (found.empty()) return base::Refusal{"account.unknown", {std::string{name}}, {}};
    return std::move(found.front());
}

}  // namespace actions
