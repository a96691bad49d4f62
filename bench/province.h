// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "actions/context.h"
#include "actions/import_register.h"
#include "base/messages.h"
#include "demo/registers.h"

namespace bench {

// As large as the largest committee that the product is for.
inline constexpr demo::DemoScale province{.grassroots = 455, .members = 55'700};

inline actions::Context context_of(store::Store& store) {
    return {.store = store,
            .actor = "cli:bench",
            .today = base::date(2021, 3, 1),
            .now_ms = 1614556800000,
            .access = rules::Access::local_administrator()};
}

// Throws unless every row was written.
inline actions::ImportReport import_file(store::Store& store, const std::string& kind, const std::string& path) {
    auto context = context_of(store);
    auto report = actions::import_register(context, {.kind = kind, .path = path});
    if (!report) throw base::Fault{base::message(report.error())};
    if (report->has_errors()) throw base::Fault{actions::to_text(*report)};
    return *std::move(report);
}

}  // namespace bench
