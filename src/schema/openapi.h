// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <boost/json/fwd.hpp>
#include <span>
#include <string>

#include "schema/record_type.h"

// Record types as component schemas of OpenAPI 3.1 (JSON Schema 2020-12), describing the JSON of schema/json.h.
namespace schema {

// Titles are the Vietnamese labels. Beyond the standard: x-shape (entity, dated, event), x-owner, x-on; of a field
// x-list and x-labels (code → label), x-references (record type), x-sensitive (personal, identifier), x-unique,
// x-source (form or article), x-on-reorganise. What the server fills (id, version, derived fields) is readOnly and
// never required.
boost::json::object openapi_schema(const RecordType& type);

// All of them by the name of their component, in the order given.
boost::json::object openapi_schemas(std::span<const RecordType* const> types);

// PartyMember for party_member: the name of the component, and of the TypeScript interface.
std::string type_name(std::string_view name);

// JSON as people read it: two blanks a level, plain lists on one line, a line break at the end.
std::string to_readable_text(const boost::json::value& value);

}  // namespace schema
