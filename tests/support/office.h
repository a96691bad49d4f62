// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "actions/context.h"
#include "records/all.h"
#include "store/maintenance.h"
#include "tests/support/process.h"

namespace support {

// An empty register in a folder of its own, and a clerk at its command line who may do everything. For programs that
// link kt_actions.
struct Office {
    explicit Office(base::Date today)
        : context{.store = *store,
                  .actor = "cli:kiem-thu",
                  .today = today,
                  .now_ms = (today - base::date(1970, 1, 1)) * std::int64_t{86'400'000},
                  .access = rules::Access::local_administrator()} {}

    TemporaryFolder folder;
    std::unique_ptr<store::Store> store = store::Store::open({folder.path().string()}, records::all(), true);
    actions::Context context;

    // Every row as text, in a fixed order.
    std::string dump() {
        std::string text;
        store::logical_dump(*store, [&](std::string_view line) { text.append(line).append("\n"); });
        return text;
    }
};

}  // namespace support
