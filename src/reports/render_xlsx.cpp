// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/render_xlsx.h"

#include <cmath>

#include "formats/xlsx_writer.h"
#include "reports/letterhead.h"

namespace reports {
namespace {

using formats::XlsxAlign;
using formats::XlsxCell;
using formats::XlsxNumberFormat;
using formats::XlsxStyle;

constexpr std::uint16_t page_columns = 6;  // Over which sentences are merged.

const XlsxStyle title_style{.bold = true, .align = XlsxAlign::centre, .size = 14};
const XlsxStyle subject_style{.bold = true, .wrap = true, .align = XlsxAlign::centre};
const XlsxStyle caption_style{.bold = true};
const XlsxStyle sentence_style{.wrap = true};
const XlsxStyle header_style{.bold = true, .border = true, .wrap = true, .header = true, .align = XlsxAlign::centre};
const XlsxStyle words_style{.border = true, .wrap = true};
const XlsxStyle count_style{.border = true, .number_format = XlsxNumberFormat::integer};
const XlsxStyle percent_style{.border = true};
const XlsxStyle total_words_style{.bold = true, .border = true, .wrap = true};
const XlsxStyle total_count_style{.bold = true, .border = true, .number_format = XlsxNumberFormat::integer};
const XlsxStyle total_percent_style{.bold = true, .border = true};
const XlsxStyle note_style{.wrap = true, .error = true};

// A line over the whole width.
void write_line(formats::XlsxWriter& writer, std::string text, const XlsxStyle& style) {
    std::vector<XlsxCell> cells(page_columns);
    for (auto& cell : cells) cell.style = &style;
    cells[0].value = std::move(text);
    cells[0].column_span = page_columns;
    writer.write_row(cells);
}

// Merged cells do not grow with their text: a long sentence takes several rows.
void write_sentence(formats::XlsxWriter& writer, const std::string& text, const XlsxStyle& style = sentence_style) {
    constexpr std::size_t line_length = 110;
    std::string rest = text;
    while (!rest.empty()) {
        auto end = rest.size();
        if (end > line_length) end = rest.rfind(' ', line_length);
        if (end == rest.npos) end = rest.size();
        write_line(writer, rest.substr(0, end), style);
        rest.erase(0, std::min(end + 1, rest.size()));
    }
}

// In per cent with one decimal, as printed.
double rounded_percent(const Piece& piece) {
    return std::round(1000.0 * static_cast<double>(piece.value) / static_cast<double>(*piece.denominator)) / 10;
}

XlsxCell cell_of(const Piece& piece, bool has_numbers, bool is_strong) {
    XlsxCell cell;
    if (!has_numbers || piece.text.empty()) {
        if (!piece.text.empty()) cell.value = piece.text;
        cell.style = is_strong ? &total_words_style : &words_style;
    } else if (piece.denominator) {
        cell.value = rounded_percent(piece);
        cell.style = is_strong ? &total_percent_style : &percent_style;
    } else {
        cell.value = static_cast<double>(piece.value);
        cell.style = is_strong ? &total_count_style : &count_style;
    }
    return cell;
}

void write(formats::XlsxWriter& writer, const FilledSentence& sentence) { write_sentence(writer, sentence.text()); }

void write(formats::XlsxWriter& writer, const FilledTable& table) {
    writer.skip_row();
    write_line(writer, table.caption, caption_style);
    std::vector<XlsxCell> header;
    for (const auto& column : table.columns) header.push_back({.value = column.header, .style = &header_style});
    writer.write_row(header);
    for (const auto& row : table.rows) {
        const bool is_strong = row.style == Style::total || row.style == Style::heading;
        std::vector<XlsxCell> cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells.push_back(cell_of(row.cells[i], table.columns[i].has_numbers, is_strong));
        if (row.style == Style::part) cells[0].value = "   " + row.cells[0].text;
        writer.write_row(cells);
    }
}

void begin_sheet(formats::XlsxWriter& writer, std::string name) {
    formats::XlsxSheet sheet;
    sheet.name = std::move(name);
    writer.begin_sheet(sheet);
    writer.set_width(0, 56);
    for (std::uint32_t column = 1; column < 12; ++column) writer.set_width(column, 14);
}

void write_checks(formats::XlsxWriter& writer, const Document& document) {
    begin_sheet(writer, "Đối chiếu");
    write_line(writer, "Ghi chú đối chiếu", title_style);
    write_sentence(writer, summary_of_checks(document));
    for (const auto& note : document.notes) write_sentence(writer, note.text, note_style);
    for (const auto& remark : document.remarks) write_sentence(writer, remark, note_style);
    if (document.signature) write_sentence(writer, summary_of_signature(document));
    if (!document.differences.empty()) write(writer, table_of_differences(document));
}

}  // namespace

void render_xlsx(const Document& document, const std::filesystem::path& path) {
    formats::XlsxWriter writer{path};
    const auto head = letterhead(document);
    bool is_first = true;
    for (const auto& section : document.sections) {
        begin_sheet(writer, std::string{section.heading});
        if (is_first) {
            write_line(writer, document.issuer.name, caption_style);
            write_line(writer, head.title, title_style);
            write_line(writer, head.subject, subject_style);
            writer.skip_row();
            is_first = false;
        }
        write_line(writer, std::string{section.heading}, title_style);
        for (const auto& block : section.blocks) std::visit([&](const auto& each) { write(writer, each); }, block);
        if (!document.report->remark.empty()) {
            writer.skip_row();
            write_sentence(writer, std::string{document.report->remark});
        }
    }
    write_checks(writer, document);
    writer.finish();
}

}  // namespace reports
