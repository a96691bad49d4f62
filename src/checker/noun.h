// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/token.h"

// What is counted (đơn vị tính): the noun behind a number. Equal numbers of different nouns say nothing about each
// other: 244 lượt and 60 đồng chí are no whole and part.
namespace checker {

enum class NounClass : std::uint8_t { none, person, organisation, turn, case_file, event, document, place, other };

struct Noun {
    std::string name;  // "đảng viên"; abbreviations are spelt out. Empty = the text names none.
    NounClass of = NounClass::none;
    std::size_t tokens = 0;   // How many it takes.
    bool is_known = false;    // Of our list.
    bool is_generic = false;  // Stands for any noun of its class: đồng chí, người, trường hợp.
};

// The noun that begins at tokens[at]: of our list the longest, else the one or two words there. Nothing at a sign, a
// number or a word that cannot begin a noun.
Noun noun_at(const std::vector<Token>& tokens, std::size_t at, std::size_t end);
// Only nouns of our list.
Noun known_noun_at(const std::vector<Token>& tokens, std::size_t at, std::size_t end);

// Whether the word ends a noun phrase: verbs, prepositions, conjunctions.
bool ends_noun_phrase(const Token& token);

// Whether both may count the same things: equal, or one names nothing, or one is generic for the other.
bool may_be_same(const Noun& a, const Noun& b);
// Whether `part` may be a part of `whole`: besides the above, two kinds of organisation or of case.
bool may_be_part(const Noun& part, const Noun& whole);

// The same, and nouns that our list does not have go with all: for finding agreement, not disagreement.
bool may_be_listed_with(const Noun& a, const Noun& b);

// Units that are measured, paid or lived, not counted: tỷ đồng, ha, km, tuổi, tháng, giờ, điểm …
bool is_measure_at(const std::vector<Token>& tokens, std::size_t at);

}  // namespace checker
