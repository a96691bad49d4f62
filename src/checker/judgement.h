// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "checker/relation.h"

// How each share of a text agrees with the bases it may have. The rules share, base and comparator say what follows.
namespace checker {

// A whole that a share may be of.
struct Base {
    std::int64_t value = 0;
    std::size_t figure = 0;
    bool is_ratio_whole = false;  // The 49 of 42/49.
};

struct Judgement {
    enum class Verdict : std::uint8_t {
        agrees,
        cut,         // Agrees only when decimals are cut off.
        disagrees,   // With the base that the text gives it, and with any other.
        other_base,  // Not with the base that the text gives it, but with `other`.
        beyond,      // "trên 50%" said of exactly 50%, "gần 90%" of more.
        unknown,     // The text gives no base.
        impossible,  // The text gives no base, and no whole number could be it: 13 is never 17,9% of anything.
        odd,         // All other shares of the list are of one base, and this one alone is not.
    };
    Verdict verdict = Verdict::unknown;
    const Share* share = nullptr;
    Base base;                     // The one given; of an odd one that of the others, which may stand nowhere.
    std::optional<Base> other;     // The one that fits.
    bool is_certain = false;       // The text leaves no doubt which base it gives.
    bool is_from_context = false;  // The base was found in the text around, not given by the words.
};

std::vector<Judgement> judge_shares(const Reading& reading);

// Whether any whole number could be the base of the share, with a generous rounding of one unit of its last decimal.
bool has_possible_base(std::int64_t part, const Number& percent);

// "17,3% (13/75) hoặc 17,6% (13/74)": the nearest shares of whole numbers, where the stated one is of none.
std::string possible_percents(std::int64_t part, const Number& stated);

// implied_base.cpp: shares without a base are held against whole numbers, and against each other.
void judge_implied_bases(const Reading& reading, std::vector<Judgement>& judgements);

// "85,7%": part / whole as the percentage of the text would have to be printed.
std::string expected_percent(std::int64_t part, std::int64_t whole, const Number& stated);

}  // namespace checker
