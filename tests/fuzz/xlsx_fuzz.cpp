// SPDX-License-Identifier: AGPL-3.0-or-later
// Any bytes are refused or read, and what is read keeps the promises of formats/table.h.
#include "base/check.h"
#include "formats/table.h"
#include "formats/text_decoder.h"
#include "formats/xlsx_writer.h"
#include "tests/fuzz/packed_parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto reader = formats::open_table_bytes(fuzz::packed_parts(data, size));
    if (!reader) {
        CHECK(reader.error().code.starts_with("file."));
        return 0;
    }
    for (std::size_t i = 0; i < (*reader)->sheets().size() && i < 4; ++i) {
        if (const auto ranges = (*reader)->merged_ranges(i))
            for (const auto& range : *ranges)
                CHECK(range.first_row <= range.last_row && range.first_column <= range.last_column &&
                      range.first_row <= formats::header_rows_searched);
        std::uint32_t last_row = 0;
        (void)(*reader)->read(i, [&](const formats::RowView& row) -> base::Result<void> {
            CHECK(row.row > last_row && row.row <= formats::row_limit);
            CHECK(!row.cells.empty() && row.cells.size() <= formats::column_limit);
            CHECK(row.cells.back().type != formats::Cell::Type::empty);
            last_row = row.row;
            for (const auto& cell : row.cells) {
                CHECK(formats::is_utf8(cell.text) && !formats::exceeds_cell_length(cell.text));
                CHECK((cell.type == formats::Cell::Type::empty) == cell.text.empty());
                (void)formats::to_xlsx_cell(cell);
            }
            return {};
        });
    }
    return 0;
}
