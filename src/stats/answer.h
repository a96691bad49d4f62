// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "base/period.h"
#include "figures/figure.h"
#include "stats/columns.h"

namespace stats {

// One figure, asked of the columns.
struct Question {
    const figures::Figure* figure = nullptr;
    Place organisation = 0;
    base::Period period;       // A year, or one day. Ends.
    base::Date structure;      // Subtrees are those of this day.
    std::string_view by = {};  // One of figures::breakdowns(*figure), or nothing.
    bool wants_list = false;
};

// Scans the rows of the subtree in a few ranges, about 1 ns a row and condition. A row that moves inside the
// organisation asked counts neither there nor in a part of it.
figures::Answer answer(const Columns& columns, const Question& question);

}  // namespace stats
