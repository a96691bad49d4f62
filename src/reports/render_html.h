// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/document.h"

namespace reports {

// The report as one HTML file that needs nothing else: readable on paper, by day and by night, without scripts. Each
// number carries data-figure (its name), data-organisation, data-year and data-value.
std::string render_html(const Document& document);

}  // namespace reports
