// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_reader.h"

#include <gtest/gtest.h>

#include "formats/samples_for_tests.h"
#include "formats/xlsx_strings.h"

namespace formats {
namespace {

using samples::RawXlsx;
using samples::shown;

RawXlsx with_sheet(std::string content) {
    RawXlsx file;
    file.sheets = {std::move(content)};
    return file;
}

std::string shown_rows(std::string rows) { return shown(with_sheet("<sheetData>" + rows + "</sheetData>").bytes()); }

constexpr const char* date_styles =
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" "
    "formatCode=\"000000\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"17\"/><xf numFmtId=\"165\"/></cellXfs>";

TEST(XlsxReader, every_way_to_store_a_cell) {
    auto file = with_sheet(
        "<sheetData><row r=\"2\">"
        "<c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><r><t>Bảo </t></r><r><t>Châu</t></r></is></c>"
        "<c r=\"C2\" t=\"str\"><f>A1&amp;B1</f><v>tính &amp; được</v></c><c r=\"D2\" t=\"b\"><v>1</v></c>"
        "<c r=\"E2\" t=\"e\"><v>#N/A</v></c><c r=\"F2\" t=\"n\"><v>12.50</v></c><c r=\"G2\"><v>7</v></c>"
        "<c r=\"H2\" t=\"d\"><v>1985-03-12T00:00:00</v></c><c r=\"I2\" s=\"1\"><v>31118</v></c>"
        "<c r=\"J2\" s=\"2\"><v>31107</v></c><c r=\"K2\" s=\"3\"><v>1234</v></c><c r=\"L2\" s=\"1\"/>"
        "</row></sheetData>");
    file.shared_strings =
        "<si><t>Không dùng</t></si><si><t xml:space=\"preserve\">An</t><rPh sb=\"0\" eb=\"1\"><t>phiên "
        "âm</t></rPh></si>";
    file.styles = date_styles;
    EXPECT_EQ(
        shown(file.bytes()),
        "Trang 1!2: text:An | text:Bảo Châu | text:tính & được | boolean:TRUE | error:#N/A | number:12.5 | number:7 | "
        "date:12/03/1985 | date:12/03/1985 | date:03/1985 | number:001234 |\n");
}

TEST(XlsxReader, dates_count_from_1904_when_the_workbook_says_so) {
    auto file = with_sheet("<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>29656</v></c></row></sheetData>");
    file.styles = date_styles;
    EXPECT_EQ(shown(file.bytes()), "Trang 1!1: date:11/03/1981 |\n");
    file.workbook_properties = "<workbookPr date1904=\"1\"/>";
    EXPECT_EQ(shown(file.bytes()), "Trang 1!1: date:12/03/1985 |\n");
    file.workbook_properties = "<workbookPr date1904=\"true\"/>";
    EXPECT_EQ(shown(file.bytes()), "Trang 1!1: date:12/03/1985 |\n");
}

TEST(XlsxReader, rows_and_cells_without_a_position_follow_each_other) {
    EXPECT_EQ(
        shown_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
                   "<row><c><v>5</v></c></row>"),
        "Trang 1!1: number:1 | number:2 |\nTrang 1!5:  |  | number:3 | number:4 |\nTrang 1!6: number:5 |\n");
}

TEST(XlsxReader, cells_may_come_in_any_order_and_nothing_is_left_from_the_row_before) {
    EXPECT_EQ(shown_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>"
                         "<row r=\"2\"><c r=\"C2\"><v>6</v></c><c r=\"A2\"><v>4</v></c></row>"),
              "Trang 1!1: number:1 | number:2 | number:3 |\nTrang 1!2: number:4 |  | number:6 |\n");
}

TEST(XlsxReader, rows_without_a_filled_cell_are_not_delivered) {
    EXPECT_EQ(shown_rows("<row r=\"1\"/><row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\" t=\"str\"><v></v></c></row>"
                         "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" s=\"1\"/></row>"),
              "Trang 1!3: number:1 |\n");
}

TEST(XlsxReader, namespace_prefixes_do_not_matter) {
    RawXlsx file;
    file.more_parts = {};
    auto bytes =
        with_sheet(
            "<x:sheetData xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:row r=\"1\">"
            "<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>An</x:t></x:is></x:c></x:row></x:sheetData>")
            .bytes();
    EXPECT_EQ(shown(bytes), "Trang 1!1: text:An |\n");
}

