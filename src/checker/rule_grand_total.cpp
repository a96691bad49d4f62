// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {
namespace {

bool is_grand_total(const Reading& reading, const Figure& figure) {
    if (!figure.is_count() || !figure.is_exact() || figure.role != Role::plain) return false;
    return says(reading.text, figure.lead, figure.first, "tổng cộng") ||
           (figure.depth > 0 && says(reading.text, figure.lead, figure.first, "tổng số"));
}

// The counts of the sentence before the total, nearest first; none when one of them is of another kind.
std::vector<std::size_t> parts_before(const Reading& reading, std::size_t total) {
    std::vector<std::size_t> parts;
    const Figure& whole = reading.figures[total];
    for (std::size_t f = total; f-- > 0;) {
        const Figure& figure = reading.figures[f];
        if (figure.sentence != whole.sentence) break;
        if (figure.is_percent() || figure.depth > 0) continue;
        const bool comparable = !figure.noun.is_known || may_be_part(figure.noun, whole.noun);
        if (!figure.is_count() || !figure.is_exact() || figure.role != Role::plain || !comparable) return {};
        parts.push_back(f);
    }
    return parts;
}

}  // namespace

void check_grand_total(const Reading& reading, Findings& findings) {
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& whole = reading.figures[f];
        if (!is_grand_total(reading, whole)) continue;
        auto figures = parts_before(reading, f);
        if (figures.size() < 2) continue;
        std::int64_t sum = 0;
        bool closes = false;
        std::string text;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto value = reading.figures[figures[i]].value.scaled;
            sum += value;
            closes = closes || (i > 0 && sum == whole.value.scaled) || value == whole.value.scaled;
            text.insert(0, join({base::format_count(value), i > 0 ? " + " : ""}));
        }
        const std::int64_t gap = sum > whole.value.scaled ? sum - whole.value.scaled : whole.value.scaled - sum;
        // What is far off was no addition.
        if (closes || gap * 4 > whole.value.scaled) continue;
        figures.push_back(f);
        auto finding = make_finding(reading, Severity::contradiction, Rule::sum, figures);
        finding.expected = base::format_count(sum);
        finding.stated = to_text(whole.value);
        finding.explanation = join({text, " = ", finding.expected, ", không phải ", finding.stated, "."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace checker
