// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/record_history.h"

#include <rapidcheck.h>

#include "actions/change_record.h"
#include "actions/record_invariants.h"
#include "actions/reference_labels.h"
#include "actions/scope_for_tests.h"
#include "records/person.h"

namespace actions {
namespace {

using records::PersonVersion;
using schema::Record;

class RecordHistoryTest : public SmallCity {
protected:
    RecordHistoryTest() { context_.access = rules::Access::local_administrator(); }

    std::vector<Record> versions(const std::string& name) {
        return store_->select(
            PersonVersion::type,
            {.conditions = {{"person_id", store::Op::equal, {persons_.at(name)}}}, .order = {{"valid_from"}}});
    }
    void write_in_bulk(const std::string& name) {
        auto transaction = store_->begin({.action = "import_members", .actor = "cli:test", .at_ms = 2});
        Record version{PersonVersion::type};
        version["person_id"] = persons_.at(name);
        version["valid_from"] = base::date(2010, 1, 1);
        version["full_name"] = "Nguyễn Thị " + name;
        version["religion"] = std::string{"none"};
        must(transaction->insert_bulk(version));
        transaction->commit();
    }
    ChangeRecord order(const Record& row, ChangeMode mode) const {
        return {.type = &PersonVersion::type,
                .id = row.id,
                .mode = mode,
                .version = row.version,
                .basis = {.reason = "thử"}};
    }
    // Field → what the history says it became in the end. Each entry begins where the one before ended.
    std::map<std::string, std::string> replayed(const base::Uuid& id) {
        const auto page = must(record_history(context_, PersonVersion::type, id, 0, 1'000));
        std::map<std::string, std::string> state;
        for (auto entry = page.entries.rbegin(); entry != page.entries.rend(); ++entry)
            for (const auto& change : entry->changes)
                for (const auto& field : change.fields) {
                    auto& now = state[field.field];
                    RC_ASSERT(now == field.before);
                    now = field.after;
                }
        return state;
    }
};

TEST_F(RecordHistoryTest, OfAnyEditsReplaysToTheRowsAsTheyStand) {
    write_in_bulk("an");
    rc::check([&] {
        const auto rows = versions("an");
        const auto& row = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
        const auto mode =
            *rc::gen::element(ChangeMode::correct, ChangeMode::correct, ChangeMode::change, ChangeMode::erase);
        auto change = order(row, mode);
        const auto word = "từ " + std::to_string(*rc::gen::inRange(0, 1'000));
        const auto field = *rc::gen::element<std::string>("phone", "other_name", "health", "full_name");
        change.fields =
            "{\"" + field + "\":" + (field != "full_name" && word == "từ 0" ? "null" : '"' + word + '"') + "}";
        if (mode == ChangeMode::erase) change.fields = "{}";
        if (mode == ChangeMode::change) change.on = base::date(2010, 1, 1) + *rc::gen::inRange(0, 5'000);
        WriteFaults faults;
        const auto changed = change_record(context_, change, faults);
        if (!changed) {
            const auto& code = changed.error().code;
            RC_ASSERT(code == "change.nothing" || code == "change.not_inside");
        }

        const auto left = versions("an");
        if (left.empty()) {
            write_in_bulk("an");
            return;
        }
        RC_ASSERT(examine_owner(*store_, left.front()).empty());
        // From the first row the periods go on without end, whatever was erased.
        RC_ASSERT(left.front()["valid_from"] == schema::Value{base::date(2010, 1, 1)});
        RC_ASSERT(schema::is_empty(left.back()["valid_to"]));
        const auto& checked = left[*rc::gen::inRange<std::size_t>(0, left.size())];
        auto state = replayed(checked.id);
        const ReferenceLabels labels{*store_, context_.today};
        for (std::size_t i = 0; i < checked.values.size(); ++i) {
            const auto& described = PersonVersion::type.fields[i];
            if (described.options.derive || described.target) continue;
            RC_ASSERT(state[std::string{described.name}] == labels.text(described, checked.values[i]));
        }
    });
}

TEST_F(RecordHistoryTest, PagesAndOutlivesTheRow) {
    write_in_bulk("binh");
    auto row = versions("binh").front();
    WriteFaults faults;
    for (const auto* phone : {"0901", "0902", "0903"}) {
        auto change = order(row, ChangeMode::correct);
        change.fields = std::string{R"({"phone":")"} + phone + "\"}";
        row.version = must(change_record(context_, change, faults)).record.version;
    }
    const auto page = must(record_history(context_, PersonVersion::type, row.id, 0, 3));
    ASSERT_EQ(page.entries.size(), 3u);
    EXPECT_EQ(page.entries[0].changes[0].fields[0].after, "0903");
    ASSERT_GT(page.next, 0);
    const auto rest = must(record_history(context_, PersonVersion::type, row.id, page.next, 3));
    ASSERT_EQ(rest.entries.size(), 1u);
    EXPECT_EQ(rest.entries[0].action, "import_members");
    EXPECT_EQ(rest.next, 0);

    must(change_record(context_, order(row, ChangeMode::erase), faults));
    const auto after = must(record_history(context_, PersonVersion::type, row.id, 0, 10));
    EXPECT_EQ(after.entries.size(), 5u);
    EXPECT_EQ(after.entries[0].changes[0].op, "erase");
    context_.access = {};
    EXPECT_EQ(record_history(context_, PersonVersion::type, row.id, 0, 10).error().code, "not_found");
}

}  // namespace
}  // namespace actions
