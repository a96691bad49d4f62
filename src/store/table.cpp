// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/table.h"

#include "base/check.h"

namespace store {
namespace {

template <class Visit>
void split(std::string_view list, char separator, const Visit& visit) {
    while (!list.empty()) {
        const auto end = list.find(separator);
        visit(list.substr(0, end));
        if (end == std::string_view::npos) return;
        list.remove_prefix(end + 1);
    }
}

std::string index_name(std::string_view table, const std::vector<std::string>& columns, std::string_view ending) {
    std::string name{table};
    for (const auto& column : columns) name += "_" + column;
    name += ending;
    CHECK(name.size() <= 63);  // PostgreSQL cuts longer names.
    return name;
}

void add_unique_indexes(Table& table, const schema::RecordType& type) {
    for (const auto& field : type.fields)
        if (field.options.unique) {
            std::vector<std::string> columns{std::string{field.name}};
            auto name = index_name(type.name, columns, "_unique");
            table.indexes.push_back({std::move(name), std::move(columns), true, !field.options.required});
        }
    split(type.unique_together, ';', [&](std::string_view together) {
        std::vector<std::string> columns;
        split(together, ',', [&](std::string_view column) { columns.emplace_back(type[column].name); });
        auto name = index_name(type.name, columns, "_unique");
        table.indexes.push_back({std::move(name), std::move(columns), true, false});
    });
}

void add_reference_indexes(Table& table, const schema::RecordType& type) {
    for (const auto& field : type.fields) {
        if (field.kind != schema::Kind::reference) continue;
        table.foreign_keys.push_back({std::string{field.name}, std::string{field.target->name}});
        const bool served = std::any_of(table.indexes.begin(), table.indexes.end(),
                                        [&](const Index& index) { return index.columns.front() == field.name; });
        if (served) continue;
        std::vector<std::string> columns{std::string{field.name}};
        auto name = index_name(type.name, columns, "_index");
        table.indexes.push_back({std::move(name), std::move(columns), false, !field.options.required});
    }
}

}  // namespace

std::size_t Table::index_of(std::string_view column) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == column) return i;
    throw base::Bug{name + " has no column " + std::string{column}};
}

Cell cell_of(schema::Kind kind) {
    switch (kind) {
        case schema::Kind::boolean: return Cell::small;
        case schema::Kind::integer: return Cell::integer;
        case schema::Kind::text:
        case schema::Kind::code:
        case schema::Kind::date:
        case schema::Kind::partial_date: return Cell::text;
        case schema::Kind::reference: return Cell::id;
        case schema::Kind::bytes: return Cell::bytes;
    }
    throw base::Bug{"no such kind"};
}

Table table_of(const schema::RecordType& type) {
    Table table{.name = std::string{type.name}, .columns = {{"tenant", Cell::small, true}, {"id", Cell::id, true}}};
    for (const auto& field : type.fields) {
        table.columns.push_back({std::string{field.name}, cell_of(field.kind), false, field.is_secret()});
        if (field.kind == schema::Kind::bytes) table.clustered = false;
    }
    table.columns.push_back({"version", Cell::integer, true});
    table.key = {"tenant", "id"};
    add_unique_indexes(table, type);
    add_reference_indexes(table, type);
    return table;
}

const Table& audit_entry_table() {
    static const Table table{.name = "audit_entry",
                             .columns = {{"tenant", Cell::small, true},
                                         {"sequence", Cell::integer, true},
                                         {"at_ms", Cell::integer, true},
                                         {"action", Cell::text, true},
                                         {"actor", Cell::text, true},
                                         {"reason", Cell::text},
                                         {"article", Cell::text},
                                         {"decision_id", Cell::id},
                                         {"changes", Cell::text, true},
                                         {"row_list", Cell::bytes, true},
                                         {"previous_hash", Cell::bytes, true},
                                         {"hash", Cell::bytes, true}},
                             .key = {"tenant", "sequence"},
                             .clustered = false};
    return table;
}

const Table& audit_head_table() {
    static const Table table{
        .name = "audit_head",
        .columns = {{"tenant", Cell::small, true}, {"sequence", Cell::integer, true}, {"hash", Cell::bytes, true}},
        .key = {"tenant"}};
    return table;
}

const Table& access_log_table() {
    static const Table table{
        .name = "access_log",
        .columns = {{"tenant", Cell::small, true},
                    {"id", Cell::id, true},
                    {"at_ms", Cell::integer, true},
                    {"actor", Cell::text, true},
                    {"action", Cell::text, true},
                    {"record_type", Cell::text, true},
                    {"record_id", Cell::id}},
        .key = {"tenant", "id"},
        // "Who has opened this file."
        .indexes = {Index{.name = "access_log_record_id_index", .columns = {"record_id"}, .skips_empty = true}}};
    return table;
}

const Table& migration_table() {
    static const Table table{.name = "migration",
                             .columns = {{"number", Cell::integer, true},
                                         {"name", Cell::text, true},
                                         {"applied_at_ms", Cell::integer, true},
                                         {"digest", Cell::text, true}},
                             .key = {"number"}};
    return table;
}

std::vector<Table> data_tables(std::span<const schema::RecordType* const> types) {
    std::vector<Table> tables;
    for (const auto* type : types) tables.push_back(table_of(*type));
    tables.push_back(audit_entry_table());
    tables.push_back(audit_head_table());
    tables.push_back(access_log_table());
    return tables;
}

}  // namespace store
