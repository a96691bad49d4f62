// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/legacy_encoding.h"

#include <algorithm>
#include <array>

#include "base/legacy_encoding_words.h"
#include "base/text.h"
#include "base/text_syllable.h"

namespace base {
namespace {

// TCVN3 by code, from 0xA0 on; '.' where there is no letter.
// clang-format off
constexpr std::u32string_view tcvn3_letters =
    U".ĂÂÊÔƠƯĐăâêôơưđ."   // A0
    U".....àảãáạ.ằẳẵắ."   // B0
    U"......ặầẩẫấậè.ẻẽ"   // C0
    U"éẹềểễếệìỉ...ĩíịò"   // D0
    U".ỏõóọồổỗốộờởỡớợù"   // E0
    U".ủũúụừửữứựỳỷỹýỵ.";  // F0
// clang-format on
static_assert(tcvn3_letters.size() == 0x60);

char32_t from_tcvn3(char32_t code) {
    const char32_t letter = code >= 0xA0 && code <= 0xFF ? tcvn3_letters[code - 0xA0] : U'.';
    return letter == U'.' ? 0 : letter;
}

// In VNI, what follows a vowel: which vowels, which letter it becomes of them in turn, and with which tone. Codes of
// capitals are 0x20 less.
struct VniMark {
    char32_t code;
    std::u32string_view vowels;
    std::u32string_view letters;
    Tone tone;
};

// ơ and ư stand here as VNI writes them, ô and ö.
constexpr std::u32string_view tone_vowels = U"aeouyôö", tone_letters = U"aeouyơư";
constexpr std::u32string_view hat_vowels = U"aeo", hat_letters = U"âêô";
// clang-format off
constexpr std::array<VniMark, 17> vni_marks{{
    {U'ø', tone_vowels, tone_letters, huyen}, {U'û', tone_vowels, tone_letters, hoi},  {U'õ', tone_vowels, tone_letters, nga},
    {U'ù', tone_vowels, tone_letters, sac},   {U'ï', tone_vowels, tone_letters, nang},
    {U'â', hat_vowels, hat_letters, ngang},   {U'à', hat_vowels, hat_letters, huyen},  {U'å', hat_vowels, hat_letters, hoi},
    {U'ã', hat_vowels, hat_letters, nga},     {U'á', hat_vowels, hat_letters, sac},    {U'ä', hat_vowels, hat_letters, nang},
    {U'ê', U"a", U"ă", ngang},                {U'è', U"a", U"ă", huyen},               {U'ú', U"a", U"ă", hoi},
    {U'ü', U"a", U"ă", nga},                  {U'é', U"a", U"ă", sac},                 {U'ë', U"a", U"ă", nang}}};
// Letters that are one code in VNI.
constexpr std::u32string_view vni_single_codes = U"ñôöìæóíòî", vni_single_letters = U"đơưìỉĩíịỵ";
// clang-format on

constexpr bool is_latin1_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }
constexpr char32_t small(char32_t c) { return is_latin1_capital(c) ? c + 0x20 : c; }

char32_t with_case_and_tone(char32_t letter, bool is_capital, Tone tone) {
    const auto known = letter_of(letter);
    const auto& tones = (is_capital ? upper_letters : lower_letters)[known.order];
    return tones[tone == ngang ? known.tone : tone];
}

// The vowel with the mark that follows it, or 0.
char32_t vni_pair(char32_t vowel, char32_t code) {
    const auto mark =
        std::find_if(vni_marks.begin(), vni_marks.end(), [&](const VniMark& m) { return m.code == small(code); });
    if (mark == vni_marks.end()) return 0;
    const auto at = mark->vowels.find(small(vowel));
    if (at == std::u32string_view::npos) return 0;
    return with_case_and_tone(mark->letters[at], is_latin1_capital(vowel), mark->tone);
}

char32_t vni_single(char32_t code) {
    if (code < 0x80) return code;
    const auto at = vni_single_codes.find(small(code));
    return at == std::u32string_view::npos ? 0
                                           : with_case_and_tone(vni_single_letters[at], is_latin1_capital(code), ngang);
}

// The letter that `code`, in TCVN3 or VNI, begins; in VNI moves `at` behind its mark. 0 = no such letter.
char32_t decode_letter(LegacyEncoding encoding, char32_t code, const char*& at, const char* end) {
    if (encoding == LegacyEncoding::tcvn3) return code < 0x80 ? code : from_tcvn3(code);
    if (at != end) {
        const char* after = at;
        if (const auto letter = vni_pair(code, next_code_point(after, end))) {
            at = after;
            return letter;
        }
    }
    return vni_single(code);
}

bool is_typed_in_capitals(std::string_view text) {
    int capitals_in_word = 0, capitals_most = 0;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') return false;
        if (c == ' ') capitals_in_word = 0;
        if (c >= 'A' && c <= 'Z') capitals_most = std::max(capitals_most, ++capitals_in_word);
    }
    return capitals_most >= 2;
}

// The text has a word in proper Vietnamese that cannot have been typed in the encoding.
bool is_unicode_vietnamese(LegacyEncoding encoding, std::string_view text) {
    bool found = false;
    for_each_word(
        text,
        [&](std::string_view word) {
            found = found || has_beyond_legacy(word) ||
                    (has_marks(word) && is_vietnamese_syllable(word) && !decode_word(encoding, word));
        },
        [](char32_t) {});
    return found;
}

}  // namespace

bool has_marks(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<std::uint8_t>(c) >= 0x80; });
}

bool has_beyond_legacy(std::string_view word) {
    const char* at = word.data();
    const char* const end = at + word.size();
    while (at != end)
        if (is_beyond_legacy(next_code_point(at, end))) return true;
    return false;
}

std::optional<std::string> decode_word(LegacyEncoding encoding, std::string_view word) {
    std::string result;
    const char* at = word.data();
    const char* const end = at + word.size();
    while (at != end) {
        const auto code = next_code_point(at, end);
        const auto letter = decode_letter(encoding, code, at, end);
        if (!letter) return {};
        append_code_point(result, letter);
    }
    return result;
}

std::string from_legacy(LegacyEncoding encoding, std::string_view text) {
    if (encoding == LegacyEncoding::none || !has_marks(text) || is_unicode_vietnamese(encoding, text))
        return to_nfc(text);
    std::string result;
    for_each_word(
        text,
        [&](std::string_view word) {
            if (const auto decoded = decode_word(encoding, word))
                result += *decoded;
            else
                result += word;
        },
        [&](char32_t c) { append_code_point(result, c); });
    if (encoding == LegacyEncoding::tcvn3 && is_typed_in_capitals(text)) result = to_upper(result);
    return to_nfc(result);
}

}  // namespace base
