// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "checker/rules.h"

namespace checker {
namespace {

// The list begins at most this many tokens behind the count, and its next item at most so many behind the last one.
constexpr std::size_t lead_tokens_max = 20;
constexpr std::size_t item_tokens_max = 300;

// The token of "(n)" at or behind `at`; npos when there is none near.
std::size_t find_item(const Text& text, std::size_t at, std::size_t number, std::size_t far) {
    const std::string wanted = std::to_string(number);
    const std::size_t last = std::min(at + far, text.tokens.size());
    for (std::size_t i = at; i + 2 < last; ++i)
        if (text.tokens[i].is("(") && text.tokens[i + 1].is(wanted) && text.tokens[i + 2].is(")")) return i;
    return std::string::npos;
}

}  // namespace

void check_list_length(const Reading& reading, Findings& findings) {
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& figure = reading.figures[f];
        if (!figure.is_count() || !figure.is_exact() || figure.role != Role::plain || figure.noun.tokens == 0) continue;
        if (figure.value.scaled < 2 || figure.value.scaled > 20) continue;
        const std::size_t first = find_item(reading.text, figure.last, 1, lead_tokens_max);
        if (first == std::string::npos || !reading.text.tokens[first - 1].is(":")) continue;
        // Only the count nearest to the list speaks of it.
        if (f + 1 < reading.figures.size() && reading.figures[f + 1].first < first) continue;
        std::size_t at = first, items = 1;
        while (items <= 40) {
            const std::size_t next = find_item(reading.text, at + 1, items + 1, item_tokens_max);
            if (next == std::string::npos) break;
            at = next, ++items;
        }
        const auto stated = static_cast<std::size_t>(figure.value.scaled);
        if (items == stated || items < 2) continue;
        // A list cut short by a new line of thought may go on without numbers.
        const auto severity = items > stated ? Severity::contradiction : Severity::doubtful;
        auto finding = make_finding(reading, severity, Rule::sum, {f});
        finding.expected = std::to_string(items);
        finding.stated = to_text(figure.value);
        finding.explanation = join({"Văn bản nói có ", say(figure), " nhưng liệt kê đến (", finding.expected, ")."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace checker
