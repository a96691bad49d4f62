// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Vietnamese text. Everything is UTF-8 in and out. No function here refuses its input: each byte that is not valid
// UTF-8 counts as one U+FFFD, so results are always valid UTF-8. All but to_nfc of rare characters use our own small
// tables, so that stored keys never change with a library. A name of four words costs 0.1 to 0.3 µs.
namespace base {

bool is_valid_utf8(std::string_view text);
// Code points: the unit in which the lengths of text fields are declared.
std::size_t count_characters(std::string_view text);

// Composed form (Unicode NFC, "dựng sẵn"): e + ◌̂ + ◌́ becomes ế. Text that is already so costs one scan.
std::string to_nfc(std::string_view text);
// What a person meant to type into one line: NFC, no blanks at the ends, each run of white space (also tabs, line
// breaks, no-break spaces) one blank; control characters and invisible ones (zero-width space, byte order mark) gone. A
// soft hyphen U+00AD stays: it is the ư of TCVN3 text not yet converted (legacy_encoding.h).
std::string clean_text(std::string_view text);

// Letter case of Latin letters, of which all Vietnamese ones; anything else stays.
std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);

// For search and for matching headers and labels: "Đặng  Thị Thuỷ-Ưng" → "dang thi thuy ung". Only a–z, 0–9 and single
// blanks between; what is neither a Latin letter nor a digit parts words. Composed and decomposed text fold alike.
std::string fold(std::string_view text);

// One spelling where Vietnamese has two: the tone of an open oa, oe, uy stands on the first vowel (Hoà → Hòa, khoẻ →
// khỏe, Thuỷ → Thủy), of a closed one on the second (Hòang → Hoàng), after q never on the u (Qúy → Quý). For comparing;
// names are stored as typed, because papers of identity spell them so.
std::string canonical_tone(std::string_view text);

// Dictionary order as bytes: compare keys as plain bytes (SQLite BINARY, PostgreSQL collate "C") and the texts are in
// order. Keys are printable ASCII, about as long as the text. Word by word: the letters a ă â b c d đ e ê … y z, then
// the tone (ngang, huyền, hỏi, ngã, sắc, nặng), then the next word. Numbers come before letters and by value: "Chi bộ
// 2" before "Chi bộ 10". Case, punctuation and the place of the tone in the word (Hoà, Hòa) do not count: add another
// column where ties matter.
std::string sort_key(std::string_view text);

// "Nguyễn Thị Thu Hằng" = given name "Hằng" (tên) and the rest "Nguyễn Thị Thu" (họ và tên đệm). One word is a given
// name.
struct PersonName {
    std::string given;
    std::string rest;

    bool operator==(const PersonName&) const = default;
};

PersonName split_name(std::string_view full_name);
// Order of lists of persons: by given name (tên), then by the rest (họ, tên đệm), each as in sort_key.
std::string name_sort_key(std::string_view full_name);
std::string name_sort_key(std::string_view given, std::string_view rest);

}  // namespace base
