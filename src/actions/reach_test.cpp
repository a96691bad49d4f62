// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/reach.h"

#include "actions/scope_for_tests.h"
#include "records/histories.h"
#include "records/platform.h"

namespace actions {
namespace {

using records::Role;
using rules::Right;

class ReachTest : public SmallCity {
protected:
    std::string held(Right right = Right::see) {
        const auto& reach = reach_of(context_, right);
        std::string codes;
        for (const auto& [code, id] : organisations_)
            if (reach.holds(id)) codes += (codes.empty() ? "" : " ") + code;
        return codes;
    }
    std::string member(Right right, const std::string& name) {
        return code_of(require_member(context_, right, members_.at(name)));
    }
    std::string organisation(Right right, const std::string& code) {
        return code_of(require_organisation(context_, right, code));
    }
};

TEST_F(ReachTest, IsTheSubtreeOfTodayAndWhatItTookOver) {
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(held(), "T.A T.A.1 T.A.2 T.C T.C.1");
    as(Role::grassroots_committee, "T.B");
    EXPECT_EQ(held(), "T.B T.B.1");
    as(Role::cell_secretary, "T.A.1");
    EXPECT_EQ(held(), "T.A.1");
    as(Role::organisation_board, "T");
    EXPECT_TRUE(reach_of(context_, Right::see).is_everything());
}

// Before the day of the merger there is nothing to take over, and afterwards the successor's superior has it anyway.
TEST_F(ReachTest, APredecessorIsReachedFromTheDayOnWhichItEnded) {
    context_.today = base::date(2024, 6, 30);
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(held(), "T.A T.A.1 T.A.2");
    as(Role::grassroots_committee, "T.C");
    EXPECT_EQ(held(), "T.C T.C.1");
}

TEST_F(ReachTest, SeveralGrantsAddUpAndTheHighestIsTheTop) {
    context_.access = {.grants = {{Role::leader, {organisations_.at("T.B.1")}},
                                  {Role::leader, {organisations_.at("T.A")}},
                                  {Role::leader, {organisations_.at("T.A.2")}}}};
    EXPECT_EQ(held(), "T.A T.A.1 T.A.2 T.B.1 T.C T.C.1");
    const auto& reach = reach_of(context_, Right::see);
    std::vector<std::string> tops;
    for (const auto top : reach.tops()) tops.push_back(reach.forest().code(top));
    EXPECT_EQ(tops, (std::vector<std::string>{"T.A", "T.B.1"}));
    EXPECT_EQ(home_of(context_), "T.A");
    EXPECT_EQ(held(Right::change), "");
}

TEST_F(ReachTest, NobodyReachesNothing) {
    EXPECT_EQ(held(), "");
    EXPECT_EQ(organisation(Right::see, "T"), "organisation.unknown");
    EXPECT_EQ(home_of(context_), "");
    EXPECT_EQ(code_of(require(context_, Right::see)), "access.denied");
}

// What is out of reach reads as what does not exist; what is in sight says which right lacks.
TEST_F(ReachTest, ForeignOrganisationsReadAsIfTheyWereNotThere) {
    as(Role::cell_secretary, "T.A.1");
    EXPECT_EQ(organisation(Right::see, "T.A.1"), "");
    const auto foreign = require_organisation(context_, Right::see, "T.B.1"),
               absent = require_organisation(context_, Right::see, "T.Z");
    ASSERT_FALSE(foreign || absent);
    EXPECT_EQ(foreign.error(), (base::Refusal{"organisation.unknown", {"T.B.1"}, {}}));
    EXPECT_EQ(absent.error(), (base::Refusal{"organisation.unknown", {"T.Z"}, {}}));
    EXPECT_EQ(require_organisation(context_, Right::see, organisations_.at("T.B")).error(),
              require_organisation(context_, Right::see, base::Uuid{}).error());
    EXPECT_EQ(require_organisation(context_, Right::sign_report, "T.A.1").error(),
              (base::Refusal{"access.denied", {"Ký báo cáo", "T.A.1"}, {}}));
    EXPECT_EQ(organisation(Right::sign_report, "T.B.1"), "organisation.unknown");
}

TEST_F(ReachTest, MembersBelongToTheCellOfToday) {
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(member(Right::change, "an"), "");
    EXPECT_EQ(member(Right::see, "binh"), "not_found");  // Was here until 2023.
    as(Role::grassroots_committee, "T.B");
    EXPECT_EQ(member(Right::change, "binh"), "");
    EXPECT_EQ(member(Right::change, "an"), "not_found");
    context_.today = base::date(2022, 12, 31);
    as(Role::grassroots_committee, "T.B");
    EXPECT_EQ(member(Right::change, "binh"), "not_found");
}

TEST_F(ReachTest, WhoLeftBelongsToTheLastCell) {
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(member(Right::open_file, "chi"), "");
    EXPECT_EQ(member(Right::open_file, "dung"), "");  // Of T.C.1, which ended with T.C, which T.A took over.
    as(Role::grassroots_committee, "T.B");
    EXPECT_EQ(member(Right::open_file, "chi"), "not_found");
    EXPECT_EQ(member(Right::open_file, "dung"), "not_found");
}

TEST_F(ReachTest, AGuestCellSeesAndDoesNotWrite) {
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(member(Right::open_file, "giang"), "");
    EXPECT_EQ(member(Right::change, "giang"), "access.denied");
    EXPECT_EQ(member(Right::reveal, "giang"), "access.denied");
    context_.today = base::date(2024, 12, 31);  // Not yet a guest.
    as(Role::grassroots_committee, "T.A");
    EXPECT_EQ(member(Right::open_file, "giang"), "not_found");
}

TEST_F(ReachTest, TheOwnFileMayBeSeenAndNotWritten) {
    context_.access = {.member_id = members_.at("an")};
    EXPECT_EQ(member(Right::open_file, "an"), "");
    EXPECT_EQ(member(Right::reveal, "an"), "");
    EXPECT_EQ(member(Right::change, "an"), "access.denied");
    EXPECT_EQ(member(Right::open_file, "binh"), "not_found");
    EXPECT_EQ(organisation(Right::see, "T.A.1"), "organisation.unknown");
    EXPECT_EQ(home_of(context_), "T.A.1");
}

TEST_F(ReachTest, OfManyMembersThoseWhomEachQuestionWouldLetPass) {
    std::vector<base::Uuid> all;
    for (const auto& [name, id] : members_) all.push_back(id);
    for (const auto* code : {"T", "T.A", "T.B", "T.A.2"})
        for (const auto right : {Right::see, Right::open_file, Right::change, Right::import}) {
            as(Role::grassroots_committee, code);
            context_.access.member_id = members_.at("binh");
            const auto reached = reached_members(context_, right, all);
            for (const auto& [name, id] : members_)
                EXPECT_EQ(reached.contains(id), member(right, name).empty()) << code << " " << name;
        }
}

// Every type leads to somebody; what leads nowhere is nobody's.
TEST_F(ReachTest, RecordsAreReachedThroughWhomTheyBelongTo) {
    as(Role::grassroots_committee, "T.A");
    const auto judged = [&](const schema::Record& record, Right right = Right::see) {
        return code_of(require_record(context_, right, record));
    };
    const auto record = [&](const schema::RecordType& type, std::string_view field, const base::Uuid& id) {
        schema::Record made{type};
        made[field] = id;
        return made;
    };
    EXPECT_EQ(judged(record(records::reward, "person_id", persons_.at("an"))), "");
    EXPECT_EQ(judged(record(records::reward, "person_id", persons_.at("binh"))), "not_found");
    EXPECT_EQ(judged(record(records::PersonVersion::type, "person_id", persons_.at("an")), Right::change), "");
    EXPECT_EQ(judged(record(records::Membership::type, "member_id", members_.at("binh"))), "not_found");
    EXPECT_EQ(judged(record(records::OrganisationVersion::type, "organisation_id", organisations_.at("T.C"))), "");
    EXPECT_EQ(judged(record(records::OrganisationVersion::type, "organisation_id", organisations_.at("T"))),
              "not_found");
    EXPECT_EQ(judged(schema::Record{records::Decision::type}), "");
    EXPECT_EQ(judged(schema::Record{records::setting}), "");
    EXPECT_EQ(judged(schema::Record{records::setting}, Right::change), "access.denied");

    schema::Record person{records::Person::type};
    person.id = persons_.at("binh");
    EXPECT_EQ(judged(person), "not_found");

    schema::Record paper{records::attachment};
    paper["record_type"] = std::string{"party_member"};
    paper["record_id"] = base::to_string(members_.at("an"));
    EXPECT_EQ(judged(paper), "");
    paper["record_id"] = base::to_string(members_.at("binh"));
    EXPECT_EQ(judged(paper), "not_found");
    paper["record_type"] = std::string{"attachment"};
    EXPECT_EQ(judged(paper), "not_found");
}

TEST_F(ReachTest, AViewBelongsToItsAccountAndAccountsToWhoManagesThem) {
    const auto lan = account("lan", {{Role::organisation_board, "T.A"}}),
               hoa = account("hoa", {{Role::cell_secretary, "T.B.1"}}), mai = account("mai", {{Role::leader, "T.A.1"}});
    as("lan");
    schema::Record view{records::saved_view};
    view["account_id"] = lan;
    EXPECT_TRUE(may(context_, Right::see, view));
    view["account_id"] = hoa;
    EXPECT_FALSE(may(context_, Right::see, view));
    EXPECT_TRUE(may(context_, Right::see, *store_->find(records::account, mai)));
    EXPECT_FALSE(may(context_, Right::see, *store_->find(records::account, hoa)));
}

// What was worked out is worked out anew when someone has changed the tree, the day or the grants.
TEST_F(ReachTest, FollowsTheTree) {
    as(Role::grassroots_committee, "T.B");
    EXPECT_EQ(held(), "T.B T.B.1");
    auto transaction = store_->begin(local_.intent("test"));
    auto version = transaction
                       ->select<records::OrganisationVersion>(
                           {.conditions = {{.field = "organisation_id", .values = {organisations_.at("T.A.2")}}}})
                       .front();
    version.superior_id = base::Id<records::Organisation>{organisations_.at("T.B")};
    must_void(transaction->correct(version));
    transaction->commit();
    EXPECT_EQ(held(), "T.A.2 T.B T.B.1");
}

}  // namespace
}  // namespace actions
