// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/fill.h"

#include "figures/identity.h"
#include "reports/checks.h"
#include "reports/fill_sentence.h"
#include "reports/fill_table.h"

namespace reports {
namespace {

void add(FilledSection& section, FilledSentence sentence) {
    if (!sentence.pieces.empty()) section.blocks.emplace_back(std::move(sentence));
}

void add(FilledSection& section, FilledTable table) {
    if (!table.rows.empty()) section.blocks.emplace_back(std::move(table));
}

FilledSection fill_section(const Section& section, const Scope& scope, Numbers& numbers) {
    FilledSection filled{section.heading, {}};
    for (const auto& block : section.blocks) {
        if (const auto* sentence = std::get_if<Sentence>(&block))
            add(filled, fill_sentence(*sentence, scope.issuer, numbers));
        else if (const auto* years = std::get_if<YearsTable>(&block))
            add(filled, fill_table(*years, numbers));
        else
            add(filled, fill_table(std::get<SubordinatesTable>(block), scope, numbers));
    }
    return filled;
}

}  // namespace

Document fill(const Report& report, const Scope& scope, const Ask& ask) {
    Numbers numbers{ask, scope.issuer.code, scope.year};
    Document document{.report = &report, .issuer = scope.issuer, .year = scope.year};
    document.subordinates = scope.subordinates;
    document.subject = FilledSentence{{}, fill_text(report.subject, scope.issuer, numbers)}.text();
    for (const auto& section : report.sections) {
        auto filled = fill_section(section, scope, numbers);
        if (!filled.blocks.empty()) document.sections.push_back(std::move(filled));
    }
    for (const auto& ratio : figures::ratios()) document.ratios.push_back(numbers.percent(ratio));
    document.identities_checked = figures::identities().size();
    document.notes = check_identities(numbers);
    document.numbers = numbers.kept();
    return document;
}

}  // namespace reports
