// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "schema/record_type.h"

namespace schema {

// What is wrong with one field of a record. `field` is empty when the record as a whole is wrong (RecordType::check).
// The refusal's args begin with {label of the field, the value as text}. Codes: required, wrong_type {…, what is
// needed}, not_in_list {…, label of the list}, too_long {…, characters at most}, bad_identifier {…, the field's help},
// out_of_range {…, least, most; empty where there is no limit}, and those of the type's own check.
struct FieldError {
    std::string_view field;
    base::Refusal refusal;
};

// What a field of that kind holds, in Vietnamese: "số nguyên", "ngày", …
std::string_view label_of(Kind kind);

// Fills what follows from other fields (search and sort keys) and turns empty texts into nothing. Call before
// `validate`.
void complete(Record& record);

// All that is wrong with the record, at once; empty when nothing is. Looks at this record alone: references, uniqueness
// and rules over several records are the store's and the actions' business.
std::vector<FieldError> validate(const Record& record);

}  // namespace schema
