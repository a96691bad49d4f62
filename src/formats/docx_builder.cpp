// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx_builder.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "formats/docx_package.h"
#include "formats/text_decoder.h"
#include "formats/zip.h"

namespace formats {
namespace {

// Word measures in twentieths of a point, letters in halves.
int twips_of_mm(double mm) { return static_cast<int>(std::lround(mm * 1440 / 25.4)); }
int twips_of_points(double points) { return static_cast<int>(std::lround(points * 20)); }

std::string number(int value) { return "\"" + std::to_string(value) + "\""; }

const char* align_name(DocxAlign align) {
    switch (align) {
        case DocxAlign::left: return "left";
        case DocxAlign::centre: return "center";
        case DocxAlign::right: return "right";
        default: return "both";
    }
}

const char* align_name(DocxVerticalAlign align) {
    switch (align) {
        case DocxVerticalAlign::top: return "top";
        case DocxVerticalAlign::bottom: return "bottom";
        default: return "center";
    }
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '\r': break;
            default: out += c;
        }
    }
}

void append_run(std::string& out, const DocxRun& run) {
    out += "<w:r><w:rPr>";
    if (run.style.bold) out += "<w:b/>";
    if (run.style.italic) out += "<w:i/>";
    const auto size = number(static_cast<int>(std::lround(run.style.size * 2)));
    out += "<w:sz w:val=" + size + "/><w:szCs w:val=" + size + "/>";
    if (run.style.underline) out += "<w:u w:val=\"single\"/>";
    out += "</w:rPr>";
    const auto text = valid_xml_text(run.text);
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find_first_of("\n\t", begin), text.size());
        if (end > begin) {
            out += "<w:t xml:space=\"preserve\">";
            append_escaped(out, std::string_view{text}.substr(begin, end - begin));
            out += "</w:t>";
        }
        if (end < text.size()) out += text[end] == '\n' ? "<w:br/>" : "<w:tab/>";
        begin = end + 1;
    }
    out += "</w:r>";
}

void append_paragraph(std::string& out, const DocxParagraph& paragraph) {
    out += "<w:p><w:pPr>";
    if (paragraph.keep_with_next) out += "<w:keepNext/>";
    if (paragraph.page_break_before) out += "<w:pageBreakBefore/>";
    out += "<w:spacing w:before=" + number(twips_of_points(paragraph.before_points)) +
           " w:after=" + number(twips_of_points(paragraph.after_points)) +
           " w:line=" + number(static_cast<int>(std::lround(paragraph.line_spacing * 240))) + " w:lineRule=\"auto\"/>";
    if (paragraph.left_mm > 0 || paragraph.first_line_mm > 0)
        out += "<w:ind w:left=" + number(twips_of_mm(paragraph.left_mm)) +
               " w:firstLine=" + number(twips_of_mm(paragraph.first_line_mm)) + "/>";
    out += std::string{"<w:jc w:val=\""} + align_name(paragraph.align) + "\"/></w:pPr>";
    for (const auto& run : paragraph.runs) append_run(out, run);
    out += "</w:p>";
}

// A cell that a row span of a row above still covers.
struct Covered {
    int rows_left = 0;
    std::uint16_t column_span = 1;
};

void append_cell_start(std::string& out, const DocxTable& table, std::size_t column, std::uint16_t span) {
    int width = 0;
    for (std::size_t i = column; i < column + span; ++i) width += twips_of_mm(table.widths_mm[i]);
    out += "<w:tc><w:tcPr><w:tcW w:w=" + number(width) + " w:type=\"dxa\"/>";
    if (span > 1) out += "<w:gridSpan w:val=" + number(span) + "/>";
}

void append_cell(std::string& out, const DocxTable& table, std::size_t column, const DocxCell& cell) {
    append_cell_start(out, table, column, cell.column_span);
    if (cell.row_span > 1) out += "<w:vMerge w:val=\"restart\"/>";
    out += std::string{"<w:vAlign w:val=\""} + align_name(cell.vertical_align) + "\"/></w:tcPr>";
    for (const auto& paragraph : cell.paragraphs) append_paragraph(out, paragraph);
    if (cell.paragraphs.empty()) out += "<w:p/>";
    out += "</w:tc>";
}

