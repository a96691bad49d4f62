// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "formats/table.h"

namespace formats {

enum class XlsxNumberFormat : std::uint8_t {
    general,
    integer,  // 5 907 grouped as the reader's Excel does.
    decimal,  // Two digits after the point, grouped.
    text,     // Typed digits stay text: identifiers keep their leading zeros.
    date,     // dd/mm/yyyy
    month,    // mm/yyyy
    year,     // yyyy
};

enum class XlsxAlign : std::uint8_t { automatic, left, centre, right };

// How a cell looks. Equal styles share one format of the workbook.
struct XlsxStyle {
    bool bold = false;
    bool italic = false;
    bool border = false;
    bool wrap = false;
    bool error = false;     // Light red ground: a cell to correct.
    bool header = false;    // Light grey ground.
    bool required = false;  // Red letters.
    XlsxAlign align = XlsxAlign::automatic;
    std::uint8_t size = 12;  // Points, of Times New Roman.
    XlsxNumberFormat number_format = XlsxNumberFormat::general;

    auto operator<=>(const XlsxStyle&) const = default;
};

// A cell to write. A string is always written as text, never as number or formula.
struct XlsxCell {
    std::variant<std::monostate, std::string, double, base::Date, bool> value;
    std::string comment = {};  // Shown on hover.
    bool is_error = false;     // Highlighted.
    std::uint16_t column_span =
        1;  // Merges with the cells at its right, which the row must still contain (their values are dropped).
    std::uint16_t row_span = 1;        // Merges with the cells below, which following rows must still contain.
    const XlsxStyle* style = nullptr;  // Instead of the column's.
};

// The cell that shows what a cell read from the user's file showed.
XlsxCell to_xlsx_cell(const Cell& cell);

struct XlsxColumn {
    std::string header;
    XlsxNumberFormat number_format = XlsxNumberFormat::general;
    double width = 0;                       // In digits; 0 = from the header, at least 10.
    std::vector<std::string> choices = {};  // Drop-down; other values are refused by Excel.
    std::string header_comment = {};
    bool is_required = false;  // Header in bold red.
};

struct XlsxSheet {
    std::string name;                       // Shortened to 31 characters and made unique where needed.
    std::vector<std::string> titles = {};   // Rows above the header, each merged over all columns.
    std::vector<XlsxColumn> columns = {};   // Without columns there is no header row: rows are free.
    bool has_filter = true;                 // Auto-filter on the header.
    std::uint32_t validated_rows = 10'000;  // Rows below the header to which drop-downs apply.
};

// Writes a workbook row by row in constant memory; equal calls give equal bytes. Trouble of the disk throws
// base::Fault. A destroyed writer that was not finished leaves no file.
class XlsxWriter {
public:
    explicit XlsxWriter(std::filesystem::path path);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;

    // Ends the sheet before. Titles, header, frozen panes and widths are written at once.
    void begin_sheet(const XlsxSheet& sheet);
    // The next row; at most column_limit cells and row_limit rows. Text is cut at cell_length_limit.
    void write_row(std::span<const XlsxCell> cells);
    void skip_row();
    // The row that the next write_row fills, as Excel shows it.
    std::uint32_t next_row() const;
    // Column widths of a sheet without columns.
    void set_width(std::uint32_t column, double width);
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace formats
