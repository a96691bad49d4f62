// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/legacy_encoding.h"
#include "base/text_letters.h"

// Words of text in a legacy encoding. Not for use outside base/.
namespace base {

// The word in Unicode, NFC; nothing when a code in it, or its place, is none of the encoding. ASCII stays as it is.
std::optional<std::string> decode_word(LegacyEncoding encoding, std::string_view word);

// Unicode Vietnamese beyond doubt: letters, or combining marks, that no legacy text can hold.
constexpr bool is_beyond_legacy(char32_t c) { return c >= 0x100 && c < 0x1F00; }

bool has_marks(std::string_view word);  // Anything but ASCII.
bool has_beyond_legacy(std::string_view word);

// Parts of words are ASCII letters and digits, and all else but white space and the dashes and quotes of U+2000–U+206F:
// signs such as ¨ or § are letters in TCVN3.
inline bool is_word_part(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return !is_white_space(c) && !(c >= 0x2000 && c < 0x2070);
}

// Calls `word` for each word and `between` for each code point between words, in order.
template <class Word, class Between>
void for_each_word(std::string_view text, Word word, Between between) {
    const char* at = text.data();
    const char* const end = at + text.size();
    const char* start = at;
    while (at != end) {
        const char* const before = at;
        const char32_t c = next_code_point(at, end);
        if (is_word_part(c)) continue;
        if (before != start) word(std::string_view{start, static_cast<std::size_t>(before - start)});
        between(c);
        start = at;
    }
    if (at != start) word(std::string_view{start, static_cast<std::size_t>(at - start)});
}

}  // namespace base
