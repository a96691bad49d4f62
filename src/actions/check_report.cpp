// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/check_report.h"

#include <algorithm>

#include "actions/compare_report.h"
#include "checker/check_text.h"
#include "formats/docx_text.h"
#include "formats/text_decoder.h"
#include "schema/json.h"

namespace actions {
namespace {

std::string decoded(std::string_view bytes, formats::TextEncoding encoding) {
    std::string text;
    formats::TextDecoder decoder{encoding};
    decoder.decode(bytes, text);
    decoder.finish(text);
    return text;
}

// 8539 with two decimals is 85.39: digits as JSON writes them.
void append_number(std::string& out, const checker::Number& number) {
    std::string digits = std::to_string(number.scaled);
    const auto decimals = static_cast<std::size_t>(number.decimals);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
    out += digits;
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
    out += ",";
    schema::append_json_string(out, name);
    out += ":";
    schema::append_json_string(out, text);
}

void append_figure(std::string& out, const checker::FoundFigure& figure) {
    out += R"({"text":)";
    schema::append_json_string(out, figure.text);
    out += R"(,"value":)";
    append_number(out, figure.value);
    append_member(out, "unit", figure.unit);
    out += R"(,"start":)";
    out += std::to_string(figure.begin);
    out += R"(,"end":)";
    out += std::to_string(figure.end);
    out += "}";
}

// "name":[…]
template <class Items, class Append>
void append_list(std::string& out, std::string_view name, const Items& items, Append append) {
    schema::append_json_string(out, name);
    out += ":[";
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ",";
        append(out, items[i]);
    }
    out += "]";
}

void append_finding(std::string& out, const checker::Finding& finding) {
    out += R"({"severity":)";
    schema::append_json_string(out, checker::name_of(finding.severity));
    append_member(out, "rule", checker::name_of(finding.rule));
    append_member(out, "sentence", finding.sentence);
    out += ",";
    append_list(out, "figures", finding.figures, append_figure);
    append_member(out, "expected", finding.expected);
    append_member(out, "stated", finding.stated);
    append_member(out, "explanation", finding.explanation);
    out += "}";
}

// The reading looks into report.text.
checker::Reading check(CheckedReport& report) {
    auto reading = checker::read(report.text);
    for (const auto& figure : reading.figures) checker::append_found(report.figures, reading.text, figure);
    report.findings = checker::check_reading(reading);
    return reading;
}

}  // namespace

bool CheckedReport::has_contradiction() const {
    return std::any_of(findings.begin(), findings.end(), [](const checker::Finding& finding) {
        return finding.severity == checker::Severity::contradiction;
    });
}

base::Result<std::string> report_text(std::string_view content, ReportKind kind) {
    if (kind == ReportKind::docx || (kind == ReportKind::by_content && formats::is_zip(content)))
        return formats::docx_text(content, checker::text_size_max);
    std::string text;
    if (content.starts_with("\xFF\xFE"))
        text = decoded(content.substr(2), formats::TextEncoding::utf16_little);
    else if (content.starts_with("\xFE\xFF"))
        text = decoded(content.substr(2), formats::TextEncoding::utf16_big);
    else if (formats::is_utf8(content) && content.find('\0') == content.npos)
        text = content;
    else
        return base::Refusal{"report.not_text", {}, {}};
    if (text.size() > checker::text_size_max)
        return base::Refusal{"file.too_large", {"", std::to_string(checker::text_size_max)}, {}};
    return text;
}

base::Result<CheckedReport> check_report(std::string_view content, ReportKind kind) {
    CheckedReport report{.text = TRY(report_text(content, kind)), .figures = {}, .findings = {}};
    check(report);
    return report;
}

base::Result<CheckedReport> check_report(Context& context, std::string_view content, const std::string& organisation,
                                         int year, ReportKind kind) {
    CheckedReport report{.text = TRY(report_text(content, kind)), .figures = {}, .findings = {}};
    const auto reading = check(report);
    for (auto& finding : TRY(compare_with_registers(context, reading, organisation, year)))
        report.findings.push_back(std::move(finding));
    return report;
}

std::string to_json(const CheckedReport& report) {
    std::string out = "{";
    append_list(out, "findings", report.findings, append_finding);
    out += "}";
    return out;
}

std::string to_page_json(const CheckedReport& report) {
    std::string out = R"({"text":)";
    schema::append_json_string(out, report.text);
    out += ",";
    append_list(out, "figures", report.figures, append_figure);
    out += ",";
    append_list(out, "findings", report.findings, append_finding);
    out += "}";
    return out;
}

}  // namespace actions
