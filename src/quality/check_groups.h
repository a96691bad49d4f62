// SPDX-License-Identifier: AGPL-3.0-or-later
// The parts of the table of checks, one file each. Read through check.h.
#pragma once

#include "quality/member_file.h"
#include "quality/organisation_file.h"

namespace quality {

extern const std::span<const Check> identity_checks, number_checks, place_checks, education_checks, life_date_checks,
    membership_checks, departure_checks, grading_checks, history_checks, organisation_checks, cell_checks;

}  // namespace quality
