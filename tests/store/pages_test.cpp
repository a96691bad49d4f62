// SPDX-License-Identifier: AGPL-3.0-or-later
// Pages by their last row, and conditions over the rows of other types.
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;
using store::Op;
using Names = std::vector<std::string>;

class Pages : public BothEngines {
protected:
    // 300 owners; scores and days repeat and are often empty.
    void fill() {
        auto transaction = open().begin(intent());
        for (int i = 0; i < 300; ++i) {
            auto owner = an_owner("Người " + std::to_string(i * 7919 % 300));
            if (i % 4) owner.score = i * 31 % 5;
            if (i % 3) owner.joined_on = date(2001, 1, 1) + i * 17 % 4;
            must_insert(*transaction, owner);
        }
        transaction->commit();
    }
    std::vector<base::Uuid> ids(const store::Query& query) {
        std::vector<base::Uuid> ids;
        for (const auto& record : open().select(Owner::type, query)) ids.push_back(record.id);
        return ids;
    }
};

TEST_P(Pages, pages_behind_the_last_row_are_the_whole_list) {
    fill();
    const std::vector<std::vector<store::Order>> orders{
        {},
        {{"score"}},
        {{"score", true}},
        {{"score", true}, {"joined_on"}},
        {{"joined_on"}, {"score", true}, {"name"}},
        {{"name", true}},
        {{"id", true}},
    };
    for (const auto& order : orders) {
        store::Query query{.conditions = {{"name", Op::not_equal, {std::string{"Người 7"}}}}, .order = order};
        const auto whole = ids(query);
        ASSERT_EQ(whole.size(), 299u);
        query.limit = 23;
        std::vector<base::Uuid> paged;
        for (;;) {
            const auto page = open().select(Owner::type, query);
            for (const auto& record : page) paged.push_back(record.id);
            EXPECT_EQ(open().count(Owner::type, query), 299);
            if (page.size() < query.limit) break;
            query.after = store::After{{}, page.back().id};
            for (const auto& by : order)
                query.after->values.push_back(by.field == "id" ? schema::Value{page.back().id} : page.back()[by.field]);
        }
        EXPECT_EQ(paged, whole);
    }
}

TEST_P(Pages, an_offset_leaves_out_rows_at_the_beginning) {
    fill();
    const auto whole = ids({.order = {{"score"}}});
    EXPECT_EQ(ids({.order = {{"score"}}, .limit = 5, .offset = 40}),
              (std::vector<base::Uuid>{whole.begin() + 40, whole.begin() + 45}));
    EXPECT_EQ(ids({.order = {{"score"}}, .offset = 290}), (std::vector<base::Uuid>{whole.begin() + 290, whole.end()}));
}

TEST_P(Pages, conditions_look_into_the_rows_of_other_types) {
    auto& store = open();
    Owner an = an_owner("An"), binh = an_owner("Bình"), chi = an_owner("Chi");
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, an);
        binh.parent_id = an.id;
        must_insert(*transaction, binh);
        must_insert(*transaction, chi);
        const auto stay = [&](const Owner& owner, int from, std::optional<base::Date> to, std::string place) {
            Stay row{.owner_id = owner.id, .valid_from = date(from, 1, 1), .valid_to = to, .place = std::move(place)};
            must_insert(*transaction, row);
        };
        stay(an, 2010, date(2020, 1, 1), "Hà Nội");
        stay(an, 2020, {}, "Huế");
        stay(binh, 2015, {}, "Hà Nội");
        transaction->commit();
    }
    const auto in_hanoi = [&](std::optional<base::Date> on) {
        return store::among("id", Stay::type, "owner_id",
                            {.conditions = {{"place", Op::equal, {std::string{"Hà Nội"}}}}, .on = on});
    };
    const auto names = [&](std::vector<store::Condition> conditions) {
        Names names;
        for (const auto& owner : store.select<Owner>({.conditions = std::move(conditions), .order = {{"name"}}}))
            names.push_back(owner.name);
        return names;
    };
    EXPECT_EQ(names({in_hanoi({})}), (Names{"An", "Bình"}));
    EXPECT_EQ(names({in_hanoi(date(2021, 1, 1))}), (Names{"Bình"}));
    // Rows of the same type, and one look within another.
    EXPECT_EQ(names({store::among("id", Owner::type, "parent_id", {.conditions = {in_hanoi(date(2021, 1, 1))}})}),
              (Names{"An"}));
    EXPECT_EQ(names({store::among("parent_id", Owner::type, "id", {.conditions = {in_hanoi(date(2012, 1, 1))}})}),
              (Names{"Bình"}));
    auto nowhere = in_hanoi({});
    nowhere.op = Op::not_among;
    EXPECT_EQ(names({nowhere}), (Names{"Chi"}));

    const store::Condition is_chi{"name", Op::equal, {std::string{"Chi"}}};
    EXPECT_EQ(names({store::any({is_chi, in_hanoi(date(2021, 1, 1))})}), (Names{"Bình", "Chi"}));
    EXPECT_EQ(names({store::any({is_chi, in_hanoi({})}), {"parent_id", Op::is_empty}}), (Names{"An", "Chi"}));
    EXPECT_EQ(names({store::any({})}), (Names{}));
    EXPECT_EQ(store.count(Owner::type, {.conditions = {store::any({is_chi, in_hanoi({})})}}), 3);
}

ON_BOTH_ENGINES(Pages);

}  // namespace
}  // namespace store_test
