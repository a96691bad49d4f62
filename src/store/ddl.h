// SPDX-License-Identifier: AGPL-3.0-or-later
// Create statements, in one neutral SQL for both engines: {small} {integer} {text} {id} {bytes} stand for column types,
// {table_end} and {clustered_end} for what closes a table. Migrations are written in the same words.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/connection.h"
#include "store/table.h"

namespace store {

std::string create_table(const Table& table);
std::string create_indexes(const Table& table);  // One line per index; empty when there are none.

// The whole database, as migration 0001 says it: each table followed by its indexes.
std::string create_all(std::span<const schema::RecordType* const> types);

// Replaces the neutral words by those of the engine. A word that is not known is a base::Fault naming it.
std::string for_engine(std::string_view neutral, Engine engine);

}  // namespace store
