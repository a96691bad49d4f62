// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/render_page.h"

#include <array>

#include "reports/render_json.h"
#include "schema/json_object.h"

namespace reports {
namespace {

using schema::JsonObject;

constexpr std::array<std::string_view, 4> style_names{"plain", "total", "part", "heading"};

void append_piece(std::string& out, const Piece& piece) {
    JsonObject object{out};
    object.text("text", piece.text);
    if (piece.number.empty()) return;
    object.text("number", piece.number);
    if (const auto* ratio = figures::find_ratio(piece.number)) object.text("opens", name_of(ratio->numerator));
    object.text_if("organisation", piece.organisation);
    object.number("year", piece.year);
    object.number("value", piece.value);
    if (piece.denominator) object.number("denominator", *piece.denominator);
}

void append_sentence(std::string& out, const FilledSentence& sentence) {
    JsonObject object{out};
    object.text("kind", "sentence");
    object.text("name", sentence.name);
    object.list("pieces", sentence.pieces, append_piece);
}

void append_table(std::string& out, const FilledTable& table) {
    JsonObject object{out};
    object.text("kind", "table");
    object.text("name", table.name);
    object.text("caption", table.caption);
    object.list("columns", table.columns, [](std::string& text, const FilledColumn& column) {
        JsonObject each{text};
        each.text("name", column.name);
        each.text("header", column.header);
        each.truth("has_numbers", column.has_numbers);
    });
    object.list("rows", table.rows, [](std::string& text, const FilledRow& row) {
        JsonObject each{text};
        each.text("style", style_names[static_cast<std::size_t>(row.style)]);
        each.list("cells", row.cells, [](std::string& cell, const Piece& piece) { append_piece(cell, piece); });
    });
}

}  // namespace

std::string render_page(const Document& document) {
    std::string out = render_json(document);
    out.erase(out.find_last_of('}'));
    out += ",\"sections\":[";
    bool is_first = true;
    for (const auto& section : document.sections) {
        if (!is_first) out += ',';
        is_first = false;
        JsonObject object{out};
        object.text("heading", section.heading);
        object.list("blocks", section.blocks, [](std::string& text, const auto& block) {
            if (const auto* sentence = std::get_if<FilledSentence>(&block))
                append_sentence(text, *sentence);
            else
                append_table(text, std::get<FilledTable>(block));
        });
    }
    return out + "]}";
}

}  // namespace reports
