// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/rules.h"

#include <algorithm>

namespace checker {

Finding make_finding(const Reading& reading, Severity severity, Rule rule, std::vector<std::size_t> figures) {
    std::sort(figures.begin(), figures.end());
    figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
    Finding finding{.severity = severity, .rule = rule};
    for (const auto figure : figures) append_found(finding.figures, reading.text, reading.figures[figure]);
    if (!figures.empty()) finding.sentence = reading.text.text_of(reading.sentence_of(reading.figures[figures.back()]));
    return finding;
}

std::string say(const Figure& figure) {
    std::string text = to_text(figure.value);
    if (figure.is_ratio()) text += "/" + to_text(figure.whole);
    if (figure.is_percent()) text += "%";
    if (figure.kind == Figure::Kind::points) text += " điểm phần trăm";
    if (figure.counts() && !figure.noun.name.empty()) text += " " + figure.noun.name;
    return text;
}

std::string join(std::initializer_list<std::string_view> pieces) {
    std::string text;
    for (const auto piece : pieces) text += piece;
    return text;
}

}  // namespace checker
