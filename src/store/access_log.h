// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

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

}  // namespace store
