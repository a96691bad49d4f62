// SPDX-License-Identifier: AGPL-3.0-or-later
// Our tables against ICU.
#include <gtest/gtest.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <random>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/text_letters.h"

namespace base {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    return text.toUTF8String(result);
}

std::string utf8(char32_t c) { return utf8(icu::UnicodeString{static_cast<UChar32>(c)}); }

constexpr std::array onsets{"",  "b",  "c",   "ch", "d", "đ",  "g", "gh", "gi", "h",  "k",  "kh", "l", "m",
                            "n", "ng", "ngh", "nh", "p", "ph", "r", "s",  "t",  "th", "tr", "v",  "x", "w"};
// The first part, the vowel that carries the tone, and the last part; in canonical spelling.
struct Rime {
    const char* medial;
    const char32_t* toned;
    const char* coda;
};
constexpr std::array rimes{
    Rime{"", U"aàảãáạ", ""},    Rime{"", U"aàảãáạ", "n"},   Rime{"", U"aàảãáạ", "nh"},  Rime{"", U"ăằẳẵắặ", "ng"},
    Rime{"", U"âầẩẫấậ", "n"},   Rime{"", U"âầẩẫấậ", "y"},   Rime{"", U"eèẻẽéẹ", "o"},   Rime{"", U"êềểễếệ", "nh"},
    Rime{"i", U"êềểễếệ", "m"},  Rime{"", U"iìỉĩíị", ""},    Rime{"", U"iìỉĩíị", "a"},   Rime{"", U"oòỏõóọ", "a"},
    Rime{"o", U"aàảãáạ", "n"},  Rime{"o", U"aàảãáạ", "ng"}, Rime{"", U"oòỏõóọ", "i"},   Rime{"", U"ôồổỗốộ", "i"},
    Rime{"u", U"ôồổỗốộ", "ng"}, Rime{"", U"ơờởỡớợ", "n"},   Rime{"ư", U"ơờởỡớợ", "ng"}, Rime{"", U"uùủũúụ", "ng"},
    Rime{"", U"uùủũúụ", "y"},   Rime{"u", U"yỳỷỹýỵ", "nh"}, Rime{"uy", U"êềểễếệ", "n"}, Rime{"", U"ưừửữứự", ""},
    Rime{"", U"yỳỷỹýỵ", ""}};

class Words {
public:
    explicit Words(std::uint32_t seed) : random_{seed} {}

    std::size_t below(std::size_t count) { return random_() % count; }
    std::string word() {
        const auto& rime = rimes[below(rimes.size())];
        std::string onset = onsets[below(onsets.size())];
        const auto vowel = rime.medial + utf8(rime.toned[below(6)]);
        // Before e, ê and i, g is written gh: "gìa" would be another spelling of "già", which ICU does not know.
        if (onset == "g" && std::string_view{"ei"}.find(fold(vowel)[0]) != std::string_view::npos) onset = "gh";
        return onset + vowel + rime.coda;
    }
    std::string words(std::size_t count) {
        std::string text = word();
        while (--count > 0) text += ' ' + word();
        return below(2) ? to_upper(text) : text;
    }

private:
    std::mt19937 random_;
};

int sign(int x) { return (x > 0) - (x < 0); }

class VietnameseCollator {
public:
    VietnameseCollator() {
        UErrorCode error = U_ZERO_ERROR;
        collator_.reset(icu::Collator::createInstance(icu::Locale{"vi"}, error));
        collator_->setStrength(icu::Collator::SECONDARY);
        collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, error);
        if (U_FAILURE(error)) throw std::runtime_error{u_errorName(error)};
    }
    int compare(std::string_view a, std::string_view b) const {
        UErrorCode error = U_ZERO_ERROR;
        return collator_->compareUTF8(icu::StringPiece{a.data(), static_cast<std::int32_t>(a.size())},
                                      icu::StringPiece{b.data(), static_cast<std::int32_t>(b.size())}, error);
    }
    // The first pair of words that differ decides. ICU itself compares the letters of all words before the tones of
    // any, so that it puts "An Khê" after "Án Bình"; a list by word-wise order keeps all "An" together.
    int compare_by_word(std::string_view a, std::string_view b) const {
        for (;;) {
            const auto end_a = a.find(' '), end_b = b.find(' ');
            if (const int order = compare(a.substr(0, end_a), b.substr(0, end_b))) return order;
            const bool a_ends = end_a == a.npos, b_ends = end_b == b.npos;
            if (a_ends || b_ends) return b_ends - a_ends;
            a.remove_prefix(end_a + 1), b.remove_prefix(end_b + 1);
        }
    }

private:
    std::unique_ptr<icu::Collator> collator_;
};

TEST(TextOracle, SortKeyOrdersWordsAsIcu) {
    const VietnameseCollator icu;
    Words words{1};
    for (int i = 0; i < 200'000; ++i) {
        const auto a = words.words(1), b = words.words(1);
        ASSERT_EQ(sign(sort_key(a).compare(sort_key(b))), icu.compare(a, b)) << a << " | " << b;
    }
}

