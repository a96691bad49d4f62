// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/document.h"

namespace reports {

// The report as JSON for other programs, keys always in the same order: figures with value, previous and by; ratios
// with numerator, denominator and text; subordinates; sentences as printed; checks; what changed since it was signed.
std::string render_json(const Document& document);

}  // namespace reports
