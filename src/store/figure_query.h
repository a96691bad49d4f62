// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "base/period.h"
#include "figures/figure.h"
#include "store/store.h"

namespace store {

// One figure, asked of the tables: the oracle beside the memory columns, told in another way (what holds on the day is
// looked up on the day, row by row), so that the two cannot be wrong together.
struct FigureQuery {
    const figures::Figure* figure = nullptr;
    base::Period period;                  // A year, or one day. Ends.
    std::span<const base::Uuid> subtree;  // The organisation asked and all below it.
    std::span<const base::Uuid> graded;   // Of gradings: all that lies in the campaigns of the year.
    std::string_view by = {};             // One of figures::breakdowns(*figure), or nothing. By organisation is by the
                                          // one in which each row lies: SQL knows no tree.
    bool wants_list = false;
};

figures::Answer answer_by_sql(Store& store, const FigureQuery& query);

}  // namespace store
