// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "figures/age_band.h"
#include "stats/facts.h"

namespace stats {

// The age bands of one day as limits of birth dates, so that a row takes eight comparisons.
struct BirthLimits {
    std::array<Day, figures::first_ages.size()> latest;  // For each band, the latest birth that reaches its first age.

    explicit BirthLimits(base::Date on) {
        for (std::size_t i = 0; i < latest.size(); ++i)
            latest[i] = to_day(figures::latest_birth(figures::first_ages[i], on));
    }
    // Bands reached, less one; none at all gives `no_code`.
    Code band(Day born) const {
        Code reached = 0;
        for (const Day limit : latest) reached = static_cast<Code>(reached + (born <= limit));
        return static_cast<Code>(reached - 1);
    }
};
static_assert(static_cast<Code>(0 - 1) == no_code);

}  // namespace stats
