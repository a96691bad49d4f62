// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/text.h"
#include "base/text_letters.h"

namespace base {
namespace {

char32_t with_tone(Letter letter, Tone tone) {
    return (letter.is_upper ? upper_letters : lower_letters)[letter.order][tone];
}

bool is_vowel(Letter letter) { return letter.ascii && lower_letters[letter.order].size() > 1; }

// The plain vowel (a e i o u y, no hat) that the letter is but for its tone; 0 for all others.
char plain_vowel(Letter letter) {
    if (letter.tone == foreign_mark || !is_vowel(letter)) return 0;
    return lower_letters[letter.order][0] < 0x80 ? letter.ascii : '\0';
}

bool is_medial_pair(char first, char second) {
    return (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
}

}  // namespace

std::string canonical_tone(std::string_view text) {
    const auto composed = to_nfc(text);
    std::string result;
    result.reserve(composed.size());
    const char* at = composed.data();
    const char* const end = at + composed.size();
    const auto peek = [end](const char*& from) { return from == end ? U'\0' : next_code_point(from, end); };
    char before = 0;  // The letter before, without marks.
    while (at != end) {
        const char32_t c = next_code_point(at, end);
        const auto first = letter_of(c);
        const char first_vowel = plain_vowel(first);
        const char* after = at;
        const auto second = first_vowel == 'o' || first_vowel == 'u' ? letter_of(peek(after)) : Letter{};
        const bool has_one_tone =
            is_vowel(second) && (first.tone == ngang) != (second.tone == ngang) && second.tone != foreign_mark;
        const bool follows_q = first_vowel == 'u' && before == 'q';
        before = first.ascii;
        const char* further = after;
        const char32_t next = peek(further);
        // A mark left over by NFC: the second vowel has two.
        if (!has_one_tone || is_combining(next) || !(follows_q || is_medial_pair(first_vowel, plain_vowel(second)))) {
            append_code_point(result, c);
            continue;
        }
        const bool is_open = letter_of(next).ascii == 0;
        const bool on_first = is_open && !follows_q;
        const Tone tone = first.tone == ngang ? second.tone : first.tone;
        append_code_point(result, with_tone(first, on_first ? tone : ngang));
        append_code_point(result, with_tone(second, on_first ? ngang : tone));
        before = second.ascii;
        at = after;
    }
    return result;
}

}  // namespace base
