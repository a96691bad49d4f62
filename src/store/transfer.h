// SPDX-License-Identifier: AGPL-3.0-or-later
// Whole tables as raw cells: what backup, restore, copy and dump share. Knows no record types.
#pragma once

#include <string>

#include "store/connection.h"
#include "store/table.h"

namespace store {

// All rows, all columns in the order of the table, by key. Both engines give the same order.
std::string select_all(const Table& table);

void transfer_row(const Statement& from, const Table& table, Binder& to);
bool equal_rows(const Statement& a, const Statement& b, const Table& table);
// The row as one line of JSON: {"table":"…","tenant":1,…}. Empty cells are left out, and the column `without`; bytes in
// hexadecimal.
std::string row_as_json(const Statement& row, const Table& table, std::string_view without = {});

// References are checked when the transaction ends, so that rows may come in any order.
void defer_references(Connection& connection);

}  // namespace store