TEST(TextOracle, SortKeyOrdersSeveralWordsAsIcuWordByWord) {
    const VietnameseCollator icu;
    Words words{2};
    int differing_from_whole = 0;
    for (int i = 0; i < 200'000; ++i) {
        // The same words with other tones now and then, else hardly any pair would come to its tones.
        const auto first = words.words(1);
        const auto a = first + ' ' + words.words(1 + words.below(3));
        const auto b = (words.below(2) ? first : words.words(1)) + ' ' + words.words(1 + words.below(3));
        const int own = sign(sort_key(a).compare(sort_key(b)));
        ASSERT_EQ(own, icu.compare_by_word(a, b)) << a << " | " << b;
        differing_from_whole += own != icu.compare(a, b);
    }
    EXPECT_LT(differing_from_whole, 2'000);
    // The difference meant: all "An" before any "Án".
    EXPECT_GT(icu.compare("An Khê", "Án Bình"), 0);
    EXPECT_LT(sort_key("An Khê"), sort_key("Án Bình"));
    // Both spellings of a syllable are one, while ICU puts hoá, whose o has no tone, before hòa.
    EXPECT_LT(icu.compare("hoá", "hòa"), 0);
    EXPECT_GT(sort_key("hoá"), sort_key("hòa"));
}

TEST(TextOracle, NameSortKeyOrdersByGivenNameThenRest) {
    const VietnameseCollator icu;
    Words words{3};
    for (int i = 0; i < 50'000; ++i) {
        const auto given_a = words.words(1), given_b = words.below(2) ? given_a : words.words(1);
        const auto rest_a = words.words(1 + words.below(3)), rest_b = words.words(1 + words.below(3));
        const int given_order = icu.compare(given_a, given_b);
        const int expected = given_order ? given_order : icu.compare_by_word(rest_a, rest_b);
        const int own = sign(name_sort_key(rest_a + ' ' + given_a).compare(name_sort_key(rest_b + ' ' + given_b)));
        ASSERT_EQ(own, expected) << rest_a << ' ' << given_a << " | " << rest_b << ' ' << given_b;
    }
}

TEST(TextOracle, SortKeyOrdersNumbersAsIcuNumericCollation) {
    const VietnameseCollator icu;
    Words words{4};
    for (int i = 0; i < 20'000; ++i) {
        const auto make = [&] {
            return "tổ " + std::to_string(words.below(300)) + (words.below(2) ? " " + words.word() : "");
        };
        const auto a = make(), b = make();
        ASSERT_EQ(sign(sort_key(a).compare(sort_key(b))), icu.compare_by_word(a, b)) << a << " | " << b;
    }
}

std::unique_ptr<icu::Transliterator> icu_fold() {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>{
        icu::Transliterator::createInstance("NFD; [:Mn:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD, error)};
}

TEST(TextOracle, FoldMatchesTransliterator) {
    const auto icu = icu_fold();
    ASSERT_TRUE(icu);
    Words words{5};
    for (int i = 0; i < 10'000; ++i) {
        const auto text = words.words(1 + words.below(4));
        auto expected = icu::UnicodeString::fromUTF8(text);
        icu->transliterate(expected);
        ASSERT_EQ(fold(text), utf8(expected)) << text;
    }
}

TEST(TextOracle, LettersMatchTransliterator) {
    const auto icu = icu_fold();
    ASSERT_TRUE(icu);
    int compared = 0;
    for (char32_t c = 0xC0; c < 0x1F00; c = c == 0x24F ? 0x1E00 : c + 1) {
        icu::UnicodeString text{static_cast<UChar32>(c)};
        icu->transliterate(text);
        const auto expected = utf8(text);
        const bool is_letter = expected.size() == 1 && expected[0] >= 'a' && expected[0] <= 'z';
        if (!is_letter && fold(utf8(c)).empty()) continue;
        ++compared;
        EXPECT_EQ(fold(utf8(c)), expected) << std::hex << static_cast<std::uint32_t>(c);
    }
    EXPECT_GT(compared, 500);
}

TEST(TextOracle, LetterCaseMatchesIcu) {
    for (char32_t c = 1; c < 0x1F00; c = c == 0x17F ? 0x1A0 : c == 0x1B0 ? 0x1E00 : c + 1) {
        if (c == 0x1A2) c = 0x1AF;
        if (c == 0xB5 || c == 0x130 || c == 0x131 || c == 0x17F || (c >= 0x1E96 && c < 0x1EA0)) continue;
        EXPECT_EQ(to_upper(utf8(c)), utf8(static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)))))
            << std::hex << std::uint32_t{c};
        EXPECT_EQ(to_lower(utf8(c)), utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))))
            << std::hex << std::uint32_t{c};
    }
}

TEST(TextOracle, NfcUndoesNfd) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfd = icu::Normalizer2::getNFDInstance(error);
    const auto* nfc = icu::Normalizer2::getNFCInstance(error);
    Words words{6};
    for (int i = 0; i < 20'000; ++i) {
        const auto text = words.words(1 + words.below(4));
        const auto decomposed = utf8(nfd->normalize(icu::UnicodeString::fromUTF8(text), error));
        ASSERT_EQ(to_nfc(decomposed), text);
        ASSERT_EQ(fold(decomposed), fold(text));
        ASSERT_EQ(sort_key(decomposed), sort_key(text));
    }
    // The fast path may only pass what ICU calls composed, whatever comes before it.
    for (char32_t c = 1; c < 0x3000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const auto text = "a" + utf8(c) + "e";
        ASSERT_EQ(to_nfc(text), utf8(nfc->normalize(icu::UnicodeString::fromUTF8(text), error)))
            << std::hex << std::uint32_t{c};
        ASSERT_EQ(sort_key(text), sort_key(to_nfc(text))) << std::hex << std::uint32_t{c};
    }
}

}  // namespace
}  // namespace base
