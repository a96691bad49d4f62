// SPDX-License-Identifier: AGPL-3.0-or-later
// The fixture of the store's tests: each test runs on SQLite and on PostgreSQL.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>

#include "store/connection.h"
#include "store/store.h"
#include "tests/store/postgresql_server.h"
#include "tests/store/sample_records.h"

namespace store_test {

// A folder that goes away with the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        char name[] = "/tmp/kientoan-store-XXXXXX";
        if (!mkdtemp(name)) throw std::runtime_error{"no temporary folder"};
        path = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::string path;
};

inline store::Intent intent(std::string action = "test") {
    return {.action = std::move(action), .actor = "cli:lan", .at_ms = 1'700'000'000'000};
}

class BothEngines : public testing::TestWithParam<store::Engine> {
protected:
    bool is_sqlite() const { return GetParam() == store::Engine::sqlite; }

    // A place where nothing is yet.
    store::Address new_address(store::Engine engine) {
        const auto number = std::to_string(++places_);
        const auto keys = folder_.path + "/keys" + number;
        if (engine == store::Engine::sqlite) return {folder_.path + "/data" + number, keys};
        return {PostgresqlServer::shared().new_database(), keys};
    }
    store::Address new_address() { return new_address(GetParam()); }

    store::Store& open() {
        if (address_.text.empty()) address_ = new_address();
        if (!store_) store_ = store::Store::open(address_, types(), true);
        return *store_;
    }
    void close() { store_.reset(); }

    // Behind the program's back.
    void run_sql(const std::string& sql) { run_sql(address_, sql); }
    static void run_sql(const store::Address& address, const std::string& sql) {
        if (address.is_postgresql())
            PostgresqlServer::run(address.text, sql);
        else
            store::open_sqlite(address.text + "/kientoan.db", false)->execute(sql);
    }

    TemporaryFolder folder_;
    store::Address address_;
    std::unique_ptr<store::Store> store_;

private:
    int places_ = 0;
};

inline std::string engine_name(const testing::TestParamInfo<store::Engine>& info) {
    return info.param == store::Engine::sqlite ? "sqlite" : "postgresql";
}

inline Owner an_owner(std::string name, std::string number = {}) {
    Owner owner;
    owner.name = std::move(name);
    owner.number = std::move(number);
    return owner;
}

// A row with something in every field.
inline Owner full_owner() {
    auto owner = an_owner("Đặng Thị Ánh Nguyệt", "007");
    owner.born_on = base::PartialDate{1985, 3, 0};
    owner.joined_on = base::date(2001, 2, 3);
    owner.active = true;
    owner.score = -12'345'678'901;
    owner.colour = Colour::blue;
    owner.photo = {0, 1, 255, 0, '\'', '\\'};
    return owner;
}

inline void expect_equal(const Owner& a, const Owner& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.version, b.version);
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.number, b.number);
    EXPECT_EQ(a.born_on, b.born_on);
    EXPECT_EQ(a.joined_on, b.joined_on);
    EXPECT_EQ(a.active, b.active);
    EXPECT_EQ(a.score, b.score);
    EXPECT_EQ(a.colour, b.colour);
    EXPECT_EQ(a.photo, b.photo);
    EXPECT_EQ(a.parent_id, b.parent_id);
}

template <schema::Described R>
base::Id<R> must_insert(store::Transaction& transaction, R& row) {
    auto inserted = transaction.insert(row);
    if (!inserted) throw std::runtime_error{inserted.error().code};
    return *inserted;
}

}  // namespace store_test

#define ON_BOTH_ENGINES(Suite)                                                                           \
    INSTANTIATE_TEST_SUITE_P(, Suite, testing::Values(store::Engine::sqlite, store::Engine::postgresql), \
                             store_test::engine_name)
