// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace formats {

// The DOCX package around the content of <w:body>: types, relations, styles, settings and the header with the page
// number, whose relation is rIdHeader.
std::string pack_docx(std::string_view body);

}  // namespace formats
