// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "demo/model.h"
#include "demo/random.h"

namespace demo {

// Gives profile numbers (số lý lịch) in the order of admission, card numbers (số thẻ, 8 digits as before 02/9/2025) in
// the order of recognition, and personal identification numbers after the province that the person holds so far. Each
// number is given once. The newest cards are missing: they are not yet
// printed.
void number_demo_people(DemoRandom& random, std::vector<DemoPerson>& people);

}  // namespace demo
