// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "base/date.h"
#include "schema/code_list.h"

namespace figures {

// Độ tuổi: the age rows of statistical forms 2 and 3 (18–30 … 56–60, trên 60).
extern const schema::CodeList age_bands;

// The first age of each band, in the order of `age_bands`. Nobody below the first one can be a member: a younger age
// means that the birth date is wrong, and counts as not stated.
inline constexpr std::array<int, 8> first_ages{18, 31, 36, 41, 46, 51, 56, 61};

// The latest day on which someone who has reached `age` years on `on` can have been born.
base::Date latest_birth(int age, base::Date on);

// Place in `age_bands` of someone born on that day (the first day that a partial birth date can be).
std::optional<std::size_t> age_band(base::Date born_on, base::Date on);

}  // namespace figures
