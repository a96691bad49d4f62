// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "checker/finding.h"
#include "checker/noun.h"
#include "checker/text.h"

// Figures of a text (số liệu): the grammar of figure phrases, "hơn 55.700 đảng viên", "42/49 tổ chức", "chiếm 85,7%".
namespace checker {

// What the words around a figure make of it.
enum class Role : std::uint8_t {
    plain,
    change,     // tăng / giảm 12: not a part of anything.
    excess,     // vượt 5
    before,     // từ 120 …
    after,      // … lên 150, xuống còn 90
    reference,  // so với 120 của cùng kỳ; (cùng kỳ: 120)
    target,     // kế hoạch, chỉ tiêu 250
    remainder,  // còn lại 35
};

struct Figure {
    enum class Kind : std::uint8_t { count, ratio, percent, points };  // points: điểm phần trăm
    enum class Approximation : std::uint8_t { exactly, more, less, about, at_least, at_most };

    Kind kind = Kind::count;
    Approximation approximation = Approximation::exactly;
    Role role = Role::plain;
    bool is_decrease = false;  // Of a change: giảm, thấp hơn, ít hơn.
    Number value;              // Of a ratio the part.
    Number whole;              // Of a ratio the whole.
    Noun noun;                 // What is counted; of percentages nothing.
    std::size_t sentence = 0;
    std::size_t first = 0, last = 0;  // Tokens [first, last), with the sign of per cent.
    std::size_t lead = 0;             // Token with which the words that belong to it begin.
    std::size_t noun_last = 0;        // Token behind its noun phrase.
    std::size_t begin = 0, end = 0;   // Bytes of the digits (of a ratio, both numbers).
    std::uint8_t depth = 0;

    bool is_count() const { return kind == Kind::count; }
    bool is_ratio() const { return kind == Kind::ratio; }
    bool is_percent() const { return kind == Kind::percent; }
    bool is_exact() const { return approximation == Approximation::exactly; }
    bool counts() const { return is_count() || is_ratio(); }  // Whole numbers of things.
};

// All figures in the order of the text. Years, dates, signs of documents, terms, telephone and article numbers, money,
// measures and ages are none.
std::vector<Figure> find_figures(const Text& text);

// As findings show it; a ratio shows its two numbers as two figures.
FoundFigure found(const Text& text, const Figure& figure);
void append_found(std::vector<FoundFigure>& out, const Text& text, const Figure& figure);

}  // namespace checker
