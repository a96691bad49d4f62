// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace base {
namespace {

constexpr Date first_date = date(1, 1, 1);
constexpr Date last_date = date(9999, 12, 31);
static_assert(Date{} == date(1970, 1, 1) && date(2000, 3, 1) - date(2000, 2, 28) == 2 && date(2024, 2, 29).day() == 29);

TEST(Date, ReadsIsoOnly) {
    EXPECT_EQ(parse_iso_date("1985-03-12"), date(1985, 3, 12));
    EXPECT_EQ(parse_iso_date("2024-02-29"), date(2024, 2, 29));
    EXPECT_EQ(parse_iso_date("0001-01-01"), first_date);
    EXPECT_EQ(parse_iso_date("9999-12-31"), last_date);
    for (const std::string text :
         {"",           "1985",        "1985-03",     "1985-3-12",  "85-03-12",   "1985-02-29",
          "1985-13-01", "1985-00-01",  "1985-01-00",  "1985-04-31", "0000-01-01", "1985/03/12",
          "1985-03/12", " 1985-03-12", "1985-03-12 ", "+985-03-12", "1985-03-1a", "1985-03-123",
          "19850312",   "12-03-1985",  "1900-02-29"})
        EXPECT_FALSE(parse_iso_date(text)) << text;
}

TEST(Date, ReadsIsoPartialDates) {
    EXPECT_EQ(parse_iso_partial_date("1985"), (PartialDate{1985, 0, 0}));
    EXPECT_EQ(parse_iso_partial_date("1985-03"), (PartialDate{1985, 3, 0}));
    EXPECT_EQ(parse_iso_partial_date("1985-03-12"), (PartialDate{1985, 3, 12}));
    for (const std::string text :
         {"", "0000", "198", "19855", "1985-", "1985-00", "1985-13", "1985-3", "1985/03", "198a", "1985-02-30"})
        EXPECT_FALSE(parse_iso_partial_date(text)) << text;
}

TEST(Date, ReadsWhatVietnameseWrite) {
    for (const std::string text :
         {"12/3/1985", "12/03/1985", "12-3-1985", "12.3.1985", " 12/3/1985 ", "12 / 3 / 1985", "12/3/1985\t"})
        EXPECT_EQ(parse_vietnamese_date(text), date(1985, 3, 12)) << text;
    for (const std::string text : {"",           "/",          "//",         "12/3",           "12/3/85",
                                   "3/1985",     "1985",       "31/4/1985",  "29/2/1985",      "0/3/1985",
                                   "12/0/1985",  "12/13/1985", "012/3/1985", "12/003/1985",    "12/3/1985/1",
                                   "12-3/1985",  "12/3/0000",  "1985/3/12",  "ngày 12/3/1985", "12//1985",
                                   "12/-3/1985", "12/3/ 985",  "12 3 1985"})
        EXPECT_FALSE(parse_vietnamese_date(text)) << text;
}

TEST(Date, ReadsVietnamesePartialDates) {
    EXPECT_EQ(parse_vietnamese_partial_date("1985"), (PartialDate{1985, 0, 0}));
    EXPECT_EQ(parse_vietnamese_partial_date("3/1985"), (PartialDate{1985, 3, 0}));
    EXPECT_EQ(parse_vietnamese_partial_date("03-1985"), (PartialDate{1985, 3, 0}));
    EXPECT_EQ(parse_vietnamese_partial_date("12.3.1985"), (PartialDate{1985, 3, 12}));
    for (const std::string text :
         {"", "85", "0/1985", "13/1985", "3/85", "/1985", "1985/", "1985/3", "30/2/1985", "0000"})
        EXPECT_FALSE(parse_vietnamese_partial_date(text)) << text;
}

TEST(Date, Writes) {
    EXPECT_EQ(to_iso(date(1985, 3, 2)), "1985-03-02");
    EXPECT_EQ(to_vietnamese(date(1985, 3, 2)), "02/03/1985");
    EXPECT_EQ(to_iso(PartialDate{985, 3, 0}), "0985-03");
    EXPECT_EQ(to_vietnamese(PartialDate{1985, 3, 0}), "03/1985");
    EXPECT_EQ(to_iso(PartialDate{1985, 0, 0}), "1985");
    EXPECT_EQ(to_vietnamese(PartialDate{85, 0, 0}), "0085");
}

TEST(Date, AddsMonths) {
    struct Case {
        Date from;
        int months;
        Date expected;
    };
    for (const auto& [from, months, expected] : std::vector<Case>{{date(2025, 1, 31), 1, date(2025, 2, 28)},
                                                                  {date(2024, 1, 31), 1, date(2024, 2, 29)},
                                                                  {date(2024, 2, 29), 12, date(2025, 2, 28)},
                                                                  {date(2024, 2, 29), 48, date(2028, 2, 29)},
                                                                  {date(2025, 3, 31), -1, date(2025, 2, 28)},
                                                                  {date(2025, 1, 15), -1, date(2024, 12, 15)},
                                                                  {date(2025, 12, 1), 1, date(2026, 1, 1)},
                                                                  {date(2025, 5, 20), 0, date(2025, 5, 20)},
                                                                  {date(2025, 5, 20), -12 * 2024, date(1, 5, 20)}})
        EXPECT_EQ(to_iso(add_months(from, months)), to_iso(expected)) << to_iso(from) << " + " << months;
}

TEST(Date, CountsWholeMonthsAndYears) {
    EXPECT_EQ(months_between(date(2025, 1, 15), date(2025, 2, 14)), 0);
    EXPECT_EQ(months_between(date(2025, 1, 15), date(2025, 2, 15)), 1);
    EXPECT_EQ(months_between(date(2025, 1, 31), date(2025, 2, 28)), 1);
    EXPECT_EQ(months_between(date(2025, 2, 15), date(2025, 1, 15)), -1);
    EXPECT_EQ(months_between(date(2025, 2, 14), date(2025, 1, 15)), 0);
    EXPECT_EQ(years_between(date(1985, 3, 12), date(2025, 3, 11)), 39);
    EXPECT_EQ(years_between(date(1985, 3, 12), date(2025, 3, 12)), 40);
    EXPECT_EQ(years_between(date(2004, 2, 29), date(2025, 2, 28)), 21);
    EXPECT_EQ(years_between(date(2025, 3, 12), date(1985, 3, 12)), -40);
}

TEST(Date, PartialDatesSpanTheirDays) {
    EXPECT_EQ((PartialDate{1985, 0, 0}.first_day()), date(1985, 1, 1));
    EXPECT_EQ((PartialDate{1985, 0, 0}.last_day()), date(1985, 12, 31));
    EXPECT_EQ((PartialDate{2024, 2, 0}.first_day()), date(2024, 2, 1));
    EXPECT_EQ((PartialDate{2024, 2, 0}.last_day()), date(2024, 2, 29));
    EXPECT_EQ((PartialDate{2023, 2, 0}.last_day()), date(2023, 2, 28));
    EXPECT_EQ((PartialDate{9999, 12, 0}.last_day()), last_date);
    EXPECT_EQ(PartialDate{date(1985, 3, 12)}.first_day(), date(1985, 3, 12));
    EXPECT_EQ(PartialDate{date(1985, 3, 12)}.last_day(), date(1985, 3, 12));
}

rc::Gen<Date> any_date() {
    return rc::gen::map(rc::gen::inRange(first_date.days, last_date.days + 1), [](int days) { return Date{days}; });
}

// Dates near month ends meet the clipping of add_months far more often than chance would have it.
rc::Gen<Date> modern_date() {
    return rc::gen::exec([] {
        const auto month = add_months(date(1900, 1, 1), *rc::gen::inRange(0, 200 * 12));
        const int day = *rc::gen::inRange(-4, 31);
        return std::min(month + day, add_months(month, 1) - 1);
    });
}

rc::Gen<PartialDate> any_partial_date() {
    return rc::gen::exec([] {
        PartialDate date{*any_date()};
        const int known = *rc::gen::inRange(1, 4);
        if (known < 3) date.day = 0;
        if (known < 2) date.month = 0;
        return date;
    });
}

RC_GTEST_PROP(Date, WhatIsWrittenIsRead, ()) {
    const auto date = *any_date();
    RC_ASSERT(parse_iso_date(to_iso(date)) == date);
    RC_ASSERT(parse_vietnamese_date(to_vietnamese(date)) == date);
    const auto partial = *any_partial_date();
    RC_ASSERT(parse_iso_partial_date(to_iso(partial)) == partial);
    RC_ASSERT(parse_vietnamese_partial_date(to_vietnamese(partial)) == partial);
}

RC_GTEST_PROP(Date, IsoTextIsOrderedAsDates, ()) {
    const auto a = *any_date(), b = *any_date();
    RC_ASSERT((a < b) == (to_iso(a) < to_iso(b)));
    RC_ASSERT((a < b) == (PartialDate{a} < PartialDate{b}));
}

RC_GTEST_PROP(Date, NothingElseIsReadAsIso, ()) {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"0123456789-/. "}));
    if (const auto date = parse_iso_partial_date(text)) RC_ASSERT(to_iso(*date) == text);
    if (const auto date = parse_vietnamese_partial_date(text)) RC_ASSERT(parse_iso_partial_date(to_iso(*date)) == date);
}

