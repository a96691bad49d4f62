// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/migration.h"

#include <chrono>

#include "store/canonical.h"
#include "store/ddl.h"
#include "store/statistics.h"

namespace store {
namespace {

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void run(Connection& connection, const Migration& migration) {
    connection.execute(for_engine(migration.sql, connection.engine()));
}

void record(Connection& connection, const Migration& migration) {
    auto statement =
        connection.prepare("insert into migration (number, name, applied_at_ms, digest) values ($1, $2, $3, $4)");
    const auto digest = digest_of(migration);
    statement->bind_integer(1, migration.number);
    statement->bind_text(2, migration.name);
    statement->bind_integer(3, now_ms());
    statement->bind_text(4, digest);
    statement->run();
}

const Migration* find(std::span<const Migration> known, std::int64_t number) {
    for (const auto& migration : known)
        if (migration.number == number) return &migration;
    return nullptr;
}

// Two servers that start together must not both make the tables.
void lock_schema(Connection& connection) {
    if (connection.engine() == Engine::postgresql) connection.prepare("select pg_advisory_xact_lock(202100002)")->run();
}

}  // namespace

std::string digest_of(const Migration& migration) { return to_hex(hash_of(migration.sql)); }

std::vector<AppliedMigration> applied_migrations(Connection& connection) {
    std::vector<AppliedMigration> applied;
    if (!connection.has_table("migration")) return applied;
    auto statement = connection.prepare("select number, name, digest from migration order by number");
    while (statement->step())
        applied.push_back({statement->integer(0), std::string{statement->text(1)}, std::string{statement->text(2)}});
    return applied;
}

void check_history(std::span<const AppliedMigration> applied, std::span<const Migration> known) {
    for (const auto& past : applied) {
        const std::string title = std::to_string(past.number) + " (" + past.name + ")";
        const auto* migration = find(known, past.number);
        if (!migration)
            throw base::Fault{"Cơ sở dữ liệu mới hơn chương trình: đã nâng cấp đến bước " + title +
                              " mà chương trình này chưa biết. Hãy cài phiên bản chương trình mới hơn."};
        if (digest_of(*migration) != past.digest)
            throw base::Fault{
                "Bước nâng cấp cơ sở dữ liệu " + title +
                " trong chương trình khác với bước đã chạy trên dữ liệu này. Bước đã phát hành không được sửa."};
    }
}

void create_tables(Connection& connection, std::span<const schema::RecordType* const> types,
                   std::span<const Migration> known, std::span<const AppliedMigration> applied) {
    connection.execute(for_engine(create_table(migration_table()), connection.engine()));
    if (applied.empty() || applied.size() == known.size()) {
        connection.execute(for_engine(create_all(types), connection.engine()));
        for (const auto& migration : known) record(connection, migration);
    } else {
        for (const auto& past : applied) {
            const auto* migration = find(known, past.number);
            CHECK(migration);
            run(connection, *migration);
            record(connection, *migration);
        }
    }
    describe_tables_to_planner(connection);
}

void upgrade(Connection& connection, std::span<const Migration> known) {
    const auto applied = applied_migrations(connection);
    check_history(applied, known);
    for (const auto& migration : known) {
        const bool done = std::any_of(applied.begin(), applied.end(),
                                      [&](const AppliedMigration& past) { return past.number == migration.number; });
        if (done) continue;
        run(connection, migration);
        record(connection, migration);
    }
    describe_tables_to_planner(connection);
}

void prepare_database(Connection& connection, std::span<const schema::RecordType* const> types,
                      std::span<const Migration> known, bool create) {
    if (connection.has_table("migration")) {
        const auto applied = applied_migrations(connection);
        check_history(applied, known);
        if (applied.size() == known.size()) return;
    } else if (!create) {
        throw base::Fault{"Ở nơi này chưa có dữ liệu của Kiện Toàn."};
    }
    Scope scope{connection, Scope::Begin::write};
    lock_schema(connection);
    if (connection.has_table("migration"))
        upgrade(connection, known);
    else
        create_tables(connection, types, known);
    scope.commit();
}

}  // namespace store
