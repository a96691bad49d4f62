// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/document.h"

namespace reports {

// The report for the web page: all that render_json gives, and "sections": [{"heading", "blocks": [{"kind": "sentence",
// "name", "pieces"} or {"kind": "table", "name", "caption", "columns", "rows"}]}], in which each printed number says
// which it is, so that the page can open the records behind it; a ratio opens those of its numerator.
std::string render_page(const Document& document);

}  // namespace reports
