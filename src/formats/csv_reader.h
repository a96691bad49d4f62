// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "formats/table.h"

namespace formats {

// Reads CSV (RFC 4180 and what Excel makes of it) as a stream: UTF-8 with or without BOM, UTF-16 with BOM; bytes that
// are not UTF-8 are read as Windows-1252. The separator is guessed among ; , and tab, or named by a first line "sep=;".
// All cells are text. Row numbers count records, blank lines included, as Excel shows them. The apostrophe that
// CsvWriter puts before = + - @ is taken away. Prefer open_table(), which recognises CSV by content.
base::Result<std::unique_ptr<TableReader>> open_csv(const std::filesystem::path& path);
base::Result<std::unique_ptr<TableReader>> open_csv_bytes(std::string bytes);

}  // namespace formats
