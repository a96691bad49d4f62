// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;
using Names = std::vector<std::string>;

class DatedRows : public BothEngines {};

TEST_P(DatedRows, a_change_closes_one_row_and_opens_the_next) {
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

TEST_P(DatedRows, a_change_must_lie_inside_the_row_and_rest_on_a_decision) {
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

ON_BOTH_ENGINES(DatedRows);

}  // namespace
}  // namespace store_test
