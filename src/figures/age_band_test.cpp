// SPDX-License-Identifier: AGPL-3.0-or-later
#include "figures/age_band.h"

namespace figures {
namespace {

using base::date;

std::string_view band(base::Date born_on, base::Date on) {
    const auto at = age_band(born_on, on);
    return at ? age_bands.codes[*at].code : "";
}

TEST(AgeBand, changes_on_the_birthday) {
    EXPECT_EQ(band(date(2002, 12, 31), date(2020, 12, 30)), "");  // 17 years old.
    EXPECT_EQ(band(date(2002, 12, 31), date(2020, 12, 31)), "18_30");
    EXPECT_EQ(band(date(1990, 1, 1), date(2020, 12, 31)), "18_30");  // 30
    EXPECT_EQ(band(date(1989, 12, 31), date(2020, 12, 31)), "31_35");
    EXPECT_EQ(band(date(1960, 1, 1), date(2020, 12, 31)), "56_60");  // 60
    EXPECT_EQ(band(date(1959, 12, 31), date(2020, 12, 31)), "over_60");
    EXPECT_EQ(band(date(1915, 6, 1), date(2020, 12, 31)), "over_60");
}

TEST(AgeBand, born_on_29_february_is_a_year_older_on_28_february) {
    EXPECT_EQ(band(date(2000, 2, 29), date(2018, 2, 27)), "");
    EXPECT_EQ(band(date(2000, 2, 29), date(2018, 2, 28)), "18_30");
    EXPECT_EQ(band(date(1984, 2, 29), date(2020, 2, 28)), "31_35");  // 36 on the 29th.
    EXPECT_EQ(band(date(1984, 2, 29), date(2020, 2, 29)), "36_40");
}

TEST(AgeBand, agrees_with_the_latest_birth_that_reaches_an_age) {
    for (const auto on : {date(2018, 2, 27), date(2018, 2, 28), date(2018, 3, 1), date(2020, 2, 28), date(2020, 2, 29),
                          date(2020, 12, 31)})
        for (const int age : first_ages) {
            const auto latest = latest_birth(age, on);
            EXPECT_EQ(base::years_between(latest, on), age) << base::to_iso(on);
            EXPECT_EQ(base::years_between(latest + 1, on), age - 1) << base::to_iso(on);
        }
}

}  // namespace
}  // namespace figures
