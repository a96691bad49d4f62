// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/organisation_node.h"

namespace actions {

// Cây tổ chức, one level: those directly below the superior on the day, in the order of their codes; without a superior
// those at which the caller's reach begins. Refused as "organisation.unknown" {code}.
base::Result<std::vector<OrganisationNode>> list_organisations(Context& context, const std::string& superior,
                                                               base::Date on);
// {"items": […]}
std::string to_json(const std::vector<OrganisationNode>& nodes);

}  // namespace actions
