// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "actions/import_run.h"

// Stays of members in cells (sinh hoạt đảng), as registers state them.
namespace actions {

// A home or guest stay. Its status is the one at its end when probation ends inside it.
struct Stay {
    base::Uuid cell_id;
    base::Period period;
    records::MembershipKind kind = records::MembershipKind::home;
    records::MembershipStatus status{};
    records::Entry entry{};
    std::string decision_number;
};

// The membership rows of a stay: two where the recognition falls inside it, probationary before and full from that day
// on; so each day has its status.
std::vector<Stay> parts_of(const Stay& stay, std::optional<base::Date> recognised_on);

void insert_stay(ImportRun& run, const base::Uuid& member_id, const Stay& stay);

// The cell that a row names, when it can be one over the whole stay. Faults: unknown_organisation {header, code, day},
// not_a_cell {header, code, kind}. A stay may begin before what the register knows of the cell.
const OrganisationDirectory::Entry* find_cell_of(ImportRun& run, ImportRow& row, std::size_t column,
                                                 std::optional<base::Date> from, std::optional<base::Date> to,
                                                 ImportSheetFaults& faults);

}  // namespace actions
