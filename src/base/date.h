// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/check.h"

namespace base {

// A calendar day (Gregorian), 01/01/0001 to 31/12/9999. Four bytes; ordered; a plain value.
struct Date {
    std::int32_t days = 0;  // Since 01/01/1970.

    auto operator<=>(const Date&) const = default;
    constexpr std::chrono::year_month_day ymd() const { return std::chrono::sys_days{std::chrono::days{days}}; }
    constexpr int year() const { return int{ymd().year()}; }
    constexpr int month() const { return static_cast<int>(unsigned{ymd().month()}); }
    constexpr int day() const { return static_cast<int>(unsigned{ymd().day()}); }
};

constexpr Date operator+(Date date, int days) { return {date.days + days}; }
constexpr Date operator-(Date date, int days) { return {date.days - days}; }
constexpr int operator-(Date a, Date b) { return a.days - b.days; }

// The day y-m-d. A day that does not exist is a Bug at run time and does not compile in a constant.
constexpr Date date(int y, int m, int d) {
    const bool in_range = y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
    const std::chrono::year_month_day ymd{std::chrono::year{in_range ? y : 1},
                                          std::chrono::month{static_cast<unsigned>(in_range ? m : 2)},
                                          std::chrono::day{static_cast<unsigned>(in_range ? d : 31)}};
    CHECK(ymd.ok());
    return {static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

constexpr Date first_day_of_year(int year) { return date(year, 1, 1); }
constexpr Date last_day_of_year(int year) { return date(year, 12, 31); }

// The same day `months` later; the last day of that month where it is shorter (31/01 + 1 month = 28/02 or 29/02).
Date add_months(Date date, int months);
// Whole months, or whole years, from `from` to `to` (negative when `to` is earlier). Ages "tính theo tháng" use months.
int months_between(Date from, Date to);
int years_between(Date from, Date to);

// How much of a date is known. Old files often hold only the year.
enum class Precision : std::uint8_t { year, month, day };

// A date of which the day, or the day and month, may be unknown: 1985, 3/1985, 12/3/1985.
// Ordered by its first day, then the less precise first.
struct PartialDate {
    std::int16_t year = 0;
    std::int8_t month = 0;  // 0 = unknown.
    std::int8_t day = 0;    // 0 = unknown.

    constexpr PartialDate() = default;
    constexpr PartialDate(int y, int m, int d)
        : year{static_cast<std::int16_t>(y)}, month{static_cast<std::int8_t>(m)}, day{static_cast<std::int8_t>(d)} {}
    constexpr PartialDate(Date full) : PartialDate{full.year(), full.month(), full.day()} {}

    auto operator<=>(const PartialDate&) const = default;
    constexpr Precision precision() const { return day ? Precision::day : month ? Precision::month : Precision::year; }
    Date first_day() const;  // The earliest day it can be: 1985 → 01/01/1985.
    Date last_day() const;   // The latest day it can be: 1985 → 31/12/1985.
};

// ISO, as stored and exchanged: 1985-03-12 (and 1985-03, 1985 for partial dates). Nothing else is accepted.
std::optional<Date> parse_iso_date(std::string_view text);
std::optional<PartialDate> parse_iso_partial_date(std::string_view text);
std::string to_iso(Date date);
std::string to_iso(PartialDate date);

// As people write it: 12/3/1985, 12-03-1985, 12.3.1985; for partial dates also 3/1985 and 1985. Day before month,
// four-digit year.
std::optional<Date> parse_vietnamese_date(std::string_view text);
std::optional<PartialDate> parse_vietnamese_partial_date(std::string_view text);
std::string to_vietnamese(Date date);         // 12/03/1985
std::string to_vietnamese(PartialDate date);  // 12/03/1985, 03/1985 or 1985

}  // namespace base
