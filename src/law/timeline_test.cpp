// SPDX-License-Identifier: AGPL-3.0-or-later
#include "law/timeline.h"

#include <gtest/gtest.h>

#include "law/admission.h"
#include "law/organisation.h"

namespace law {
namespace {

using base::date;

constexpr Timeline example{{
    Entry<int>{date(2011, 1, 19), 7, "Điều 1"},
    Entry<int>{date(2025, 7, 1), 9, "Điều 2"},
}};

TEST(Timeline, AValueHoldsFromItsDayUntilTheDayBeforeTheNext) {
    EXPECT_EQ(example.at(date(2011, 1, 19)).value, 7);
    EXPECT_EQ(example.at(date(2025, 6, 30)).value, 7);
    EXPECT_EQ(example.at(date(2025, 7, 1)).value, 9);
    EXPECT_EQ(example.at(date(9999, 12, 31)).source, "Điều 2");
}

TEST(Timeline, NothingBeforeTheFirst) {
    EXPECT_FALSE(example.is_in_force(date(2011, 1, 18)));
    EXPECT_TRUE(example.is_in_force(date(2011, 1, 19)));
    EXPECT_THROW(example.at(date(2011, 1, 18)), std::out_of_range);
}

TEST(Timeline, IsKnownWhileCompiling) {
    static_assert(example.at(date(2020, 1, 1)).value == 7);
    static_assert(example.entries().size() == 2);
}

TEST(Law, TheDistrictLevelEndsWithJune2025) {
    EXPECT_TRUE(organisation::district_level_exists.at(date(2025, 6, 30)).value);
    EXPECT_FALSE(organisation::district_level_exists.at(date(2025, 7, 1)).value);
}

TEST(Law, EighteenYearsAreCountedInMonths) {
    for (const auto& entry : admission::age_months_min.entries()) EXPECT_EQ(entry.value, 18 * 12);
}

}  // namespace
}  // namespace law
