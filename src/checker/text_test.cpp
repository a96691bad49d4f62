// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "checker/check_text.h"

namespace checker {
namespace {

std::vector<std::string> sentences(std::string_view source) {
    const Text text = cut_text(source);
    std::vector<std::string> all;
    for (const auto& sentence : text.sentences) all.emplace_back(text.text_of(sentence));
    return all;
}

using Lines = std::vector<std::string>;

TEST(Token, WordsAreComposedAndSmall) {
    const auto tokens = tokenise("HOÀ Bi\u0300nh m2 42/49…");
    ASSERT_EQ(tokens.size(), 7u);
    EXPECT_EQ(tokens[0].key, "hòa");
    EXPECT_EQ(tokens[1].key, "bình");
    EXPECT_EQ(tokens[2].key, "m2");
    EXPECT_TRUE(tokens[3].is_number());
    EXPECT_TRUE(tokens[4].is("/"));
    EXPECT_TRUE(tokens[6].is("…"));
    EXPECT_TRUE(tokens[0].is_capital);
    EXPECT_FALSE(tokens[2].is_capital);
}

TEST(Token, APhraseIsFoundWholeOnly) {
    const auto tokens = tokenise("trong tổng số 49");
    EXPECT_EQ(match(tokens, 0, "trong tổng số"), 3u);
    EXPECT_EQ(match(tokens, 0, "trong tổng cộng"), 0u);
    EXPECT_EQ(match(tokens, 2, "số lượng"), 0u);
    EXPECT_EQ(match_before(tokens, 3, "tổng số"), 2u);
    EXPECT_EQ(match_before(tokens, 1, "tổng số"), 0u);
}

TEST(Text, SentencesEndAtStopsButNotAtAbbreviations) {
    EXPECT_EQ(sentences("Một câu. Hai câu! Ba"), (Lines{"Một câu.", "Hai câu!", "Ba"}));
    EXPECT_EQ(sentences("Đảng bộ TP. Huế có 5.907 đảng viên."), (Lines{"Đảng bộ TP. Huế có 5.907 đảng viên."}));
    EXPECT_EQ(sentences("Có 6 tổ chức... Đối với đảng viên"), (Lines{"Có 6 tổ chức...", "Đối với đảng viên"}));
}

TEST(Text, AWrappedLineContinuesASentence) {
    EXPECT_EQ(sentences("Năm qua, Đảng bộ thành phố đã kết nạp được tất cả là\n252 đảng viên mới.").size(), 1u);
    EXPECT_EQ(sentences("Một tiêu đề\n\n252 đảng viên mới."), (Lines{"Một tiêu đề", "252 đảng viên mới."}));
}

TEST(Text, AListBelongsToTheLineBeforeIt) {
    EXPECT_EQ(sentences("Xếp loại 40 chi bộ:\n- Tốt: 30;\n- Khá: 10.\nViệc khác.").size(), 2u);
    EXPECT_EQ(sentences("Kết quả:\n1. Một.\n2. Hai.\n\nViệc khác.").size(), 2u);
}

// Offsets are those of the bytes given, also behind decomposed letters, byte order marks and bytes that are no UTF-8.
TEST(CheckText, OffsetsAreBytesOfTheInput) {
    const std::string text = "\xEF\xBB\xBFĐa\u0323t \xFF 42/49 chi bộ, đạt 84,7%.";
    const auto findings = check_text(text);
    ASSERT_EQ(findings.size(), 1u);
    for (const auto& figure : findings[0].figures)
        EXPECT_EQ(text.substr(figure.begin, figure.end - figure.begin), figure.text);
}

RC_GTEST_PROP(CheckText, AnyTextHasItsSentencesInOrder, (const std::string& noise)) {
    const Text text = cut_text(noise);
    std::size_t end = 0;
    for (const auto& sentence : text.sentences) {
        RC_ASSERT(sentence.first < sentence.last && sentence.begin >= end && sentence.end <= noise.size());
        end = sentence.end;
    }
}

}  // namespace
}  // namespace checker
