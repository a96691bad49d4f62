// SPDX-License-Identifier: AGPL-3.0-or-later
// What the report checker must be on the annotated passages; `./dev bench checker` prints it by rule.
#include <gtest/gtest.h>

#include "bench/checker_score.h"

namespace {

void expect_good(const std::string& file) {
    const auto passages = checker_score::read_passages("tests/corpus/checker/" + file);
    const auto result = checker_score::score(passages);
    std::string remarks;
    for (const auto& remark : result.remarks) remarks += remark + "\n";
    EXPECT_GE(result.all.precision(), 0.97) << remarks;
    EXPECT_GE(result.all.recall(), 0.85) << remarks;
}

TEST(CheckerCorpus, HasEnoughOfEachKind) {
    int passages = 0, right = 0;
    std::array<int, checker_score::rules.size()> planted{};
    for (const auto* file : {"tuned.txt", "held_out.txt"})
        for (const auto& passage : checker_score::read_passages(std::string{"tests/corpus/checker/"} + file)) {
            ++passages;
            right += passage.expected.empty();
            for (const auto& expected : passage.expected) ++planted[static_cast<std::size_t>(expected.rule)];
        }
    EXPECT_GE(passages, 80);
    EXPECT_GE(2 * right, passages);
    for (const auto count : planted) EXPECT_GE(count, 4);
}

TEST(CheckerCorpus, Tuned) { expect_good("tuned.txt"); }
TEST(CheckerCorpus, HeldOut) { expect_good("held_out.txt"); }

}  // namespace
