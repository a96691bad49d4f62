// SPDX-License-Identifier: AGPL-3.0-or-later
// Any bytes are refused or read; what is read can be written and read again to the same.
#include "base/check.h"
#include "formats/csv_reader.h"
#include "formats/csv_writer.h"
#include "formats/text_decoder.h"

namespace {

using Table = std::vector<std::pair<std::uint32_t, std::vector<std::string>>>;

base::Result<void> read_all(formats::TableReader& reader, Table& table) {
    return reader.read(0, [&](const formats::RowView& row) -> base::Result<void> {
        CHECK(row.row > (table.empty() ? 0 : table.back().first) && !row.cells.empty() &&
              !row.cells.back().text.empty());
        auto& cells = table.emplace_back(row.row, std::vector<std::string>{}).second;
        for (const auto& cell : row.cells) {
            CHECK(formats::is_utf8(cell.text) && !formats::exceeds_cell_length(cell.text));
            cells.push_back(cell.text);
        }
        return {};
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto reader = formats::open_csv_bytes(std::string{data, data + size});
    Table table;
    if (!reader || !read_all(**reader, table)) return 0;

    std::string csv = "\xEF\xBB\xBFsep=;\r\n";
    std::uint32_t row = 1;
    for (const auto& [number, cells] : table) {
        for (; row < number; ++row) csv += "\r\n";
        formats::append_csv_row(csv, cells, ';');
        ++row;
    }
    // In UTF-16 a NUL is a character, in UTF-8 it is the sign of a file that is no text.
    if (csv.find('\0') != csv.npos) return 0;
    auto again = formats::open_csv_bytes(csv);
    Table table_again;
    CHECK(again.has_value() && read_all(**again, table_again).has_value());
    CHECK(table == table_again);
    return 0;
}
