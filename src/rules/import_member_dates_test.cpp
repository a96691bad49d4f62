// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/import_member_dates.h"

#include <gtest/gtest.h>

namespace rules {
namespace {

using base::date;
using base::PartialDate;
using enum MemberDate;

MemberDates ordinary_life() {
    MemberDates dates;
    dates[0] = date(1985, 3, 12);
    dates[1] = PartialDate{2001, 0, 0};
    dates[2] = date(2010, 2, 3);
    dates[3] = date(2010, 5, 19);
    dates[4] = date(2011, 5, 19);
    dates[5] = date(2015, 1, 1);
    dates[6] = date(2020, 6, 1);
    dates[7] = date(2020, 7, 1);
    dates[8] = date(2021, 1, 1);
    return dates;
}
MemberDates with(MemberDate which, PartialDate value) {
    auto dates = ordinary_life();
    dates[static_cast<std::size_t>(which)] = value;
    return dates;
}
using Conflicts = std::vector<DateConflict>;

TEST(ImportMemberDates, AnOrdinaryLifeHasNoConflict) { EXPECT_EQ(find_date_conflicts(ordinary_life()), Conflicts{}); }

TEST(ImportMemberDates, NothingStatedNothingWrong) { EXPECT_EQ(find_date_conflicts({}), Conflicts{}); }

TEST(ImportMemberDates, EachStepMayFallOnTheDayOfTheStepBefore) {
    EXPECT_EQ(find_date_conflicts(with(ceremony_on, date(2010, 2, 3))), Conflicts{});
    EXPECT_EQ(find_date_conflicts(with(recognised_on, date(2010, 5, 19))), Conflicts{});
    EXPECT_EQ(find_date_conflicts(with(member_of_cell_from, date(2010, 5, 19))), Conflicts{});
}

TEST(ImportMemberDates, OneDayTooEarlyIsOneConflict) {
    EXPECT_EQ(find_date_conflicts(with(ceremony_on, date(2010, 2, 2))),
              (Conflicts{{admission_decided_on, ceremony_on}}));
    EXPECT_EQ(find_date_conflicts(with(recognised_on, date(2010, 5, 18))), (Conflicts{{ceremony_on, recognised_on}}));
    EXPECT_EQ(find_date_conflicts(with(member_of_cell_from, date(2010, 5, 18))),
              (Conflicts{{ceremony_on, member_of_cell_from}}));
    EXPECT_EQ(find_date_conflicts(with(exempt_from, date(2010, 5, 18))), (Conflicts{{ceremony_on, exempt_from}}));
}

TEST(ImportMemberDates, OneDateFarTooEarlyIsOneConflictWithTheNearestBefore) {
    EXPECT_EQ(find_date_conflicts(with(ceremony_on, date(1980, 1, 1))),
              (Conflicts{{admission_decided_on, ceremony_on}}));
    EXPECT_EQ(find_date_conflicts(with(youth_union_joined_on, PartialDate{1984, 0, 0})),
              (Conflicts{{born_on, youth_union_joined_on}}));
}

TEST(ImportMemberDates, AStepNotStatedIsPassedOver) {
    auto dates = ordinary_life();
    dates[1] = dates[2] = {};
    dates[3] = date(1985, 3, 12);
    dates[4] = dates[5] = dates[6] = dates[7] = dates[8] = {};
    EXPECT_EQ(find_date_conflicts(dates), (Conflicts{{born_on, ceremony_on}}));
}

TEST(ImportMemberDates, AYearOrMonthIsWrongOnlyWhenAllItsDaysAre) {
    EXPECT_EQ(find_date_conflicts(with(youth_union_joined_on, PartialDate{2010, 0, 0})), Conflicts{});
    EXPECT_EQ(find_date_conflicts(with(youth_union_joined_on, PartialDate{2010, 3, 0})),
              (Conflicts{{youth_union_joined_on, admission_decided_on}}));
    EXPECT_EQ(find_date_conflicts(with(born_on, PartialDate{2001, 0, 0})), Conflicts{});
}

TEST(ImportMemberDates, NobodyLeavesOnTheFirstDay) {
    EXPECT_EQ(find_date_conflicts(with(departed_on, date(2020, 7, 1))), (Conflicts{{suspended_from, departed_on}}));
    EXPECT_EQ(find_date_conflicts(with(departed_on, date(2015, 1, 1))),
              (Conflicts{{member_of_cell_from, departed_on}}));
}

}  // namespace
}  // namespace rules
