// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "checker/relation.h"

// Which figures of a text state a figure that registers give too.
namespace checker {

struct Recognised {
    std::size_t figure = 0;       // Index in Reading::figures.
    std::string_view name;        // Of the register figure (figures/figure.h), e.g. "members.graded".
    std::string_view grade = {};  // Only the part of this grade: "excellent" …; empty = the whole figure.
};

// Only what the words leave no doubt about: those graded and their grades, those admitted, all members, all grassroots
// organisations. Sentences about another year than `year`, or about some unit named in them, are left out.
std::vector<Recognised> recognise(const Reading& reading, int year);

}  // namespace checker
