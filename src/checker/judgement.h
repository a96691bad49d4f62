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
    };
    Verdict verdict = Verdict::unknown;
    const Share* share = nullptr;
    Base base;                     // The one given.
    std::optional<Base> other;     // The one that fits.
    bool is_certain = false;       // The text leaves no doubt which base it gives.
    bool is_from_context = false;  // The base was found in the text around, not given by the words.
};

std::vector<Judgement> judge_shares(const Reading& reading);

// "85,7%": part / whole as the percentage of the text would have to be printed.
std::string expected_percent(std::int64_t part, std::int64_t whole, const Number& stated);

}  // namespace checker
