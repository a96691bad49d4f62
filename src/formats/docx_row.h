// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <vector>

#include "formats/docx_tags.h"

namespace formats {

// An opening or closing tag in the cells of a table row that is matched neither in its paragraph nor, alone in its
// paragraph, in its cell: it speaks of whole rows.
struct RowMark {
    DocxTag tag;
    pugi::xml_node paragraph;
    bool is_lone;
};

base::Result<std::vector<RowMark>> row_marks(pugi::xml_node row);

// Takes the tag out of its paragraph, and the paragraph out of its cell if nothing else is in it and the cell has
// another.
void remove_mark(const RowMark& mark);

}  // namespace formats
