// SPDX-License-Identifier: AGPL-3.0-or-later
// Nợ dữ liệu on the demo city: nothing is found in it as it is, and of the faults planted in a copy all and nothing
// else.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "actions/describe_checks.h"
#include "actions/summarise_debts.h"
#include "demo/build.h"
#include "demo/faults.h"
#include "records/all.h"
#include "store/maintenance.h"
#include "tests/support/golden.h"
#include "tests/support/process.h"

namespace {

using namespace actions;
using demo::demo_year_end;
using Lines = std::set<std::string>;

std::string line(std::string_view check, const base::Uuid& id) {
    return std::string{check}.append(" ").append(base::to_string(id));
}

// Each finding as "check id", of the members and organisations of the whole table.
Lines lines_of(const DebtTable& table) {
    Lines lines;
    for (const auto& member : table.members())
        for (const auto& debt : member.debts) EXPECT_TRUE(lines.insert(line(debt.check->code, member.id)).second);
    for (stats::Place place = 0; place < table.organisations().size(); ++place)
        for (const auto& debt : table.organisations()[place].debts)
            EXPECT_TRUE(lines.insert(line(debt.check->code, table.snapshot().columns->forest.ids()[place])).second);
    return lines;
}

class DataDebt : public testing::Test {
protected:
    // The city is built once; the tests run in the order in which they stand, the first ones on the city in order.
    static void SetUpTestSuite() {
        folder = new support::TemporaryFolder;
        store = store::Store::open({folder->file("data.sqlite")}, records::all(), true).release();
        context = new Context{*store, "cli:test", base::date(2021, 1, 4), 1'609'743'600'000,
                              rules::Access::local_administrator()};
        const auto build = demo::build_demo(*context, "dong-ha-2020", folder->file("sổ"));
        ASSERT_TRUE(build) << build.error().code << testing::PrintToString(build.error().args);
        registers = new Registers{{folder->file("data.sqlite")}, records::all()};
        context->registers = registers;
    }
    static void TearDownTestSuite() {
        delete planted;
        delete context;
        delete registers;
        delete store;
        delete folder;
    }

    static DebtPage page(FindDebts request) {
        if (request.organisation.empty()) request.organisation = "DH";
        request.on = demo_year_end;
        auto answer = find_debts(*context, request);
        EXPECT_TRUE(answer) << (answer ? "" : answer.error().code);
        return *std::move(answer);
    }
    static const std::vector<demo::PlantedFault>& faults() {
        if (!planted) {
            auto answer = demo::plant_demo_faults(*context);
            EXPECT_TRUE(answer) << (answer ? "" : answer.error().code + testing::PrintToString(answer.error().args));
            planted =
                new std::vector<demo::PlantedFault>{answer ? *std::move(answer) : std::vector<demo::PlantedFault>{}};
        }
        return *planted;
    }

    inline static support::TemporaryFolder* folder = nullptr;
    inline static store::Store* store = nullptr;
    inline static Context* context = nullptr;
    inline static Registers* registers = nullptr;  // As a server has: tables are kept.
    inline static std::vector<demo::PlantedFault>* planted = nullptr;
};

TEST_F(DataDebt, ThereIsNoneInTheCity) {
    const auto table = debts_on(*context, demo_year_end);
    std::map<std::string_view, int> counts;
    for (const auto& member : table->members()) {
        for (const auto& debt : member.debts) ++counts[debt.check->code];
        EXPECT_TRUE(member.score == 100 || !member.debts.empty());
    }
    for (const auto& organisation : table->organisations())
        for (const auto& debt : organisation.debts) ++counts[debt.check->code];
    EXPECT_EQ(counts, (std::map<std::string_view, int>{}));

    const auto summary = summarise_debts(*context, "DH", demo_year_end);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->whole.score, 100);
    EXPECT_EQ(summary->whole.members, 6000);
    EXPECT_EQ(summary->whole.members_in_order, 6000);
    EXPECT_FALSE(summary->whole.counts.has_work());
    EXPECT_EQ(page({}).total, 0u);
}

