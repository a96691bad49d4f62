// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "formats/docx.h"
#include "reports/document.h"

namespace reports {

// Chỗ điền: one name that a DOCX template of a report may use, and what comes in its place.
struct Placeholder {
    formats::DocxPlaceholder::Kind kind{};
    std::string name;
    std::string list;  // Of names that stand in a list.
    std::string meaning;
};

// All of them, in the order of the report.
std::vector<Placeholder> template_placeholders(const Report& report);

// The numbers that templates may use, by name (report.h): those of the sentences, of the rows of tables with every code
// of a breakdown, and all ratios. Each once.
std::vector<std::string> number_names(const Report& report);

// The heading of the section of that place: "heading.1".
std::string heading_name(std::size_t section);

// docs/report-placeholders.md: for whoever edits a template.
std::string placeholders_as_markdown();

// Whether an office's template can be filled. Refused as "report.unknown_placeholder" {names}, or with what makes the
// template unreadable (formats/docx.h).
base::Result<void> check_template(const Report& report, std::string_view document_template);

}  // namespace reports
