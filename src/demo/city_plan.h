// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "demo/model.h"

namespace demo {

// What there is in a ward besides its residential quarters (khu phố).
struct DemoWard {
    int quarters = 0;
    int sections = 0;               // Quarters so large that their cells form a đảng bộ bộ phận.
    std::string_view kindergarten;  // Names of schools.
    std::string_view primary;
    std::string_view lower_secondary;
    std::string_view cooperative = {};
};

// One grassroots organisation of the standard city: what it is called without "Đảng bộ" or "Chi bộ", which follows
// from its size.
struct DemoPlan {
    std::string_view name;
    std::string_view unit_type;  // Of unit_types.
    DemoMilieu milieu{};
    int members = 0;
    std::optional<records::Grade> grade;
    std::string_view departments = {};  // Its cells, separated by '|'; none = numbered cells, if any.
    const DemoWard* ward = nullptr;
};

// The 49 grassroots organisations, in the order of their codes. Their members add up to 6,000.
std::span<const DemoPlan> demo_city_plan();

}  // namespace demo
