// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>

#include "stats/table.h"

namespace stats {

// The registers as figures see them, in memory: a forest of organisations and a table for each subject. Never changed
// after it is built; whoever holds it reads one and the same state. About 40 bytes a row.
struct Columns {
    Forest forest;
    std::vector<base::Uuid> members;
    std::vector<Table> tables;  // In the order of figures::subjects().

    const Table& table_of(const figures::Subject& subject) const;
    // The id of an entity of a table of that subject.
    const base::Uuid& id_of(const figures::Subject& subject, std::uint32_t entity) const;
};

// Builds all of it: joins memberships with what is known of the member day by day, finds entries, exits and those whose
// grade is missing. About 0.5 µs a row.
std::shared_ptr<const Columns> build_columns(const Facts& facts);

}  // namespace stats
