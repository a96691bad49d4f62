// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "schema/record_type.h"

namespace schema {

// Record types as a TypeScript module: a union of codes and their labels for each list, an interface for each record
// type (what may be empty is optional), and the descriptions from which generic lists and forms are drawn.
std::string typescript(std::span<const RecordType* const> types);

// The code lists that the fields of these types use, each once, in order of first use.
std::vector<const CodeList*> lists_of(std::span<const RecordType* const> types);

}  // namespace schema
