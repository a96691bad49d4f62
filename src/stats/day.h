// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/date.h"

namespace stats {

// A day in two bytes: since 01/01/1900, until 05/06/2079. What lies outside counts as the first or the last of them.
using Day = std::uint16_t;
inline constexpr Day never = 0xFFFF;  // The end of what still holds; a birth date that is not known.
inline constexpr Day last_day = never - 1;

constexpr Day to_day(base::Date date) {
    return static_cast<Day>(std::clamp(date - base::date(1900, 1, 1), 0, int{last_day}));
}
constexpr Day to_day(std::optional<base::Date> date) { return date ? to_day(*date) : never; }
constexpr base::Date to_date(Day day) { return base::date(1900, 1, 1) + day; }

}  // namespace stats
