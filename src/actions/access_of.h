// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "actions/context.h"
#include "records/platform.h"

namespace actions {

// Phân quyền: one row of role_grant.
struct RoleGrant {
    base::Uuid id;
    std::int64_t version = 0;
    base::Uuid account_id;
    records::Role role{};
    base::Id<records::Organisation> organisation;
    base::Period period;
    std::optional<base::Uuid> delegated_by;
};
RoleGrant role_grant_of(const schema::Record& record);

// The grants of the account that hold on the context's day, by the day on which they begin. A delegated one (ủy quyền)
// holds only while the one who delegated has an open account and a grant of his own, of that role, that reaches the
// organisation; what was delegated to him he cannot hand on.
std::vector<RoleGrant> grants_in_force(Context& context, const base::Uuid& account);

// What the account may do today: nothing when it is closed or unknown. Two or three queries.
rules::Access access_of(Context& context, const base::Uuid& account);

// The same of an account already read, with its grants in force.
rules::Access access_with(const schema::Record& account, std::span<const RoleGrant> grants);

// The account of that name. Refused as "account.unknown" {name}.
base::Result<schema::Record> find_account(store::Reader& reader, std::string_view name);

}  // namespace actions
