// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/document.h"

namespace reports {

// The report for a terminal: at most 100 columns wide, each line ended.
std::string render_text(const Document& document);

}  // namespace reports
