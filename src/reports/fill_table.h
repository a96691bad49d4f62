// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/fill.h"

namespace reports {

// Without rows where there is nothing to show.
FilledTable fill_table(const YearsTable& table, Numbers& numbers);
FilledTable fill_table(const SubordinatesTable& table, const Scope& scope, Numbers& numbers);

}  // namespace reports
