// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {
namespace {

// Counts before the remainder are looked at this far back.
constexpr std::size_t figures_back = 6;

struct Candidates {
    std::vector<std::size_t> ratios, counts;  // Nearest first.
};

Candidates candidates_before(const Reading& reading, std::size_t remainder) {
    Candidates found;
    const Figure& rest = reading.figures[remainder];
    for (std::size_t f = remainder; f-- > 0 && remainder - f <= figures_back;) {
        const Figure& figure = reading.figures[f];
        if (figure.sentence + 1 < rest.sentence || reading.paragraph_of(figure) != reading.paragraph_of(rest)) break;
        if (!figure.counts() || !figure.is_exact() || !may_be_same(figure.noun, rest.noun)) continue;
        (figure.is_ratio() ? found.ratios : found.counts).push_back(f);
    }
    return found;
}

// Whether some whole less some of the other counts leaves the remainder.
bool closes(const Reading& reading, const Candidates& found, std::int64_t rest) {
    std::vector<std::int64_t> values;
    std::int64_t left_of_ratios = 0;
    for (const auto f : found.ratios) {
        values.push_back(reading.figures[f].value.scaled);
        values.push_back(reading.figures[f].whole.scaled);
        left_of_ratios += reading.figures[f].whole.scaled - reading.figures[f].value.scaled;
    }
    if (left_of_ratios == rest) return true;
    for (const auto f : found.counts) values.push_back(reading.figures[f].value.scaled);
    const std::size_t subsets = std::size_t{1} << values.size();
    for (std::size_t whole = 0; whole < values.size(); ++whole)
        for (std::size_t set = 1; set < subsets; ++set) {
            if (set >> whole & 1) continue;
            std::int64_t sum = rest;
            for (std::size_t i = 0; i < values.size(); ++i) sum += (set >> i & 1) ? values[i] : 0;
            if (sum == values[whole]) return true;
        }
    return false;
}

}  // namespace

void check_remainder(const Reading& reading, Findings& findings) {
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& rest = reading.figures[f];
        if (rest.role != Role::remainder || !rest.is_count() || !rest.is_exact() || rest.depth > 0) continue;
        const auto found = candidates_before(reading, f);
        const auto beside = std::count_if(found.counts.begin(), found.counts.end(),
                                          [&](std::size_t c) { return reading.figures[c].sentence == rest.sentence; });
        const bool by_ratio =
            found.ratios.size() == 1 && beside <= 1 && reading.figures[found.ratios[0]].sentence == rest.sentence;
        const bool lies_beside =
            found.ratios.empty() && found.counts.size() == 2 &&
            reading.figures[found.counts[1]].sentence == rest.sentence &&
            (says(reading.text, rest.lead,
                  rest.noun_last + 3 < reading.text.tokens.size() ? rest.noun_last + 3 : rest.noun_last, "còn lại"));
        if ((!by_ratio && !lies_beside) || closes(reading, found, rest.value.scaled)) continue;
        const Figure& part = reading.figures[by_ratio ? found.ratios[0] : found.counts[0]];
        const std::int64_t whole = by_ratio ? part.whole.scaled : reading.figures[found.counts[1]].value.scaled;
        if (whole < part.value.scaled) continue;
        // A whole is what is said first; which of two counts is the part is sure only of a ratio.
        const bool certain = by_ratio ? beside == 0 : part.value.scaled < whole;
        std::vector<std::size_t> figures{f};
        figures.insert(figures.end(), found.ratios.begin(), found.ratios.end());
        if (!by_ratio) figures.insert(figures.end(), found.counts.begin(), found.counts.end());
        auto finding =
            make_finding(reading, certain ? Severity::contradiction : Severity::doubtful, Rule::sum, figures);
        finding.expected = base::format_count(whole - part.value.scaled);
        finding.stated = say(rest);
        finding.explanation =
            join({base::format_count(whole), " − ", base::format_count(part.value.scaled), " = ", finding.expected,
                  ", nên còn lại ", finding.expected, ", không phải ", base::format_count(rest.value.scaled), "."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace checker
