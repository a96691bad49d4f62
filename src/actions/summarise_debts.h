// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/find_debts.h"

namespace actions {

// Who is behind: an organisation with all below it.
struct DebtStanding {
    OrganisationMention organisation;
    std::int64_t members = 0;           // Home members.
    std::int64_t members_in_order = 0;  // Of them those without errors and debts.
    std::int64_t children = 0;          // Organisations directly below.
    int score = 100;
    DebtCounts counts;
};

struct DebtSummary {
    base::Date on;
    DebtStanding whole;
    std::vector<DebtStanding> parts;  // Those directly below, in the order of their codes.
};

// Right: see. Refusals: those of require_organisation.
base::Result<DebtSummary> summarise_debts(Context& context, const std::string& organisation, base::Date on);
std::string to_json(const DebtSummary& summary);

}  // namespace actions
