// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "quality/check.h"
#include "records/grading.h"
#include "records/organisation.h"

namespace quality {

// A span of days on which someone is a full home member of a cell: [from, to), no `to` = it goes on.
struct FullSpan {
    base::Date from;
    std::optional<base::Date> to;
};

// Tổ chức as the checks see it on one day.
struct OrganisationFile {
    base::Date on;
    records::Organisation organisation;
    std::vector<records::OrganisationVersion> versions;  // By day; the one of the day is among them.
    // Of the superior on that day, where one is named.
    std::optional<records::OrganisationVersion> superior;
    std::optional<base::Date> superior_ended_on;
    std::string twin_code;  // Of another with the same name under the same superior; empty = none.
    // Home members on the day; of organisations that are no cells, of all cells below them.
    int members = 0, full_members = 0;
    std::vector<FullSpan> full_spans;  // Of cells.
    // The latest year, ended by that day, that had a campaign over it, and whether it has a row in it.
    std::optional<int> year_to_be_graded;
    bool has_grade_row = false;

    const records::OrganisationVersion& version() const;  // That of the day.
    // Since when it has had fewer full members than that, without a break up to the day; its first day when it never
    // had so many.
    base::Date fewer_full_members_since(int least) const;
};

}  // namespace quality
