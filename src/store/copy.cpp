// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/maintenance.h"
#include "store/migration.h"
#include "store/sql_store.h"
#include "store/transfer.h"

namespace store {
namespace {

std::int64_t copy_table(Connection& from, Connection& to, const Table& table) {
    auto rows = from.prepare(select_all(table), Fetch::many);
    auto inserter = to.inserter(table);
    constexpr std::size_t pending_max = 4'000'000;
    std::int64_t count = 0;
    while (rows->step()) {
        transfer_row(*rows, table, *inserter);
        inserter->next();
        if (inserter->pending() > pending_max) inserter->flush();
        ++count;
    }
    inserter->flush();
    return count;
}

void compare_table(Connection& from, Connection& to, const Table& table) {
    const auto sql = select_all(table);
    auto a = from.prepare(sql, Fetch::many), b = to.prepare(sql, Fetch::many);
    for (std::int64_t row = 1;; ++row) {
        const bool more = a->step();
        if (more != b->step() || (more && !equal_rows(*a, *b, table)))
            throw base::Fault{"Bản sao khác bản gốc ở bảng " + table.name + ", dòng " + std::to_string(row) +
                              "; chưa có gì được ghi."};
        if (!more) return;
    }
}

}  // namespace

base::Result<std::vector<CopyCount>> copy(Store& from, const Address& to,
                                          std::span<const schema::RecordType* const> types) {
    auto target = connect(to, true);
    if (target->has_table("migration")) return base::Refusal{"copy.not_empty", {}, {}};
    auto& source = internals(from).reader();
    const Scope reading{source, Scope::Begin::read};
    Scope writing{*target, Scope::Begin::write};
    create_tables(*target, types, embedded_migrations());
    defer_references(*target);
    std::vector<CopyCount> counts;
    for (const auto& table : data_tables(types)) counts.push_back({table.name, copy_table(source, *target, table)});
    for (const auto& table : data_tables(types)) compare_table(source, *target, table);
    writing.commit();
    return counts;
}

void logical_dump(Store& store, const std::function<void(std::string_view line)>& visit, bool with_audit) {
    auto& inside = internals(store);
    auto& connection = inside.reader();
    const Scope reading{connection, Scope::Begin::read};
    for (const auto& table : data_tables(inside.types().record_types())) {
        if (!with_audit && !inside.types().find(table.name)) continue;
        auto rows = connection.prepare(select_all(table), Fetch::many);
        while (rows->step()) visit(row_as_json(*rows, table, with_audit ? "" : "version"));
    }
}

}  // namespace store
