// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/docx_template.h"

#include "formats/docx_builder.h"
#include "reports/letterhead.h"
#include "reports/placeholders.h"

namespace reports {
namespace {

using formats::DocxAlign;
using formats::DocxBuilder;
using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxTable;
using formats::DocxTextStyle;

constexpr double text_width_mm = 165;
// Points of the letters in tables; those of many columns have smaller ones.
constexpr double usual_size = 11, small_size = 10;

std::string tag(std::string_view name) { return "{{" + std::string{name} + "}}"; }
std::string open_list(std::string_view name) { return "{{#" + std::string{name} + "}}"; }
std::string open_if(std::string_view name) { return "{{?" + std::string{name} + "}}"; }
std::string close(std::string_view name) { return "{{/" + std::string{name} + "}}"; }

DocxParagraph line(std::string text, DocxAlign align, DocxTextStyle style = {}) {
    auto result = formats::paragraph(std::move(text), align, style);
    result.after_points = 0;
    return result;
}

// A tag alone in its paragraph leaves nothing behind.
void add_tag(DocxBuilder& builder, std::string text) { builder.add(line(std::move(text), DocxAlign::left)); }

void add_letterhead(DocxBuilder& builder) {
    DocxCell left, right;
    left.vertical_align = right.vertical_align = formats::DocxVerticalAlign::top;
    auto names =
        line(open_if("superior") + tag("superior") + "\n" + close("superior"), DocxAlign::centre, {.size = 13});
    names.runs.push_back({tag("issuer"), {.bold = true, .size = 13}});
    left.paragraphs = {
        names,
        line("*", DocxAlign::centre, {.size = 13}),
        line(tag("number"), DocxAlign::centre, {.size = 13}),
    };
    auto date = line(tag("date"), DocxAlign::centre, {.italic = true, .size = 13});
    date.before_points = 10;
    right.paragraphs = {
        line(std::string{party_name}, DocxAlign::centre, {.bold = true, .underline = true, .size = 14}),
        date,
    };
    builder.add(DocxTable{.widths_mm = {82, 83}, .rows = {{left, right}}, .has_borders = false});

    auto title = line(tag("title"), DocxAlign::centre, {.bold = true, .size = 16});
    title.before_points = 24;
    builder.add(title);
    builder.add(line(tag("subject"), DocxAlign::centre, {.bold = true}));
    auto rule = line("-----", DocxAlign::centre);
    rule.after_points = 12;
    builder.add(rule);
}

DocxParagraph body_paragraph(std::string text) {
    auto result = formats::paragraph(std::move(text));
    result.first_line_mm = 12.7;
    result.line_spacing = 1.15;
    return result;
}

void add(DocxBuilder& builder, const Sentence& sentence) {
    const auto name = "sentence." + std::string{sentence.name};
    add_tag(builder, open_if(name));
    builder.add(body_paragraph(tag(name)));
    add_tag(builder, close(name));
}

// The words of a row, in the letters of its style.
DocxCell label_cell(const std::string& list, double size) {
    DocxParagraph text;
    text.align = DocxAlign::left;
    text.after_points = 0;
    const auto in = [](std::string_view flag, const std::string& words) { return open_if(flag) + words + close(flag); };
    text.runs = {
        {open_list(list), {.size = size}},
        {in("total", tag("label")), {.bold = true, .size = size}},
        {in("plain", tag("label")), {.size = size}},
        {in("part", "- " + tag("label")), {.size = size}},
        {in("heading", tag("label")), {.bold = true, .italic = true, .size = size}},
    };
    DocxCell cell;
    cell.paragraphs = {text};
    return cell;
}

DocxCell number_cell(std::string_view name, DocxAlign align, double size) {
    DocxParagraph text;
    text.align = align;
    text.after_points = 0;
    text.runs = {{open_if("total") + tag(name) + close("total"), {.bold = true, .size = size}},
                 {"{{^total}}" + tag(name) + close("total"), {.size = size}}};
    DocxCell cell;
    cell.paragraphs = {text};
    return cell;
}

struct Column {
    std::string name, header;
    double width_mm;
    DocxAlign align = DocxAlign::right;
};

void add_table(DocxBuilder& builder, std::string_view name, std::string_view caption,
               const std::vector<Column>& columns, double size = usual_size) {
    const auto list = "table." + std::string{name};
    add_tag(builder, open_if(list));
    auto title = formats::paragraph(std::string{caption}, DocxAlign::left, {.bold = true, .size = 13});
    title.before_points = 8;
    title.after_points = 4;
    title.keep_with_next = true;
    builder.add(title);

    DocxTable table{.header_rows = 1};
    std::vector<DocxCell> header, row;
    for (const auto& column : columns) {
        table.widths_mm.push_back(column.width_mm);
        header.push_back(formats::cell(column.header, DocxAlign::centre, {.bold = true, .size = size - 0.5}));
        row.push_back(row.empty() ? label_cell(list, size) : number_cell(column.name, column.align, size));
    }
    row.back().paragraphs.back().runs.push_back({close(list), {.size = size}});
    table.rows = {header, row};
    builder.add(table);
    add_tag(builder, close(list));
}

void add(DocxBuilder& builder, const YearsTable& table) {
    const bool has_shares = !table.share_of.empty();
    std::vector<Column> columns{{"label", "Chỉ tiêu", has_shares ? 68.0 : 93.0},
                                {"this_year", "Năm " + tag("year"), 22}};
    if (has_shares) columns.push_back({"share", "Tỷ lệ " + std::string{table.base}, 30});
    columns.push_back({"previous_year", "Năm " + tag("previous_year"), 22});
    columns.push_back({"change", "% so với năm trước", has_shares ? 23.0 : 28.0});
    add_table(builder, table.name, table.caption, columns);
}

void add(DocxBuilder& builder, const SubordinatesTable& table) {
    constexpr double number_mm = 14, grade_mm = 17;
    const double label_mm = text_width_mm - grade_mm - number_mm * static_cast<double>(table.columns.size());
    std::vector<Column> columns{{"label", "Tổ chức", label_mm}};
    for (const auto& column : table.columns)
        columns.push_back({std::string{column.name}, std::string{column.header}, number_mm});
    columns.push_back({"grade", std::string{table.grade_header}, grade_mm, DocxAlign::left});
    add_table(builder, table.name, table.caption, columns, small_size);
}

void add_heading(DocxBuilder& builder, std::string_view text) {
    auto heading = formats::paragraph(std::string{text}, DocxAlign::left, {.bold = true});
    heading.before_points = 12;
    heading.keep_with_next = true;
    builder.add(heading);
}

// Kept together with the signature, which must not stand on a page of its own.
DocxParagraph last_paragraph(std::string text) {
    auto result = body_paragraph(std::move(text));
    result.keep_with_next = true;
    return result;
}

void add_differences(DocxBuilder& builder) {
    const auto header = [](std::string text) {
        return formats::cell(std::move(text), DocxAlign::centre, {.bold = true, .size = usual_size});
    };
    const auto cell = [](std::string text, DocxAlign align) {
        return formats::cell(std::move(text), align, {.size = usual_size});
    };
    add_tag(builder, open_if("differences"));
    builder.add(DocxTable{
        .widths_mm = {105, 30, 30},
        .rows = {{header("Số liệu"), header("Số đã báo cáo"), header("Số hiện tại")},
                 {cell(open_list("differences") + tag("label"), DocxAlign::left),
                  cell(tag("reported"), DocxAlign::right), cell(tag("now") + close("differences"), DocxAlign::right)}},
        .header_rows = 1});
    add_tag(builder, close("differences"));
}

void add_checks(DocxBuilder& builder) {
    add_heading(builder, "Ghi chú đối chiếu");
    builder.add(last_paragraph(tag("checks")));
    add_tag(builder, open_list("notes"));
    builder.add(last_paragraph("- " + tag("text")));
    add_tag(builder, close("notes"));
    add_tag(builder, open_if("signature"));
    builder.add(last_paragraph(tag("signature")));
    add_tag(builder, close("signature"));
    add_differences(builder);
}

void add_signature(DocxBuilder& builder) {
    DocxCell left, right;
    left.vertical_align = right.vertical_align = formats::DocxVerticalAlign::top;
    left.paragraphs = {line("Nơi nhận:", DocxAlign::left, {.underline = true, .size = 12}),
                       line(tag("recipients"), DocxAlign::left, {.size = 12})};
    auto signer = line(tag("signer"), DocxAlign::centre, {.bold = true});
    signer.before_points = 70;
    right.paragraphs = {line(tag("on_behalf_of"), DocxAlign::centre, {.bold = true}), signer};
    auto space = line("", DocxAlign::left);
    space.keep_with_next = true;
    builder.add(space);
    builder.add(DocxTable{.widths_mm = {80, 85}, .rows = {{left, right}}, .has_borders = false});
    auto remark = formats::paragraph(tag("remark"), DocxAlign::left, {.italic = true, .size = 10});
    remark.before_points = 18;
    builder.add(remark);
}

}  // namespace

std::string default_template(const Report& report) {
    DocxBuilder builder;
    add_letterhead(builder);
    for (std::size_t i = 0; i < report.sections.size(); ++i) {
        const auto& section = report.sections[i];
        const auto name = heading_name(i);
        add_tag(builder, open_if(name));
        add_heading(builder, tag(name));
        add_tag(builder, close(name));
        for (const auto& block : section.blocks) std::visit([&](const auto& each) { add(builder, each); }, block);
    }
    add_checks(builder);
    add_signature(builder);
    return builder.finish();
}

}  // namespace reports
