// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/text_syllable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/text_letters.h"

namespace base {
namespace {

// Letters as their places in the alphabet (lower_letters), without tones; no syllable is longer than "nghiêng".
struct Spelling {
    static constexpr std::size_t length_max = 7;
    std::array<std::uint8_t, length_max> letters{};
    std::size_t length = 0;
    Tone tone = ngang;
    std::size_t tone_at = 0;

    constexpr bool operator==(const Spelling& other) const {
        return length == other.length && letters == other.letters;
    }
    constexpr auto operator<=>(const Spelling& other) const { return letters <=> other.letters; }
    constexpr Spelling from(std::size_t start) const {
        Spelling result;
        for (std::size_t i = start; i < length; ++i) result.letters[result.length++] = letters[i];
        return result;
    }
};

constexpr std::uint8_t order_of(char32_t letter) {
    for (std::uint8_t i = 0; i < lower_letters.size(); ++i)
        if (lower_letters[i][0] == letter) return i;
    return 0xFF;
}

// clang-format off
constexpr std::u32string_view onset_list =
    U"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
constexpr std::u32string_view rime_list =
    U"a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    U"e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu "
    U"i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    U"o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot "
    U"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    U"u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut "
    U"uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    U"y yêm yên yêng yêt yêu";
// Of uych, uynh and so on, what is left after qu.
constexpr std::u32string_view rime_list_after_qu = U"ych yn ynh yp yt yu";
// clang-format on

template <std::size_t count>
constexpr std::array<Spelling, count> spellings_of(std::u32string_view list) {
    std::array<Spelling, count> result{};
    std::size_t at = 0;
    for (const char32_t c : list)
        if (c == U' ')
            ++at;
        else
            result[at].letters[result[at].length++] = static_cast<std::uint8_t>(order_of(c) + 1);
    std::sort(result.begin(), result.end());
    return result;
}

constexpr std::size_t count_of(std::u32string_view list) {
    return 1 + static_cast<std::size_t>(std::count(list.begin(), list.end(), U' '));
}

constexpr auto onsets = spellings_of<count_of(onset_list)>(onset_list);
constexpr auto rimes = spellings_of<count_of(rime_list)>(rime_list);
constexpr auto rimes_after_qu = spellings_of<count_of(rime_list_after_qu)>(rime_list_after_qu);

constexpr std::uint8_t letter_number(char32_t letter) { return static_cast<std::uint8_t>(order_of(letter) + 1); }

std::optional<Spelling> spelling_of(std::string_view word) {
    Spelling result;
    const char* at = word.data();
    const char* const end = at + word.size();
    while (at != end) {
        const auto letter = letter_of(next_code_point(at, end));
        if (!letter.ascii || letter.tone == foreign_mark || result.length == Spelling::length_max) return {};
        if (letter.tone != ngang) {
            if (result.tone != ngang) return {};
            result.tone = letter.tone;
            result.tone_at = result.length;
        }
        result.letters[result.length++] = static_cast<std::uint8_t>(letter.order + 1);
    }
    return result;
}

bool is_hatted(std::uint8_t letter) {
    constexpr std::array hatted{letter_number(U'ă'), letter_number(U'â'), letter_number(U'ê'), letter_number(U'ô'),
                                letter_number(U'ơ')};
    return std::find(hatted.begin(), hatted.end(), letter) != hatted.end();
}

bool is_vowel(std::uint8_t letter) { return lower_letters[letter - 1u].size() > 1; }

// A hatted vowel draws the tone. Else the first vowel has it, or of oa, oe, uy either: the second in most spellings,
// the first in hòa and in the frequent misspelling Hòang.
bool may_carry_tone(const Spelling& rime, std::size_t at) {
    if (!is_vowel(rime.letters[at])) return false;
    for (std::size_t i = 0; i < rime.length; ++i)
        if (is_hatted(rime.letters[i])) return at == i;
    const auto first = rime.letters[0], second = rime.letters[1];
    const bool has_medial =
        (first == letter_number(U'o') && (second == letter_number(U'a') || second == letter_number(U'e'))) ||
        (first == letter_number(U'u') && second == letter_number(U'y'));
    return at == 0 || (at == 1 && has_medial);
}

bool is_stopped(const Spelling& rime) {
    const auto last = rime.letters[rime.length - 1];
    if (rime.length > 1 && last == letter_number(U'h')) return rime.letters[rime.length - 2] == letter_number(U'c');
    return last == letter_number(U'c') || last == letter_number(U'p') || last == letter_number(U't');
}

bool is_rime(const Spelling& word, std::size_t start) {
    if (start >= word.length) return false;
    const auto rime = word.from(start);
    const bool follows_qu = start == 2 && word.letters[0] == letter_number(U'q');
    if (!std::binary_search(rimes.begin(), rimes.end(), rime) &&
        !(follows_qu && std::binary_search(rimes_after_qu.begin(), rimes_after_qu.end(), rime)))
        return false;
    if (is_stopped(rime) && word.tone != sac && word.tone != nang) return false;
    return word.tone == ngang || (word.tone_at >= start && may_carry_tone(rime, word.tone_at - start));
}

}  // namespace

bool is_vietnamese_syllable(std::string_view text) {
    const auto word = spelling_of(text);
    if (!word) return false;
    if (is_rime(*word, 0)) return true;
    for (std::size_t length = 1; length <= 3 && length < word->length; ++length) {
        Spelling onset;
        while (onset.length < length) onset.letters[onset.length] = word->letters[onset.length], ++onset.length;
        if (std::binary_search(onsets.begin(), onsets.end(), onset) && is_rime(*word, length)) return true;
    }
    return false;
}

}  // namespace base
