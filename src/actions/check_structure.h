// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"

namespace actions {

// Kiểm tra tổ chức: the tree of that day and the size of every Party organisation in it, judged by the rules of that
// day (rules/organisation_tree.h, rules/organisation_size.h).
struct StructureCheck {
    std::size_t organisations = 0;
    std::vector<base::Refusal> refusals;  // Empty = nothing to see to.
};
// Of what the caller does not see nothing is said. Refused as "access.denied".
base::Result<StructureCheck> check_structure(Context& context, base::Date on);

}  // namespace actions
