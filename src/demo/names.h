// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "demo/random.h"
#include "records/person.h"

namespace demo {

// A full name (họ và tên khai sinh) as a person of that sex, year of birth and ethnic group might have.
std::string make_demo_name(DemoRandom& random, records::Sex sex, int born_in, std::string_view ethnicity);

}  // namespace demo
