// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "schema/record_type.h"

namespace schema {

// What is wrong with one field of a record. `field` is empty when the record as a whole is wrong (RecordType::check).
// Codes: required, wrong_type, too_long, out_of_range, not_in_list, bad_identifier, and those of the type's own check.
// The refusal's args are {label of the field, the value as text, …what the message needs}.
struct FieldError {
    std::string_view field;
    base::Refusal refusal;
};

// Fills what follows from other fields (search and sort keys) and turns empty texts into nothing. Call before
// `validate`.
void complete(Record& record);

// All that is wrong with the record, at once; empty when nothing is. Looks at this record alone: references, uniqueness
// and rules over several records are the store's and the actions' business.
std::vector<FieldError> validate(const Record& record);

}  // namespace schema
