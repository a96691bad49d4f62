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

void append_finding(std::string& out, const checker::Finding& finding) {
    out += R"({"severity":)";
    schema::append_json_string(out, checker::name_of(finding.severity));
    append_member(out, "rule", checker::name_of(finding.rule));
    append_member(out, "sentence", finding.sentence);
    out += R"(,"figures":[)";
    for (std::size_t i = 0; i < finding.figures.size(); ++i) {
        if (i > 0) out += ",";
        append_figure(out, finding.figures[i]);
    }
    out += "]";
    append_member(out, "expected", finding.expected);
    append_member(out, "stated", finding.stated);
    append_member(out, "explanation", finding.explanation);
    out += "}";
}

}  // namespace

bool CheckedReport::has_contradiction() const {
    return std::any_of(findings.begin(), findings.end(), [](const checker::Finding& finding) {
        return finding.severity == checker::Severity::contradiction;
    });
}

base::Result<std::string> report_text(std::string_view content) {
    if (formats::is_zip(content)) return formats::docx_text(content);
    if (content.starts_with("\xFF\xFE")) return decoded(content.substr(2), formats::TextEncoding::utf16_little);
    if (content.starts_with("\xFE\xFF")) return decoded(content.substr(2), formats::TextEncoding::utf16_big);
    if (!formats::is_utf8(content) || content.find('\0') != content.npos)
        return base::Refusal{"report.not_text", {}, {}};
    return std::string{content};
}

base::Result<CheckedReport> check_report(std::string_view content) {
    CheckedReport report{.text = TRY(report_text(content)), .findings = {}};
    report.findings = checker::check_text(report.text);
    return report;
}

base::Result<CheckedReport> check_report(Context& context, std::string_view content, const std::string& organisation,
                                         int year) {
    CheckedReport report{.text = TRY(report_text(content)), .findings = {}};
    const auto reading = checker::read(std::string_view{report.text}.substr(0, checker::text_size_max));
    report.findings = checker::check_reading(reading);
    for (auto& finding : TRY(compare_with_registers(context, reading, organisation, year)))
        report.findings.push_back(std::move(finding));
    return report;
}

std::string to_json(const CheckedReport& report) {
    std::string out = R"({"findings":[)";
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        if (i > 0) out += ",";
        append_finding(out, report.findings[i]);
    }
    out += "]}";
    return out;
}

}  // namespace actions
