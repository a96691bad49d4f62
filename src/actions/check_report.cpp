// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/check_report.h"

#include <algorithm>

#include "actions/compare_report.h"
#include "checker/check_text.h"
#include "formats/docx_text.h"
#include "formats/text_decoder.h"
#include "schema/json_writer.h"

namespace actions {
namespace {

using schema::JsonWriter;

std::string decoded(std::string_view bytes, formats::TextEncoding encoding) {
    std::string text;
    formats::TextDecoder decoder{encoding};
    decoder.decode(bytes, text);
    decoder.finish(text);
    return text;
}

// 8539 with two decimals is 85.39: digits as JSON writes them.
std::string decimal(const checker::Number& number) {
    std::string digits = std::to_string(number.scaled);
    const auto decimals = static_cast<std::size_t>(number.decimals);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
    return digits;
}

void write_figure(JsonWriter& json, const checker::FoundFigure& figure) {
    json.member("text", figure.text).raw("value", decimal(figure.value)).member("unit", figure.unit);
    json.member("start", figure.begin).member("end", figure.end);
}

void write_finding(JsonWriter& json, const checker::Finding& finding) {
    json.member("severity", checker::name_of(finding.severity)).member("rule", checker::name_of(finding.rule));
    json.member("sentence", finding.sentence).objects("figures", finding.figures, write_figure);
    json.member("expected", finding.expected).member("stated", finding.stated);
    json.member("explanation", finding.explanation);
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
    JsonWriter json;
    json.objects("findings", report.findings, write_finding);
    return json.take();
}

std::string to_page_json(const CheckedReport& report) {
    JsonWriter json;
    json.member("text", report.text).objects("figures", report.figures, write_figure);
    json.objects("findings", report.findings, write_finding);
    return json.take();
}

}  // namespace actions
