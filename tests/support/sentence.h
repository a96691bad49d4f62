// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scenario {

// The form of a sentence, with holes:
//   {}        any text, as short as the rest allows, not empty
//   {string}  text in quotes ("…" or “…”), without them, perhaps empty
//   {int}     a whole number as people write it: 93, 5.907, -4
//   {date}    a day: 31/12/2020
class Pattern {
public:
    // Throws std::invalid_argument for an unknown hole, or when two {} touch.
    explicit Pattern(std::string_view text);

    const std::string& text() const { return text_; }
    // What fills the holes, in order; nothing when the sentence has another form.
    std::optional<std::vector<std::string>> match(std::string_view sentence) const;

private:
    enum class Hole { none, any, quoted, integer, date };
    struct Piece {
        Hole hole = Hole::none;
        std::string literal;  // When hole is none.
    };
    bool match_from(std::size_t piece, std::string_view rest, std::vector<std::string>& captures) const;

    std::string text_;
    std::vector<Piece> pieces_;
};

// How alike two sentences are, 0 to 1: the share of words in common. Used to suggest what an unknown sentence may mean.
double likeness(std::string_view sentence, std::string_view pattern);

}  // namespace scenario
