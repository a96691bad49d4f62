// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "schema/json_writer.h"
#include "schema/record_type.h"
#include "schema/validate.h"

// Records as JSON: for the HTTP interface, audit images and dumps. Keys are "id", "version" and the names of the fields
// in the order of the description; what is empty is left out. Dates are ISO (2020-12-31, 2020-12, 2020), codes are
// codes, ids their 36 characters, bytes Base64. Secret fields are neither written nor read.
namespace schema {

// Canonical: equal records give equal text. Escapes only what JSON demands, integers are plain; no blanks.
void write_record(JsonWriter& out, const Record& record);
std::string to_json_text(const Record& record);
boost::json::object to_json(const Record& record);

// What a client sent: the record as far as it could be read, and all that is wrong with it.
struct Parsed {
    Record record;
    std::vector<FieldError> errors;
};

inline constexpr std::size_t json_size_max = 32u << 20;  // Room for an attachment of 20 MB.

// Reads, completes and validates. Nothing of the text is trusted: it must be valid UTF-8, at most json_size_max bytes
// and 32 levels deep. Texts become NFC; each of their lines is cleaned as by base::clean_text. `null` is empty. Derived
// fields are computed anew. Only what stands at the beginning of JSON's own syntax stops the reading; otherwise every
// field is judged, in the order of the description, then keys that are no field.
// Codes: invalid_json {byte}, json_too_large {bytes at most}, not_an_object, unknown_field {name, label of the type},
// bad_date, year_only, and those of validate(). The record's own `check` is asked only when each field is right.
Parsed from_json(const RecordType& type, std::string_view text);
Parsed from_json(const RecordType& type, const boost::json::value& value);

}  // namespace schema
