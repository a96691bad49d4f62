// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "formats/table.h"
#include "formats/xlsx_strings.h"
#include "formats/xlsx_styles.h"
#include "formats/zip.h"

namespace formats {

// What the cells of a sheet refer to.
struct XlsxContext {
    SharedStrings strings;
    std::vector<XlsxNumberMeaning> styles;
    bool is_1904 = false;
};

struct XlsxFormulas {
    std::uint64_t count = 0;
    std::string first_cell;
};

// Streams the rows of one worksheet part. Counts the formulas it passes.
base::Result<void> read_xlsx_sheet(const ZipReader& zip, const ZipEntry& part, std::string_view sheet,
                                   const XlsxContext& context, const RowHandler& on_row, XlsxFormulas& formulas);

// Merged ranges that begin in the first `header_rows_searched` rows. They stand behind all rows, hence a pass of its
// own, which looks at bytes only.
base::Result<std::vector<CellRange>> find_merged_ranges(const ZipReader& zip, const ZipEntry& part);

// The last row that the sheet states (<dimension>); 0 when it states none.
std::uint32_t xlsx_stated_rows(const ZipReader& zip, const ZipEntry& part);

// "D12" → row 12, column 3; nothing when it is not a cell of a sheet.
struct CellPosition {
    std::uint32_t row, column;
};
std::optional<CellPosition> parse_cell_name(std::string_view name);

}  // namespace formats
