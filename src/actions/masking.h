// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/record_type.h"

// Che số định danh: what people see of an identifier until someone with Right::reveal asks for it, and of what nobody
// sees at all.
namespace actions {

// Six dots and the last three characters: "••••••789"; dots alone when there are fewer than seven.
std::string mask(std::string_view identifier);

// Whether the field is left out of all that is shown: secrets, search and sort keys, contents of files.
bool is_hidden(const schema::Field& field);
bool is_identifier(const schema::Field& field);

// Masks identifiers and empties what is hidden. Returns the names of the masked fields.
std::vector<std::string_view> mask(schema::Record& record);

}  // namespace actions
