// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "actions/registers.h"
#include "quality/similarity.h"

namespace actions {

struct FindDuplicates {
    std::string organisation;  // Code: one of the two at least is, or last was, in it or below it. Empty = anywhere.
    int least_score = quality::worth_a_look;
};

// One of a pair.
struct DuplicateMember {
    base::Uuid id;
    std::string full_name, profile_number, cell_code, cell_name;  // The home cell of today, or the last one.
    base::PartialDate born_on;
};
struct Duplicate {
    DuplicateMember first, second;
    quality::Similarity similarity;
};

// Hồ sơ có thể trùng: pairs of files that may be one person's, the most similar first, with what speaks for it and
// against it; merge_members.h makes them one. Both must be in reach of the right `correct`: whoever cannot merge them
// is told nothing of them. About 0.5 s for 55,700 members. Refusals: those of require_organisation.
base::Result<std::vector<Duplicate>> find_duplicates(Context& context, const FindDuplicates& request);

std::string to_json(const std::vector<Duplicate>& duplicates);

}  // namespace actions
