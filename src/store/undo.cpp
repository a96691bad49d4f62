// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/ddl.h"
#include "store/transaction.h"

namespace store {
namespace {

// The rows to remove, in a table of their own, so that every step is one statement however many rows there are.
const Table& undo_table() {
    static const Table table{
        .name = "undo_row", .columns = {{"kind", Cell::small, true}, {"id", Cell::id, true}}, .key = {"kind", "id"}};
    return table;
}

struct Gathered {
    std::vector<std::int64_t> rows;                            // By number of type.
    std::vector<std::pair<const TypeSql*, RowMark>> inserted;  // Marks hold no text of the entry.
};

base::Result<Gathered> gather(Connection& connection, const TypeTable& types, std::int32_t tenant,
                              std::int64_t sequence) {
    auto statement = connection.prepare("select row_list from audit_entry where tenant = $1 and sequence = $2");
    statement->bind_integer(1, tenant);
    statement->bind_integer(2, sequence);
    if (!statement->step()) return base::Refusal{"not_found", {"Nhật ký", std::to_string(sequence)}, {}};
    Gathered gathered{std::vector<std::int64_t>(types.all().size()), {}};
    const bool readable = read_row_list(statement->bytes(0), [&](const RowMark& mark) {
        const auto* type = types.find(mark.type);
        if (!type || mark.op != RowOp::inserted) return;
        ++gathered.rows[type->number];
        gathered.inserted.emplace_back(type, RowMark{mark.op, {}, mark.id, mark.digest});
    });
    if (!readable) throw base::Fault{"Nhật ký số " + std::to_string(sequence) + " bị hỏng. Hãy chạy lệnh verify."};
    return gathered;
}

void fill_undo_table(Connection& connection, const Gathered& gathered) {
    connection.execute("create temp table undo_row (kind " +
                       for_engine("{small} not null, id {id} not null, primary key (kind, id)", connection.engine()) +
                       ")");
    auto inserter = connection.inserter(undo_table());
    for (const auto& [type, mark] : gathered.inserted) {
        inserter->bind_integer(1, static_cast<std::int64_t>(type->number));
        inserter->bind_id(2, mark.id);
        inserter->next();
    }
    inserter->flush();
    if (connection.engine() == Engine::postgresql) connection.execute("analyze undo_row");
}

std::string undo_ids(const TypeSql& type) {
    return "(select id from undo_row where kind = " + std::to_string(type.number) + ")";
}

std::int64_t count(Connection& connection, const std::string& sql, std::int32_t tenant) {
    auto statement = connection.prepare(sql);
    statement->bind_integer(1, tenant);
    statement->step();
    return statement->integer(0);
}

std::optional<base::Refusal> find_obstacle(Connection& connection, const TypeTable& types, std::int32_t tenant,
                                           const Gathered& gathered) {
    for (const auto& type : types.all()) {
        if (gathered.rows[type.number] == 0) continue;
        const auto untouched = count(connection,
                                     "select count(*) from " + type.table.name +
                                         " where tenant = $1 and version = 1 and id in " + undo_ids(type),
                                     tenant);
        if (const auto changed = gathered.rows[type.number] - untouched; changed > 0)
            return base::Refusal{"changed_since", {std::string{type.type->label}, std::to_string(changed)}, {}};
        for (const auto& referrer : type.referrers) {
            const auto rows = count(connection,
                                    "select count(*) from " + referrer.type->table.name + " where tenant = $1 and " +
                                        std::string{referrer.field->name} + " in " + undo_ids(type) +
                                        " and id not in " + undo_ids(*referrer.type),
                                    tenant);
            if (rows > 0)
                return base::Refusal{"in_use", {std::string{referrer.type->type->label}, std::to_string(rows)}, {}};
        }
    }
    return {};
}

}  // namespace

base::Result<std::int64_t> erase_rows_of_entry(Connection& connection, const TypeTable& types, std::int32_t tenant,
                                               std::int64_t sequence, Trail& trail) {
    const auto gathered = TRY(gather(connection, types, tenant, sequence));
    fill_undo_table(connection, gathered);
    auto obstacle = find_obstacle(connection, types, tenant, gathered);
    if (!obstacle) {
        // What refers goes before what it refers to.
        for (auto type = types.all().rbegin(); type != types.all().rend(); ++type) {
            if (gathered.rows[type->number] == 0) continue;
            auto statement = connection.prepare("delete from " + type->table.name + " where tenant = $1 and id in " +
                                                undo_ids(*type));
            statement->bind_integer(1, tenant);
            statement->run();
        }
        for (const auto& [type, mark] : gathered.inserted) trail.add_bulk(RowOp::removed, *type, mark.id, mark.digest);
    }
    connection.execute("drop table undo_row");
    if (obstacle) return *std::move(obstacle);
    return static_cast<std::int64_t>(gathered.inserted.size());
}

}  // namespace store
