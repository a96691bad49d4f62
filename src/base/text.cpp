// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "base/text_letters.h"

namespace base {
namespace {

// Composed for certain: no character below U+0300 composes with anything before it, nor do the Vietnamese letters and
// the dashes and quotes of U+2010–U+205E.
constexpr bool is_surely_composed(char32_t c) {
    return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x205E);
}

// A broken byte reads as U+FFFD, which is not "surely composed": so true also means valid UTF-8.
bool is_surely_nfc(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end)
        if (!is_surely_composed(next_code_point(at, end))) return false;
    return true;
}

// As clean_text would leave it.
bool is_surely_clean(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    bool after_blank = true;
    while (at != end) {
        const char32_t c = next_code_point(at, end);
        if (!is_surely_composed(c) || is_invisible(c) || (is_white_space(c) && (c != ' ' || after_blank))) return false;
        after_blank = c == ' ';
    }
    return text.empty() || !after_blank;
}

std::string repaired(std::string_view text) {
    std::string result;
    result.reserve(text.size() + 8);
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) append_code_point(result, next_code_point(at, end));
    return result;
}

constexpr char32_t upper_of(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
    if (c >= 0xE0 && c <= 0xFE) return c == 0xF7 ? c : c - 32;
    if (c == 0xFF) return 0x178;
    if (c == 0x1B0) return 0x1AF;
    const bool even_is_upper = (c >= 0x100 && c <= 0x137 && c != 0x131) || (c >= 0x14A && c <= 0x177) || c == 0x1A1 ||
                               (c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF);
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((even_is_upper && c % 2 == 1) || (odd_is_upper && c % 2 == 0)) return c - 1;
    return c;
}

constexpr char32_t lower_of(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 32;
    if (c == 0x178) return 0xFF;
    if (c < 0xFF || c >= 0x1F00) return c;
    return upper_of(c + 1) == c && upper_of(c) == c ? c + 1 : c;
}

template <class Map>
std::string mapped(std::string_view text, Map map) {
    std::string result;
    result.reserve(text.size());
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) append_code_point(result, map(next_code_point(at, end)));
    return result;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const start = at;
        if (next_code_point(at, end) == replacement_character && at - start != 3) return false;
    }
    return true;
}

std::size_t count_characters(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    std::size_t count = 0;
    for (; at != end; ++count) next_code_point(at, end);
    return count;
}

std::string to_nfc(std::string_view text) {
    if (is_surely_nfc(text)) return std::string{text};
    std::string valid = is_valid_utf8(text) ? std::string{text} : repaired(text);
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(error);
    if (U_FAILURE(error) || nfc->isNormalizedUTF8(valid, error)) return valid;
    std::string result;
    icu::StringByteSink<std::string> sink{&result, static_cast<std::int32_t>(valid.size())};
    nfc->normalizeUTF8(0, valid, sink, nullptr, error);
    return U_FAILURE(error) ? valid : result;
}

std::string clean_text(std::string_view text) {
    if (is_surely_clean(text)) return std::string{text};
    std::string result;
    result.reserve(text.size());
    const char* at = text.data();
    const char* const end = at + text.size();
    bool blank_before = false;
    while (at != end) {
        const char32_t c = next_code_point(at, end);
        if (is_white_space(c)) {
            blank_before = !result.empty();
        } else if (!is_invisible(c)) {
            if (blank_before) result += ' ';
            blank_before = false;
            append_code_point(result, c);
        }
    }
    return to_nfc(result);  // Last: what stood between a letter and its mark is gone now.
}

std::string to_upper(std::string_view text) { return mapped(text, upper_of); }
std::string to_lower(std::string_view text) { return mapped(text, lower_of); }

std::string fold(std::string_view text) {
    std::string result(text.size(), '\0');  // Enough: nothing folds to more bytes than it had.
    char* to = result.data();
    const char* at = text.data();
    const char* const end = at + text.size();
    bool blank_before = false;
    const auto put = [&](char ascii) {
        if (blank_before && to != result.data()) *to++ = ' ';
        blank_before = false;
        *to++ = ascii;
    };
    while (at != end) {
        const char32_t c = next_code_point(at, end);
        if (const char ascii = letter_of(c).ascii) {
            put(ascii);
        } else if (c >= '0' && c <= '9') {
            put(static_cast<char>(c));
        } else if (const auto letters = ligature_of(c); !letters.empty()) {
            for (const char ascii_letter : letters) put(ascii_letter);
        } else if (!is_combining(c) && !is_invisible(c) && c != 0xAD) {
            blank_before = true;
        }
    }
    result.resize(static_cast<std::size_t>(to - result.data()));
    return result;
}

}  // namespace base
