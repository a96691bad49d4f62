// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace formats {

// The text of a DOCX body (bytes in, UTF-8 out) as a person reads it: paragraphs end with a line feed, cells of a table
// row are parted by tabs, items of a list begin with "- ". Deleted text, field codes, headers, footers and notes are
// left out. Refused as ZipReader refuses, and as "file.not_a_document" {}, "file.has_doctype" {part}, "file.too_large"
// {"", bytes} when the text is longer than text_max.
base::Result<std::string> docx_text(std::string_view document, std::size_t text_max);

// Whether bytes begin as a ZIP container does, which is what a DOCX is.
bool is_zip(std::string_view bytes);

}  // namespace formats
