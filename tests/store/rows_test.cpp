// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/access_log.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;
using base::PartialDate;

class Rows : public BothEngines {};

TEST_P(Rows, every_kind_of_field_comes_back_as_it_went) {
    auto& store = open();
    auto owner = full_owner();
    auto child = an_owner("Lê \"Văn\" Tí\tĐệ\\'");
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, owner);
        child.parent_id = owner.id;
        child.active = false;
        child.born_on = PartialDate{1985, 0, 0};
        must_insert(*transaction, child);
        EXPECT_EQ(transaction->commit(), 1);
    }
    const auto found = store.find(owner.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->version, 1);
    EXPECT_EQ(found->name_fold, base::fold(owner.name));
    expect_equal(*found, owner);
    const auto second = store.find(child.id);
    ASSERT_TRUE(second);
    expect_equal(*second, child);
}

TEST_P(Rows, a_transaction_sees_its_own_rows_and_nobody_else_does_before_the_commit) {
    auto& store = open();
    auto owner = an_owner("An");
    auto record = schema::to_record(an_owner("Bình"));
    auto transaction = store.begin(intent());
    must_insert(*transaction, owner);
    ASSERT_TRUE(transaction->insert_bulk(record));
    EXPECT_TRUE(transaction->find(owner.id));
    EXPECT_EQ(transaction->count(Owner::type, {}), 2);
    EXPECT_EQ(store.count(Owner::type, {}), 0);
    transaction->commit();
    EXPECT_EQ(store.count(Owner::type, {}), 2);
}

TEST_P(Rows, what_is_not_committed_leaves_nothing) {
    auto& store = open();
    {
        auto transaction = store.begin(intent());
        auto owner = an_owner("An");
        must_insert(*transaction, owner);
        auto record = schema::to_record(an_owner("Bình"));
        ASSERT_TRUE(transaction->insert_bulk(record));
    }
    {
        auto transaction = store.begin(intent());
        auto owner = an_owner("Chi");
        must_insert(*transaction, owner);
        transaction->roll_back();
    }
    EXPECT_EQ(store.count(Owner::type, {}), 0);
    int entries = 0;
    store.scan_audit([&](const store::AuditEntry&) { ++entries; });
    EXPECT_EQ(entries, 0);
    auto transaction = store.begin(intent());
    EXPECT_EQ(transaction->commit(), 1);
}

TEST_P(Rows, an_invalid_row_is_refused_with_the_first_error) {
    auto transaction = open().begin(intent());
    auto owner = an_owner("");
    const auto refused = transaction->insert(owner);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "required");
    EXPECT_EQ(refused.error().args.front(), "Họ và tên");
    EXPECT_TRUE(owner.id.is_nil());
}

TEST_P(Rows, a_unique_field_is_refused_by_its_label_and_the_transaction_goes_on) {
    auto& store = open();
    auto transaction = store.begin(intent());
    auto first = an_owner("An", "12"), second = an_owner("Bình", "12"), third = an_owner("Chi"),
         fourth = an_owner("Dung");
    must_insert(*transaction, first);
    const auto refused = transaction->insert(second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "not_unique");
    EXPECT_EQ(refused.error().args, (std::vector<std::string>{"Số hiệu", "12"}));
    // Two empty values do not collide.
    must_insert(*transaction, third);
    must_insert(*transaction, fourth);
    third.number = "12";
    const auto corrected = transaction->correct(third);
    ASSERT_FALSE(corrected);
    EXPECT_EQ(corrected.error().args, (std::vector<std::string>{"Số hiệu", "12"}));
    transaction->commit();
    EXPECT_EQ(store.count(Owner::type, {}), 3);
}

TEST_P(Rows, fields_unique_together_are_refused_by_their_labels) {
    auto transaction = open().begin(intent());
    auto owner = an_owner("An");
    must_insert(*transaction, owner);
    Badge first{.owner_id = owner.id, .given_on = date(2020, 1, 1), .code = "x"}, second = first, third = first;
    third.code = "y";
    must_insert(*transaction, first);
    const auto refused = transaction->insert(second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "not_unique");
    EXPECT_EQ(refused.error().args[0], "Chủ, Mã");
    EXPECT_EQ(refused.error().args[1], base::to_string(owner.id.value) + ", x");
    must_insert(*transaction, third);
}

TEST_P(Rows, a_reference_to_nothing_is_refused_by_its_label) {
    auto transaction = open().begin(intent());
    const auto nobody = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
    Badge badge{.owner_id = {nobody}, .given_on = date(2020, 1, 1), .code = "x"};
    const auto refused = transaction->insert(badge);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "not_found");
    EXPECT_EQ(refused.error().args, (std::vector<std::string>{"Chủ", base::to_string(nobody)}));
    auto owner = an_owner("An");
    must_insert(*transaction, owner);
    transaction->commit();
}

