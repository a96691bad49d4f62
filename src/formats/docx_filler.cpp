// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx_filler.h"

#include <functional>

#include "base/check.h"
#include "formats/docx_paragraph.h"
#include "formats/docx_row.h"

namespace formats {
namespace {

constexpr int nesting_limit = 16;

using Nodes = std::vector<pugi::xml_node>;

bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

Nodes element_children(pugi::xml_node node) {
    Nodes children;
    for (auto child : node.children())
        if (child.type() == pugi::node_element) children.push_back(child);
    return children;
}

base::Refusal refuse(const char* code, const std::string& name) { return {code, {name}, {}}; }

// Marks that must be unique in a document, and would be doubled with a block.
void remove_marks(pugi::xml_node node) {
    for (auto child : element_children(node)) {
        if (is(child, "w:bookmarkStart") || is(child, "w:bookmarkEnd")) {
            node.remove_child(child);
        } else {
            child.remove_attribute("w14:paraId");
            child.remove_attribute("w14:textId");
            remove_marks(child);
        }
    }
}

class Filler {
public:
    explicit Filler(DocxLookup& lookup) : lookup_{lookup} {}

    base::Result<void> fill_children(pugi::xml_node node, const DocxScope& scope) {
        TRY(fill(element_children(node), scope));
        keep_valid(node);
        return {};
    }

private:
    // The scopes in which the block's content stands, one for each time.
    base::Result<std::vector<DocxScope>> scopes(const DocxTag& tag, const DocxScope& outer) {
        std::vector<DocxScope> result;
        if (tag.kind != DocxTag::Kind::list) {
            if (lookup_.is_kept(tag, outer)) result.push_back(outer);
            return result;
        }
        if (outer.item) return refuse("template.nested_list", tag.name);
        for (const auto& item : *TRY(lookup_.items(tag.name))) result.push_back({tag.name, &item});
        return result;
    }

    base::Result<void> fill(const Nodes& siblings, const DocxScope& scope) {
        for (std::size_t i = 0; i < siblings.size(); ++i) {
            if (is(siblings[i], "w:p")) {
                i = TRY(fill_from_paragraph(siblings, i, scope));
            } else if (is(siblings[i], "w:tr")) {
                i = TRY(fill_from_row(siblings, i, scope));
            } else {
                TRY(fill_children(siblings[i], scope));
            }
        }
        return {};
    }

    // Fills the paragraph, or the block that it opens. Returns the index of the last node that is done.
    base::Result<std::size_t> fill_from_paragraph(const Nodes& siblings, std::size_t i, const DocxScope& scope) {
        DocxParagraphText text{siblings[i]};
        const auto tags = TRY(parse_tags(text.text()));
        const auto* tag = lone_tag(tags, text.text());
        if (tag && tag->kind == DocxTag::Kind::close) return refuse("template.block_not_opened", tag->name);
        if (tag && tag->opens()) {
            const auto close = TRY(closing_paragraph(siblings, i, tag->name));
            TRY(repeat({siblings.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                        siblings.begin() + static_cast<std::ptrdiff_t>(close)},
                       siblings[close], *tag, scope));
            remove_marker(siblings[i]);
            remove_marker(siblings[close]);
            return close;
        }
        TRY(edit(text, tags, 0, tags.size(), scope));
        text.write();
        TRY(fill_text_boxes(siblings[i], scope));
        return i;
    }

    static base::Result<std::size_t> closing_paragraph(const Nodes& siblings, std::size_t open,
                                                       const std::string& name) {
        std::size_t depth = 0;
        for (std::size_t i = open; i < siblings.size(); ++i) {
            if (!is(siblings[i], "w:p")) continue;
            const DocxParagraphText text{siblings[i]};
            const auto tags = TRY(parse_tags(text.text()));
            const auto* tag = lone_tag(tags, text.text());
            if (!tag || tag->name != name) continue;
            if (tag->opens()) ++depth;
            if (tag->kind == DocxTag::Kind::close && --depth == 0) return i;
        }
        return refuse("template.block_not_closed", name);
    }

    // A paragraph that ends a section must stay; it loses its tag only.
    static void remove_marker(pugi::xml_node paragraph) {
        if (!paragraph.child("w:pPr").child("w:sectPr")) {
            paragraph.parent().remove_child(paragraph);
            return;
        }
        DocxParagraphText text{paragraph};
        text.replace(0, text.text().size(), "");
        text.write();
    }

    // Puts the content, filled in each scope of the block, before `end`, and takes the original away.
    base::Result<void> repeat(const Nodes& content, pugi::xml_node end, const DocxTag& tag, const DocxScope& outer) {
        if (nesting_ == nesting_limit) return refuse("template.too_complex", tag.name);
        const auto wanted = TRY(scopes(tag, outer));
        ++nesting_;
        if (wanted.size() > 1)
            for (auto node : content) remove_marks(node);
        for (const auto& scope : wanted) {
            Nodes copies;
            for (auto node : content) copies.push_back(end.parent().insert_copy_before(node, end));
            TRY(fill(copies, scope));
        }
        --nesting_;
        for (auto node : content) node.parent().remove_child(node);
        return {};
    }