void append_row(std::string& out, const DocxTable& table, std::size_t row, std::vector<Covered>& covered) {
    out += "<w:tr><w:trPr><w:cantSplit/>";
    if (row < table.header_rows) out += "<w:tblHeader/>";
    out += "</w:trPr>";
    auto cell = table.rows[row].begin();
    for (std::size_t column = 0; column < table.widths_mm.size();) {
        auto& above = covered[column];
        if (above.rows_left > 0) {
            --above.rows_left;
            append_cell_start(out, table, column, above.column_span);
            out += "<w:vMerge/></w:tcPr><w:p/></w:tc>";
            column += above.column_span;
            continue;
        }
        CHECK(cell != table.rows[row].end() && cell->column_span > 0 && cell->row_span > 0 &&
              column + cell->column_span <= table.widths_mm.size());
        append_cell(out, table, column, *cell);
        above = {cell->row_span - 1, cell->column_span};
        column += cell->column_span;
        ++cell;
    }
    CHECK(cell == table.rows[row].end());
    out += "</w:tr>";
}

std::string table_properties(const DocxTable& table) {
    int width = 0;
    for (const double mm : table.widths_mm) width += twips_of_mm(mm);
    std::string out = "<w:tblPr><w:tblW w:w=" + number(width) + " w:type=\"dxa\"/><w:jc w:val=\"center\"/>";
    if (table.has_borders) {
        out += "<w:tblBorders>";
        for (const auto* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
            out += std::string{"<w:"} + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";
        out += "</w:tblBorders>";
    }
    out += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (const double mm : table.widths_mm) out += "<w:gridCol w:w=" + number(twips_of_mm(mm)) + "/>";
    return out + "</w:tblGrid>";
}

std::string section_properties(const DocxPage& page) {
    const int short_side = twips_of_mm(210), long_side = twips_of_mm(297);
    std::string out = "<w:sectPr>";
    if (page.has_page_numbers) out += "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>";
    out += page.is_landscape
               ? "<w:pgSz w:w=" + number(long_side) + " w:h=" + number(short_side) + " w:orient=\"landscape\"/>"
               : "<w:pgSz w:w=" + number(short_side) + " w:h=" + number(long_side) + "/>";
    out += "<w:pgMar w:top=" + number(twips_of_mm(page.top_mm)) + " w:right=" + number(twips_of_mm(page.right_mm)) +
           " w:bottom=" + number(twips_of_mm(page.bottom_mm)) + " w:left=" + number(twips_of_mm(page.left_mm)) +
           " w:header=" + number(twips_of_mm(10)) + " w:footer=" + number(twips_of_mm(10)) + " w:gutter=\"0\"/>";
    if (page.has_page_numbers) out += "<w:titlePg/>";
    return out + "</w:sectPr>";
}

}  // namespace

DocxParagraph paragraph(std::string text, DocxAlign align, DocxTextStyle style) {
    DocxParagraph result;
    result.runs.push_back({std::move(text), style});
    result.align = align;
    return result;
}

DocxCell cell(std::string text, DocxAlign align, DocxTextStyle style) {
    auto content = paragraph(std::move(text), align, style);
    content.after_points = 0;
    DocxCell result;
    result.paragraphs.push_back(std::move(content));
    return result;
}

DocxBuilder::DocxBuilder(DocxPage page) : page_{page} {}

void DocxBuilder::add(const DocxParagraph& paragraph) { append_paragraph(body_, paragraph); }

void DocxBuilder::add(const DocxTable& table) {
    CHECK(!table.widths_mm.empty() && !table.rows.empty());
    body_ += "<w:tbl>" + table_properties(table);
    std::vector<Covered> covered(table.widths_mm.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) append_row(body_, table, row, covered);
    body_ += "</w:tbl>";
}

std::string DocxBuilder::finish() {
    // Word wants a paragraph after a last table.
    if (body_.ends_with("</w:tbl>"))
        body_ +=
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>";
    return pack_docx(body_ + section_properties(page_));
}

}  // namespace formats
