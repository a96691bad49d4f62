// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;
using store::Op;
using Names = std::vector<std::string>;

class Queries : public BothEngines {
protected:
    // Names in the order in which they come.
    std::vector<std::string> names(const store::Query& query) {
        std::vector<std::string> names;
        for (const auto& owner : open().select<Owner>(query)) names.push_back(owner.name);
        return names;
    }
};

TEST_P(Queries, queries_compare_every_kind_of_field) {
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

TEST_P(Queries, rows_come_in_the_order_asked_with_empty_ones_last_and_no_more_than_the_limit) {
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

TEST_P(Queries, a_long_list_of_ids_is_one_query) {
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

TEST_P(Queries, reads_may_be_made_while_rows_are_scanned) {
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

TEST_P(Queries, a_hand_written_query_takes_and_gives_values) {
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

ON_BOTH_ENGINES(Queries);

}  // namespace
}  // namespace store_test
