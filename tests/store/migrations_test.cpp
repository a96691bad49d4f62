// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/migration.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "records/all.h"
#include "store/ddl.h"
#include "store/maintenance.h"
#include "store/sql_store.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using store::Migration;

class Migrations : public BothEngines {
protected:
    // Everything the engine says about tables, columns, keys and indexes, in a stable order.
    std::string catalogue(store::Connection& connection) {
        return is_sqlite() ? sqlite_catalogue(connection) : postgresql_catalogue(connection);
    }
    std::unique_ptr<store::Connection> connect(bool create = true) {
        if (address_.text.empty()) address_ = new_address();
        return store::connect(address_, create);
    }

    static std::vector<std::vector<std::string>> rows(store::Connection& connection, const std::string& sql) {
        std::vector<std::vector<std::string>> rows;
        auto statement = connection.prepare(sql);
        while (statement->step()) {
            rows.emplace_back();
            for (int i = 0; i < statement->columns(); ++i) rows.back().push_back(schema::to_text(statement->value(i)));
        }
        return rows;
    }
    static void append(std::string& text, const std::vector<std::vector<std::string>>& rows, const std::string& title) {
        for (const auto& row : rows) {
            text += title;
            for (const auto& cell : row) text += " | " + cell;
            text += '\n';
        }
    }

    // Not the text of the statements: "alter table … add" leaves another text than "create table".
    static std::string sqlite_catalogue(store::Connection& connection) {
        std::string text;
        for (const auto& table : rows(connection,
                                      "select name, wr, strict from pragma_table_list where schema = 'main' and "
                                      "name not like 'sqlite_%' order by name")) {
            append(text, {table}, "table");
            append(text,
                   rows(connection, "select cid, name, type, \"notnull\", dflt_value, pk from pragma_table_info('" +
                                        table[0] + "') order by name"),
                   table[0] + " column");
            append(text,
                   rows(connection, "select \"from\", \"table\", \"to\" from pragma_foreign_key_list('" + table[0] +
                                        "') order by 1, 3"),
                   table[0] + " reference");
            for (const auto& index : rows(connection, "select name, \"unique\", partial from pragma_index_list('" +
                                                          table[0] + "') order by name")) {
                append(text, {index}, table[0] + " index");
                append(text, rows(connection, "select seqno, name from pragma_index_info('" + index[0] + "')"),
                       index[0]);
            }
        }
        append(text,
               rows(connection, "select sql from sqlite_schema where type = 'index' and sql is not null order by name"),
               "index");
        return text;
    }
    static std::string postgresql_catalogue(store::Connection& connection) {
        std::string text;
        append(text,
               rows(connection,
                    "select cast(table_name as text), cast(column_name as text), cast(data_type as text), "
                    "cast(collation_name as text), "
                    "cast(is_nullable as text), cast(column_default as text) from information_schema.columns "
                    "where table_schema = 'public' order by 1, 2"),
               "column");
        append(text,
               rows(connection,
                    "select cast(conrelid::regclass as text), cast(conname as text), pg_get_constraintdef(oid) "
                    "from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2"),
               "constraint");
        append(text,
               rows(connection,
                    "select cast(indexname as text), indexdef from pg_indexes where schemaname = 'public' order by 1"),
               "index");
        return text;
    }
};

// What a released program had, then a column more, then a table more.
const Migration first{1, "initial",
                      "create table thing (id {id} not null, name {text}, primary key (id){clustered_end}\n"};
const Migration second{2, "colour", "alter table thing add column colour {text};\nupdate thing set colour = 'red';\n"};
const Migration third{
    3, "other", "create table other (id {id} not null, amount {integer}, photo {bytes}, primary key (id){table_end}\n"};

void create(store::Connection& connection, std::span<const Migration> known) {
    store::prepare_database(connection, {}, known, true);
}

// An old database: only what the migrations made.
void create_old(store::Connection& connection, const Migration& migration) {
    store::Scope scope{connection, store::Scope::Begin::write};
    connection.execute(store::for_engine(store::create_table(store::migration_table()), connection.engine()));
    scope.commit();
    const std::array known{migration};
    create(connection, known);
}

