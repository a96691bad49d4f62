// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "formats/docx.h"
#include "formats/docx_tags.h"

namespace formats {

// Where a name is looked up: in the item of the list whose block it stands in, or at the top.
struct DocxScope {
    std::string list = {};
    const DocxItem* item = nullptr;
};

// What a template's names stand for. Filling reads the data; listing placeholders notes the names.
class DocxLookup {
public:
    virtual ~DocxLookup() = default;
    virtual base::Result<std::string> value(const std::string& name, const DocxScope& scope) = 0;
    virtual base::Result<const std::vector<DocxItem>*> items(const std::string& list) = 0;
    virtual bool is_kept(const DocxTag& flag, const DocxScope& scope) = 0;
};

// Fills one part (body, header, footer, notes) in place.
base::Result<void> fill_part(pugi::xml_node root, DocxLookup& lookup);

}  // namespace formats
