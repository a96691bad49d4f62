// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/number_format.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "base/check.h"

namespace base {
namespace {

constexpr auto int64_min = std::numeric_limits<std::int64_t>::min();
constexpr auto int64_max = std::numeric_limits<std::int64_t>::max();

TEST(NumberFormat, Counts) {
    EXPECT_EQ(format_count(0), "0");
    EXPECT_EQ(format_count(7), "7");
    EXPECT_EQ(format_count(999), "999");
    EXPECT_EQ(format_count(1000), "1.000");
    EXPECT_EQ(format_count(5907), "5.907");
    EXPECT_EQ(format_count(1234567), "1.234.567");
    EXPECT_EQ(format_count(-12), "-12");
    EXPECT_EQ(format_count(-5907), "-5.907");
    EXPECT_EQ(format_count(int64_max), "9.223.372.036.854.775.807");
    EXPECT_EQ(format_count(int64_min), "-9.223.372.036.854.775.808");
}

TEST(NumberFormat, Percentages) {
    EXPECT_EQ(format_percent(42, 49), "85,7%");
    EXPECT_EQ(format_percent(8, 49), "16,3%");
    EXPECT_EQ(format_percent(0, 49), "0,0%");
    EXPECT_EQ(format_percent(49, 49), "100,0%");
    EXPECT_EQ(format_percent(1, 3, 2), "33,33%");
    EXPECT_EQ(format_percent(2, 3, 0), "67%");
    EXPECT_EQ(format_percent(1, 8, 2), "12,50%");
    EXPECT_EQ(format_percent(1, 2000), "0,1%");  // 0,05 is a half.
    EXPECT_EQ(format_percent(1, 2001), "0,0%");
    EXPECT_EQ(format_percent(1, 800, 2), "0,13%");  // 0,125, which binary fractions would round to 0,12.
    EXPECT_EQ(format_percent(5907, 49), "12.055,1%");
    EXPECT_EQ(format_percent(-42, 49), "-85,7%");
    EXPECT_EQ(format_percent(42, -49), "-85,7%");
    EXPECT_EQ(format_percent(-1, 2000), "-0,1%");
    EXPECT_EQ(format_percent(-1, 2001), "0,0%");
    EXPECT_EQ(format_percent(int64_max, int64_max, 9), "100,000000000%");
    EXPECT_EQ(format_percent(int64_min, 1, 9), "-922.337.203.685.477.580.800,000000000%");
    EXPECT_EQ(format_percent(5, 0), "");
}

TEST(NumberFormat, QuotientsAndDecimals) {
    EXPECT_EQ(format_quotient(1357, 30), "45,2");
    EXPECT_EQ(format_quotient(1, 2, 0), "1");
    EXPECT_EQ(format_quotient(-1, 2, 0), "-1");
    EXPECT_EQ(format_quotient(7, 0), "");
    EXPECT_EQ(format_decimal(123450, 2), "1.234,50");
    EXPECT_EQ(format_decimal(5, 2), "0,05");
    EXPECT_EQ(format_decimal(-5, 2), "-0,05");
    EXPECT_EQ(format_decimal(45, 0), "45");
    EXPECT_THROW(format_decimal(1, 10), Bug);
    EXPECT_THROW(format_decimal(1, -1), Bug);
}

RC_GTEST_PROP(NumberFormat, CountsReadBackWithoutTheirPoints, (std::int64_t count)) {
    auto text = format_count(count);
    std::erase(text, '.');
    RC_ASSERT(text == std::to_string(count));
}

// The text, times the denominator, is within half of the last decimal of the numerator; a half is never rounded down.
RC_GTEST_PROP(NumberFormat, PercentagesAreTheNearest, ()) {
    const auto denominator = *rc::gen::inRange<std::int64_t>(1, 100'000);
    const auto numerator = *rc::gen::inRange<std::int64_t>(0, 100'000);
    const auto decimals = *rc::gen::inRange(0, 4);
    auto text = format_percent(numerator, denominator, decimals);
    RC_ASSERT(text.back() == '%');
    std::erase_if(text, [](char c) { return c == '.' || c == ',' || c == '%'; });
    std::int64_t scale = 100;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const std::int64_t above = (std::stoll(text) * denominator - numerator * scale) * 2;
    RC_ASSERT(above <= denominator && above > -denominator);
}

}  // namespace
}  // namespace base
