// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "demo/random.h"

namespace demo {

struct DemoPlace {
    std::string text;           // "xã Triệu Phước, huyện Triệu Phong, tỉnh Quảng Trị"
    std::string_view province;  // Three digits, as the personal identification number begins.
};

// Where someone of that ethnic group may have been born.
DemoPlace make_demo_birth_place(DemoRandom& random, std::string_view ethnicity);

// A home in the area ("Khu phố 3, phường 1"); any area of the city when it is empty.
std::string make_demo_residence(DemoRandom& random, std::string_view area);

}  // namespace demo
