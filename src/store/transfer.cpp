// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/transfer.h"

#include <algorithm>

#include "schema/json_writer.h"
#include "store/canonical.h"

namespace store {

std::string select_all(const Table& table) {
    std::string sql = "select ";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i) sql += ", ";
        sql += table.columns[i].name;
    }
    sql += " from " + table.name + " order by ";
    for (std::size_t i = 0; i < table.key.size(); ++i) {
        if (i) sql += ", ";
        sql += table.key[i];
    }
    return sql;
}

void transfer_row(const Statement& from, const Table& table, Binder& to) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const int column = static_cast<int>(i), at = column + 1;
        if (from.is_null(column)) {
            to.bind_null(at);
            continue;
        }
        switch (table.columns[i].cell) {
            case Cell::small:
            case Cell::integer: to.bind_integer(at, from.integer(column)); break;
            case Cell::text: to.bind_text(at, from.text(column)); break;
            case Cell::id:
            case Cell::bytes: to.bind_bytes(at, from.bytes(column)); break;
        }
    }
}

bool equal_rows(const Statement& a, const Statement& b, const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (a.is_null(column) != b.is_null(column)) return false;
        if (a.is_null(column)) continue;
        switch (table.columns[i].cell) {
            case Cell::small:
            case Cell::integer:
                if (a.integer(column) != b.integer(column)) return false;
                break;
            case Cell::text:
                if (a.text(column) != b.text(column)) return false;
                break;
            case Cell::id:
            case Cell::bytes: {
                const auto left = a.bytes(column), right = b.bytes(column);
                if (!std::equal(left.begin(), left.end(), right.begin(), right.end())) return false;
                break;
            }
        }
    }
    return true;
}

std::string row_as_json(const Statement& row, const Table& table, std::string_view without) {
    std::string line = "{\"table\":\"" + table.name + "\"";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (row.is_null(column) || table.columns[i].name == without) continue;
        line += ",\"" + table.columns[i].name + "\":";
        switch (table.columns[i].cell) {
            case Cell::small:
            case Cell::integer: line += std::to_string(row.integer(column)); break;
            case Cell::text:
                if (table.columns[i].is_secret)
                    schema::append_json_string(line, to_hex(digest_of(row.text(column))));
                else
                    schema::append_json_string(line, row.text(column));
                break;
            case Cell::id: append_id(line, row.id(column)); break;
            case Cell::bytes: line += '"' + to_hex(row.bytes(column)) + '"'; break;
        }
    }
    return line + "}";
}

void defer_references(Connection& connection) {
    connection.execute(connection.engine() == Engine::sqlite ? "pragma defer_foreign_keys = on"
                                                             : "set constraints all deferred");
}

}  // namespace store
