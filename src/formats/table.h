// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace formats {

// Tables that users bring (bảng tính): XLSX and CSV read through one shape, row by row, in bounded memory.

// One cell (ô). A reader reuses its cells from row to row, so copy what must outlive the callback.
struct Cell {
    enum class Type : std::uint8_t { empty, text, number, boolean, date, error };

    Type type = Type::empty;
    base::Precision precision = base::Precision::day;  // Of a date: what its number format shows. Excel turns a typed
                                                       // "3/1985" into 01/03/1985 shown as "Mar-85": that is a month.
    // What a person reads: 1985, 0.25, 012345 (a format "000000" pads), 12/03/1985, 03/1985, TRUE, #N/A.
    std::string text;
    double number = 0;  // Of a number; of a date its serial in the workbook, with the time of day as fraction.
    base::Date date;    // Of a date. Times of day alone, and serials that are no day, are numbers.
};

constexpr std::uint32_t row_limit = 1'048'576;       // Rows of a sheet.
constexpr std::uint32_t column_limit = 16'384;       // Columns of a row.
constexpr std::uint32_t cell_length_limit = 32'767;  // UTF-16 units of a cell's text.
constexpr std::uint64_t cell_limit = 200'000'000;    // Cells of a sheet, empty ones before a row's last cell included.

struct RowView {
    std::string_view sheet;       // Empty for CSV.
    std::uint32_t row;            // As Excel shows it, from 1.
    std::span<const Cell> cells;  // From column A to the last filled cell; never without a filled cell.
};

// Both ends included. Rows from 1 as Excel shows them; columns from 0, the index into RowView::cells.
struct CellRange {
    std::uint32_t first_row, first_column, last_row, last_column;
    bool operator==(const CellRange&) const = default;
};

struct SheetInfo {
    std::string name;
    bool is_hidden = false;
};

// Something ignored that the user should know. Codes and arguments:
//   file.has_macros            {}
//   file.has_external_links    {}
//   file.has_hidden_sheet      {sheet}
//   file.has_formulas          {sheet, first cell, count}   the last computed values are used
//   file.read_as_windows_1252  {}                           not valid UTF-8; letters of old fonts appear as code points
struct Note {
    std::string code;
    std::vector<std::string> args;
    bool operator==(const Note&) const = default;
};

// A refusal stops the reading and is what read() returns.
using RowHandler = std::function<base::Result<void>(const RowView&)>;

// A table file opened for reading. Not thread-safe. What a file contains can be wrong anywhere, so every function that
// looks into it may refuse (codes: see open_table); trouble of the disk throws base::Fault.
class TableReader {
public:
    virtual ~TableReader() = default;

    // In the order of their tabs, hidden ones included. CSV has one, without a name.
    virtual const std::vector<SheetInfo>& sheets() const = 0;

    // Merged ranges (ô gộp) that begin in the first 20 rows: a header's groups. One inflating pass over the sheet,
    // without parsing.
    virtual base::Result<std::vector<CellRange>> merged_ranges(std::size_t sheet) = 0;

    // The last row of the sheet, as the file says of itself: for showing how far one has come, never to be relied on.
    // 0 = it does not say.
    virtual std::uint32_t stated_rows(std::size_t sheet) const = 0;

    // Streams the rows that have a filled cell, top to bottom. May be called again, and for several sheets.
    virtual base::Result<void> read(std::size_t sheet, const RowHandler& on_row) = 0;

    // What was ignored so far; has_formulas only once the sheet was read.
    virtual const std::vector<Note>& notes() const = 0;
};

constexpr std::uint32_t header_rows_searched = 20;

// Sees by its content what the file is, whatever its name. Refusals of opening and reading:
//   file.not_found           {path}
//   file.empty               {}
//   file.broken              {part}          truncated or not what it should be; part names the piece, e.g.
//   xl/workbook.xml file.encrypted           {}              password-protected file.old_excel           {} .xls of
//   Excel 97-2003 file.binary_excel        {}              .xlsb file.open_document       {}              .ods and
//   others of the family file.not_a_table         {}              a web page, a Word file, a picture, … file.zip_bomb
//   {}              unpacks to suspiciously much file.bad_entry_name      {name}          a packed name that is
//   doubled, absolute or leaves its folder file.has_doctype         {part}          XML with DOCTYPE or entities
//   file.too_large           {part, limit}   bytes unpacked, or cells
//   file.too_many_rows       {sheet, limit}
//   file.too_many_columns    {sheet, row, limit}
//   file.cell_too_long       {sheet, cell, limit}
//   file.csv_quote_not_closed {row}          row where the quote opens
base::Result<std::unique_ptr<TableReader>> open_table(const std::filesystem::path& path);
base::Result<std::unique_ptr<TableReader>> open_table_bytes(std::string bytes);

// Reads every sheet that is not hidden, in order.
base::Result<void> read_visible_sheets(TableReader& reader, const RowHandler& on_row);

// 0 → "A", 26 → "AA"; and with its row: (12, 3) → "D12".
std::string column_name(std::uint32_t column);
std::string cell_name(std::uint32_t row, std::uint32_t column);

// Whether UTF-8 text has more than cell_length_limit UTF-16 units.
bool exceeds_cell_length(std::string_view utf8);

// The hidden sheet in which our own templates keep the lists behind drop-downs; readers do not mention it in notes.
constexpr std::string_view list_sheet_name = "_danh_sach";

}  // namespace formats
