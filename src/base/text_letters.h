// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// Code points and Latin letters: what the text functions share. Not for use outside base/.
namespace base {

inline constexpr char32_t replacement_character = 0xFFFD;

// Takes the code point at `at` (which is before `end`) and moves behind it. A byte that begins no valid sequence is
// U+FFFD.
inline char32_t next_code_point(const char*& at, const char* end) {
    const auto byte = [&](int i) { return static_cast<std::uint8_t>(at[i]); };
    const auto continues = [&](int i) { return at + i < end && (byte(i) & 0xC0) == 0x80; };
    const char32_t first = byte(0);
    if (first < 0x80) {
        ++at;
        return first;
    }
    if (first >= 0xC2 && first < 0xE0 && continues(1)) {
        const char32_t c = (first & 31) << 6 | (byte(1) & 63u);
        at += 2;
        return c;
    }
    if (first >= 0xE0 && first < 0xF0 && continues(1) && continues(2)) {
        const char32_t c = (first & 15) << 12 | (byte(1) & 63u) << 6 | (byte(2) & 63u);
        if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
            at += 3;
            return c;
        }
    }
    if (first >= 0xF0 && first < 0xF5 && continues(1) && continues(2) && continues(3)) {
        const char32_t c = (first & 7) << 18 | (byte(1) & 63u) << 12 | (byte(2) & 63u) << 6 | (byte(3) & 63u);
        if (c >= 0x10000 && c <= 0x10FFFF) {
            at += 4;
            return c;
        }
    }
    ++at;
    return replacement_character;
}

// Appends `c`, which is a valid code point.
inline void append_code_point(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6), put(0x80 | (c & 63));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
    } else {
        put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 63)), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
    }
}

// The Vietnamese alphabet with the foreign f j w z where dictionaries put them. A vowel has its six tones: ngang huyền
// hỏi ngã sắc nặng.
// clang-format off
inline constexpr std::array<std::u32string_view, 33> lower_letters{
    U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"b", U"c", U"d", U"đ", U"eèẻẽéẹ", U"êềểễếệ", U"f", U"g", U"h", U"iìỉĩíị", U"j", U"k", U"l", U"m",
    U"n", U"oòỏõóọ", U"ôồổỗốộ", U"ơờởỡớợ", U"p", U"q", U"r", U"s", U"t", U"uùủũúụ", U"ưừửữứự", U"v", U"w", U"x", U"yỳỷỹýỵ", U"z"};
inline constexpr std::array<std::u32string_view, 33> upper_letters{
    U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"B", U"C", U"D", U"Đ", U"EÈẺẼÉẸ", U"ÊỀỂỄẾỆ", U"F", U"G", U"H", U"IÌỈĨÍỊ", U"J", U"K", U"L", U"M",
    U"N", U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ", U"ƠỜỞỠỚỢ", U"P", U"Q", U"R", U"S", U"T", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"V", U"W", U"X", U"YỲỶỸÝỴ", U"Z"};
// clang-format on

// The tones, and a mark that is no Vietnamese one (ü, ç).
enum Tone : std::uint8_t { ngang, huyen, hoi, nga, sac, nang, foreign_mark };

struct Letter {
    char ascii = 0;          // a–z: without any mark, lower case. 0 = not a Latin letter.
    std::uint8_t order = 0;  // Index in lower_letters.
    Tone tone = ngang;
    bool is_upper = false;  // Known for Vietnamese letters only.
};

// What the code point is as a Latin letter; ligatures (ß, æ) are none, see ligature_of.
inline Letter letter_of(char32_t c);
// ß → "ss", æ → "ae"; empty for all others.
std::string_view ligature_of(char32_t c);

// White space of any kind, also line breaks.
constexpr bool is_white_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Takes no room on paper: control characters, zero-width spaces and joiners, direction marks, byte order mark.
constexpr bool is_invisible(char32_t c) {
    return (c < 0x20 && !is_white_space(c)) || (c >= 0x7F && c < 0xA0 && c != 0x85) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

// Marks that combine with the letter before them, as in decomposed text.
constexpr bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

namespace detail {

struct LetterTable {
    std::array<Letter, 0x250> low{};   // U+0000 to U+024F.
    std::array<Letter, 0x100> high{};  // U+1E00 to U+1EFF.
};
extern const LetterTable letter_table;

}  // namespace detail

inline Letter letter_of(char32_t c) {
    if (c < 0x250) return detail::letter_table.low[c];
    if (c >= 0x1E00 && c < 0x1F00) return detail::letter_table.high[c - 0x1E00];
    return {};
}

}  // namespace base
