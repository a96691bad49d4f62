// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/find_debts.h"

namespace actions {

// Xuất danh sách nợ dữ liệu: every row that the request keeps, as a workbook whose first lines say of which
// organisation, on which day and by which filter. Identifiers stay masked. Right: export_rows. Logged as one export.
// Returns the number of rows. Refusals: those of find_debts.
base::Result<std::size_t> export_debts(Context& context, FindDebts request, const std::string& path);

}  // namespace actions
