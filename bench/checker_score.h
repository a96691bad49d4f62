// SPDX-License-Identifier: AGPL-3.0-or-later
// The annotated passages of tests/corpus/checker, and how the report checker does on them.
#pragma once

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "checker/check_text.h"

namespace checker_score {

// A contradiction that must be found: its rule, and figures that the finding must name.
struct Expected {
    checker::Rule rule{};
    std::vector<checker::Number> figures;
};

struct Passage {
    std::string code, text;
    std::vector<Expected> expected;  // None: wholly right.
};

inline constexpr std::array rules{checker::Rule::sum,       checker::Rule::share,  checker::Rule::base,
                                  checker::Rule::part,      checker::Rule::growth, checker::Rule::repeat,
                                  checker::Rule::comparator};

inline checker::Rule rule_named(const std::string& name) {
    for (const auto rule : rules)
        if (checker::name_of(rule) == name) return rule;
    throw std::runtime_error{"no rule is named " + name};
}

// "sum 298 41 229; share 16,2 74"
inline std::vector<Expected> parse_expected(const std::string& text) {
    std::vector<Expected> all;
    std::stringstream pieces{text};
    for (std::string piece; std::getline(pieces, piece, ';');) {
        std::stringstream words{piece};
        std::string word;
        words >> word;
        Expected expected{.rule = rule_named(word), .figures = {}};
        while (words >> word) {
            const auto number = checker::parse_number(word, checker::Before::count);
            if (!number) throw std::runtime_error{"not a number: " + word};
            expected.figures.push_back(*number);
        }
        all.push_back(std::move(expected));
    }
    return all;
}

inline std::vector<Passage> read_passages(const std::string& path) {
    std::ifstream file{path};
    if (!file) throw std::runtime_error{"cannot read " + path};
    std::vector<Passage> passages;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("== ")) {
            const auto bar = line.find(" | ");
            Passage passage{.code = line.substr(3, bar - 3), .text = {}, .expected = {}};
            const auto verdict = line.substr(bar + 3);
            const std::string wrong = "sai: ";
            if (verdict.starts_with(wrong)) passage.expected = parse_expected(verdict.substr(wrong.size()));
            passages.push_back(std::move(passage));
        } else if (!passages.empty()) {
            passages.back().text += line + "\n";
        }
    }
    return passages;
}

struct Score {
    int expected = 0, found = 0, right = 0;  // Contradictions planted; said; said and planted.
    double precision() const { return found == 0 ? 1 : double(right) / found; }
    double recall() const { return expected == 0 ? 1 : 1 - double(missed) / expected; }
    int missed = 0;

    Score& operator+=(const Score& more) {
        expected += more.expected, found += more.found, right += more.right, missed += more.missed;
        return *this;
    }
};

struct Result {
    std::array<Score, rules.size()> by_rule;
    Score all;
    std::vector<std::string> remarks;  // What was missed, and what was said wrongly.
};

inline bool answers(const checker::Finding& finding, const Expected& expected) {
    return finding.rule == expected.rule &&
           std::all_of(expected.figures.begin(), expected.figures.end(), [&](const checker::Number& number) {
               return std::any_of(
                   finding.figures.begin(), finding.figures.end(),
                   [&](const checker::FoundFigure& figure) { return checker::compare(figure.value, number) == 0; });
           });
}

inline Result score(const std::vector<Passage>& passages) {
    Result result;
    const auto of = [&](checker::Rule rule) -> Score& { return result.by_rule[static_cast<std::size_t>(rule)]; };
    for (const auto& passage : passages) {
        const auto findings = checker::check_text(passage.text);
        for (const auto& expected : passage.expected) {
            ++of(expected.rule).expected;
            const bool found = std::any_of(findings.begin(), findings.end(), [&](const checker::Finding& finding) {
                return finding.severity == checker::Severity::contradiction && answers(finding, expected);
            });
            if (found) continue;
            ++of(expected.rule).missed;
            result.remarks.push_back(passage.code + ": không thấy " + std::string{checker::name_of(expected.rule)});
        }
        for (const auto& finding : findings) {
            if (finding.severity != checker::Severity::contradiction) continue;
            ++of(finding.rule).found;
            const bool right = std::any_of(passage.expected.begin(), passage.expected.end(),
                                           [&](const Expected& expected) { return answers(finding, expected); });
            if (right)
                ++of(finding.rule).right;
            else
                result.remarks.push_back(passage.code + ": báo nhầm " + std::string{checker::name_of(finding.rule)} +
                                         ": " + finding.explanation);
        }
    }
    for (const auto& score : result.by_rule) result.all += score;
    return result;
}

}  // namespace checker_score