RC_GTEST_PROP(Date, MonthsAddedAreMonthsBetween, ()) {
    const auto date = *modern_date();
    const int months = *rc::gen::inRange(-1200, 1200);
    const auto target = add_months(date, months);
    RC_ASSERT(months_between(date, target) == months);
    RC_ASSERT(target.day() <= date.day());
    if (date.day() <= 28) RC_ASSERT(add_months(target, -months) == date);
}

RC_GTEST_PROP(Date, MonthsBetweenIsTheMostThatFits, ()) {
    auto from = *modern_date(), to = *modern_date();
    if (to < from) std::swap(from, to);
    const int months = months_between(from, to);
    RC_ASSERT(add_months(from, months) <= to);
    RC_ASSERT(add_months(from, months + 1) > to);
    RC_ASSERT(months_between(to, from) == -months);
    RC_ASSERT(years_between(from, to) == months / 12);
}

RC_GTEST_PROP(Date, PartialDateHoldsExactlyItsDays, ()) {
    const auto partial = *any_partial_date();
    const auto first = partial.first_day(), last = partial.last_day();
    RC_ASSERT(first <= last);
    const auto seen_from = [&](Date day) {
        return PartialDate{day.year(), partial.month ? day.month() : 0, partial.day ? day.day() : 0};
    };
    RC_ASSERT(seen_from(first) == partial);
    RC_ASSERT(seen_from(last) == partial);
    RC_ASSERT(seen_from(first - 1) != partial);
    RC_ASSERT(seen_from(last + 1) != partial);
}

RC_GTEST_PROP(Date, PartialDatesAreOrderedByFirstDayThenPrecision, ()) {
    const auto a = *any_partial_date();
    // Near one another, so that equal first days are met.
    const auto b = *rc::gen::element(*any_partial_date(), PartialDate{a.year, 0, 0}, PartialDate{a.year, 1, 0},
                                     PartialDate{a.year, 1, 1});
    const auto key = [](PartialDate date) { return std::pair{date.first_day(), date.precision()}; };
    RC_ASSERT((a < b) == (key(a) < key(b)));
}

}  // namespace
}  // namespace base