TEST(XlsxReader, excel_escapes_are_decoded) {
    EXPECT_EQ(shown_rows("<row><c t=\"inlineStr\"><is><t>a_x000A_b _x005F_x000D_ _x00e9_ _xD800_ _x0000_ _xZZZZ_ "
                         "_x12</t></is></c></row>"),
              "Trang 1!1: text:a\nb _x000D_ é _xD800_ _x0000_ _xZZZZ_ _x12 |\n");
    std::string text = "_x0041_";
    decode_excel_escapes(text, 3);
    EXPECT_EQ(text, "_x0041_");
}

TEST(XlsxReader, hidden_sheets_macros_links_and_formulas_are_told) {
    RawXlsx file;
    file.sheets = {
        "<sheetData><row r=\"3\"><c r=\"B3\"><f>1+1</f><v>2</v></c><c r=\"C3\"><f>B3</f><v>2</v></c></row></sheetData>",
        "<sheetData><row><c><v>9</v></c></row></sheetData>"};
    file.sheet_attributes = {"", "state=\"veryHidden\""};
    file.more_parts = {{"xl/vbaProject.bin", "x"}, {"xl/externalLinks/externalLink1.xml", "<externalLink/>"}};
    auto reader = open_table_bytes(file.bytes());
    ASSERT_TRUE(reader.has_value());
    std::string rows;
    ASSERT_TRUE(read_visible_sheets(**reader, [&](const RowView& row) -> base::Result<void> {
        rows += std::string{row.sheet} + ";";
        return {};
    }));
    EXPECT_EQ(rows, "Trang 1;");
    ASSERT_TRUE((*reader)->read(0, [](const RowView&) -> base::Result<void> { return {}; }));
    EXPECT_TRUE((*reader)->sheets()[1].is_hidden);
    const std::vector<Note> expected{{"file.has_macros", {}},
                                     {"file.has_external_links", {}},
                                     {"file.has_hidden_sheet", {"Trang 2"}},
                                     {"file.has_formulas", {"Trang 1", "B3", "2"}}};
    EXPECT_EQ((*reader)->notes(), expected);
}

