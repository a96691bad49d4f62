// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/ddl.h"

#include <array>

namespace store {
namespace {

struct Word {
    std::string_view neutral, sqlite, postgresql;
};
constexpr std::array words{
    Word{"small", "integer", "smallint"},
    Word{"integer", "integer", "bigint"},
    Word{"text", "text", "text collate \"C\""},
    Word{"id", "blob", "uuid"},
    Word{"bytes", "blob", "bytea"},
    Word{"table_end", ") strict;", ");"},
    Word{"clustered_end", ") strict, without rowid;", ");"},
};

std::string_view word_of(Cell cell) {
    switch (cell) {
        case Cell::small: return "{small}";
        case Cell::integer: return "{integer}";
        case Cell::text: return "{text}";
        case Cell::id: return "{id}";
        case Cell::bytes: return "{bytes}";
    }
    throw base::Bug{"no such cell"};
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

}  // namespace

std::string create_table(const Table& table) {
    std::string sql = "create table " + table.name + " (\n";
    for (const auto& column : table.columns) {
        sql.append("    ").append(column.name).append(" ").append(word_of(column.cell));
        sql += column.required ? " not null,\n" : ",\n";
    }
    sql += "    primary key (" + joined(table.key) + ")";
    for (const auto& key : table.foreign_keys) {
        // Named, so that PostgreSQL says which reference was refused.
        sql += ",\n    constraint " + table.name + "_" + key.column + "_reference foreign key (tenant, " + key.column +
               ") references " + key.table + " (tenant, id) deferrable";
    }
    return sql + (table.clustered ? "\n{clustered_end}\n" : "\n{table_end}\n");
}

std::string create_indexes(const Table& table) {
    std::string sql;
    for (const auto& index : table.indexes) {
        sql += index.unique ? "create unique index " : "create index ";
        sql += index.name + " on " + table.name + " (tenant, " + joined(index.columns) + ")";
        if (index.skips_empty) sql += " where " + index.columns.front() + " is not null";
        sql += ";\n";
    }
    return sql;
}

std::string create_all(std::span<const schema::RecordType* const> types) {
    std::string sql;
    for (const auto& table : data_tables(types)) sql += create_table(table) + create_indexes(table) + "\n";
    return sql;
}

std::string for_engine(std::string_view neutral, Engine engine) {
    std::string sql;
    sql.reserve(neutral.size() * 5 / 4);
    for (;;) {
        const auto open = neutral.find('{');
        sql.append(neutral.substr(0, open));
        if (open == std::string_view::npos) return sql;
        const auto close = neutral.find('}', open);
        const auto name = neutral.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
        const Word* found = nullptr;
        for (const auto& word : words)
            if (word.neutral == name) found = &word;
        if (!found) throw base::Fault{"Tệp nâng cấp cơ sở dữ liệu có từ không hiểu được: {" + std::string{name} + "}."};
        sql.append(engine == Engine::sqlite ? found->sqlite : found->postgresql);
        neutral.remove_prefix(close + 1);
    }
}

}  // namespace store
