// SPDX-License-Identifier: AGPL-3.0-or-later
// Reading the audit chain in part: search, the entries that touched a record, and what was touched since.
#pragma once

#include "store/sequence.h"

namespace store {

// Which entries. All that is given must hold; texts are compared whole.
struct AuditQuery {
    std::int64_t before = 0;  // Only entries with a smaller number; 0 = from the newest.
    std::int64_t after = 0;   // Only entries with a greater number.
    std::size_t limit = 0;    // 0 = all.
    std::string actor = {}, action = {};
    std::string type = {};                  // Some row of this record type was touched.
    std::optional<base::Uuid> record = {};  // That row was touched. Looks into each entry: use `touched` in a server.
    std::optional<std::int64_t> from_ms = {};    // At or after.
    std::optional<std::int64_t> before_ms = {};  // Earlier than.
};

// Newest first. Their hashes are left empty: reading those behind the list of a large import costs too much.
void scan_audit(Store& store, const AuditQuery& query, const std::function<void(const AuditEntry&)>& visit);

// The entries of these numbers that there are, in the given order, without hashes. About 5 µs each.
std::vector<AuditEntry> audit_entries(Store& store, std::span<const std::int64_t> sequences);

// One row that an entry touched.
struct Touched {
    enum class Op : std::uint8_t { inserted = 1, rewritten = 2, removed = 3 };

    std::int64_t sequence = 0;
    Op op{};
    std::string_view type;  // Name of the record type; borrowed until the visit returns.
    base::Uuid id;
};

// The rows touched by the entries after a number up to another, oldest first. About 20 ns a row.
void scan_touched(Store& store, std::int64_t after_sequence, std::int64_t last_sequence,
                  const std::function<void(const Touched&)>& visit);

}  // namespace store
