// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>

#include "schema/record_type.h"

namespace records {

// Every record type, owners before what refers to them. Included in few places: what is here costs compile time.
std::span<const schema::RecordType* const> all();

// The type of that name, or null.
const schema::RecordType* find_type(std::string_view name);

}  // namespace records
