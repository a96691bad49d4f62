// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/render_page.h"

#include <array>

#include "reports/render_json.h"
#include "schema/json_writer.h"

namespace reports {
namespace {

using schema::JsonWriter;

constexpr std::array<std::string_view, 4> style_names{"plain", "total", "part", "heading"};

void write_piece(JsonWriter& json, const Piece& piece) {
    json.member("text", piece.text);
    if (piece.number.empty()) return;
    json.member("number", piece.number);
    if (const auto* ratio = figures::find_ratio(piece.number)) json.member("opens", name_of(ratio->numerator));
    json.member_if("organisation", piece.organisation).member("year", piece.year).member("value", piece.value);
    json.member_if("denominator", piece.denominator);
}

void write_sentence(JsonWriter& json, const FilledSentence& sentence) {
    json.member("kind", "sentence").member("name", sentence.name).objects("pieces", sentence.pieces, write_piece);
}

void write_table(JsonWriter& json, const FilledTable& table) {
    json.member("kind", "table").member("name", table.name).member("caption", table.caption);
    json.objects("columns", table.columns, [&](const FilledColumn& column) {
        json.member("name", column.name).member("header", column.header).member("has_numbers", column.has_numbers);
    });
    json.objects("rows", table.rows, [&](const FilledRow& row) {
        json.member("style", style_names[static_cast<std::size_t>(row.style)]);
        json.objects("cells", row.cells, write_piece);
    });
}

}  // namespace

std::string render_page(const Document& document) {
    JsonWriter json;
    json.objects("sections", document.sections, [&](const FilledSection& section) {
        json.member("heading", section.heading).objects("blocks", section.blocks, [&](const auto& block) {
            if (const auto* sentence = std::get_if<FilledSentence>(&block))
                write_sentence(json, *sentence);
            else
                write_table(json, std::get<FilledTable>(block));
        });
    });
    // Two objects as one.
    auto page = render_json(document);
    page.erase(page.find_last_of('}'));
    return page.append(",").append(json.take(), 1);
}

}  // namespace reports
