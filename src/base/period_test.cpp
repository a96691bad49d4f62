// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/period.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace base {
namespace {

TEST(Period, HoldsItsFirstDayButNotItsEnd) {
    const Period term{date(2020, 5, 1), date(2025, 5, 1)};
    EXPECT_FALSE(term.contains(date(2020, 4, 30)));
    EXPECT_TRUE(term.contains(date(2020, 5, 1)));
    EXPECT_TRUE(term.contains(date(2025, 4, 30)));
    EXPECT_FALSE(term.contains(date(2025, 5, 1)));

    const Period open{date(2020, 5, 1), {}};
    EXPECT_FALSE(open.contains(date(2020, 4, 30)));
    EXPECT_TRUE(open.contains(date(9999, 12, 31)));
}

TEST(Period, YearRunsFromJanuaryToDecember) {
    const auto year = year_period(2025);
    EXPECT_TRUE(year.contains(date(2025, 1, 1)));
    EXPECT_TRUE(year.contains(date(2025, 12, 31)));
    EXPECT_FALSE(year.contains(date(2024, 12, 31)));
    EXPECT_FALSE(year.contains(date(2026, 1, 1)));
    EXPECT_FALSE(year_period(2024).overlaps(year));
    EXPECT_TRUE(year_period(9999).contains(date(9999, 12, 31)));
}

TEST(Period, NeighboursDoNotOverlap) {
    const Period first{date(2020, 1, 1), date(2021, 1, 1)}, second{date(2021, 1, 1), {}};
    EXPECT_FALSE(first.overlaps(second));
    EXPECT_FALSE(second.overlaps(first));
    EXPECT_TRUE((Period{date(2020, 12, 31), {}}.overlaps(first)));
}

TEST(Period, EmptyHoldsNothing) {
    const Period none{date(2020, 1, 1), date(2020, 1, 1)};
    EXPECT_TRUE(none.is_empty());
    EXPECT_FALSE(none.contains(date(2020, 1, 1)));
    EXPECT_FALSE((Period{date(2020, 1, 1), date(2020, 1, 2)}.is_empty()));
    EXPECT_FALSE((Period{date(2020, 1, 1), {}}.is_empty()));
}

rc::Gen<Period> some_period() {
    return rc::gen::exec([] {
        const Date from{*rc::gen::inRange(0, 20)};
        if (*rc::gen::inRange(0, 4) == 0) return Period{from, {}};
        return Period{from, Date{*rc::gen::inRange(0, 20)}};
    });
}

// Over a span that holds all ends of the generated periods, every question has its answer by counting days.
RC_GTEST_PROP(Period, AgreesWithCountingDays, ()) {
    const auto a = *some_period(), b = *some_period();
    bool any_in_a = false, any_in_both = false;
    for (int day = -1; day <= 21; ++day) {
        any_in_a = any_in_a || a.contains({day});
        any_in_both = any_in_both || (a.contains({day}) && b.contains({day}));
    }
    RC_ASSERT(a.is_empty() == !any_in_a);
    if (!a.is_empty() && !b.is_empty()) RC_ASSERT(a.overlaps(b) == any_in_both);
    RC_ASSERT(a.overlaps(b) == b.overlaps(a));
}

}  // namespace
}  // namespace base
