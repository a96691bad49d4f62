// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "http/route.h"

namespace http {

// The OpenAPI 3.1 document of the interface: a path for each row of routes.cpp, the record types as they are described
// (schema/openapi.h), and what is neither from openapi_parts.json, which is part of the program.
std::string openapi_document();

// Names in the rows of routes.cpp that openapi_parts.json and the record types do not explain, and what is wrong with
// the parts themselves (openapi_parts.h). Empty when the document is whole; a test holds it so.
std::vector<std::string> unexplained_names();

}  // namespace http
