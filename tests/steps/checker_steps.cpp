// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/check_text.h"
#include "checker/figure.h"
#include "tests/support/scenario.h"

namespace {

using scenario::Failed;
using scenario::Given;

struct World {
    std::string text;
    std::vector<checker::Finding> findings;
};

// "6 · 42 · 49": the figures of a finding as they stand in the text.
std::string figures_of(const checker::Finding& finding) {
    std::string all;
    for (const auto& figure : finding.figures) {
        if (!all.empty()) all += " · ";
        all += figure.text;
    }
    return all;
}

std::string describe(const checker::Finding& finding) {
    std::string text{checker::label_of(finding.severity)};
    text.append(", ").append(checker::label_of(finding.rule)).append(": ").append(figures_of(finding));
    return text.append(" (").append(finding.explanation).append(")");
}

std::string describe(const std::vector<checker::Finding>& findings) {
    std::string text;
    for (const auto& finding : findings) text.append(text.empty() ? "" : "; ").append(describe(finding));
    return text.empty() ? "không có gì" : text;
}

const checker::Finding& only(const World& world) {
    if (world.findings.size() != 1) throw Failed{"có: " + describe(world.findings)};
    return world.findings.front();
}

// What a conclusion of a table row says: "không có gì", or "mâu thuẫn, cộng: 120 · 70 · 40".
void expect_conclusion(const World& world, const std::string& conclusion) {
    if (conclusion == "không có gì") {
        if (!world.findings.empty()) throw Failed{"có: " + describe(world.findings)};
        return;
    }
    const auto& finding = only(world);
    std::string said{checker::label_of(finding.severity)};
    said.append(", ").append(checker::label_of(finding.rule)).append(": ").append(figures_of(finding));
    scenario::expect_equal(said, conclusion);
}

void sentences(scenario::Sentences<World>& s) {
    s.add("câu “{}”", [](World& world, const Given& given) { world.text = given[0]; });
    s.add("văn bản:", [](World& world, const Given& given) { world.text = given.text(); });
    s.add("soát số liệu", [](World& world, const Given&) { world.findings = checker::check_text(world.text); });
    s.add("thấy {}", [](World& world, const Given& given) { expect_conclusion(world, given[0]); });
    s.add("phải là {string}",
          [](World& world, const Given& given) { scenario::expect_equal(only(world).expected, given[0]); });
    s.add("lời giải thích có {string}", [](World& world, const Given& given) {
        if (only(world).explanation.find(given[0]) == std::string::npos) throw Failed{only(world).explanation};
    });
    // "1.130 trường hợp; 42": what is read as a figure, with its noun.
    s.add("đọc được {}", [](World& world, const Given& given) {
        const auto reading = checker::read(world.text);
        std::string all;
        for (const auto& figure : reading.figures) {
            all += all.empty() ? "" : "; ";
            all += checker::to_text(figure.value);
            if (figure.is_ratio()) all += "/" + checker::to_text(figure.whole);
            if (figure.is_percent()) all += "%";
            if (figure.counts() && !figure.noun.name.empty()) all += " " + figure.noun.name;
        }
        scenario::expect_equal(all.empty() ? "không có số liệu nào" : all, given[0]);
    });
}

}  // namespace

SCENARIOS(World, sentences, "checker/figures.feature", "checker/sum.feature", "checker/grades.feature",
          "checker/share.feature", "checker/base.feature", "checker/part.feature", "checker/growth.feature",
          "checker/repeat.feature", "checker/comparator.feature")
