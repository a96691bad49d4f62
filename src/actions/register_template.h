// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "actions/register_sheet.h"
#include "base/result.h"
#include "formats/xlsx_writer.h"

namespace actions {

// The registers of a word of the command line: "grades" is two of them, the others are one each.
// Refused as "import.unknown_kind" {kind, what there is}.
base::Result<std::span<const RegisterSheet* const>> registers_of(std::string_view kind);

// Writes the empty register for people to fill in. XLSX: each register in a sheet with drop-downs and remarks on the
// headers, and a sheet "Hướng dẫn" that explains every column with an example. Any other name: the header as CSV.
base::Result<void> write_template(std::string_view kind, const std::string& path);

// How a column of a register looks in our workbooks: width, number format, drop-down, remark on the header.
formats::XlsxColumn template_column(const SheetColumn& column);

}  // namespace actions
