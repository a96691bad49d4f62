// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/uuid.h"

namespace schema {

using Bytes = std::vector<std::uint8_t>;

// One cell of any record, for code that does not know the C++ type: store, JSON, import, audit, columns.
// monostate = nothing there. Codes of a list are text. Never an empty text: nothing is monostate.
using Value =
    std::variant<std::monostate, bool, std::int64_t, std::string, base::Date, base::PartialDate, base::Uuid, Bytes>;

inline bool is_empty(const Value& value) { return value.index() == 0; }

// The value as one line of Vietnamese text for people: dates dd/mm/yyyy, "có"/"không", ids in full, bytes by their
// number.
std::string to_text(const Value& value);

}  // namespace schema
