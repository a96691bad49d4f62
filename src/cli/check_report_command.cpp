// SPDX-License-Identifier: AGPL-3.0-or-later
#include <iterator>
#include <string>

#include "actions/check_report.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace cli {
namespace {

std::string read_standard_input() {
    std::string content;
    char piece[1 << 14];
    while (const auto count = std::fread(piece, 1, sizeof piece, stdin)) content.append(piece, count);
    return content;
}

// "1. MÂU THUẪN · cộng", the sentence, the explanation.
void print_findings(const actions::CheckedReport& report) {
    if (report.findings.empty()) {
        print_line("Không thấy số liệu nào mâu thuẫn.");
        return;
    }
    int number = 0;
    for (const auto& finding : report.findings) {
        std::string title = std::to_string(++number);
        title.append(". ").append(checker::label_of(finding.severity)).append(" · ");
        title.append(checker::label_of(finding.rule)).append(": ").append(finding.explanation);
        print_line(title);
        std::string figures = "   Số liệu:";
        for (const auto& figure : finding.figures) {
            figures.append(" ").append(figure.text);
            if (!figure.unit.empty()) figures.append(figure.unit == "%" ? "" : " ").append(figure.unit);
            figures.append(" (byte ").append(std::to_string(figure.begin)).append(");");
        }
        figures.pop_back();
        print_line(figures);
        print_line("   “" + finding.sentence + "”");
    }
}

base::Result<actions::CheckedReport> check(const CheckReportOptions& options, const std::string& content) {
    if (options.organisation.empty()) return actions::check_report(content);
    Session session{options.where};
    return actions::check_report(session.context(), content, options.organisation, options.year);
}

}  // namespace

int check_report(const CheckReportOptions& options) {
    if (options.organisation.empty() != (options.year == 0)) {
        print_error("Cần cả --organisation và --year để so với sổ bộ.");
        return Exit::wrong_usage;
    }
    const auto content = options.file == "-" ? read_standard_input() : read_file(options.file);
    const auto report = check(options, content);
    if (!report) {
        refuse(report.error());
        return Exit::wrong_usage;
    }
    if (options.json)
        print_line(actions::to_json(*report));
    else
        print_findings(*report);
    return report->has_contradiction() ? Exit::answer_is_no : Exit::fine;
}

}  // namespace cli
