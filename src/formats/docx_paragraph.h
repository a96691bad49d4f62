// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace formats {

// The text of a <w:p> as a person reads it, and changes to it that leave the formatting of its runs. Text boxes
// anchored in the paragraph, deleted text and field codes do not belong to it.
class DocxParagraphText {
public:
    explicit DocxParagraphText(pugi::xml_node paragraph);

    const std::string& text() const { return text_; }

    // Replaces bytes [begin, end), which takes the formatting of the run in which it begins. Positions are those of
    // text(), which does not change; replacements must not overlap and must come in order.
    void replace(std::size_t begin, std::size_t end, std::string_view with);
    // Writes the replacements into the paragraph. Line breaks become <w:br/>, tabs <w:tab/>.
    void write();

private:
    struct Piece {
        pugi::xml_node node;  // <w:t>, <w:tab> or <w:br>.
        std::size_t begin, end;
        std::string changed = {};
        std::size_t copied = 0;  // Up to where `changed` holds the text.
        bool is_changed = false;
    };
    void collect(pugi::xml_node node);

    std::vector<Piece> pieces_;
    std::string text_;
};

}  // namespace formats
