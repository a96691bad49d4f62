// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/history_entry.h"

namespace actions {

// Lịch sử hồ sơ: the audit entries that touched the member, the person, or any record that belongs to them, each with
// only those changes. Of an import the changes name the rows of this file. Logged. `before` 0 = from the newest. In a
// server 0.3 ms; without one the whole chain is read. Refused as "not_found" {label}, "access.denied" {right, name}.
base::Result<HistoryPage> member_history(Context& context, const base::Uuid& member, std::int64_t before,
                                         std::size_t limit);

// Ai đã xem: one line of the access log of that member.
struct ReaderLine {
    std::int64_t at_ms = 0;
    std::string actor, actor_name, action, action_label;
};
// Newest first, at most `limit`. Refused as member_history is.
base::Result<std::vector<ReaderLine>> member_readers(Context& context, const base::Uuid& member, std::size_t limit);
// {"entries": […]}
std::string to_json(const std::vector<ReaderLine>& lines);

}  // namespace actions
