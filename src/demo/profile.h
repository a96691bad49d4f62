// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "demo/model.h"
#include "demo/random.h"

// What the members of a kind of cell are like: how old, of what schooling, doing what.
namespace demo {

// Why someone is in the register of 2020.
enum class DemoRole : std::uint8_t {
    ordinary,    // Full member at both ends of the year.
    admitted,    // In 2020; still probationary at its end.
    recognised,  // Admitted in 2019, full since 2020.
    transferred_in,
    died,
    dismissed,                // Expelled, struck off or left on request, as a full member.
    struck_off_probationary,  // Admitted in 2019, left before recognition.
    transferred_out,
    came_and_went,  // Transferred in and out again within 2020.
};

constexpr bool is_new_member(DemoRole role) {
    return role == DemoRole::admitted || role == DemoRole::recognised || role == DemoRole::struck_off_probationary;
}

struct DemoBody {
    records::Sex sex{};
    int age = 0;  // On 31/12/2020.
};
DemoBody draw_body(DemoRandom& random, DemoMilieu milieu, DemoRole role);

struct DemoSchooling {
    std::string_view general, professional, field, theory;  // Codes; the field in words; empty = none.
};
DemoSchooling draw_schooling(DemoRandom& random, const DemoOrganisation& cell, DemoBody body, DemoRole role);

struct DemoWork {
    std::string_view occupation;  // Of occupations.
    std::string detail;
};
DemoWork draw_work(DemoRandom& random, const DemoOrganisation& cell, std::string_view unit_type, DemoBody body,
                   DemoRole role);

// Age from which people of that sex are retired (2020).
constexpr int demo_retirement_age(records::Sex sex) { return sex == records::Sex::female ? 55 : 60; }

}  // namespace demo
