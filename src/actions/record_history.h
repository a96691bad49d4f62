// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/history_entry.h"

namespace actions {

// Lịch sử của một hồ sơ: the audit entries that touched one record of any type, newest first, each with only what it
// did to that record. Of a row that an import wrote the first values are those that the next change found there. What
// is no longer there has a history as long as the caller could have opened it. A file's record is noted in the access
// log. `before` 0 = from the newest. Refused as show_record is.
base::Result<HistoryPage> record_history(Context& context, const schema::RecordType& type, const base::Uuid& id,
                                         std::int64_t before, std::size_t limit);

}  // namespace actions
