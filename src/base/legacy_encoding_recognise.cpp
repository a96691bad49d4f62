// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "base/legacy_encoding.h"
#include "base/legacy_encoding_words.h"
#include "base/text.h"
#include "base/text_syllable.h"

namespace base {
namespace {

struct Evidence {
    int pro = 0;
    int contra = 0;

    bool is_enough() const { return pro >= 2 && contra * 4 <= pro; }
};

constexpr bool is_small_ascii(char32_t c) { return c >= 'a' && c <= 'z'; }

// How hardly anybody would write the word who does not write TCVN3: 2 when a sign stands inside or at the end of it
// (V¨n), when Đ is §, or when a capital follows a small letter (TrÇn); 1 when all are small letters (Bïi). The ordinal
// ª ends Spanish words too (Mª).
int strangeness_tcvn3(std::string_view word) {
    const char* at = word.data();
    const char* const end = at + word.size();
    char32_t before = 0;
    while (at != end) {
        const char32_t c = next_code_point(at, end);
        const bool is_sign = (c >= 0xA1 && c < 0xC0 && !(c == 0xAA && at == end)) || c == 0xD7 || c == 0xF7;
        const bool is_capital = c >= 0xC0 && c <= 0xDE;
        if ((is_sign && (before || c == 0xA7)) || (is_capital && is_small_ascii(before))) return 2;
        before = c;
    }
    return 1;
}

// 2 when a mark follows a vowel as in no Western language (Nguyeãn, Vaên), 1 when it might (Thaï, Saül, goût).
int strangeness_vni(std::string_view word) {
    constexpr std::u32string_view western = U"ïûëüîÏÛËÜÎñÑöÖôÔ";
    constexpr std::u32string_view vowels = U"aeouyôöAEOUYÔÖ";
    const char* at = word.data();
    const char* const end = at + word.size();
    char32_t before = 0;
    while (at != end) {
        const char32_t c = next_code_point(at, end);
        if (c >= 0x80 && western.find(c) == western.npos && vowels.find(before) != vowels.npos) return 2;
        before = c;
    }
    return 1;
}

class Recogniser {
public:
    void add(std::string_view text) {
        if (!has_marks(text)) return;
        for_each_word(
            text,
            [&](std::string_view word) {
                if (has_marks(word) && seen_.emplace(word).second) weigh(word);
            },
            [](char32_t) {});
    }
    LegacyEncoding answer() const {
        if (tcvn3_.is_enough() && tcvn3_.pro - tcvn3_.contra > vni_.pro - vni_.contra) return LegacyEncoding::tcvn3;
        if (vni_.is_enough() && vni_.pro - vni_.contra > tcvn3_.pro - tcvn3_.contra) return LegacyEncoding::vni;
        return LegacyEncoding::none;
    }

private:
    void weigh(std::string_view word) {
        if (has_beyond_legacy(word)) {
            ++tcvn3_.contra, ++vni_.contra;
            return;
        }
        const bool is_good_as_is = is_vietnamese_syllable(word);
        weigh(LegacyEncoding::tcvn3, word, is_good_as_is, tcvn3_);
        weigh(LegacyEncoding::vni, word, is_good_as_is, vni_);
    }
    static void weigh(LegacyEncoding encoding, std::string_view word, bool is_good_as_is, Evidence& evidence) {
        const auto decoded = decode_word(encoding, word);
        // A single letter or sign (©, à) says nothing: many are syllables by chance.
        if (count_characters(word) == 1 || (decoded && count_characters(*decoded) == 1)) return;
        if (!decoded || !is_vietnamese_syllable(*decoded))
            ++evidence.contra;
        else if (!is_good_as_is)
            evidence.pro += encoding == LegacyEncoding::tcvn3 ? strangeness_tcvn3(word) : strangeness_vni(word);
    }

    std::unordered_set<std::string> seen_;
    Evidence tcvn3_, vni_;
};

}  // namespace

LegacyEncoding recognise_legacy(std::span<const std::string> samples) {
    Recogniser recogniser;
    for (const auto& text : samples) recogniser.add(text);
    return recogniser.answer();
}

LegacyEncoding recognise_legacy(std::string_view text) {
    Recogniser recogniser;
    recogniser.add(text);
    return recogniser.answer();
}

}  // namespace base
