// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/log_access.h"

#include "actions/access_writer.h"

namespace actions {

void log_access(Context& context, std::span<const store::AccessLine> lines) {
    if (context.accesses)
        context.accesses->add(lines);
    else
        store::log_reads(context.store, lines);
}

void log_access(Context& context, std::string action, const schema::RecordType& type, const base::Uuid& record) {
    const store::AccessLine line{.at_ms = context.now_ms,
                                 .actor = context.actor,
                                 .action = std::move(action),
                                 .record_type = std::string{type.name},
                                 .record_id = record};
    log_access(context, {&line, 1});
}

}  // namespace actions
