// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/list_records.h"

#include <set>

#include "actions/audit_search.h"
#include "actions/change_record.h"
#include "actions/create_record.h"
#include "actions/record_history.h"
#include "actions/record_reach.h"
#include "actions/scope_for_tests.h"
#include "actions/show_record.h"
#include "records/histories.h"
#include "records/member_events.h"
#include "records/platform.h"

namespace actions {
namespace {

using records::Role;
using rules::Right;
using schema::Record;

class ListRecordsTest : public SmallCity {
protected:
    ListRecordsTest() {
        auto transaction = store_->begin({.action = "test", .actor = "cli:test", .at_ms = 2});
        int number = 0;
        for (const auto& [name, person] : persons_) {
            records::PersonVersion version{
                .person_id = {person}, .valid_from = base::date(2010, 1, 1), .full_name = "Nguyễn Thị " + name};
            must(transaction->insert(version));
            for (int i = 0; i < 3; ++i) {
                Record reward{records::reward};
                reward["person_id"] = person;
                reward["awarded_on"] = base::PartialDate{2010 + number % 4, i ? i : 0, 0};
                reward["form"] = std::string{"Giấy khen "}.append(std::to_string(++number));
                must(transaction->insert(reward));
            }
            Record exemption{records::exemption};
            exemption["member_id"] = members_.at(name);
            exemption["valid_from"] = base::date(2020, 1, 1) + number;
            exemption["ground"] = std::string{"other"};
            must(transaction->insert(exemption));
        }
        Record everywhere{records::setting}, here{records::setting};
        for (auto* setting : {&everywhere, &here}) {
            (*setting)["name"] = std::string{"ceiling"};
            (*setting)["value"] = std::string{"20"};
            (*setting)["valid_from"] = base::date(2020, 1, 1);
            (*setting)["document_number"] = std::string{"1-HD"};
        }
        here["organisation_id"] = organisations_.at("T.B");
        must(transaction->insert(everywhere));
        must(transaction->insert(here));
        transaction->commit();
    }

