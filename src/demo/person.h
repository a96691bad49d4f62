// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "demo/profile.h"

namespace demo {

// A person of that role in that cell of the city, without the numbers that depend on all others (profile, card,
// personal identification) and without exemption and suspension. `kind` is how those leave who leave.
DemoPerson make_demo_person(DemoRandom& random, const DemoCity& city, std::size_t cell, DemoRole role,
                            records::DepartureKind kind = {});

}  // namespace demo
