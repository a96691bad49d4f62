// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

#include "formats/zip.h"

namespace formats {

// Attributes of an element, by local name.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_{pairs} {}
    // Null when absent. A name that begins with ":" is matched with any prefix: ":id" finds r:id but not id.
    const char* find(std::string_view name) const;

private:
    const char** pairs_;
};

// What happens in an XML part. Names come without namespace prefix: Excel writes <row>, others <x:row>.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual base::Result<void> on_start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual base::Result<void> on_end(std::string_view name) = 0;
    virtual void on_text(std::string_view) {}
};

// Streams one part through the handler; the first refusal stops it. DOCTYPE, and with it every entity, is refused:
// file.has_doctype. Not well-formed: file.broken.
base::Result<void> parse_xml(const ZipReader& zip, const ZipEntry& part, XmlHandler& handler);

}  // namespace formats
