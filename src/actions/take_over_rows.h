// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "actions/context.h"

namespace actions {

// Nhận dữ liệu cũ: rows as an old database has them, faults and all, which the validation of entry and import would
// refuse; the debt list then says what is wrong with them. Only the store's own rules hold: references, unique numbers,
// required fields. What is to be removed goes first; a row may be removed and written again under its id.
struct OldRows {
    std::vector<schema::Record> removed, written;
    std::vector<schema::Record> corrected;  // Rewritten in place, and validated: rows that others refer to.
};

// One transaction. Returns the number of its audit entry. For the local administrator alone: "access.local_only"
// {actor}.
base::Result<std::int64_t> take_over_rows(Context& context, OldRows rows);

}  // namespace actions
