// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/compare_report.h"

#include <algorithm>
#include <map>

#include "actions/answer_figure.h"
#include "base/number_format.h"
#include "checker/recognise.h"
#include "checker/rules.h"

namespace actions {
namespace {

struct Stated {
    std::int64_t in_registers = 0;
    std::string label;
    std::vector<std::size_t> figures;  // Where the text says it.
};

base::Result<Stated> ask(Context& context, const checker::Recognised& known, const std::string& organisation,
                         int year) {
    const auto answer = TRY(answer_figure(context, {.figure = std::string{known.name},
                                                    .organisation = organisation,
                                                    .year = year,
                                                    .by = known.grade.empty() ? "" : "grade"}));
    Stated stated{.in_registers = answer.value, .label = std::string{answer.figure->label}, .figures = {}};
    if (known.grade.empty()) return stated;
    stated.in_registers = 0;
    for (const auto& part : answer.parts)
        if (part.key == known.grade) {
            stated.in_registers = part.count;
            stated.label += ", " + part.label;
        }
    return stated;
}

}  // namespace

base::Result<std::vector<checker::Finding>> compare_with_registers(Context& context, const checker::Reading& reading,
                                                                   const std::string& organisation, int year) {
    // Asked even when the text states nothing, so that an unknown organisation is refused.
    TRY(answer_figure(context, {.figure = "members", .organisation = organisation, .year = year}));
    std::map<std::pair<std::string_view, std::string_view>, Stated> by_name;
    for (const auto& known : checker::recognise(reading, year)) {
        const auto key = std::pair{known.name, known.grade};
        if (!by_name.contains(key)) by_name[key] = TRY(ask(context, known, organisation, year));
        by_name[key].figures.push_back(known.figure);
    }
    std::vector<checker::Finding> findings;
    for (const auto& [key, stated] : by_name) {
        const auto value = [&](std::size_t f) { return reading.figures[f].value.scaled; };
        const bool agrees = std::any_of(stated.figures.begin(), stated.figures.end(),
                                        [&](std::size_t f) { return value(f) == stated.in_registers; });
        if (agrees) continue;
        const bool same = std::all_of(stated.figures.begin(), stated.figures.end(),
                                      [&](std::size_t f) { return value(f) == value(stated.figures.front()); });
        auto finding =
            checker::make_finding(reading, same ? checker::Severity::contradiction : checker::Severity::doubtful,
                                  checker::Rule::registers, stated.figures);
        finding.expected = base::format_count(stated.in_registers);
        finding.stated = base::format_count(value(stated.figures.front()));
        finding.explanation =
            checker::join({"Sổ bộ năm ", std::to_string(year), " của ", organisation, " có ", finding.expected, " (",
                           stated.label, "); văn bản ghi ", finding.stated, "."});
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace actions
