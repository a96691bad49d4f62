// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace rules {

// Why someone was too young to be admitted, for the message and the minutes.
struct TooYoung {
    int age_months = 0;  // At most: a birth date of which only the year is known counts from 01/01.
    int age_months_min = 0;
    std::string_view source;  // Article in force on the day.
};

// Was a person born on `born_on` old enough to be admitted on `admitted_on`? Age is counted by month ("tính theo
// tháng"). Answers only what is certain: with a partial birth date the earliest day is taken, so that nobody is refused
// in doubt. Nothing = old enough. Admissions before 19/01/2011 are judged by the Điều lệ of that day. Source: Điều lệ
// Đảng (2011), Điều 1.2; 294-QĐ/TW, Điều 1.1.1. Pure.
std::optional<TooYoung> too_young_to_admit(base::PartialDate born_on, base::Date admitted_on);

}  // namespace rules