TEST_F(DataDebt, AreFoundWherePlantedAndNowhereElse) {
    const auto before = debts_on(*context, demo_year_end);
    Lines expected;
    std::map<std::string_view, int> kinds;
    for (const auto& fault : faults()) {
        EXPECT_TRUE(expected.insert(line(fault.check, fault.id)).second);
        ++kinds[fault.check];
    }
    EXPECT_EQ(kinds.size(), demo::demo_fault_kinds);
    EXPECT_EQ(expected.size(), 200u);
    for (const auto& [check, count] : kinds) EXPECT_EQ(count, 5) << check;

    const auto table = debts_on(*context, demo_year_end);
    const auto found = lines_of(*table);
    for (const auto& one : expected) EXPECT_TRUE(found.contains(one)) << "not found: " << one;
    for (const auto& one : found) EXPECT_TRUE(expected.contains(one)) << "found besides: " << one;
    EXPECT_TRUE(store::verify(*store).empty());
}

TEST_F(DataDebt, ScoreIsWholeWhereNothingIsWrong) {
    faults();
    const auto table = debts_on(*context, demo_year_end);
    std::set<stats::Place> with_faults;
    for (const auto& member : table->members())
        if (!member.debts.empty()) with_faults.insert(member.owner);
    for (stats::Place place = 0; place < table->organisations().size(); ++place)
        if (!table->organisations()[place].debts.empty()) with_faults.insert(place);
    int whole = 0;
    for (stats::Place place = 0; place < table->organisations().size(); ++place) {
        const auto& organisation = table->organisations()[place];
        if (with_faults.contains(place)) continue;
        EXPECT_EQ(organisation.score, 100);
        ++whole;
    }
    EXPECT_GT(whole, 100);
    for (const auto& member : table->members())
        EXPECT_EQ(member.score < 100,
                  std::any_of(
                      member.debts.begin(), member.debts.end(), [](auto& debt) { return debt.check->weight; }));
    EXPECT_LT(summarise_debts(*context, "DH", demo_year_end)->whole.score, 100);
}

TEST_F(DataDebt, AreListedBySeverityAgeAndCell) {
    faults();
    const auto all = page({.limit = 1000});
    EXPECT_EQ(all.total, 200u);
    EXPECT_EQ(all.items.size(), 200u);
    for (std::size_t i = 1; i < all.items.size(); ++i) {
        const auto &a = *all.items[i - 1].debt, &b = *all.items[i].debt;
        EXPECT_TRUE(a.check->severity < b.check->severity ||
                    (a.check->severity == b.check->severity && a.since <= b.since));
    }
    const auto errors = page({.severities = "error", .limit = 1000}), rest = page({.severities = "debt,note"});
    EXPECT_EQ(errors.total + rest.total, 200u);
    EXPECT_EQ(page({.checks = "person.twice,membership.gap"}).total, 10u);
    EXPECT_EQ(page({.offset = 195, .limit = 50}).items.size(), 5u);
    EXPECT_EQ(page({.offset = 1000}).items.size(), 0u);
    // Old are only those that time brought about: the rows were written this year.
    const auto old = page({.days_min = 30, .limit = 1000});
    EXPECT_GE(old.total, 25u);
    EXPECT_LT(old.total, 60u);
    for (const auto& row : old.items) EXPECT_LE(row.debt->since, demo_year_end - 30);

    const auto unknown = find_debts(*context, {.organisation = "DH", .checks = "person.nothing"});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, "request.bad_parameter");
    EXPECT_EQ(find_debts(*context, {.organisation = "XX"}).error().code, "organisation.unknown");
}

TEST_F(DataDebt, ShowNoIdentifierAndNoAddress) {
    faults();
    for (const auto& row : page({.limit = 1000}).items) {
        const auto& check = *row.debt->check;
        if (check.field.empty() || row.debt->value.empty()) continue;
        const auto privacy = (*check.type)[check.field].options.privacy;
        EXPECT_TRUE(privacy != schema::Privacy::identifier || row.debt->value.starts_with("•")) << check.code;
        EXPECT_TRUE(privacy != schema::Privacy::personal || check.field == "born_on") << check.code;
    }
}

TEST_F(DataDebt, PartsOfASummaryAddUp) {
    faults();
    const auto summary = summarise_debts(*context, "DH", demo_year_end);
    ASSERT_TRUE(summary);
    std::int64_t members = 0, debts = 0;
    for (const auto& part : summary->parts) {
        members += part.members;
        debts += part.counts.total();
        const auto alone = summarise_debts(*context, part.organisation.code, demo_year_end);
        ASSERT_TRUE(alone);
        EXPECT_EQ(alone->whole.counts.total(), part.counts.total());
        EXPECT_EQ(alone->whole.score, part.score);
        EXPECT_EQ(page({.organisation = part.organisation.code}).total, static_cast<std::size_t>(part.counts.total()));
    }
    EXPECT_EQ(members, summary->whole.members);
    EXPECT_EQ(debts, summary->whole.counts.total());
    EXPECT_EQ(debts, 200);
}

