// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>

#include "base/date.h"

namespace base {

// A span of days [valid_from, valid_to): the day valid_to is no longer in it. No valid_to means "still so".
struct Period {
    Date valid_from;
    std::optional<Date> valid_to;

    bool operator==(const Period&) const = default;
    constexpr bool contains(Date day) const { return valid_from <= day && (!valid_to || day < *valid_to); }
    constexpr bool is_empty() const { return valid_to && *valid_to <= valid_from; }
    constexpr bool overlaps(const Period& other) const {
        return !is_empty() && !other.is_empty() && (!other.valid_to || valid_from < *other.valid_to) &&
               (!valid_to || other.valid_from < *valid_to);
    }
};

// The calendar year, 01/01 to 31/12.
constexpr Period year_period(int year) { return {first_day_of_year(year), last_day_of_year(year) + 1}; }

}  // namespace base