TEST_P(Migrations, missing_ones_are_run_in_order_and_only_once) {
    auto connection = connect();
    create_old(*connection, first);
    connection->execute(is_sqlite() ? "insert into thing values (zeroblob(16), 'a')"
                                    : "insert into thing values ('00000000-0000-0000-0000-000000000000', 'a')");
    const std::array all{first, second, third};
    create(*connection, all);
    EXPECT_EQ(rows(*connection, "select name, colour from thing"),
              (std::vector<std::vector<std::string>>{{"a", "red"}}));
    const auto applied = store::applied_migrations(*connection);
    ASSERT_EQ(applied.size(), 3u);
    EXPECT_EQ(applied[1].number, 2);
    EXPECT_EQ(applied[1].name, "colour");
    EXPECT_EQ(applied[1].digest, store::digest_of(second));
    create(*connection, all);
    EXPECT_EQ(store::applied_migrations(*connection), applied);
}

TEST_P(Migrations, one_that_fails_leaves_the_database_as_it_was) {
    auto connection = connect();
    create_old(*connection, first);
    const auto before = catalogue(*connection);
    const Migration broken{3, "broken",
                           "create table half (id {id} not null, primary key (id){table_end}\nselect nonsense;\n"};
    const std::array all{first, second, broken};
    EXPECT_THROW(create(*connection, all), base::Fault);
    EXPECT_EQ(catalogue(*connection), before);
    EXPECT_EQ(store::applied_migrations(*connection).size(), 1u);
    const std::array unknown_word{first, Migration{2, "word", "create table x (id {uuid}{table_end}"}};
    EXPECT_THROW(create(*connection, unknown_word), base::Fault);
}

TEST_P(Migrations, an_edited_one_is_a_fault) {
    auto connection = connect();
    create_old(*connection, first);
    const std::array edited{
        Migration{1, "initial", "create table thing (id {id}, name {text}, more {text}{table_end}\n"}, second};
    try {
        create(*connection, edited);
        FAIL() << "accepted";
    } catch (const base::Fault& fault) {
        EXPECT_NE(std::string{fault.what()}.find("không được sửa"), std::string::npos);
    }
}

TEST_P(Migrations, a_database_newer_than_the_program_is_a_fault) {
    auto connection = connect();
    create_old(*connection, first);
    const std::array all{first, second, third};
    create(*connection, all);
    try {
        create(*connection, {all.data(), 1});
        FAIL() << "accepted";
    } catch (const base::Fault& fault) {
        EXPECT_NE(std::string{fault.what()}.find("mới hơn chương trình"), std::string::npos);
    }
}

TEST_P(Migrations, a_fresh_database_equals_a_migrated_one) {
    auto fresh = connect();
    store::prepare_database(*fresh, records::all(), store::embedded_migrations(), true);
    address_ = {};
    auto migrated = connect();
    ASSERT_FALSE(store::embedded_migrations().empty());
    create_old(*migrated, store::embedded_migrations().front());
    create(*migrated, store::embedded_migrations());
    const auto expected = catalogue(*fresh);
    EXPECT_GT(expected.size(), 10'000u);
    EXPECT_EQ(catalogue(*migrated), expected);
}

TEST_P(Migrations, a_product_store_of_either_kind_works) {
    auto store = store::Store::open(new_address(), records::all(), true);
    EXPECT_TRUE(store::verify(*store).empty());
}

ON_BOTH_ENGINES(Migrations);

// Until the first release, 0001 follows the descriptions (KT_BLESS=1 writes it). From then on it never changes again:
// then this test goes, and the one above alone holds both ways equal.
TEST(InitialMigration, is_what_the_descriptions_say) {
    const std::string file = "migrations/0001_initial.sql";
    const auto expected =
        "-- SPDX-License-Identifier: AGPL-3.0-or-later\n-- Words in braces are explained in src/store/ddl.h.\n\n" +
        store::create_all(records::all());
    if (std::getenv("KT_BLESS")) std::ofstream{file} << expected;
    std::ifstream input{file};
    const std::string written{std::istreambuf_iterator<char>{input}, {}};
    EXPECT_TRUE(written == expected) << file << " lags behind the descriptions: run ./dev bless, and build again.";
}

}  // namespace
}  // namespace store_test