// What a server keeps is what would be computed anew.
TEST_F(DataDebt, FollowsWhatIsRepaired) {
    const auto& list = faults();
    const auto before = debts_on(*context, demo_year_end);
    const auto repair = [&](std::string_view check, const schema::RecordType& type, std::string_view field,
                            schema::Value value) {
        const auto fault = std::find_if(list.begin(), list.end(), [&](auto& one) { return one.check == check; });
        const auto& debts = std::find_if(before->members().begin(), before->members().end(), [&](auto& member) {
                                return member.id == fault->id;
                            })->debts;
        auto record = context->store.find(type, debts.front().record);
        ASSERT_TRUE(record) << check;
        (*record)[field] = std::move(value);
        const auto transaction = context->store.begin(context->intent("repair"));
        ASSERT_TRUE(transaction->correct(*record));
        transaction->commit();
    };
    repair("person_version.permanent_residence_vague", records::PersonVersion::type, "permanent_residence",
           std::string{"12 Lê Lợi, phường 1"});
    repair("person.twice", records::Person::type, "native_place", std::string{"xã Cam Hiếu, huyện Cam Lộ"});
    repair("person.personal_id_missing", records::Person::type, "personal_id", std::string{"123456789012"});
    // Recognised at last, but the stay still says that the probation goes on.
    repair("party_member.probation_overdue", records::PartyMember::type, "recognised_on", base::date(2020, 12, 30));
    const auto after = debts_on(*context, demo_year_end);
    const auto anew = DebtTable::built(*store, snapshot_of(*context), demo_year_end);
    EXPECT_EQ(lines_of(*after), lines_of(*anew));
    EXPECT_NE(lines_of(*after), lines_of(*before));
    for (std::size_t i = 0; i < anew->members().size(); ++i) {
        const auto &one = after->members()[i], &other = anew->members()[i];
        EXPECT_EQ(one.score, other.score);
        for (std::size_t debt = 0; debt < one.debts.size(); ++debt)
            EXPECT_EQ(one.debts[debt].since, other.debts[debt].since) << one.debts[debt].check->code;
    }
    for (stats::Place place = 0; place < anew->organisations().size(); ++place)
        EXPECT_EQ(after->organisations()[place].score, anew->organisations()[place].score);
}

// A new member is looked at without reading all anew.
TEST_F(DataDebt, FollowsWhoIsNew) {
    const auto before = debts_on(*context, demo_year_end);
    const auto find = [&](const schema::RecordType& type, std::string_view field, const base::Uuid& id) {
        return context->store.select(type, {.conditions = {{.field = field, .values = {id}}}}).front();
    };
    const auto& like = before->members()[100];
    const auto transaction = context->store.begin(context->intent("admit"));
    base::Uuid person, member;
    for (auto row :
         {find(records::Person::type, "id", like.person), find(records::PersonVersion::type, "person_id", like.person),
          find(records::PartyMember::type, "id", like.id), find(records::Membership::type, "member_id", like.id)}) {
        row.id = {};
        if (row.type->find("person_id")) row["person_id"] = person;
        if (row.type->find("member_id")) row["member_id"] = member;
        for (const auto field : {"personal_id", "profile_number", "card_number"})
            if (row.type->find(field)) row[field] = {};
        if (row.type == &records::Person::type) row["native_place"] = std::string{"xã Gio Mai, huyện Gio Linh"};
        const auto id = transaction->insert(row);
        ASSERT_TRUE(id) << id.error().code << testing::PrintToString(id.error().args);
        if (row.type == &records::Person::type) person = *id;
        if (row.type == &records::PartyMember::type) member = *id;
    }
    transaction->commit();
    const auto after = debts_on(*context, demo_year_end);
    EXPECT_EQ(after->members().size(), before->members().size() + 1);
    EXPECT_TRUE(lines_of(*after).contains(line("person.personal_id_missing", member)));
    EXPECT_EQ(lines_of(*after), lines_of(*DebtTable::built(*store, snapshot_of(*context), demo_year_end)));
}

TEST_F(DataDebt, DocumentIsPrintedFromTheTable) {
    support::check_generated("docs/data-quality.md", checks_to_markdown());
}

}  // namespace
