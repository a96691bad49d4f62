// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "demo/model.h"
#include "demo/random.h"

namespace demo {

// One grade, or reason for none, for each home member on 31/12/2020, in the order of the people. Exempt and suspended
// members are not graded (132-QĐ/TW with 21-HD/BTCTW); probationary ones are. In no grassroots organisation are more
// than 20 % of those graded good or better excellent.
std::vector<DemoGrade> make_demo_member_grades(DemoRandom& random, const DemoCity& city,
                                               const std::vector<DemoPerson>& people, const DemoNumbers& numbers);

// One for each grassroots organisation.
std::vector<DemoGrade> make_demo_organisation_grades(const DemoCity& city);

}  // namespace demo
