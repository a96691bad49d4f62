// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "base/check.h"
#include "formats/samples_for_tests.h"
#include "formats/xlsx_styles.h"

namespace formats {
namespace {

using samples::shown;
using samples::TemporaryFile;

std::string part(const std::string& xlsx, const std::string& name) {
    const auto zip = ZipReader::open_bytes(xlsx);
    if (!zip) return zip.error().code;
    const auto* entry = zip->find(name);
    return entry ? *zip->read(*entry, 1 << 26) : "no " + name;
}

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != text.npos; }

// What a template for importing members looks like.
void write_register(const std::filesystem::path& path) {
    XlsxWriter writer{path};
    XlsxSheet sheet{.name = "Đảng viên",
                    .titles = {"DANH SÁCH ĐẢNG VIÊN", "Năm 2020"},
                    .columns = {{.header = "Số CCCD", .number_format = XlsxNumberFormat::text, .is_required = true},
                                {.header = "Ngày sinh", .number_format = XlsxNumberFormat::date, .width = 14},
                                {.header = "Giới tính", .choices = {"Nam", "Nữ"}, .header_comment = "Nam hoặc Nữ"},
                                {.header = "Dân tộc"},
                                {.header = "Điểm", .number_format = XlsxNumberFormat::decimal}}};
    for (int i = 0; i < 60; ++i) sheet.columns[3].choices.push_back("Dân tộc thứ " + std::to_string(i));
    writer.begin_sheet(sheet);
    EXPECT_EQ(writer.next_row(), 4u);
    const std::vector<XlsxCell> row{{.value = "045085012345"},
                                    {.value = base::date(1985, 3, 12)},
                                    {.value = "Nữ"},
                                    {.value = "=1+1", .comment = "Không có trong danh sách", .is_error = true},
                                    {.value = 89.5}};
    writer.write_row(row);
    writer.skip_row();
    writer.write_row(row);
    writer.finish();
}

TEST(XlsxWriter, writes_a_register_that_reads_back) {
    const TemporaryFile file{".xlsx"};
    write_register(file.path());
    const auto bytes = file.bytes();
    auto reader = open_table(file.path());
    ASSERT_TRUE(reader.has_value());
    const std::string row = "text:045085012345 | date:12/03/1985 | text:Nữ | text:=1+1 | number:89.5 |\n";
    EXPECT_EQ(shown(**reader, 0),
              "Đảng viên!1: text:DANH SÁCH ĐẢNG VIÊN |\nĐảng viên!2: text:Năm 2020 |\n"
              "Đảng viên!3: text:Số CCCD | text:Ngày sinh | text:Giới tính | text:Dân tộc | text:Điểm |\n"
              "Đảng viên!4: " +
                  row + "Đảng viên!6: " + row);
    EXPECT_EQ(*(*reader)->merged_ranges(0), (std::vector<CellRange>{{1, 0, 1, 4}, {2, 0, 2, 4}}));
    ASSERT_EQ((*reader)->sheets().size(), 2u);
    EXPECT_TRUE((*reader)->sheets()[1].is_hidden);
    EXPECT_EQ((*reader)->sheets()[1].name, list_sheet_name);
    EXPECT_TRUE((*reader)->notes().empty());
    EXPECT_TRUE(has(shown(**reader, 1), "_danh_sach!60: text:Dân tộc thứ 59 |"));

    const auto sheet = part(bytes, "xl/worksheets/sheet1.xml");
    EXPECT_TRUE(has(sheet, "<formula1>\"Nam,Nữ\"</formula1>"));
    EXPECT_TRUE(has(sheet, "<formula1>'_danh_sach'!$A$1:$A$60</formula1>")) << sheet;
    EXPECT_TRUE(has(sheet, "sqref=\"C4:C10003\""));
    EXPECT_TRUE(has(sheet, "<autoFilter ref=\"A3:E6\"/>"));
    EXPECT_TRUE(has(sheet, "ySplit=\"3\""));
    EXPECT_TRUE(has(part(bytes, "xl/comments1.xml"), "Không có trong danh sách"));
    EXPECT_TRUE(has(part(bytes, "xl/comments1.xml"), "Nam hoặc Nữ"));
}

TEST(XlsxWriter, equal_calls_give_equal_bytes) {
    const TemporaryFile one{".xlsx"}, two{".xlsx"};
    write_register(one.path());
    write_register(two.path());
    EXPECT_EQ(one.bytes(), two.bytes());
}

TEST(XlsxWriter, cells_of_free_sheets_merge_in_both_directions) {
    const TemporaryFile file{".xlsx"};
    XlsxWriter writer{file.path()};
    writer.begin_sheet({.name = "Báo cáo"});
    writer.write_row(std::vector<XlsxCell>{{.value = "TT", .row_span = 3},
                                           {.value = "Xếp loại", .column_span = 2},
                                           {},
                                           {.value = 5907.0, .column_span = 2, .row_span = 2},
                                           {}});
    writer.write_row(std::vector<XlsxCell>{
        {.value = "mất"}, {.value = "Tốt"}, {.value = "Khá"}, {.value = "mất", .column_span = 2}, {}});
    writer.write_row(std::vector<XlsxCell>{{}, {.value = 1.0}, {.value = 2.0}, {.value = 3.0}, {.value = true}});
    writer.write_row(std::vector<XlsxCell>{{.value = "hết"}});
    EXPECT_THROW(writer.write_row(std::vector<XlsxCell>{{.value = "x", .column_span = 2}}), base::Bug);
    writer.finish();
    auto reader = open_table(file.path());
    ASSERT_TRUE(reader.has_value());
    EXPECT_EQ(shown(**reader, 0),
              "Báo cáo!1: text:TT | text:Xếp loại |  | number:5907 |\nBáo cáo!2:  | text:Tốt | text:Khá |\n"
              "Báo cáo!3:  | number:1 | number:2 | number:3 | boolean:TRUE |\nBáo cáo!4: text:hết |\n");
    EXPECT_EQ(*(*reader)->merged_ranges(0), (std::vector<CellRange>{{1, 1, 1, 2}, {1, 3, 2, 4}, {1, 0, 3, 0}}));
}

TEST(XlsxWriter, an_unfinished_workbook_leaves_no_file_and_a_bad_folder_is_a_fault) {
    const TemporaryFile file{".xlsx"};
    {
        XlsxWriter writer{file.path()};
        writer.begin_sheet({.name = "A"});
        writer.write_row(std::vector<XlsxCell>{{.value = 1.0}});
    }
    EXPECT_FALSE(std::filesystem::exists(file.path()));
    XlsxWriter nowhere{"/no/such/folder/a.xlsx"};
    nowhere.begin_sheet({.name = "A"});
    EXPECT_THROW(nowhere.finish(), base::Fault);
}

TEST(XlsxWriter, sheet_names_are_made_valid_and_unique) {
    const TemporaryFile file{".xlsx"};
    XlsxWriter writer{file.path()};
    for (const auto* name : {"Đảng viên: 2020/2021 [mới]", "'", "a", "A", "Đảng bộ cơ sở thành phố Đông Hà năm 2020",
                             "Đảng bộ cơ sở thành phố Đông Hà năm 2021"})
        writer.begin_sheet({.name = name});
    writer.finish();
    auto reader = open_table(file.path());
    ASSERT_TRUE(reader.has_value());
    std::vector<std::string> names;
    for (const auto& sheet : (*reader)->sheets()) names.push_back(sheet.name);
    EXPECT_EQ(names, (std::vector<std::string>{"Đảng viên  2020 2021  mới", "Sheet", "a", "A (2)",
                                               "Đảng bộ cơ sở thành phố Đông Hà", "Đảng bộ cơ sở thành phố Đôn (2)"}));
}

TEST(XlsxWriter, what_a_reader_saw_can_be_written_again) {
    samples::RawXlsx source;
    source.sheets = {
        "<sheetData><row><c t=\"inlineStr\"><is><t>An</t></is></c><c/><c><v>1.5</v></c><c s=\"1\"><v>31107</v></c><c "
        "s=\"2\"><v>31107</v></c>"
        "<c s=\"3\"><v>31107</v></c><c s=\"4\"><v>123</v></c><c t=\"b\"><v>0</v></c><c "
        "t=\"e\"><v>#REF!</v></c><c><v>0.5</v></c></row></sheetData>"};
    source.styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/><numFmt numFmtId=\"171\" "
        "formatCode=\"00000\"/></numFmts>"
        "<cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"17\"/><xf numFmtId=\"170\"/><xf "
        "numFmtId=\"171\"/></cellXfs>";
    auto reader = open_table_bytes(source.bytes());
    ASSERT_TRUE(reader.has_value());
    const TemporaryFile file{".xlsx"};
    XlsxWriter writer{file.path()};
    writer.begin_sheet({.name = "Trang 1"});
    ASSERT_TRUE((*reader)->read(0, [&](const RowView& row) -> base::Result<void> {
        std::vector<XlsxCell> cells;
        for (const auto& cell : row.cells) cells.push_back(to_xlsx_cell(cell));
        writer.write_row(cells);
        return {};
    }));
    writer.finish();
    EXPECT_EQ(shown(file.bytes()),
              "Trang 1!1: text:An |  | number:1.5 | date:01/03/1985 | date:03/1985 | date:1985 | text:00123 | "
              "boolean:FALSE | text:#REF! | number:0.5 |\n");
}

TEST(XlsxWriter, text_is_cut_and_made_valid) {
    const TemporaryFile file{".xlsx"};
    XlsxWriter writer{file.path()};
    writer.begin_sheet({.name = "A"});
    writer.write_row(std::vector<XlsxCell>{{.value = std::string(40'000, 'x')},
                                           {.value = std::string{"a\0b\xFF", 4}},
                                           {.value = base::date(1899, 12, 31)}});
    writer.finish();
    EXPECT_EQ(shown(file.bytes()),
              "A!1: text:" + std::string(32'767, 'x') + " | text:a\uFFFDb\uFFFD | text:31/12/1899 |\n");
}

using Value = std::variant<std::monostate, std::string, double, base::Date, bool>;

std::string text_of(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : "value " + std::to_string(value.index());
}

rc::Gen<Value> any_value() {
    const auto piece = rc::gen::element<std::string>("ă", "Đ", "𝒱", "<", "&", "\"", "'", "]]>", " ", "\n", "\t", "\r",
                                                     "_x000A_", "_", "0", "=1", "x", "\u200b");
    const auto text =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
            std::string joined;
            for (const auto& p : pieces) joined += p;
            return Value{joined};
        });
    const auto number =
        rc::gen::map(rc::gen::pair(rc::gen::inRange(-1'000'000'000, 1'000'000'000), rc::gen::inRange(0, 6)),
                     [](std::pair<int, int> n) { return Value{n.first / std::pow(10.0, n.second)}; });
    const auto date = rc::gen::map(rc::gen::inRange(1, 2'958'465), [](int serial) {
        return Value{*date_of_serial(serial == 60 ? 61 : serial, false)};
    });
    const auto boolean = rc::gen::map(rc::gen::arbitrary<bool>(), [](bool b) { return Value{b}; });
    return rc::gen::oneOf(rc::gen::just(Value{}), text, number, date, boolean);
}

bool same(const Value& written, const Cell& read) {
    if (const auto* text = std::get_if<std::string>(&written))
        return read.text == *text && read.type == (text->empty() ? Cell::Type::empty : Cell::Type::text);
    if (const auto* number = std::get_if<double>(&written))
        return read.type == Cell::Type::number && std::abs(read.number - *number) <= 1e-14 * std::abs(*number);
    if (const auto* date = std::get_if<base::Date>(&written))
        return read.type == Cell::Type::date && read.date == *date && read.text == base::to_vietnamese(*date);
    if (const auto* boolean = std::get_if<bool>(&written))
        return read.type == Cell::Type::boolean && (read.number != 0) == *boolean;
    return read.type == Cell::Type::empty;
}

// Several tables in each workbook, since opening and closing one costs most.
RC_GTEST_PROP(XlsxWriter, tables_are_read_back, ()) {
    const auto tables = *rc::gen::resize(20, rc::gen::container<std::vector<std::vector<std::vector<Value>>>>(
                                                 20, rc::gen::container<std::vector<std::vector<Value>>>(
                                                         rc::gen::container<std::vector<Value>>(any_value()))));
    const TemporaryFile file{".xlsx"};
    XlsxWriter writer{file.path()};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        writer.begin_sheet({.name = std::to_string(i)});
        for (const auto& row : tables[i]) {
            std::vector<XlsxCell> cells;
            for (const auto& value : row) cells.push_back({.value = value});
            writer.write_row(cells);
        }
    }
    writer.finish();

    auto reader = open_table(file.path());
    RC_ASSERT(reader.has_value());
    for (std::size_t i = 0; i < tables.size(); ++i) {
        std::vector<std::vector<Cell>> read(tables[i].size());
        RC_ASSERT((*reader)
                      ->read(i,
                             [&](const RowView& row) -> base::Result<void> {
                                 read.at(row.row - 1).assign(row.cells.begin(), row.cells.end());
                                 return {};
                             })
                      .has_value());
        for (std::size_t row = 0; row < read.size(); ++row) {
            read[row].resize(std::max(read[row].size(), tables[i][row].size()));
            RC_ASSERT(read[row].size() == tables[i][row].size());
            for (std::size_t column = 0; column < read[row].size(); ++column) {
                if (!same(tables[i][row][column], read[row][column]))
                    RC_FAIL("wrote " + text_of(tables[i][row][column]) + ", read " + read[row][column].text);
            }
        }
    }
}

}  // namespace
}  // namespace formats
