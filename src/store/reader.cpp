// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/sql_store.h"

namespace store {
namespace {

void bind_all(Statement& statement, std::span<const schema::Value> values) {
    for (std::size_t i = 0; i < values.size(); ++i) statement.bind(static_cast<int>(i) + 1, values[i]);
}

}  // namespace

std::vector<schema::Record> Reader::select(const schema::RecordType& type, const Query& query) {
    std::vector<schema::Record> records;
    scan(type, query, [&](const schema::Record& record) { records.push_back(record); });
    return records;
}

std::optional<schema::Record> find_row(Connection& connection, const TypeSql& type, std::int32_t tenant,
                                       const base::Uuid& id) {
    auto statement = connection.prepare(type.select_one);
    statement->bind_integer(1, tenant);
    statement->bind_id(2, id);
    if (!statement->step()) return {};
    schema::Record record{*type.type};
    read_record(*statement, *type.type, record);
    return record;
}

void scan_rows(Connection& connection, const TypeSql& type, std::int32_t tenant, const Query& query,
               const std::function<void(const schema::Record&)>& visit) {
    const auto selection = rows_of(*type.type, query, tenant, connection.engine());
    auto statement =
        connection.prepare("select " + type.columns + " from " + type.table.name + selection.sql, Fetch::many);
    bind_all(*statement, selection.values);
    schema::Record record{*type.type};
    while (statement->step()) {
        read_record(*statement, *type.type, record);
        visit(record);
    }
}

std::int64_t count_rows(Connection& connection, const TypeSql& type, std::int32_t tenant, const Query& query) {
    const auto selection = count_of(*type.type, query, tenant, connection.engine());
    auto statement = connection.prepare("select count(*) from " + type.table.name + selection.sql);
    bind_all(*statement, selection.values);
    statement->step();
    return statement->integer(0);
}

std::optional<schema::Record> SqlStore::find(const schema::RecordType& type, const base::Uuid& id) {
    return find_row(reader(), types_.of(type), tenant, id);
}

void SqlStore::scan(const schema::RecordType& type, const Query& query,
                    const std::function<void(const schema::Record&)>& visit) {
    scan_rows(reader(), types_.of(type), tenant, query, visit);
}

std::int64_t SqlStore::count(const schema::RecordType& type, const Query& query) {
    return count_rows(reader(), types_.of(type), tenant, query);
}

void read_one_state(Store& store, const std::function<void()>& read) {
    const Scope one_state{internals(store).reader(), Scope::Begin::read};
    read();
}

void SqlStore::query(std::string_view sql, std::span<const schema::Value> values,
                     const std::function<void(std::span<const schema::Value>)>& visit) {
    auto statement = reader().prepare(sql, Fetch::many);
    bind_all(*statement, values);
    std::vector<schema::Value> row;
    while (statement->step()) {
        row.resize(static_cast<std::size_t>(statement->columns()));
        for (std::size_t i = 0; i < row.size(); ++i) row[i] = statement->value(static_cast<int>(i));
        visit(row);
    }
}

}  // namespace store
