// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace store {

// Tells SQLite what our tables are like: one tenant has nearly all rows, a reference leads to few, a unique key to one.
// Without that its planner reads a whole tenant by the primary key rather than a few rows by the index of a reference.
// Fixed numbers, not measured ones: plans do not change with the data. PostgreSQL keeps its own statistics; nothing is
// done there. Called in the transaction that makes or changes tables.
void describe_tables_to_planner(Connection& connection);

}  // namespace store
