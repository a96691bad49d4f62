// SPDX-License-Identifier: AGPL-3.0-or-later
#include "figures/age_band.h"

namespace figures {
namespace {

constexpr std::array age_band_codes{
    schema::Code{"18_30", "18 - 30 tuổi"}, schema::Code{"31_35", "31 - 35 tuổi"},
    schema::Code{"36_40", "36 - 40 tuổi"}, schema::Code{"41_45", "41 - 45 tuổi"},
    schema::Code{"46_50", "46 - 50 tuổi"}, schema::Code{"51_55", "51 - 55 tuổi"},
    schema::Code{"56_60", "56 - 60 tuổi"}, schema::Code{"over_60", "Trên 60 tuổi"},
};
static_assert(age_band_codes.size() == first_ages.size());

}  // namespace

constinit const schema::CodeList age_bands{"age_band", "Độ tuổi", age_band_codes};

base::Date latest_birth(int age, base::Date on) {
    const base::Date latest = base::add_months(on, -12 * age);
    // Born on 29/02: in a year without that day, one year older already on 28/02.
    return base::add_months(latest + 1, 12 * age) <= on ? latest + 1 : latest;
}

std::optional<std::size_t> age_band(base::Date born_on, base::Date on) {
    const int age = base::years_between(born_on, on);
    std::optional<std::size_t> band;
    for (std::size_t i = 0; i < first_ages.size() && first_ages[i] <= age; ++i) band = i;
    return band;
}

}  // namespace figures
