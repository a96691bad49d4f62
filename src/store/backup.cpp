// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/backup_file.h"
#include "store/maintenance.h"
#include "store/migration.h"
#include "store/sql_store.h"
#include "store/transfer.h"

namespace store {
namespace {

void write_table(Connection& connection, const Table& table, BackupWriter& to) {
    to.put(table.name);
    to.put(static_cast<std::int64_t>(table.columns.size()));
    for (const auto& column : table.columns) {
        to.put(column.name);
        to.put(static_cast<std::int64_t>(column.cell));
    }
    std::int64_t count = 0;
    for (auto rows = connection.prepare(select_all(table), Fetch::many); rows->step(); ++count) {
        to.put(std::int64_t{1});
        transfer_row(*rows, table, to);
    }
    to.put(std::int64_t{0});
    to.put(count);
}

void write_head(const Head& head, const std::string& file) {
    const auto text = to_text(head);
    const auto output = create_file(file, nullptr);
    output->write(text.data(), text.size());
    output->finish();
}

Table read_table(BackupReader& from) {
    Table table{.name = from.text()};
    const auto columns = from.number();
    for (std::int64_t i = 0; i < columns; ++i) {
        auto name = from.text();
        table.columns.push_back({std::move(name), static_cast<Cell>(from.number())});
    }
    return table;
}

void read_rows(BackupReader& from, const Table& table, Connection& to) {
    constexpr std::size_t pending_max = 4'000'000;
    auto inserter = to.inserter(table);
    std::int64_t count = 0;
    for (; from.number() == 1; ++count) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) from.transfer(*inserter, static_cast<int>(i) + 1);
        inserter->next();
        if (inserter->pending() > pending_max) inserter->flush();
    }
    inserter->flush();
    if (from.number() != count) throw base::Fault{"Bản sao lưu thiếu dòng ở bảng " + table.name + "."};
}

}  // namespace

void backup(Store& store, const std::string& file, std::int64_t at_ms, const BackupKey* key) {
    auto& inside = internals(store);
    auto& connection = inside.reader();
    const Scope reading{connection, Scope::Begin::read};
    const auto head = sign_head(store, at_ms);
    BackupWriter writer{create_file(file, key)};
    writer.put(at_ms);
    const auto applied = applied_migrations(connection);
    writer.put(static_cast<std::int64_t>(applied.size()));
    for (const auto& migration : applied) {
        writer.put(migration.number);
        writer.put(migration.name);
        writer.put(migration.digest);
    }
    const auto tables = data_tables(inside.types().record_types());
    writer.put(static_cast<std::int64_t>(tables.size()));
    for (const auto& table : tables) write_table(connection, table, writer);
    writer.finish();
    write_head(head, file + ".head");
}

base::Result<void> restore(const std::string& file, const Address& to, std::span<const schema::RecordType* const> types,
                           const BackupKey* key) {
    auto reader = TRY(BackupReader::open(file, key));
    auto connection = connect(to, true);
    if (connection->has_table("migration"))
        return base::Refusal{"restore.not_empty", {to.is_postgresql() ? "" : to.text}, {}};
    reader.number();  // When it was made.
    std::vector<AppliedMigration> applied(static_cast<std::size_t>(reader.number()));
    for (auto& migration : applied) {
        migration.number = reader.number();
        migration.name = reader.text();
        migration.digest = reader.text();
    }
    check_history(applied, embedded_migrations());

    Scope scope{*connection, Scope::Begin::write};
    create_tables(*connection, types, embedded_migrations(), applied);
    defer_references(*connection);
    for (auto tables = reader.number(); tables > 0; --tables) {
        const auto table = read_table(reader);
        read_rows(reader, table, *connection);
    }
    upgrade(*connection, embedded_migrations());
    scope.commit();
    return {};
}

}  // namespace store
