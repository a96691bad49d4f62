// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/numbers.h"

namespace reports {

// Đối chiếu: the identities that do not hold for the organisation and year of these numbers.
std::vector<Note> check_identities(Numbers& numbers);

}  // namespace reports
