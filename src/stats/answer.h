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

// The rows that make it, ascending: all, or those of one part of the breakdown. Their number is the value, or the count
// of that part. Of a key that is no part of it there are none.
std::vector<std::uint32_t> rows_behind(const Columns& columns, const Question& question, std::string_view key = {});

}  // namespace stats
