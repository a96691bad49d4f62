// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/check_text.h"

#include <algorithm>
#include <tuple>

#include "checker/rules.h"

namespace checker {
namespace {

bool holds_all(const Finding& finding, const Finding& other) {
    return std::all_of(other.figures.begin(), other.figures.end(), [&](const FoundFigure& figure) {
        return std::find(finding.figures.begin(), finding.figures.end(), figure) != finding.figures.end();
    });
}

// Nobody reads more; the gravest are kept.
constexpr std::size_t findings_max = 1'000;

// One mistake is said once: a finding whose figures all stand in a graver or earlier one of the same rule is dropped.
void drop_repeated(Findings& findings) {
    Findings kept;
    for (auto& finding : findings) {
        const bool said = std::any_of(kept.begin(), kept.end(), [&](const Finding& before) {
            return before.rule == finding.rule && before.severity <= finding.severity && holds_all(before, finding);
        });
        if (!said) kept.push_back(std::move(finding));
    }
    findings = std::move(kept);
}

}  // namespace

std::vector<Finding> check_reading(const Reading& reading) {
    Findings findings;
    const auto judgements = judge_shares(reading);
    check_sum(reading, findings);
    check_grades(reading, findings);
    check_remainder(reading, findings);
    check_grand_total(reading, findings);
    check_list_length(reading, findings);
    check_share(reading, judgements, findings);
    check_base(reading, judgements, findings);
    check_part(reading, findings);
    check_comparator(reading, judgements, findings);
    check_growth(reading, findings);
    check_repeat(reading, findings);
    const auto place = [](const Finding& finding) {
        return std::tuple{finding.figures.empty() ? 0 : finding.figures.front().begin, finding.severity, finding.rule,
                          std::string_view{finding.explanation}};
    };
    std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
        return a.severity != b.severity ? a.severity < b.severity : place(a) < place(b);
    });
    if (findings.size() > findings_max) findings.erase(findings.begin() + findings_max, findings.end());
    drop_repeated(findings);
    std::sort(findings.begin(), findings.end(),
              [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
    return findings;
}

std::vector<Finding> check_text(std::string_view text) { return check_reading(read(text.substr(0, text_size_max))); }

}  // namespace checker
