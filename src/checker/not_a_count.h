// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "checker/text.h"

// Numbers that count nothing: years, dates, times, signs of documents (21-NQ/TW), terms (2020-2025), ordinals and
// article numbers, telephone numbers, addresses, ranges, money, measures and ages.
namespace checker {

// Where the number at `at`, which counts nothing, ends (with what belongs to it, such as the rest of a date); 0 when it
// may be a figure. `sentence` bounds the search.
std::size_t end_of_other_number(const Text& text, const Sentence& sentence, std::size_t at);

}  // namespace checker
