// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "reports/document.h"

namespace reports {

// The report as DOCX: by the template (DOCX bytes) of an office, or by default_template when it is empty. Refused as by
// check_template (placeholders.h).
base::Result<std::string> render_docx(const Document& document, std::string_view office_template = {});

}  // namespace reports
