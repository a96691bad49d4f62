// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx_row.h"

#include "base/check.h"
#include "formats/docx_paragraph.h"

namespace formats {
namespace {

// Adds the tags that have no partner in the paragraph.
base::Result<void> add_unmatched(pugi::xml_node paragraph, std::vector<RowMark>& marks) {
    const DocxParagraphText text{paragraph};
    const auto tags = TRY(parse_tags(text.text()));
    const bool is_lone = lone_tag(tags, text.text()) != nullptr;
    std::vector<bool> is_matched(tags.size());
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (tags[i].kind == DocxTag::Kind::value || is_matched[i]) continue;
        const auto close = tags[i].opens() ? closing_tag(tags, i) : std::nullopt;
        if (close) {
            is_matched[*close] = true;
        } else {
            marks.push_back({tags[i], paragraph, is_lone});
        }
    }
    return {};
}

// Removes pairs of lone tags: blocks of paragraphs inside the cell.
void remove_blocks(std::vector<RowMark>& marks) {
    for (std::size_t i = 0; i < marks.size();) {
        std::size_t depth = 0, close = i;
        for (std::size_t j = i; j < marks.size() && marks[i].is_lone && marks[i].tag.opens(); ++j) {
            if (!marks[j].is_lone || marks[j].tag.name != marks[i].tag.name) continue;
            if (marks[j].tag.opens()) ++depth;
            if (marks[j].tag.kind == DocxTag::Kind::close && --depth == 0) {
                close = j;
                break;
            }
        }
        if (close == i) {
            ++i;
        } else {
            marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(i),
                        marks.begin() + static_cast<std::ptrdiff_t>(close) + 1);
        }
    }
}

// Cells' paragraphs, without those of tables inside the cells.
base::Result<void> collect(pugi::xml_node node, std::vector<RowMark>& marks) {
    for (auto child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:p") {
            TRY(add_unmatched(child, marks));
        } else if (name == "w:tc") {
            std::vector<RowMark> in_cell;
            TRY(collect(child, in_cell));
            remove_blocks(in_cell);
            marks.insert(marks.end(), in_cell.begin(), in_cell.end());
        } else if (name != "w:tbl") {
            TRY(collect(child, marks));
        }
    }
    return {};
}

}  // namespace

base::Result<std::vector<RowMark>> row_marks(pugi::xml_node row) {
    std::vector<RowMark> marks;
    TRY(collect(row, marks));
    return marks;
}

void remove_mark(const RowMark& mark) {
    auto cell = mark.paragraph.parent();
    if (mark.is_lone) {
        const auto paragraphs = cell.children("w:p");
        if (std::distance(paragraphs.begin(), paragraphs.end()) > 1) {
            cell.remove_child(mark.paragraph);
            return;
        }
    }
    DocxParagraphText text{mark.paragraph};
    text.replace(mark.tag.begin, mark.tag.end, "");
    text.write();
}

}  // namespace formats
