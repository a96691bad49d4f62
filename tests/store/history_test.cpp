// SPDX-License-Identifier: AGPL-3.0-or-later
#include <rapidcheck.h>

#include <boost/json.hpp>
#include <map>

#include "schema/json.h"
#include "store/maintenance.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;

// Laws of dated rows and of the audit chain, on random histories of one place of living per owner.
class History : public BothEngines {
protected:
    static store::Intent random_intent() {
        auto basis = intent("random");
        basis.decision_id = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
        return basis;
    }

    // One random act on one random row; what is refused is refused.
    static void act(store::Transaction& transaction, const std::vector<Owner>& owners) {
        const auto owner = *rc::gen::elementOf(owners);
        const auto rows = transaction.select<Stay>({.conditions = {{"owner_id", store::Op::equal, {owner.id.value}}}});
        const auto day = date(2020, 1, 1) + *rc::gen::inRange(0, 2000);
        if (rows.empty()) {
            Stay stay{.owner_id = owner.id, .valid_from = day, .place = "Nơi đầu"};
            must_insert(transaction, stay);
            return;
        }
        auto row = *rc::gen::elementOf(rows);
        switch (*rc::gen::inRange(0, 5)) {
            case 0:
            case 1: {
                Stay next{.valid_from = day, .place = "Từ " + base::to_iso(day)};
                (void)transaction.change(row, next);
                break;
            }
            case 2: (void)transaction.close(row, day); break;
            case 3:
                row.place = "Sửa " + base::to_iso(day);
                RC_ASSERT(transaction.correct(row).has_value());
                break;
            default: (void)transaction.erase(Stay::type, row.id.value, row.version); break;
        }
    }

    static void check_no_overlap(store::Store& store) {
        const auto rows = store.select<Stay>({.order = {{"owner_id"}, {"valid_from"}}});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            RC_ASSERT(!rows[i].valid_to || rows[i].valid_from < *rows[i].valid_to);
            if (i == 0 || rows[i].owner_id != rows[i - 1].owner_id) continue;
            RC_ASSERT(rows[i - 1].valid_to.has_value());
            RC_ASSERT(*rows[i - 1].valid_to <= rows[i].valid_from);
        }
    }

    // The images of the chain, from the first entry to the last, lead to the rows of today.
    static void check_replay(store::Store& store) {
        std::vector<std::string> entries;
        store.scan_audit([&](const store::AuditEntry& entry) { entries.push_back(entry.changes); });
        std::map<std::string, boost::json::object> rows;
        for (auto changes = entries.rbegin(); changes != entries.rend(); ++changes) {
            const auto parsed = boost::json::parse(*changes);
            for (const auto& change : parsed.as_array()) {
                const std::string id{change.at("id").as_string()};
                const auto* before = change.as_object().if_contains("before");
                const auto* after = change.as_object().if_contains("after");
                if (before)
                    RC_ASSERT(rows.at(id) == before->as_object());
                else
                    RC_ASSERT(!rows.contains(id));
                if (after)
                    rows[id] = after->as_object();
                else
                    rows.erase(id);
            }
        }
        std::size_t count = 0;
        for (const auto* type : types())
            store.scan(*type, {}, [&](const schema::Record& record) {
                auto image = schema::to_json(record);
                for (const auto& field : type->fields)
                    if (field.options.derive) image.erase(field.name);
                RC_ASSERT(rows.at(base::to_string(record.id)) == image);
                ++count;
            });
        RC_ASSERT(count == rows.size());
    }
};

TEST_P(History, random_histories_keep_intervals_apart_and_replay_to_the_same_rows) {
    auto* store = &open();
    const bool holds = rc::check([&] {
        // Each history has a tenant, and so a chain, of its own.
        ++store->tenant;
        std::vector<Owner> owners;
        {
            auto transaction = store->begin(random_intent());
            for (int i = 0; i < 3; ++i) {
                owners.push_back(an_owner("Người " + std::to_string(i), std::to_string(i)));
                must_insert(*transaction, owners.back());
            }
            transaction->commit();
        }
        const int transactions = *rc::gen::inRange(1, 12);
        for (int i = 0; i < transactions; ++i) {
            auto transaction = store->begin(random_intent());
            const int acts = *rc::gen::inRange(1, 6);
            for (int j = 0; j < acts; ++j) act(*transaction, owners);
            if (*rc::gen::inRange(0, 5) > 0) transaction->commit();
        }
        check_no_overlap(*store);
        check_replay(*store);
        RC_ASSERT(store::verify(*store).empty());
    });
    EXPECT_TRUE(holds);
}

ON_BOTH_ENGINES(History);

}  // namespace
}  // namespace store_test