    // All pages, two rows at a time.
    base::Result<std::vector<base::Uuid>> listed(ListRecords list) {
        std::vector<base::Uuid> ids;
        list.limit = 2;
        for (;;) {
            const auto page = TRY(list_records(context_, list));
            for (const auto& item : page.items) ids.push_back(item.record.id);
            if (page.next.empty()) {
                EXPECT_EQ(page.total, static_cast<std::int64_t>(ids.size()));
                return ids;
            }
            EXPECT_EQ(page.items.size(), 2u);
            list.cursor = page.next;
        }
    }
    std::set<base::Uuid> allowed(const schema::RecordType& type) {
        std::set<base::Uuid> ids;
        for (const auto& record : store_->select(type))
            if (may(context_, reading_right(type), record)) ids.insert(record.id);
        return ids;
    }
    std::string code(const base::Result<ShownRecord>& result) { return result ? "" : result.error().code; }
};

// The list says of a whole type what reach.h says of each record.
TEST_F(ListRecordsTest, ShowsExactlyWhatMayBeRead) {
    const std::vector<rules::Access> who{
        rules::Access::local_administrator(),
        {.grants = {{Role::organisation_board, {organisations_.at("T")}}}},
        {.grants = {{Role::grassroots_committee, {organisations_.at("T.A")}}}},
        {.grants = {{Role::grassroots_committee, {organisations_.at("T.B")}}}},
        {.member_id = members_.at("giang"), .grants = {{Role::cell_secretary, {organisations_.at("T.A.1")}}}},
        {.grants = {{Role::administrator, {organisations_.at("T")}}}},
        {.member_id = members_.at("chi")},
        {},
    };
    std::size_t rows = 0;
    for (const auto today : {base::date(2022, 6, 1), base::date(2024, 12, 31), base::date(2025, 6, 1)})
        for (const auto& access : who) {
            context_.today = today;
            context_.access = access;
            for (const auto* type : records::all()) {
                if (type->protection == schema::Protection::administration || type->belongs_to == "record_id") continue;
                SCOPED_TRACE(type->name);
                const auto ids = listed({.type = type});
                const auto expected = allowed(*type);
                rows += expected.size();
                if (!ids) {
                    EXPECT_EQ(ids.error().code, "access.denied");
                    EXPECT_TRUE(expected.empty());
                    continue;
                }
                EXPECT_EQ((std::set<base::Uuid>{ids->begin(), ids->end()}), expected);
            }
        }
    EXPECT_GT(rows, 300u);
}

TEST_F(ListRecordsTest, OneOwnerOneOrganisationOneDay) {
    as(Role::organisation_board, "T");
    const auto person = base::to_string(persons_.at("an"));
    EXPECT_EQ(must(listed({.type = &records::reward, .filters = {{"person_id", person}}})).size(), 3u);
    EXPECT_EQ(must(listed({.type = &records::exemption, .organisation = "T.B"})).size(), 2u);
    EXPECT_EQ(must(listed({.type = &records::Membership::type, .on = base::date(2022, 12, 31)})).size(), 4u);
    as(Role::cell_secretary, "T.B.1");
    const auto foreign = listed({.type = &records::reward, .filters = {{"person_id", person}}});
    EXPECT_EQ(foreign.error().code, "not_found");
    EXPECT_EQ(listed({.type = &records::exemption, .organisation = "T.A"}).error().code, "organisation.unknown");
}

TEST_F(ListRecordsTest, FiltersAndOrders) {
    context_.access = rules::Access::local_administrator();
    const auto names = [&](std::vector<RecordFilter> filters, std::string sort = "full_name") {
        std::string names;
        for (const auto& item :
             must(list_records(context_, {.type = &records::PersonVersion::type, .filters = filters, .sort = sort}))
                 .items)
            names += schema::to_text(item.record["full_name"]).substr(std::string{"Nguyễn Thị "}.size()) + " ";
        return names;
    };
    EXPECT_EQ(names({}), "an binh chi dung giang ");
    EXPECT_EQ(names({}, "-full_name"), "giang dung chi binh an ");
    EXPECT_EQ(names({{"full_name", "NGUYEN thị b"}}), "binh ");
    EXPECT_EQ(names({{"phone", ""}, {"full_name", "i"}}), "an binh chi dung giang ");

    const auto count = [&](std::string field, std::string value) {
        return must(list_records(context_, {.type = &records::reward, .filters = {{field, value}}})).total;
    };
    EXPECT_EQ(count("form", "Giấy khen 3"), 1);
    EXPECT_EQ(count("awarded_on", "2010..2010"), count("awarded_on", "..2010-12-31"));
    EXPECT_EQ(count("awarded_on", "..2011") + count("awarded_on", "2012.."), 15);
    const auto refused = [&](ListRecords list) { return list_records(context_, list).error().code; };
    EXPECT_EQ(refused({.type = &records::PartyMember::type, .filters = {{"card_number", "1"}}}), "list.not_by_field");
    EXPECT_EQ(refused({.type = &records::PartyMember::type, .sort = "card_number"}), "list.not_by_field");
    EXPECT_EQ(refused({.type = &records::PersonVersion::type, .sort = "name_sort"}), "list.not_by_field");
    EXPECT_EQ(refused({.type = &records::reward, .filters = {{"colour", "1"}}}), "unknown_field");
    EXPECT_EQ(refused({.type = &records::reward, .filters = {{"awarded_on", "hôm qua"}}}), "wrong_type");
    EXPECT_EQ(refused({.type = &records::Membership::type, .filters = {{"kind", "guest,host"}}}), "not_in_list");
    EXPECT_EQ(refused({.type = &records::reward, .cursor = "00"}), "list.bad_cursor");
    EXPECT_EQ(refused({.type = &records::reward, .limit = 501}), "list.limit");
    EXPECT_EQ(refused({.type = &records::account}), "record.own_action");
    const auto page = must(list_records(context_, {.type = &records::reward, .limit = 1}));
    EXPECT_EQ(refused({.type = &records::reward, .sort = "form", .cursor = page.next}), "list.bad_cursor");
}

TEST_F(ListRecordsTest, IdentifiersComeMaskedAndGoBackUnchanged) {
    context_.access = rules::Access::local_administrator();
    const auto id = members_.at("an");
    WriteFaults faults;
    const auto corrected = must(change_record(context_,
                                              {.type = &records::PartyMember::type,
                                               .id = id,
                                               .version = 1,
                                               .fields = R"({"card_number":"012345678901"})",
                                               .basis = {.reason = "bổ sung"}},
                                              faults));
    EXPECT_EQ(to_json(corrected).find("012345678901"), std::string::npos);
    EXPECT_NE(to_json(corrected).find("\"card_number\":\"••••••901\""), std::string::npos);
    EXPECT_EQ(corrected.masked, (std::vector<std::string_view>{"card_number"}));
    const auto again = change_record(context_,
                                     {.type = &records::PartyMember::type,
                                      .id = id,
                                      .version = 2,
                                      .fields = R"({"card_number":"••••••901","introducers":"Lê Văn Tư"})",
                                      .basis = {.reason = "bổ sung"}},
                                     faults);
    ASSERT_TRUE(again);
    EXPECT_EQ((*store_->find(records::PartyMember::type, id))["card_number"],
              schema::Value{std::string{"012345678901"}});
    const auto history = to_json(must(record_history(context_, records::PartyMember::type, id, 0, 50)));
    EXPECT_EQ(history.find("012345678901"), std::string::npos);
}

TEST_F(ListRecordsTest, WritingNeedsTheRightOverTheRecord) {
    int times = 0;
    const auto correct = [&](const std::string& name) {
        const auto id = members_.at(name);
        WriteFaults faults;
        return code(change_record(context_,
                                  {.type = &records::PartyMember::type,
                                   .id = id,
                                   .version = store_->find(records::PartyMember::type, id)->version,
                                   .fields = R"({"introducers":"người thứ )" + std::to_string(++times) + "\"}",
                                   .basis = {.reason = "bổ sung"}},
                                  faults));
    };
    const auto add = [&](const std::string& name) {
        WriteFaults faults;
        return code(create_record(context_,
                                  {.type = &records::reward,
                                   .fields = R"({"form":"Bằng khen","awarded_on":"2020","person_id":")" +
                                             base::to_string(persons_.at(name)) + "\"}",
                                   .basis = {.reason = "bổ sung"}},
                                  faults));
    };
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(correct("an"), "");
    EXPECT_EQ(add("an"), "");
    EXPECT_EQ(correct("binh"), "not_found");
    EXPECT_EQ(add("binh"), "not_found");
    EXPECT_EQ(correct("giang"), "access.denied");  // A guest is seen, not written.
    as(Role::leader, "T");
    EXPECT_EQ(correct("an"), "access.denied");
    EXPECT_EQ(add("an"), "access.denied");
    context_.access = {.member_id = members_.at("an")};
    EXPECT_EQ(correct("an"), "access.denied");
    EXPECT_EQ(add("an"), "access.denied");
    EXPECT_EQ(code(show_record(context_, records::PartyMember::type, members_.at("an"))), "");
    EXPECT_EQ(code(show_record(context_, records::PartyMember::type, members_.at("binh"))), "not_found");
}

