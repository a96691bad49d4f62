// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;

class Bulk : public BothEngines {};

TEST_P(Bulk, bulk_rows_come_back_as_they_went) {
    auto& store = open();
    auto owner = full_owner();
    auto record = schema::to_record(owner);
    {
        auto transaction = store.begin(intent());
        ASSERT_TRUE(transaction->insert_bulk(record));
        transaction->commit();
    }
    owner.id = {record.id};
    owner.version = 1;
    const auto found = store.find(owner.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name_fold, base::fold(owner.name));
    expect_equal(*found, owner);
}

TEST_P(Bulk, bulk_rows_that_collide_are_refused_at_the_latest_by_flush) {
    auto& store = open();
    {
        auto transaction = store.begin(intent());
        auto owner = an_owner("An", "12");
        must_insert(*transaction, owner);
        transaction->commit();
    }
    auto transaction = store.begin(intent());
    auto record = schema::to_record(an_owner("Bình", "12"));
    const auto inserted = transaction->insert_bulk(record);
    const auto flushed = inserted ? transaction->flush() : base::Result<void>{inserted.error()};
    ASSERT_FALSE(flushed);
    EXPECT_EQ(flushed.error().code, "not_unique");
    EXPECT_EQ(flushed.error().args, (std::vector<std::string>{"Số hiệu", "12"}));
    transaction->roll_back();
    EXPECT_EQ(store.count(Owner::type, {}), 1);
}

TEST_P(Bulk, bulk_rows_that_refer_to_nothing_are_refused) {
    auto& store = open();
    auto transaction = store.begin(intent());
    const auto nobody = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
    auto record = schema::to_record(Badge{.owner_id = {nobody}, .given_on = date(2020, 1, 1), .code = "x"});
    const auto inserted = transaction->insert_bulk(record);
    const auto flushed = inserted ? transaction->flush() : base::Result<void>{inserted.error()};
    ASSERT_FALSE(flushed);
    EXPECT_EQ(flushed.error().code, "not_found");
    EXPECT_EQ(flushed.error().args, (std::vector<std::string>{"Chủ", base::to_string(nobody)}));
}

TEST_P(Bulk, bulk_rows_may_refer_to_bulk_rows_of_the_same_transaction) {
    auto& store = open();
    auto transaction = store.begin(intent());
    for (int i = 0; i < 2000; ++i) {
        auto owner = schema::to_record(an_owner("Người " + std::to_string(i)));
        ASSERT_TRUE(transaction->insert_bulk(owner));
        auto badge = schema::to_record(Badge{.owner_id = {owner.id}, .given_on = date(2020, 1, 1), .code = "x"});
        ASSERT_TRUE(transaction->insert_bulk(badge));
    }
    transaction->commit();
    EXPECT_EQ(store.count(Badge::type, {}), 2000);
}

TEST_P(Bulk, what_an_entry_inserted_can_be_undone) {
    auto& store = open();
    auto keeper = an_owner("Người cũ");
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, keeper);
        transaction->commit();
    }
    std::int64_t batch = 0;
    {
        auto transaction = store.begin(intent("import"));
        for (int i = 0; i < 100; ++i) {
            auto owner = schema::to_record(an_owner("Người " + std::to_string(i)));
            owner["parent_id"] = keeper.id.value;
            ASSERT_TRUE(transaction->insert_bulk(owner));
            auto badge = schema::to_record(Badge{.owner_id = {owner.id}, .given_on = date(2020, 1, 1), .code = "x"});
            ASSERT_TRUE(transaction->insert_bulk(badge));
        }
        auto single = an_owner("Một người nữa");
        must_insert(*transaction, single);
        batch = transaction->commit();
    }
    {
        auto transaction = store.begin(intent("undo"));
        const auto erased = transaction->erase_inserted_by(batch);
        ASSERT_TRUE(erased);
        EXPECT_EQ(*erased, 201);
        EXPECT_EQ(transaction->count(Owner::type, {}), 1);
        transaction->commit();
    }
    EXPECT_EQ(store.count(Owner::type, {}), 1);
    EXPECT_EQ(store.count(Badge::type, {}), 0);
    auto transaction = store.begin(intent("undo"));
    const auto again = transaction->erase_inserted_by(batch);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "changed_since");
    const auto nothing = transaction->erase_inserted_by(99);
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, "not_found");
}

TEST_P(Bulk, undo_is_refused_when_something_depends_on_it) {
    auto& store = open();
    std::int64_t batch = 0;
    auto owner = an_owner("An");
    {
        auto transaction = store.begin(intent("import"));
        auto record = schema::to_record(owner);
        owner.id = {*transaction->insert_bulk(record)};
        owner.version = 1;
        auto other = schema::to_record(an_owner("Bình"));
        ASSERT_TRUE(transaction->insert_bulk(other));
        batch = transaction->commit();
    }
    Badge badge{.owner_id = owner.id, .given_on = date(2020, 1, 1), .code = "x"};
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, badge);
        transaction->commit();
    }
    {
        auto transaction = store.begin(intent("undo"));
        const auto refused = transaction->erase_inserted_by(batch);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "in_use");
        EXPECT_EQ(refused.error().args, (std::vector<std::string>{"Huy hiệu", "1"}));
        // The refusal left the transaction usable.
        ASSERT_TRUE(transaction->erase(Badge::type, badge.id.value, 1));
        ASSERT_TRUE(transaction->correct(owner));
        transaction->commit();
    }
    auto transaction = store.begin(intent("undo"));
    const auto refused = transaction->erase_inserted_by(batch);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "changed_since");
    EXPECT_EQ(refused.error().args, (std::vector<std::string>{"Chủ", "1"}));
    EXPECT_EQ(transaction->count(Owner::type, {}), 2);
}

ON_BOTH_ENGINES(Bulk);

}  // namespace
}  // namespace store_test
