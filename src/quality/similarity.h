// SPDX-License-Identifier: AGPL-3.0-or-later
// Hồ sơ trùng: whether two rows of the register may be one and the same person, and by what one sees it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/uuid.h"
#include "records/person.h"

namespace quality {

// What is compared of a person who is or was a party member. Empty texts and dates say nothing, for or against.
struct Traits {
    base::Uuid member, person;
    std::string full_name;
    std::string folded_name;  // base::fold of it.
    base::PartialDate born_on;
    records::Sex sex{};
    std::string ethnicity;
    std::string personal_id, old_identity_number, card_number, profile_number, phone;
    std::string native_place;  // Folded.
    base::Date ceremony_on;
};

// One thing that speaks for the two being one person (points above 0) or against it.
struct Evidence {
    std::string_view what;  // Vietnamese: "Họ tên chỉ khác dấu".
    int points = 0;
};

struct Similarity {
    int score = 0;  // 0–100: the sum of the points, within these bounds.
    std::vector<Evidence> evidence;
};

// From here on a pair is shown to a clerk; from `nearly_sure` on few are two persons.
inline constexpr int worth_a_look = 60, nearly_sure = 85;

// How many members of the register bear a folded name: the more, the less it says that two do.
using Namesakes = int;

// `namesakes` counts both. Symmetric. About 0.3 µs.
Similarity compare(const Traits& a, const Traits& b, Namesakes namesakes);

// A pair of places in a list of persons, the first smaller.
struct Pair {
    std::uint32_t a = 0, b = 0;
    Similarity similarity;
};
// All pairs worth a look, the most similar first. Only those are compared that share a name and a year of birth, a name
// and a native place, a day of birth and a given name, or a number that is equal or one digit off. About 3 µs a person.
std::vector<Pair> find_pairs(const std::vector<Traits>& persons);

}  // namespace quality
