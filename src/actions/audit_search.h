// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "actions/history_entry.h"

namespace actions {

// Tra cứu nhật ký. All that is given must hold.
struct AuditSearch {
    std::string actor = {}, action = {};  // Whole names.
    std::string type = {};                // Name of a record type.
    std::optional<base::Uuid> record = {};
    std::optional<base::Date> from = {}, to = {};  // Days in Việt Nam, both included.
    std::int64_t before = 0;                       // HistoryPage::next of the page before; 0 = from the newest.
    std::size_t limit = 50;
};
inline constexpr std::size_t audit_limit_max = 500;

// Newest first. Needs Right::read_audit; who has it only in part of the tree sees only what was done to records in that
// part, and of an import its rows when the batch lies there. A page may then hold fewer entries than asked and still
// have a next one: no call looks through more than 20,000 entries.
// Refusals: "access.denied"; "record.unknown_type" {name}; "list.limit" {most}.
base::Result<HistoryPage> audit_search(Context& context, const AuditSearch& search);

// From the first millisecond of one day to the last of the other, in Việt Nam.
std::optional<std::int64_t> begin_ms(std::optional<base::Date> from);
std::optional<std::int64_t> end_ms(std::optional<base::Date> to);

}  // namespace actions
