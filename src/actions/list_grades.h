// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/organisation_node.h"

namespace actions {

// How the members of one cell were graded in a year, by the cell kept with the grade.
struct CellGrades {
    OrganisationMention cell;
    std::int64_t members = 0;              // In the campaign: graded, with a reason, or missing.
    std::array<std::int64_t, 4> grades{};  // From best to worst.
    std::int64_t not_graded = 0, missing = 0;
    std::int64_t graded() const { return grades[0] + grades[1] + grades[2] + grades[3]; }
};

// How an organisation was graded; without grade and reason it is missing.
struct GradedOrganisation {
    OrganisationMention organisation;
    std::string grade, not_graded_reason;
};

struct GradeOverview {
    OrganisationMention organisation;
    int year = 0;
    std::vector<CellGrades> cells;                  // In the order of the tree on 31/12.
    std::vector<GradedOrganisation> organisations;  // Likewise: those with a row, and grassroots ones without.
};

// Xếp loại of an organisation and all below it in a year. Refused as "organisation.unknown" {code}. About 0.3 ms.
base::Result<GradeOverview> list_grades(Context& context, const std::string& organisation, int year);
std::string to_json(const GradeOverview& overview);

}  // namespace actions