    base::Result<std::size_t> fill_from_row(const Nodes& siblings, std::size_t i, const DocxScope& scope) {
        const auto marks = TRY(row_marks(siblings[i]));
        if (marks.empty()) {
            TRY(fill_children(siblings[i], scope));
            return i;
        }
        const auto open = marks.front().tag;
        if (!open.opens()) return refuse("template.block_not_opened", open.name);
        std::size_t last = i;
        const auto close = TRY(closing_mark(siblings, i, open.name, last));
        // The later one first: taking a tag away moves those behind it.
        if (close) remove_mark(*close);
        remove_mark(marks.front());
        const Nodes content{siblings.begin() + static_cast<std::ptrdiff_t>(i),
                            siblings.begin() + static_cast<std::ptrdiff_t>(last) + 1};
        auto end = siblings[i].parent().insert_child_after("end", siblings[last]);
        TRY(repeat(content, end, open, scope));
        end.parent().remove_child(end);
        return last;
    }

    // The mark that closes the block opened first in row `open`, and the row where it stands.
    static base::Result<std::optional<RowMark>> closing_mark(const Nodes& siblings, std::size_t open,
                                                             const std::string& name, std::size_t& row) {
        std::size_t depth = 0;
        for (std::size_t i = open; i < siblings.size(); ++i) {
            if (!is(siblings[i], "w:tr")) continue;
            for (const auto& mark : TRY(row_marks(siblings[i]))) {
                if (mark.tag.name != name) continue;
                if (mark.tag.opens()) ++depth;
                if (mark.tag.kind == DocxTag::Kind::close && --depth == 0) {
                    row = i;
                    return std::optional{mark};
                }
            }
        }
        return std::optional<RowMark>{};
    }

    // Replaces tags [first, last) of the paragraph.
    base::Result<void> edit(DocxParagraphText& text, const std::vector<DocxTag>& tags, std::size_t first,
                            std::size_t last, const DocxScope& scope) {
        for (std::size_t i = first; i < last; ++i) {
            const auto& tag = tags[i];
            if (tag.kind == DocxTag::Kind::value) {
                text.replace(tag.begin, tag.end, TRY(lookup_.value(tag.name, scope)));
                continue;
            }
            const auto close = TRY(closing(tags, i, last));
            if (tag.kind != DocxTag::Kind::list && lookup_.is_kept(tag, scope)) {
                text.replace(tag.begin, tag.end, "");
                TRY(edit(text, tags, i + 1, close, scope));
                text.replace(tags[close].begin, tags[close].end, "");
            } else {
                const auto rendered = TRY(render_block(text.text(), tags, i, close, scope));
                text.replace(tag.begin, tags[close].end, rendered);
            }
            i = close;
        }
        return {};
    }

    static base::Result<std::size_t> closing(const std::vector<DocxTag>& tags, std::size_t open, std::size_t last) {
        if (!tags[open].opens()) return refuse("template.block_not_opened", tags[open].name);
        const auto close = closing_tag(tags, open);
        if (!close || *close >= last) return refuse("template.block_not_closed", tags[open].name);
        return *close;
    }

    // The text of a block within a paragraph.
    base::Result<std::string> render_block(std::string_view text, const std::vector<DocxTag>& tags, std::size_t open,
                                           std::size_t close, const DocxScope& outer) {
        std::string result;
        for (const auto& scope : TRY(scopes(tags[open], outer))) {
            auto copied = tags[open].end;
            for (std::size_t i = open + 1; i < close; ++i) {
                result += text.substr(copied, tags[i].begin - copied);
                copied = tags[i].end;
                if (tags[i].kind == DocxTag::Kind::value) {
                    result += TRY(lookup_.value(tags[i].name, scope));
                    continue;
                }
                const auto inner_close = TRY(closing(tags, i, close));
                result += TRY(render_block(text, tags, i, inner_close, scope));
                copied = tags[inner_close].end;
                i = inner_close;
            }
            result += text.substr(copied, tags[close].begin - copied);
        }
        return result;
    }

    base::Result<void> fill_text_boxes(pugi::xml_node node, const DocxScope& scope) {
        for (auto child : element_children(node)) {
            if (is(child, "w:txbxContent")) {
                TRY(fill_children(child, scope));
            } else {
                TRY(fill_text_boxes(child, scope));
            }
        }
        return {};
    }

    // Word refuses a cell, header or text box that does not end in a paragraph, and a table without rows.
    static void keep_valid(pugi::xml_node node) {
        for (const auto* name : {"w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote"})
            if (is(node, name)) {
                const auto children = element_children(node);
                if (children.empty() || !is(children.back(), "w:p")) node.append_child("w:p");
            }
        for (auto child : element_children(node))
            if (is(child, "w:tbl") && !child.child("w:tr") && !child.child("w:sdt")) node.remove_child(child);
    }

    DocxLookup& lookup_;
    int nesting_ = 0;  // Of blocks around the node being filled.
};

}  // namespace

base::Result<void> fill_part(pugi::xml_node root, DocxLookup& lookup) { return Filler{lookup}.fill_children(root, {}); }

}  // namespace formats
