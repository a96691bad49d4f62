// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace formats {

// Makes DOCX documents and templates from code: A4, margins top 20, bottom 20, left 30, right 15 mm, Times New Roman 14
// pt, page numbers centred at the top from the second page, as Party documents are laid out. Offices may then edit them
// in Word.

enum class DocxAlign : std::uint8_t { left, centre, right, justify };

struct DocxTextStyle {
    bool bold = false;
    bool italic = false;
    bool underline = false;
    double size = 14;  // Points, halves allowed.
};

struct DocxRun {
    std::string text;  // UTF-8; \n is a line break, \t a tab.
    DocxTextStyle style = {};
};

struct DocxParagraph {
    std::vector<DocxRun> runs = {};
    DocxAlign align = DocxAlign::justify;
    double first_line_mm = 0;
    double left_mm = 0;
    double before_points = 0;
    double after_points = 6;
    double line_spacing = 1;  // Of single.
    bool keep_with_next = false;
    bool page_break_before = false;
};

// A paragraph of one run.
DocxParagraph paragraph(std::string text, DocxAlign align = DocxAlign::justify, DocxTextStyle style = {});

enum class DocxVerticalAlign : std::uint8_t { top, centre, bottom };

struct DocxCell {
    std::vector<DocxParagraph> paragraphs = {};
    std::uint16_t column_span = 1;
    std::uint16_t row_span = 1;  // The rows below must leave this cell out.
    DocxVerticalAlign vertical_align = DocxVerticalAlign::centre;
};

// A cell of one run, without space around.
DocxCell cell(std::string text, DocxAlign align = DocxAlign::left, DocxTextStyle style = {.size = 12});

struct DocxTable {
    std::vector<double> widths_mm;                 // One per column; the text area of a portrait page is 165 mm wide.
    std::vector<std::vector<DocxCell>> rows = {};  // Each row must cover every column, spans counted.
    std::uint16_t header_rows = 0;                 // Repeated on each page.
    bool has_borders = true;
};

struct DocxPage {
    bool is_landscape = false;
    double top_mm = 20, bottom_mm = 20, left_mm = 30, right_mm = 15;
    bool has_page_numbers = true;
};

class DocxBuilder {
public:
    explicit DocxBuilder(DocxPage page = {});

    void add(const DocxParagraph& paragraph);
    void add(const DocxTable& table);
    // The DOCX as bytes; equal calls give equal bytes. Call once, at the end.
    std::string finish();

private:
    DocxPage page_;
    std::string body_;
};

}  // namespace formats
