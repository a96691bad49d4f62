// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "actions/import_book.h"
#include "actions/import_report.h"

namespace actions {

// Writes the sheets that were read back as XLSX: the user's columns and rows in the same places, faulty cells marked
// with a remark, and behind them a column "Lỗi" with all that is wrong in the row, to filter by. What was missing gets
// a column of its own. Corrected, the file imports whole: that column is ignored. Headers of several levels become one.
void write_error_file(formats::TableReader& reader, const PlannedBook& book, const ImportReport& report,
                      const std::string& path);

// BLAKE2b-256 of the file's bytes, lower-case hexadecimal. Throws base::Fault when it cannot be read.
std::string digest_of_file(const std::string& path);

}  // namespace actions
