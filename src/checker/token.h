// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// The smallest pieces of a Vietnamese text: words (syllables), numbers, signs. Everything after works on these.
namespace checker {

struct Token {
    enum class Kind : std::uint8_t { word, number, sign };

    Kind kind = Kind::sign;
    bool follows_blank = false;      // White space, or the beginning of the text, stands before it.
    bool begins_line = false;        // The first of its line.
    bool follows_gap = false;        // An empty line stands before it.
    bool is_capital = false;         // A word that begins with a capital letter.
    std::uint8_t depth = 0;          // How many brackets, or levels of a bulleted list, enclose it.
    bool is_bullet = false;          // The sign, letter or number that begins an item of a list.
    std::size_t begin = 0, end = 0;  // Bytes in the text.
    std::string_view text;
    std::string key;  // Of a word: composed, lower case, one place of the tone ("Hoà" → "hòa"). Else the text itself;
                      // an ellipsis is "…", however it is written, and every dash is "-".

    bool is(std::string_view wanted) const { return key == wanted; }
    bool is_any_of(std::initializer_list<std::string_view> wanted) const {
        return std::find(wanted.begin(), wanted.end(), std::string_view{key}) != wanted.end();
    }
    bool is_word() const { return kind == Kind::word; }
    bool is_number() const { return kind == Kind::number; }
};

// Splits the text; never fails. A word is a run of letters, with digits that follow them ("m2"). A number is a run of
// digits with single points or commas between digits ("5.907", "85,39", "1.234,5"); its meaning is told by number.h.
std::vector<Token> tokenise(std::string_view text);

// Whether the words of `phrase` (lower case, single blanks) stand at tokens[at], tokens[at + 1], … ; how many tokens.
// 0 = no.
std::size_t match(const std::vector<Token>& tokens, std::size_t at, std::string_view phrase);
// The same, but the phrase ends just before `end`.
std::size_t match_before(const std::vector<Token>& tokens, std::size_t end, std::string_view phrase);

}  // namespace checker
