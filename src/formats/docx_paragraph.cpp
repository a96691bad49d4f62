// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx_paragraph.h"

#include "base/check.h"

namespace formats {
namespace {

void set_text(pugi::xml_node node, std::string_view text) {
    node.text().set(std::string{text}.c_str());
    if (!node.attribute("xml:space")) node.append_attribute("xml:space");
    node.attribute("xml:space").set_value("preserve");
}

// Puts the text in place of a <w:t>, <w:tab> or <w:br>.
void put_text(pugi::xml_node node, std::string_view text) {
    auto run = node.parent();
    for (;;) {
        const auto end = std::min(text.find_first_of("\n\t"), text.size());
        if (end > 0) set_text(run.insert_child_before("w:t", node), text.substr(0, end));
        if (end == text.size()) break;
        run.insert_child_before(text[end] == '\n' ? "w:br" : "w:tab", node);
        text.remove_prefix(end + 1);
    }
    run.remove_child(node);
}

}  // namespace

DocxParagraphText::DocxParagraphText(pugi::xml_node paragraph) { collect(paragraph); }

void DocxParagraphText::collect(pugi::xml_node node) {
    for (auto child : node.children()) {
        const std::string_view name = child.name();
        const auto begin = text_.size();
        if (name == "w:t") {
            text_ += child.text().get();
        } else if (name == "w:tab" && std::string_view{node.name()} == "w:r") {
            text_ += '\t';
        } else if (name == "w:br" || name == "w:cr") {
            text_ += '\n';
        } else if (name != "w:txbxContent" && name != "w:pPr" && name != "w:rPr" && name != "w:del" && name != "w:p") {
            collect(child);
            continue;
        }
        if (text_.size() > begin) pieces_.push_back({child, begin, text_.size()});
    }
}

void DocxParagraphText::replace(std::size_t begin, std::size_t end, std::string_view with) {
    CHECK(begin < end && end <= text_.size());
    for (auto& piece : pieces_) {
        if (piece.end <= begin || piece.begin >= end) continue;
        if (!piece.is_changed) piece.copied = piece.begin;
        piece.is_changed = true;
        const auto from = std::max(begin, piece.begin);
        CHECK(piece.copied <= from);
        piece.changed.append(text_, piece.copied, from - piece.copied);
        if (from == begin) piece.changed += with;
        piece.copied = std::min(end, piece.end);
    }
}

void DocxParagraphText::write() {
    for (auto& piece : pieces_) {
        if (!piece.is_changed) continue;
        piece.changed.append(text_, piece.copied, piece.end - piece.copied);
        put_text(piece.node, piece.changed);
    }
    pieces_.clear();
}

}  // namespace formats
