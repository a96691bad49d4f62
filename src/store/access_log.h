// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "store/store.h"

namespace store {

// Who opened whose file (nhật ký truy cập): one line per personal record shown.
struct AccessLine {
    std::int64_t at_ms = 0;
    std::string actor;
    std::string action;  // As of the actions: "show_member".
    std::string record_type;
    std::optional<base::Uuid> record_id;
};

// Appends lines in one transaction of their own: called with what gathered within 200 ms at most. Not while the store's
// transaction is open.
void log_reads(Store& store, std::span<const AccessLine> lines);

// Which lines. All that is given must hold.
struct AccessQuery {
    std::optional<base::Uuid> before = {};  // Only lines older than the line with this id.
    std::size_t limit = 0;                  // 0 = all.
    std::string actor = {};
    std::optional<base::Uuid> record_id = {};
    std::optional<std::int64_t> from_ms = {};    // At or after.
    std::optional<std::int64_t> before_ms = {};  // Earlier than.
};

// Newest first. Those of one record are found by an index; others are looked for in the whole log.
void scan_reads(Store& store, const AccessQuery& query,
                const std::function<void(const base::Uuid& id, const AccessLine&)>& visit);

}  // namespace store
