// SPDX-License-Identifier: AGPL-3.0-or-later
// What the store prepares once for each record type: its table, its statements, its canonical form, who refers to it.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/canonical.h"
#include "store/connection.h"
#include "store/store.h"
#include "store/table.h"

namespace store {

struct TypeSql;

// A field of another type (or of this one) that refers to a type.
struct Referrer {
    const TypeSql* type = nullptr;
    const schema::Field* field = nullptr;
};

struct TypeSql {
    TypeSql(const schema::RecordType& record_type, std::size_t place);

    const schema::RecordType* type;
    std::size_t number;  // Place among the types: owners come before what refers to them.
    Table table;
    Canonical canonical;
    std::vector<Referrer> referrers;

    std::string columns;     // "id, version, field, …": what read_record expects, from column 0.
    std::string select_one;  // $1 tenant, $2 id
    std::string insert;      // Columns of the table in order.
    std::string update;      // $1 tenant, $2 id, $3 version, then the fields.
    std::string remove;      // $1 tenant, $2 id
};

// All types of a store; addresses are stable.
class TypeTable {
public:
    explicit TypeTable(std::span<const schema::RecordType* const> types);
    TypeTable(const TypeTable&) = delete;
    TypeTable& operator=(const TypeTable&) = delete;

    const TypeSql& of(const schema::RecordType& type) const;  // A Bug when the store was not opened with it.
    const TypeSql* find(std::string_view name) const;
    std::span<const TypeSql> all() const { return types_; }
    std::span<const schema::RecordType* const> record_types() const { return record_types_; }

private:
    std::vector<const schema::RecordType*> record_types_;
    std::vector<TypeSql> types_;
    std::unordered_map<const schema::RecordType*, const TypeSql*> by_type_;
};

// Reads the columns of TypeSql::columns into `record`, reusing its memory. Throws base::Fault when a cell has no value
// of its kind, as in a row that was edited by hand.
void read_record(const Statement& row, const schema::RecordType& type, schema::Record& record);
// Binds a whole row in the order of the table's columns.
void bind_row(Binder& to, std::int32_t tenant, const schema::Record& record);

// The conditions of a query as SQL: " where tenant = $1 and … order by … limit …", with its values.
struct Selection {
    std::string sql;
    std::vector<schema::Value> values;
};
Selection rows_of(const schema::RecordType& type, const Query& query, std::int32_t tenant, Engine engine);
// The same without order and limit.
Selection count_of(const schema::RecordType& type, const Query& query, std::int32_t tenant, Engine engine);

}  // namespace store
