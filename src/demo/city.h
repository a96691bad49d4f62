// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "demo/model.h"
#include "demo/random.h"

namespace demo {

// The organisations of the city and how many members each cell has. Beyond the standard 49 the plan is repeated with
// numbers behind the names.
DemoCity make_demo_city(DemoRandom& random, DemoScale scale);

}  // namespace demo
