// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "base/result.h"
#include "checker/finding.h"

// Soát báo cáo: reads what somebody wrote, and says which of its figures cannot be true.
namespace actions {

// What the bytes of a report are; by_content tells DOCX from text by its first bytes.
enum class ReportKind { by_content, text, docx };

// What was read, and what is to be said about it. Offsets of figures and findings are bytes of `text`.
struct CheckedReport {
    std::string text;
    std::vector<checker::FoundFigure> figures;  // All that were recognised, in the order of the text.
    std::vector<checker::Finding> findings;

    bool has_contradiction() const;
};

// The text of a report as bytes: of a DOCX, or text in UTF-8 or UTF-16. UTF-8 comes back as it is, so that offsets are
// those of the input. Refused as "report.not_text" {}, as "file.too_large" {"", bytes} above checker::text_size_max,
// and as formats::docx_text refuses.
base::Result<std::string> report_text(std::string_view content, ReportKind kind = ReportKind::by_content);

base::Result<CheckedReport> check_report(std::string_view content, ReportKind kind = ReportKind::by_content);

// The same, and the recognised figures are compared with the registers of an organisation and year: findings of the
// rule "registers". Refused also as answer_figure refuses.
base::Result<CheckedReport> check_report(Context& context, std::string_view content, const std::string& organisation,
                                         int year, ReportKind kind = ReportKind::by_content);

// {"findings": [{"severity", "rule", "sentence", "figures": [{"text", "value", "unit", "start", "end"}], "expected",
// "stated", "explanation"}]}. `value` is a number; `start` and `end` are bytes.
std::string to_json(const CheckedReport& report);

// The same with the text itself and all its figures, for a page that marks them: {"text", "figures", "findings"}.
std::string to_page_json(const CheckedReport& report);

}  // namespace actions
