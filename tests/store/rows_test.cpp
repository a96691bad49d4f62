// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/access_log.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;
using base::PartialDate;
using store::Op;

class Rows : public BothEngines {
protected:
    // Names in the order in which they come.
    std::vector<std::string> names(const store::Query& query) {
        std::vector<std::string> names;
        for (const auto& owner : open().select<Owner>(query)) names.push_back(owner.name);
        return names;
    }
};

using Names = std::vector<std::string>;

// A row with something in every field.
Owner full_owner() {
    auto owner = an_owner("Đặng Thị Ánh Nguyệt", "007");
    owner.born_on = PartialDate{1985, 3, 0};
    owner.joined_on = date(2001, 2, 3);
    owner.active = true;
    owner.score = -12'345'678'901;
    owner.colour = Colour::blue;
    owner.photo = {0, 1, 255, 0, '\'', '\\'};
    return owner;
}

void expect_equal(const Owner& a, const Owner& b) {
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

TEST_P(Rows, bulk_rows_come_back_as_they_went) {
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

TEST_P(Rows, bulk_rows_that_collide_are_refused_at_the_latest_by_flush) {
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

TEST_P(Rows, bulk_rows_that_refer_to_nothing_are_refused) {
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

TEST_P(Rows, bulk_rows_may_refer_to_bulk_rows_of_the_same_transaction) {
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

TEST_P(Rows, queries_compare_every_kind_of_field) {
    auto& store = open();
    auto an = an_owner("An", "1"), binh = an_owner("Bình", "2"), chi = an_owner("Chi");
    an.score = 5, binh.score = 7;
    an.joined_on = date(2001, 2, 3), binh.joined_on = date(2010, 1, 1);
    an.active = true, binh.active = false;
    an.colour = Colour::red, binh.colour = Colour::green;
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, an);
        binh.parent_id = an.id;
        must_insert(*transaction, binh);
        must_insert(*transaction, chi);
        transaction->commit();
    }
    const auto where = [&](std::string_view field, Op op, std::vector<schema::Value> values) {
        return names({.conditions = {{field, op, std::move(values)}}, .order = {{"name"}}});
    };
    const auto text = [](const char* value) { return schema::Value{std::string{value}}; };
    const auto number = [](std::int64_t value) { return schema::Value{value}; };
    EXPECT_EQ(where("score", Op::equal, {number(5)}), (Names{"An"}));
    EXPECT_EQ(where("score", Op::not_equal, {number(5)}), (Names{"Bình", "Chi"}));
    EXPECT_EQ(where("score", Op::less, {number(7)}), (Names{"An"}));
    EXPECT_EQ(where("score", Op::less_or_equal, {number(7)}), (Names{"An", "Bình"}));
    EXPECT_EQ(where("score", Op::greater, {number(5)}), (Names{"Bình"}));
    EXPECT_EQ(where("score", Op::greater_or_equal, {number(5)}), (Names{"An", "Bình"}));
    EXPECT_EQ(where("joined_on", Op::less, {date(2010, 1, 1)}), (Names{"An"}));
    EXPECT_EQ(where("active", Op::equal, {false}), (Names{"Bình"}));
    EXPECT_EQ(where("colour", Op::in, {text("red"), text("green"), text("blue")}), (Names{"An", "Bình"}));
    EXPECT_EQ(where("colour", Op::in, {}), (Names{}));
    EXPECT_EQ(where("number", Op::is_empty, {}), (Names{"Chi"}));
    EXPECT_EQ(where("number", Op::is_not_empty, {}), (Names{"An", "Bình"}));
    EXPECT_EQ(where("name_fold", Op::contains, {text("in")}), (Names{"Bình"}));
    EXPECT_EQ(where("name_fold", Op::contains, {text("%")}), (Names{}));
    EXPECT_EQ(where("parent_id", Op::equal, {an.id.value}), (Names{"Bình"}));
    EXPECT_EQ(where("id", Op::in, {an.id.value, chi.id.value}), (Names{"An", "Chi"}));
    EXPECT_EQ(store.count(Owner::type, {.conditions = {{"score", Op::greater, {number(0)}}}, .limit = 1}), 2);
}

TEST_P(Rows, rows_come_in_the_order_asked_with_empty_ones_last_and_no_more_than_the_limit) {
    auto& store = open();
    {
        auto transaction = store.begin(intent());
        for (const auto& [name, score] : {std::pair{"C", 1}, {"A", 2}, {"B", 2}, {"D", 0}}) {
            auto owner = an_owner(name);
            if (score) owner.score = score;
            must_insert(*transaction, owner);
        }
        transaction->commit();
    }
    EXPECT_EQ(names({.order = {{"score"}, {"name"}}}), (Names{"C", "A", "B", "D"}));
    EXPECT_EQ(names({.order = {{"score", true}, {"name", true}}}), (Names{"B", "A", "C", "D"}));
    EXPECT_EQ(names({.order = {{"score", true}}, .limit = 2}), (Names{"A", "B"}));
    EXPECT_EQ(names({.order = {{"id", true}}}), (Names{"D", "B", "A", "C"}));
}

TEST_P(Rows, a_long_list_of_ids_is_one_query) {
    auto& store = open();
    std::vector<schema::Value> ids;
    {
        auto transaction = store.begin(intent());
        for (int i = 0; i < 20'000; ++i) {
            auto record = schema::to_record(an_owner("Người"));
            ASSERT_TRUE(transaction->insert_bulk(record));
            ids.emplace_back(record.id);
        }
        transaction->commit();
    }
    ids.resize(15'000);
    EXPECT_EQ(store.count(Owner::type, {.conditions = {{"id", Op::in, ids}}}), 15'000);
}

TEST_P(Rows, reads_may_be_made_while_rows_are_scanned) {
    auto& store = open();
    {
        auto transaction = store.begin(intent());
        for (int i = 0; i < 500; ++i) {
            auto owner = an_owner("Người " + std::to_string(i));
            must_insert(*transaction, owner);
        }
        transaction->commit();
    }
    const auto check = [](store::Reader& reader) {
        int outer = 0, inner = 0;
        reader.scan(Owner::type, {.order = {{"id"}}}, [&](const schema::Record& record) {
            ++outer;
            EXPECT_EQ(reader.find(Owner::type, record.id), record);
            if (outer % 100 == 0)
                reader.scan(Owner::type, {.order = {{"id"}}}, [&](const schema::Record&) { ++inner; });
        });
        EXPECT_EQ(outer, 500);
        EXPECT_EQ(inner, 2500);
    };
    check(store);
    auto transaction = store.begin(intent());
    check(*transaction);
    // Given up in the middle.
    EXPECT_THROW(transaction->scan(Owner::type, {}, [](const schema::Record&) { throw std::runtime_error{"stop"}; }),
                 std::runtime_error);
    EXPECT_EQ(transaction->count(Owner::type, {}), 500);
}

TEST_P(Rows, a_hand_written_query_takes_and_gives_values) {
    auto& store = open();
    auto owner = full_owner();
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, owner);
        transaction->commit();
    }
    const std::vector<schema::Value> values{std::int64_t{1}, date(2001, 2, 3), owner.id.value};
    std::vector<schema::Value> row;
    // $3 stands before $2 on purpose.
    store.query(
        "select id, name, joined_on, active, score, photo, number is null, sum(score) over () from sample_owner "
        "where tenant = $1 and id = $3 and joined_on = $2",
        values, [&](std::span<const schema::Value> cells) { row.assign(cells.begin(), cells.end()); });
    ASSERT_EQ(row.size(), 8u);
    EXPECT_EQ(row[0], schema::Value{owner.id.value});
    EXPECT_EQ(row[1], schema::Value{owner.name});
    EXPECT_EQ(row[2], schema::Value{std::string{"2001-02-03"}});
    EXPECT_EQ(row[3], schema::Value{std::int64_t{1}});
    EXPECT_EQ(row[4], schema::Value{*owner.score});
    EXPECT_EQ(row[5], schema::Value{owner.photo});
    EXPECT_EQ(row[6], schema::Value{std::int64_t{0}});
    EXPECT_EQ(row[7], schema::Value{*owner.score});
    EXPECT_THROW(store.query("select * from nowhere", {}, [](auto) {}), base::Fault);
}

TEST_P(Rows, a_change_closes_one_row_and_opens_the_next) {
    auto& store = open();
    auto with_decision = intent();
    with_decision.decision_id = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
    auto transaction = store.begin(with_decision);
    auto owner = an_owner("An");
    must_insert(*transaction, owner);
    Stay stay{.owner_id = owner.id, .valid_from = date(2020, 1, 1), .valid_to = date(2024, 1, 1), .place = "Huế"};
    must_insert(*transaction, stay);

    Stay next{.valid_from = date(2022, 5, 1), .place = "Đông Hà"};
    ASSERT_TRUE(transaction->change(stay, next));
    EXPECT_EQ(transaction->find(stay.id)->valid_to, date(2022, 5, 1));
    EXPECT_EQ(transaction->find(stay.id)->version, 2);
    EXPECT_EQ(transaction->find(next.id)->valid_to, date(2024, 1, 1));
    EXPECT_EQ(transaction->find(next.id)->owner_id, owner.id);

    const auto on = [&](base::Date day) {
        std::vector<std::string> places;
        for (const auto& row : transaction->select<Stay>({.on = day})) places.push_back(row.place);
        return places;
    };
    EXPECT_EQ(on(date(2019, 12, 31)), (Names{}));
    EXPECT_EQ(on(date(2022, 4, 30)), (Names{"Huế"}));
    EXPECT_EQ(on(date(2022, 5, 1)), (Names{"Đông Hà"}));
    EXPECT_EQ(on(date(2024, 1, 1)), (Names{}));

    ASSERT_TRUE(transaction->close(*transaction->find(next.id), date(2023, 1, 1)));
    EXPECT_EQ(on(date(2023, 1, 1)), (Names{}));
    transaction->commit();
    EXPECT_EQ(store.count(Stay::type, {}), 2);
}

TEST_P(Rows, a_change_must_lie_inside_the_row_and_rest_on_a_decision) {
    auto& store = open();
    auto with_decision = intent();
    with_decision.decision_id = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
    auto owner = an_owner("An");
    Stay stay{.valid_from = date(2020, 1, 1), .valid_to = date(2024, 1, 1), .place = "Huế"};
    {
        auto transaction = store.begin(with_decision);
        must_insert(*transaction, owner);
        stay.owner_id = owner.id;
        must_insert(*transaction, stay);
        for (const auto day : {date(2019, 1, 1), date(2020, 1, 1), date(2024, 1, 1), date(2025, 1, 1)}) {
            Stay next{.valid_from = day, .place = "Đông Hà"};
            const auto refused = transaction->change(stay, next);
            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().code, "change.not_inside");
            const auto closed = transaction->close(stay, day);
            ASSERT_FALSE(closed);
            EXPECT_EQ(closed.error().code, "change.not_inside");
        }
        Stay stale = stay, next{.valid_from = date(2021, 1, 1), .place = "Đông Hà"};
        stale.version = 7;
        const auto refused = transaction->change(stale, next);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "conflict");
        transaction->commit();
    }
    auto transaction = store.begin(intent());
    Stay next{.valid_from = date(2021, 1, 1), .place = "Đông Hà"};
    const auto refused = transaction->change(stay, next);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "basis.missing");
    EXPECT_EQ(transaction->count(Stay::type, {}), 1);
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

TEST_P(Rows, what_an_entry_inserted_can_be_undone) {
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

TEST_P(Rows, undo_is_refused_when_something_depends_on_it) {
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
