// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/grants.h"

#include <algorithm>

#include "actions/reach.h"

namespace actions {
namespace {

using rules::Right;

// Whether some grant of the caller allows to manage accounts there and to hand out that role.
bool manages(Context& context, records::Role role, const base::Uuid& organisation) {
    if (context.access.is_local_administrator) return true;
    std::vector<base::Uuid> roots;
    for (const auto& own : context.access.grants)
        if (rules::allows(own.role, Right::manage_accounts) && rules::may_hand_out(own.role, role))
            roots.push_back(own.organisation.value);
    return !roots.empty() && Reach{forest_of(context), roots, context.today}.holds(organisation);
}

std::vector<RoleGrant> grants_of(store::Reader& reader, const base::Uuid& account) {
    std::vector<RoleGrant> grants;
    reader.scan(records::role_grant,
                {.conditions = {{.field = "account_id", .values = {account}}}, .order = {{"valid_from"}}},
                [&](const schema::Record& record) { grants.push_back(role_grant_of(record)); });
    return grants;
}

}  // namespace

base::Result<void> require_account(Context& context, const base::Uuid& account) {
    if (context.access.is_local_administrator) return {};
    TRY(require(context, Right::manage_accounts));
    const auto record = context.store.find(records::account, account);
    if (!record) return not_there(records::account);
    bool has_grants = false;
    for (const auto& grant : grants_of(context.store, account)) {
        if (grant.period.valid_to && *grant.period.valid_to <= context.today) continue;
        has_grants = true;
        if (!manages(context, grant.role, grant.organisation.value)) return not_there(records::account);
    }
    const auto* member = std::get_if<base::Uuid>(&(*record)["member_id"]);
    if (!has_grants && member && !require_member(context, Right::manage_accounts, *member))
        return not_there(records::account);
    return {};
}

}  // namespace actions
