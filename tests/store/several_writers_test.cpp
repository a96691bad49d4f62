// SPDX-License-Identifier: AGPL-3.0-or-later
#include <atomic>
#include <fstream>
#include <thread>

#include "store/maintenance.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

class SeveralWriters : public BothEngines {};

TEST_P(SeveralWriters, take_turns_at_the_end_of_one_chain) {
    open();
    constexpr int writers = 4, transactions = 25;
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            try {
                auto store = store::Store::open(address_, types(), false);
                for (int i = 0; i < transactions; ++i) {
                    auto transaction = store->begin(intent());
                    auto owner = an_owner("Người viết " + std::to_string(writer),
                                          std::to_string(writer) + "." + std::to_string(i));
                    must_insert(*transaction, owner);
                    owner.score = i;
                    if (!transaction->correct(owner)) ++failed;
                    transaction->commit();
                }
            } catch (const std::exception& error) {
                ADD_FAILURE() << error.what();
                ++failed;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(open().count(Owner::type, {}), writers * transactions);
    EXPECT_TRUE(store::verify(open()).empty());
    EXPECT_EQ(store::sign_head(open(), 5).sequence, writers * transactions);
}

// Two clerks saw the same version: one of them writes, the other is told, whoever is first.
TEST_P(SeveralWriters, only_one_of_those_who_saw_a_version_may_write_it) {
    auto& store = open();
    auto owner = an_owner("An");
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, owner);
        transaction->commit();
    }
    constexpr int writers = 4;
    std::atomic<int> written = 0, refused = 0;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            try {
                auto mine = store::Store::open(address_, types(), false);
                auto seen = owner;
                seen.score = writer;
                auto transaction = mine->begin(intent());
                if (const auto corrected = transaction->correct(seen)) {
                    transaction->commit();
                    ++written;
                } else if (corrected.error().code == "conflict") {
                    ++refused;
                }
            } catch (const std::exception& error) { ADD_FAILURE() << error.what(); }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(written, 1);
    EXPECT_EQ(refused, writers - 1);
    EXPECT_EQ(store.find(owner.id)->version, 2);
}

TEST_P(SeveralWriters, who_waits_too_long_for_the_structure_lock_is_told_so) {
    auto& store = open();
    auto other = store::Store::open(address_, types(), false);
    auto transaction = store.begin(intent());
    transaction->lock_structure();
    try {
        auto waiting = other->begin(intent());
        waiting->lock_structure();
        FAIL() << "two hold the lock";
    } catch (const base::Fault& fault) {
        EXPECT_NE(std::string{fault.what()}.find("đang bận"), std::string::npos) << fault.what();
    }
    transaction.reset();
    auto now = other->begin(intent());
    now->lock_structure();
    auto owner = an_owner("An");
    must_insert(*now, owner);
    EXPECT_EQ(now->commit(), 1);
}

TEST_P(SeveralWriters, a_file_that_is_no_database_is_named) {
    if (!is_sqlite()) GTEST_SKIP() << "a file";
    const auto address = new_address();
    std::filesystem::create_directories(address.text);
    std::ofstream{address.text + "/kientoan.db"} << std::string(8192, 'x');
    try {
        store::Store::open(address, types(), true);
        FAIL() << "opened";
    } catch (const base::Fault& fault) {
        EXPECT_NE(std::string{fault.what()}.find("không phải là cơ sở dữ liệu"), std::string::npos) << fault.what();
    }
}

ON_BOTH_ENGINES(SeveralWriters);

}  // namespace
}  // namespace store_test
