// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>

#include "reports/document.h"

namespace reports {

// The report as a workbook: a sheet for each section and one for the checks. Counts and percentages are numbers with
// which Excel can go on reckoning. Trouble of the disk throws base::Fault.
void render_xlsx(const Document& document, const std::filesystem::path& path);

}  // namespace reports
