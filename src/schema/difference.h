// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/record_type.h"

namespace schema {

// One field that two states of a record do not share, as people read it in the history of a record, or when two clerks
// changed it at once.
struct Difference {
    std::string_view field, label;
    std::string before, after;  // As to_text(field, value); empty = nothing there.
};

// The fields that differ, in the order of the description; both records are of one type. Derived fields follow from
// others and are left out. Against Record{type} all that is filled differs: what an insertion brought, a deletion took.
std::vector<Difference> differences(const Record& before, const Record& after);

// A value of that field for people: codes by their label, what is shown nowhere (a password) as "(không hiện)".
std::string to_text(const Field& field, const Value& value);

}  // namespace schema
