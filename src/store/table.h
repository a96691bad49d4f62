// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables as plain values, and how they follow from record types.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record_type.h"

namespace store {

// The five kinds of cells. small: tenant, boolean (0 or 1). id: 16 bytes on SQLite, uuid on PostgreSQL.
enum class Cell : std::uint8_t { small, integer, text, id, bytes };

struct Column {
    std::string name;
    Cell cell{};
    bool required = false;
    bool is_secret = false;  // Printed as its digest (schema::Privacy::secret).
};

struct ForeignKey {
    std::string column;  // (tenant, column) refers to (tenant, id) of `table`.
    std::string table;
    bool operator==(const ForeignKey&) const = default;
};

struct Index {
    std::string name;
    std::vector<std::string> columns;  // Without tenant, which stands first in every index.
    bool unique = false;
    bool skips_empty = false;  // Holds only rows where its one column is not empty.
};

struct Table {
    std::string name;
    std::vector<Column> columns;
    std::vector<std::string> key;
    std::vector<ForeignKey> foreign_keys;
    std::vector<Index> indexes;
    bool clustered = true;  // Rows lie in the order of their key. Not for rows of megabytes.

    std::size_t index_of(std::string_view column) const;
};

// tenant, id, the fields in order, version. An index for each unique field, each unique_together, and each reference
// that no other index begins with: erasing and undoing look for referring rows.
Table table_of(const schema::RecordType& type);
Cell cell_of(schema::Kind kind);

// What the store keeps itself; append-only.
const Table& audit_entry_table();
const Table& audit_head_table();
const Table& access_log_table();
const Table& migration_table();

// All tables that hold data: those of `types` in order, then audit_entry, audit_head, access_log. Not `migration`.
std::vector<Table> data_tables(std::span<const schema::RecordType* const> types);

}  // namespace store