TEST_F(ListRecordsTest, TheAuditIsSearchedAsFarAsTheRightReaches) {
    context_.access = rules::Access::local_administrator();
    WriteFaults faults;
    for (const auto* name : {"an", "binh", "an"}) {
        const auto id = members_.at(name);
        const auto version = store_->find(records::PartyMember::type, id)->version;
        must(change_record(context_,
                           {.type = &records::PartyMember::type,
                            .id = id,
                            .version = version,
                            .fields = R"({"introducers":"lần )" + std::to_string(version) + "\"}",
                            .basis = {.reason = "bổ sung"}},
                           faults));
    }
    const auto found = [&](AuditSearch search) { return must(audit_search(context_, search)).entries.size(); };
    EXPECT_EQ(found({.action = "correct_party_member"}), 3u);
    EXPECT_EQ(found({.actor = "nobody"}), 0u);
    EXPECT_EQ(found({.action = "correct_party_member", .record = members_.at("an")}), 2u);
    EXPECT_EQ(found({.type = "reward"}), 1u);
    EXPECT_EQ(found({.from = base::date(2025, 6, 1), .to = base::date(2025, 6, 1)}), 3u);
    EXPECT_EQ(found({.from = base::date(2025, 6, 2)}), 0u);
    const auto first = must(audit_search(context_, {.action = "correct_party_member", .limit = 2}));
    ASSERT_GT(first.next, 0);
    EXPECT_EQ(found({.action = "correct_party_member", .before = first.next}), 1u);
    EXPECT_EQ(audit_search(context_, {.type = "colour"}).error().code, "record.unknown_type");

    as(Role::organisation_board, "T.B");
    EXPECT_EQ(found({.action = "correct_party_member"}), 1u);
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(audit_search(context_, {}).error().code, "access.denied");
}

}  // namespace
}  // namespace actions
