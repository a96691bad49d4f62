// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <vector>

// openapi_parts.json made whole: what the program knows anyway is not written there a second time.
//
// Two marks stand in it for what is filled in:
//   - "x-list": NAME: the codes of a list as enum, their labels as x-labels. Lists: those of the record types, and
//     record_types, figures, reports, rights.
//   - "x-record-type": NAME: the fields of a stored record of that type, among the members written there.
namespace http {

// The document without paths. Beyond the parts: a schema for each record type that may be written generically
// (schema/openapi.h), and "NewRecord", any of these; "Shown…" for each that may be read so, as lists and pages of
// records give it, with _labels and _masked, and "Record", any of these. x-record-types of both says which is whose.
boost::json::object openapi_frame();

// What is wrong with the parts: marks that name nothing, names that a record type has too. A test holds it empty.
std::vector<std::string> openapi_parts_defects();

}  // namespace http