TEST_P(Rows, correct_rewrites_in_place_and_counts_the_writes) {
    auto& store = open();
    auto owner = full_owner();
    auto transaction = store.begin(intent());
    must_insert(*transaction, owner);
    owner.name = "Đặng Thị Nguyệt";
    owner.score = std::nullopt;
    ASSERT_TRUE(transaction->correct(owner));
    EXPECT_EQ(owner.version, 2);
    transaction->commit();
    const auto found = store.find(owner.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->version, 2);
    EXPECT_EQ(found->name_fold, base::fold("Đặng Thị Nguyệt"));
    EXPECT_EQ(found->score, std::nullopt);
    EXPECT_EQ(found->joined_on, owner.joined_on);
}

TEST_P(Rows, the_second_of_two_clerks_gets_the_fields_that_differ) {
    auto& store = open();
    auto owner = full_owner();
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, owner);
        transaction->commit();
    }
    auto other = store::Store::open(address_, types(), false);
    auto seen_by_first = *store.find(owner.id), seen_by_second = *other->find(owner.id);
    seen_by_first.score = 5;
    seen_by_second.name = "Tên khác";
    {
        auto transaction = store.begin(intent());
        ASSERT_TRUE(transaction->correct(seen_by_first));
        transaction->commit();
    }
    auto transaction = other->begin(intent());
    const auto refused = transaction->correct(seen_by_second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "conflict");
    EXPECT_EQ(refused.error().args, (std::vector<std::string>{"Họ và tên", "Điểm"}));
    const auto erased = transaction->erase(Owner::type, owner.id.value, 1);
    ASSERT_FALSE(erased);
    EXPECT_EQ(erased.error().code, "conflict");
}

TEST_P(Rows, erase_is_refused_while_another_row_refers_to_it) {
    auto& store = open();
    auto transaction = store.begin(intent());
    auto owner = an_owner("An");
    must_insert(*transaction, owner);
    Badge badge{.owner_id = owner.id, .given_on = date(2020, 1, 1), .code = "x"};
    must_insert(*transaction, badge);
    const auto refused = transaction->erase(Owner::type, owner.id.value, 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "in_use");
    EXPECT_EQ(refused.error().args.front(), "Huy hiệu");
    ASSERT_TRUE(transaction->erase(Badge::type, badge.id.value, 1));
    ASSERT_TRUE(transaction->erase(Owner::type, owner.id.value, 1));
    const auto again = transaction->erase(Owner::type, owner.id.value, 1);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "not_found");
    transaction->commit();
    EXPECT_EQ(store.count(Owner::type, {}), 0);
}

TEST_P(Rows, the_structure_lock_is_for_one_at_a_time) {
    auto& store = open();
    auto transaction = store.begin(intent());
    transaction->lock_structure();
    transaction->lock_structure();
    transaction->commit();
}

TEST_P(Rows, two_tenants_share_a_database_and_see_nothing_of_each_other) {
    auto& store = open();
    auto insert = [&](std::string number) {
        auto transaction = store.begin(intent());
        auto owner = an_owner("An", std::move(number));
        must_insert(*transaction, owner);
        return transaction->commit();
    };
    EXPECT_EQ(insert("1"), 1);
    store.tenant = 2;
    EXPECT_EQ(store.count(Owner::type, {}), 0);
    EXPECT_EQ(insert("1"), 1);
    EXPECT_EQ(insert("2"), 2);
    store.tenant = 1;
    EXPECT_EQ(store.count(Owner::type, {}), 1);
}

TEST_P(Rows, reads_of_personal_files_are_logged) {
    auto& store = open();
    const auto id = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
    const std::vector<store::AccessLine> lines{
        {.at_ms = 5, .actor = "cli:lan", .action = "show", .record_type = "sample_owner", .record_id = id},
        {.at_ms = 6, .actor = "cli:lan", .action = "list", .record_type = "sample_owner", .record_id = {}}};
    store::log_reads(store, lines);
    std::vector<schema::Value> logged;
    store.query("select at_ms, action, record_id from access_log order by at_ms", {},
                [&](std::span<const schema::Value> row) { logged.insert(logged.end(), row.begin(), row.end()); });
    const std::vector<schema::Value> expected{std::int64_t{5}, std::string{"show"}, id,
                                              std::int64_t{6}, std::string{"list"}, {}};
    EXPECT_EQ(logged, expected);
}

TEST_P(Rows, opening_a_place_without_data_is_a_fault_unless_it_may_be_made) {
    const auto nowhere = new_address();
    EXPECT_THROW(store::Store::open(nowhere, types(), false), base::Fault);
    EXPECT_TRUE(store::Store::open(nowhere, types(), true));
    EXPECT_TRUE(store::Store::open(nowhere, types(), false));
    EXPECT_THROW(store::Store::open({"postgresql://nobody@127.0.0.1:1/nothing"}, types(), true), base::Fault);
}

ON_BOTH_ENGINES(Rows);

}  // namespace
}  // namespace store_test