TEST(XlsxReader, merged_ranges_of_the_header_are_found_behind_the_rows) {
    std::string rows;
    for (int i = 1; i <= 20'000; ++i)
        rows += "<row r=\"" + std::to_string(i) +
                "\"><c t=\"inlineStr\"><is><t>&lt;x:mergeCell ref=\"A1:B2\" mergeCell ref=\"A1:B2\"</t></is></c></row>";
    auto file = with_sheet(
        "<sheetData>" + rows +
        "</sheetData><mergeCells count=\"4\"><mergeCell ref=\"A1:C1\"/><x:mergeCell xmlns:x=\"u\" ref='D3:D4'/>"
        "<mergeCell ref=\"A20:B20\" /><mergeCell ref=\"A21:B21\"/><mergeCell ref=\"bad\"/></mergeCells>");
    auto reader = open_table_bytes(file.bytes());
    ASSERT_TRUE(reader.has_value());
    const auto ranges = (*reader)->merged_ranges(0);
    ASSERT_TRUE(ranges.has_value());
    EXPECT_EQ(*ranges, (std::vector<CellRange>{{1, 0, 1, 2}, {3, 3, 4, 3}, {20, 0, 20, 1}}));
}

TEST(XlsxReader, refuses_doctype_and_entities) {
    auto file = with_sheet("<sheetData/>");
    file.xml_head = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    EXPECT_EQ(shown(file.bytes()), "refused file.has_doctype _rels/.rels");
}

TEST(XlsxReader, refuses_what_is_broken) {
    EXPECT_EQ(shown_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c>"), "refused file.broken xl/worksheets/sheet1.xml");
    EXPECT_EQ(shown_rows("<row r=\"2\"/><row r=\"2\"/>"), "refused file.broken xl/worksheets/sheet1.xml");
    EXPECT_EQ(shown_rows("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>"), "refused file.broken xl/worksheets/sheet1.xml");
    EXPECT_EQ(shown_rows("<row r=\"1\"><c r=\"1A\"><v>0</v></c></row>"),
              "refused file.broken xl/worksheets/sheet1.xml");
    const auto bytes = with_sheet("<sheetData><row><c><v>1</v></c></row></sheetData>").bytes();
    for (std::size_t size = 4; size < bytes.find("PK\5\6"); size += 7)
        EXPECT_TRUE(shown(bytes.substr(0, size)).starts_with("refused file.")) << size;
    ZipWriter empty;
    empty.add("_rels/.rels", "<Relationships/>");
    EXPECT_EQ(shown(empty.finish()), "refused file.broken xl/workbook.xml");
}

TEST(XlsxReader, refuses_what_is_too_much) {
    EXPECT_EQ(shown_rows("<row r=\"1048577\"/>"), "refused file.too_many_rows Trang 1 1048576");
    EXPECT_EQ(shown_rows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"),
              "refused file.too_many_columns Trang 1 1 16384");
    EXPECT_EQ(shown_rows("<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>" + std::string(32'768, 'x') +
                         "</t></is></c></row>"),
              "refused file.cell_too_long Trang 1 B4 32767");
    std::string letters;
    for (int i = 0; i < 32'767; ++i) letters += "ế";
    EXPECT_EQ(shown_rows("<row><c t=\"inlineStr\"><is><t>" + letters + "</t></is></c></row>"),
              "Trang 1!1: text:" + letters + " |\n");
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<a>";
    EXPECT_EQ(shown_rows(deep), "refused file.broken xl/worksheets/sheet1.xml");
}

TEST(XlsxReader, many_wide_rows_that_hold_nothing_are_refused) {
    RawXlsx file;
    file.shared_strings = "<si><t/></si>";
    std::string rows;
    for (int i = 1; i <= 12'300; ++i) rows += "<row><c r=\"XFD" + std::to_string(i) + "\" t=\"s\"><v>0</v></c></row>";
    file.sheets = {"<sheetData>" + rows + "</sheetData>"};
    EXPECT_EQ(shown(file.bytes()), "refused file.too_large xl/worksheets/sheet1.xml 200000000");
}

TEST(XlsxReader, a_refusal_of_the_handler_stops_the_reading_and_exceptions_pass) {
    auto reader = open_table_bytes(
        with_sheet("<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>").bytes());
    ASSERT_TRUE(reader.has_value());
    int rows = 0;
    const auto result = (*reader)->read(0, [&](const RowView&) -> base::Result<void> {
        ++rows;
        return base::Refusal{"enough", {}, {}};
    });
    EXPECT_EQ(result.error().code, "enough");
    EXPECT_EQ(rows, 1);
    EXPECT_THROW((void)(*reader)->read(0, [](const RowView&) -> base::Result<void> { throw std::runtime_error{"x"}; }),
                 std::runtime_error);
    EXPECT_EQ(shown(**reader, 0), "Trang 1!1: number:1 |\nTrang 1!2: number:2 |\n");
}

TEST(OpenTable, says_what_a_file_is_when_it_is_no_table) {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_EQ(shown(""), "refused file.empty");
    EXPECT_EQ(shown(ole + std::string(1000, '\0')), "refused file.old_excel");
    std::string name;
    for (const char c : std::string_view{"EncryptedPackage"}) name += c, name += '\0';
    EXPECT_EQ(shown(ole + std::string(1000, '\0') + name), "refused file.encrypted");
    EXPECT_EQ(shown("\xEF\xBB\xBF <HTML><table><tr><td>1</td></tr></table></html>"), "refused file.not_a_table");
    EXPECT_EQ(shown("%PDF-1.7"), "refused file.not_a_table");
    EXPECT_EQ(shown(std::string{"\x89PNG\r\n\x1a\n\0\0\0", 11}), "refused file.not_a_table");
    const auto zip_of = [](const char* name, const char* content) {
        ZipWriter zip;
        zip.add(name, content);
        return zip.finish();
    };
    EXPECT_EQ(shown(zip_of("xl/workbook.bin", "")), "refused file.binary_excel");
    EXPECT_EQ(shown(zip_of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
              "refused file.open_document");
    EXPECT_EQ(shown(zip_of("word/document.xml", "<a/>")), "refused file.not_a_table");
    EXPECT_EQ(shown(zip_of("readme.txt", "x")), "refused file.not_a_table");

    const samples::TemporaryFile file{".bin"};
    file.write(ole + name);
    EXPECT_EQ(open_table(file.path()).error().code, "file.encrypted");
    file.write("a;b\n1;2\n");
    ASSERT_TRUE(open_table(file.path()).has_value());
    file.write("");
    EXPECT_EQ(open_table(file.path()).error().code, "file.empty");
    EXPECT_EQ(open_table("/no/such/file").error().code, "file.not_found");
}

TEST(OpenTable, cells_have_names) {
    EXPECT_EQ(cell_name(12, 3), "D12");
    EXPECT_EQ(column_name(25), "Z");
    EXPECT_EQ(column_name(26), "AA");
    EXPECT_EQ(column_name(701), "ZZ");
    EXPECT_EQ(column_name(702), "AAA");
    EXPECT_EQ(column_name(16'383), "XFD");
}

}  // namespace
}  // namespace formats
