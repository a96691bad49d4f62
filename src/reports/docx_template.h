// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "reports/report.h"

namespace reports {

// Mẫu có sẵn: the DOCX template of a report, made from its definition in the layout of Party documents. An office may
// edit it in Word and use its own instead; the names in it are those of placeholders.h.
std::string default_template(const Report& report);

}  // namespace reports
