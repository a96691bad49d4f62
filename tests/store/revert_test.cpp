// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/revert.h"

#include <rapidcheck.h>

#include "store/maintenance.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;

class Revert : public BothEngines {
protected:
    static store::Intent with_decision() {
        auto basis = intent("random");
        basis.decision_id = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
        return basis;
    }

    static std::string dump(store::Store& store) {
        std::string text;
        store::logical_dump(store, [&](std::string_view line) { text.append(line).append("\n"); });
        return text;
    }

    static base::Result<std::int64_t> revert(store::Store& store, std::int64_t sequence) {
        auto transaction = store.begin(intent("revert"));
        auto reverted = store::revert(store, *transaction, sequence);
        if (reverted) transaction->commit();
        return reverted;
    }

    // One random act on any row there is; what is refused is refused.
    static void act(store::Transaction& transaction) {
        const auto owners = transaction.select<Owner>();
        const int what = owners.empty() ? 0 : *rc::gen::inRange(0, 8);
        if (what == 0) {
            auto owner = an_owner("Người " + std::to_string(*rc::gen::inRange(0, 1000)),
                                  std::to_string(*rc::gen::inRange(0, 12)));
            if (!owners.empty() && *rc::gen::arbitrary<bool>()) owner.parent_id = (*rc::gen::elementOf(owners)).id;
            (void)transaction.insert(owner);
            return;
        }
        auto owner = *rc::gen::elementOf(owners);
        const auto stays = transaction.select<Stay>({.conditions = {{"owner_id", store::Op::equal, {owner.id.value}}}});
        const auto day = date(2020, 1, 1) + *rc::gen::inRange(0, 2000);
        Stay stay{.owner_id = owner.id, .valid_from = day, .place = "Từ " + base::to_iso(day)};
        switch (what) {
            case 1: (void)transaction.erase(Owner::type, owner.id.value, owner.version); break;
            case 2:
            case 3:
                owner.score = *rc::gen::inRange(0, 1000);
                owner.number = std::to_string(*rc::gen::inRange(0, 12));
                if (*rc::gen::arbitrary<bool>()) owner.parent_id = {};
                (void)transaction.correct(owner);
                break;
            case 4:
                if (stays.empty()) must_insert(transaction, stay);
                break;
            case 5:
                if (!stays.empty()) (void)transaction.change(stays.back(), stay);
                break;
            case 6:
                if (!stays.empty()) (void)transaction.close(stays.back(), day);
                break;
            default:
                if (!stays.empty()) (void)transaction.erase(Stay::type, stays.front().id.value, stays.front().version);
        }
    }
};

TEST_P(Revert, a_random_entry_and_its_revert_leave_what_was) {
    auto& store = open();
    int histories = 0;
    const bool holds = rc::check([&] {
        // The dump is of all tenants: on a server it soon takes long.
        if (!is_sqlite() && ++histories > 20) return;
        ++store.tenant;
        std::string before;
        std::int64_t last = 0;
        const int entries = *rc::gen::inRange(1, 4);
        for (int i = 0; i < entries; ++i) {
            before = dump(store);
            auto transaction = store.begin(with_decision());
            const int acts = *rc::gen::inRange(1, 14);
            for (int j = 0; j < acts; ++j) act(*transaction);
            last = transaction->commit();
        }
        const auto after = dump(store);
        const auto reverted = revert(store, last);
        RC_ASSERT(reverted.has_value());
        RC_ASSERT(dump(store) == before);
        // And what was reverted can be brought back in the same way.
        RC_ASSERT(revert(store, last + 1).has_value());
        RC_ASSERT(dump(store) == after);
        RC_ASSERT(store::verify(store).empty());
    });
    EXPECT_TRUE(holds);
}

TEST_P(Revert, what_came_later_stands_in_its_way_and_is_named) {
    auto& store = open();
    auto transaction = store.begin(with_decision());
    auto owner = an_owner("Lê Thị Mận", "1");
    must_insert(*transaction, owner);
    const auto first = transaction->commit();

    transaction = store.begin(with_decision());
    Stay stay{.owner_id = owner.id, .valid_from = date(2020, 1, 1), .place = "Huế"};
    must_insert(*transaction, stay);
    const auto second = transaction->commit();
    auto refused = revert(store, first);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "in_use");

    transaction = store.begin(with_decision());
    stay.place = "Đông Hà";
    ASSERT_TRUE(transaction->correct(stay));
    const auto third = transaction->commit();
    refused = revert(store, second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "changed_since");
    EXPECT_EQ(refused.error().args, (std::vector<std::string>{"Nơi ở", "1"}));

    ASSERT_TRUE(revert(store, third));
    EXPECT_EQ(store.find(stay.id)->place, "Huế");
    // The row says the same again, but it is a later version: somebody has been here.
    EXPECT_EQ(revert(store, second).error().code, "changed_since");
    EXPECT_EQ(revert(store, 99).error().code, "not_found");
}

TEST_P(Revert, bytes_that_were_removed_and_batches_are_refused) {
    auto& store = open();
    auto transaction = store.begin(with_decision());
    auto owner = an_owner("Lê Thị Mận", "1");
    owner.photo = schema::Bytes(1'000, 42);
    must_insert(*transaction, owner);
    transaction->commit();

    transaction = store.begin(with_decision());
    owner.score = 7;
    ASSERT_TRUE(transaction->correct(owner));
    const auto corrected = transaction->commit();
    ASSERT_TRUE(revert(store, corrected)) << "the photo is as it was";
    EXPECT_EQ(store.find(owner.id)->photo.size(), 1'000u);

    transaction = store.begin(with_decision());
    ASSERT_TRUE(transaction->erase(Owner::type, owner.id.value, store.find(owner.id)->version));
    const auto erased = transaction->commit();
    EXPECT_EQ(revert(store, erased).error().code, "revert.content_gone");

    transaction = store.begin(with_decision());
    auto row = schema::to_record(an_owner("Trần Văn Ổi", "2"));
    ASSERT_TRUE(transaction->insert_bulk(row));
    EXPECT_EQ(revert(store, transaction->commit()).error().code, "revert.batch");
}

ON_BOTH_ENGINES(Revert);

}  // namespace
}  // namespace store_test
