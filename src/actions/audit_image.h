// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "actions/context.h"
#include "store/audit_read.h"

// What a record was, as the audit chain says.
namespace actions {

// The entries that touched one of the records, newest first; those with a smaller number than `before`, 0 = from the
// newest. With a server's index 5 µs an entry; without one the whole chain is read.
std::vector<store::AuditEntry> entries_touching(Context& context, std::span<const base::Uuid> records,
                                                std::int64_t before, std::size_t limit);

// The record as it was in that version. Nothing when the chain does not say: what an import wrote has no image until it
// is changed.
std::optional<schema::Record> version_of(Context& context, const schema::Record& current, std::int64_t version);

}  // namespace actions
