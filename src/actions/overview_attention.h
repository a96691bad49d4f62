// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/overview.h"

namespace actions {

// Cells and party organisations whose size does not fit their form (rules/organisation_size.h), members whose probation
// has ended or soon ends, members without a grade in the last graded year. In the order in which they press.
std::vector<Attention> attention_of(Context& context, const SnapshotPtr& snapshot, stats::Place organisation,
                                    base::Date on, std::optional<int> graded_year);

}  // namespace actions
