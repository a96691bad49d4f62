// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/number_format.h"

namespace checker {
namespace {

Number number(std::int64_t scaled, int decimals = 0) { return {scaled, decimals}; }

TEST(Number, IsReadInEverySpelling) {
    EXPECT_EQ(parse_number("5907", Before::count), number(5907));
    EXPECT_EQ(parse_number("5.907", Before::count), number(5907));
    EXPECT_EQ(parse_number("1,130", Before::count), number(1130));
    EXPECT_EQ(parse_number("23.070.412", Before::count), number(23070412));
    EXPECT_EQ(parse_number("79,7", Before::count), number(797, 1));
    EXPECT_EQ(parse_number("79.7", Before::percent), number(797, 1));
    EXPECT_EQ(parse_number("85,398", Before::percent), number(85398, 3));
    EXPECT_EQ(parse_number("1.234,5", Before::count), number(12345, 1));
    EXPECT_EQ(parse_number("1,234.5", Before::count), number(12345, 1));
    EXPECT_EQ(parse_number("0,125", Before::count), number(125, 3));
}

TEST(Number, WhatHasAnotherFormIsNone) {
    EXPECT_FALSE(parse_number("14.10.2023", Before::count));
    EXPECT_FALSE(parse_number("1.2,3.4", Before::count));
    EXPECT_FALSE(parse_number("1234567890123", Before::count));
}

TEST(FitPercent, RoundsHalfUpAtThePrintedDecimals) {
    EXPECT_EQ(fit_percent(42, 49, number(857, 1)), Fit::rounded);
    EXPECT_EQ(fit_percent(42, 49, number(858, 1)), Fit::none);
    EXPECT_EQ(fit_percent(1, 8, number(13)), Fit::rounded);  // 12,5
    EXPECT_EQ(fit_percent(1, 8, number(12)), Fit::cut);
    EXPECT_EQ(fit_percent(193, 226, number(8539, 2)), Fit::cut);
    EXPECT_EQ(fit_percent(193, 226, number(8540, 2)), Fit::rounded);
    EXPECT_EQ(fit_percent(252, 250, number(1008, 1)), Fit::rounded);
}

TEST(FitPercent, AZeroMayBeAppended) {
    EXPECT_EQ(fit_percent(86, 496, number(1730, 2)), Fit::padded);  // 17,339
    EXPECT_EQ(fit_percent(86, 496, number(170, 1)), Fit::none);     // 17,0 says more than 17.
}

TEST(FitPercent, OfNothingThereIsNoShare) { EXPECT_EQ(fit_percent(1, 0, number(100)), Fit::none); }

RC_GTEST_PROP(FitPercent, WhatWePrintFits, ()) {
    const auto whole = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
    const auto part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
    const auto decimals = *rc::gen::inRange(0, 4);
    const auto printed = base::format_percent(part, whole, decimals);
    const auto read = parse_number(printed.substr(0, printed.size() - 1), Before::percent);
    RC_ASSERT(read && fit_percent(part, whole, *read) == Fit::rounded);
}

RC_GTEST_PROP(Number, IsReadAsItIsWritten, ()) {
    const Number written{*rc::gen::inRange<std::int64_t>(0, 100'000'000'000), *rc::gen::inRange(0, 3)};
    RC_ASSERT(parse_number(to_text(written), Before::count) == written);
}

}  // namespace
}  // namespace checker
