// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/access_log.h"

#include "store/sql_store.h"

namespace store {

void log_reads(Store& store, std::span<const AccessLine> lines) {
    if (lines.empty()) return;
    auto& inside = internals(store);
    CHECK(!inside.writer().in_transaction());
    Scope scope{inside.writer(), Scope::Begin::write};
    auto inserter = inside.writer().inserter(access_log_table());
    for (const auto& line : lines) {
        const auto id = inside.ids().next();
        inserter->bind_integer(1, store.tenant);
        inserter->bind_id(2, id);
        inserter->bind_integer(3, line.at_ms);
        inserter->bind_text(4, line.actor);
        inserter->bind_text(5, line.action);
        inserter->bind_text(6, line.record_type);
        if (line.record_id)
            inserter->bind_id(7, *line.record_id);
        else
            inserter->bind_null(7);
        inserter->next();
    }
    inserter->flush();
    scope.commit();
}

}  // namespace store
