// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "demo/model.h"
#include "demo/random.h"

namespace demo {

// Everyone who was a member of the city at some time in 2020, those of a cell together, by name. Each cell has exactly
// the home members on 31/12/2020 that the city says, of whom at least three are full.
std::vector<DemoPerson> make_demo_people(DemoRandom& random, const DemoCity& city, const DemoNumbers& numbers);

}  // namespace demo
