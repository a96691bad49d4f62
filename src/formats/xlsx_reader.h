// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "formats/table.h"
#include "formats/zip.h"

namespace formats {

// Reads XLSX and XLSM (ECMA-376, transitional and strict) as a stream: memory holds the shared strings and one row.
// Dates are recognised by number format, in the 1900 and 1904 systems. Formulas are never computed, their stored values
// are used. Prefer open_table(), which also explains files that are not XLSX.
base::Result<std::unique_ptr<TableReader>> open_xlsx(ZipReader zip);

}  // namespace formats
