// SPDX-License-Identifier: AGPL-3.0-or-later
// Two files of one person become one and are parted again: random pairs of files, on both engines.
#include "actions/merge_members.h"

#include <rapidcheck.h>

#include <set>

#include "actions/find_duplicates.h"
#include "records/grading.h"
#include "records/histories.h"
#include "records/member_events.h"
#include "records/organisation_events.h"
#include "store/maintenance.h"
#include "tests/properties/small_committee.h"

namespace {

using base::date;
using records::MembershipStatus;
using records::PartyMember;

class MergeMembers : public property_test::SmallCommittee {
protected:
    void SetUp() override {
        SmallCommittee::SetUp();
        begin("campaign");
        campaign_ = insert(records::GradingCampaign{.organisation_id = top_, .year = 2020});
        end();
    }

    std::string dump() {
        std::string text;
        store::logical_dump(*store_, [&](std::string_view line) { text.append(line).append("\n"); });
        return text;
    }

    // Someone else with rows of many kinds, the same ones by chance.
    base::Id<PartyMember> random_member(int number) {
        begin("random");
        const auto member =
            add_member(*rc::gen::elementOf(std::vector<std::string>{"Lê Thị Na", "Lê Thị Na", "Lê Na"}),
                       std::to_string(300'000 + number) + "QT", *rc::gen::arbitrary<bool>() ? cell_ : other_,
                       date(*rc::gen::inRange(2012, 2015), 5, 19), MembershipStatus::full);
        const auto person = transaction_->find(member)->person_id.value;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            schema::Record reward{records::reward};
            reward["person_id"] = person;
            reward["awarded_on"] = base::PartialDate{*rc::gen::inRange(2015, 2018), 0, 0};
            reward["form"] = std::string{"Giấy khen"};
            (void)transaction_->insert(reward);
        }
        if (*rc::gen::arbitrary<bool>()) {
            schema::Record exemption{records::exemption};
            exemption["member_id"] = member.value;
            exemption["valid_from"] = date(2020, *rc::gen::inRange(1, 3), 1);
            exemption["valid_to"] = date(2020, 6, 1);
            exemption["ground"] = std::string{"maternity"};
            insert(exemption);
        }
        if (*rc::gen::arbitrary<bool>())
            insert(records::MemberGrade{
                .campaign_id = campaign_, .member_id = member, .cell_id = cell_, .grade = records::Grade::good});
        if (*rc::gen::arbitrary<bool>()) {
            schema::Record file{records::attachment};
            file["record_type"] = std::string{"person"};
            file["record_id"] = base::to_string(person);
            file["file_name"] = std::string{"ly-lich.pdf"};
            file["media_type"] = std::string{"application/pdf"};
            file["content"] = schema::Bytes(100, 7);
            insert(file);
        }
        end();
        return member;
    }

    // What makes the two agree: of what can be there once, that of the merged file goes.
    std::vector<base::Uuid> what_contradicts(const base::Id<PartyMember>& kept, const base::Id<PartyMember>& merged) {
        std::vector<base::Uuid> drop;
        const auto of = [&](const schema::RecordType& type, const base::Id<PartyMember>& member) {
            return store_->select(type, {.conditions = {{.field = "member_id", .values = {member.value}}}});
        };
        for (const auto* type : {&records::Membership::type, &records::exemption, &records::MemberGrade::type})
            if (!of(*type, kept).empty())
                for (const auto& row : of(*type, merged)) drop.push_back(row.id);
        return drop;
    }

    base::Id<records::GradingCampaign> campaign_;
};

TEST_P(MergeMembers, merging_and_parting_again_leave_what_was) {
    int number = 0, merged_count = 0;
    const bool holds = rc::check([&] {
        if (!is_sqlite() && number > 30) return;
        const auto kept = random_member(++number), merged = random_member(++number);
        const auto before = dump();
        actions::MergeMembers order{.kept = kept.value, .merged = merged.value, .basis = {.reason = "Nhập hai lần"}};
        if (*rc::gen::inRange(0, 5) > 0) order.drop = what_contradicts(kept, merged);
        if (*rc::gen::arbitrary<bool>()) order.take = {"party_member.profile_number", "person.personal_id"};
        const auto entry = actions::merge_members(*context_, order);
        if (!entry) {
            RC_ASSERT(dump() == before);
            return;
        }
        ++merged_count;
        RC_ASSERT(!store_->find(merged));
        const auto number_kept = store_->find(kept)->profile_number;
        RC_ASSERT((number_kept == std::to_string(300'000 + number) + "QT") == !order.take.empty());
        RC_ASSERT(store::verify(*store_).empty());
        RC_ASSERT(actions::unmerge_members(*context_, *entry, {.reason = "Là hai người"}).has_value());
        RC_ASSERT(dump() == before);
    });
    EXPECT_TRUE(holds);
    EXPECT_GT(merged_count, is_sqlite() ? 10 : 0) << "most pairs could be merged";
}

TEST_P(MergeMembers, pairs_are_found_with_their_evidence_by_whoever_may_merge_them) {
    begin("twice");
    const auto twin = add_member("Nguyen Thi Hoa", "323465QT", other_, date(2015, 2, 3), MembershipStatus::full);
    end();
    const auto pairs = actions::find_duplicates(*context_, {.organisation = "DB.2"});
    ASSERT_TRUE(pairs);
    ASSERT_FALSE(pairs->empty());
    const auto& pair = pairs->front();
    EXPECT_EQ((std::set{pair.first.id, pair.second.id}), (std::set{hoa_.value, twin.value}));
    EXPECT_GE(pair.similarity.score, quality::nearly_sure);
    const auto text = actions::to_json(*pairs);
    for (const auto* evidence :
         {"Họ tên chỉ khác dấu", "Cùng ngày sinh", "Số định danh cá nhân khác một chữ số", "Cùng ngày vào Đảng"})
        EXPECT_NE(text.find(evidence), std::string::npos) << evidence;

    // Who reaches only one of the two learns nothing of the pair.
    auto committee = *context_;
    committee.reach = {};
    committee.access = {.grants = {{records::Role::grassroots_committee, other_}}};
    const auto seen = actions::find_duplicates(committee, {});
    ASSERT_TRUE(seen);
    EXPECT_TRUE(seen->empty());
    EXPECT_EQ(actions::merge_members(committee, {.kept = twin.value, .merged = hoa_.value, .basis = {.reason = "?"}})
                  .error()
                  .code,
              "not_found");
}

TEST_P(MergeMembers, what_contradicts_is_refused_and_named) {
    begin("two");
    const auto a = add_member("Lê Thị Na", "300001QT", cell_, date(2015, 2, 3), MembershipStatus::full);
    const auto b = add_member("Lê Thị Na", "300002QT", other_, date(2015, 2, 3), MembershipStatus::full);
    end();
    const auto refused = [&](actions::MergeMembers order) {
        const auto done = actions::merge_members(*context_, order);
        return done ? std::string{} : done.error().code;
    };
    actions::MergeMembers order{.kept = a.value, .merged = b.value, .basis = {.reason = "Nhập hai lần"}};
    EXPECT_EQ(refused(order), "overlap") << "two home cells on a day";
    order.basis = {};
    EXPECT_EQ(refused(order), "required");
    order.basis.reason = "Nhập hai lần";
    order.take = {"person.no_such_field"};
    order.drop = what_contradicts(a, b);
    EXPECT_EQ(refused(order), "merge.unknown_field");
    order.take = {};
    order.drop.push_back(hoa_.value);
    EXPECT_EQ(refused(order), "merge.unknown_row");
    EXPECT_EQ(refused({.kept = a.value, .merged = a.value}), "merge.same");
    EXPECT_EQ(refused({.kept = a.value, .merged = cell_.value, .basis = {.reason = "?"}}), "not_found");
}

TEST_P(MergeMembers, a_later_change_stands_in_the_way_of_parting) {
    begin("two");
    const auto a = add_member("Lê Thị Na", "300001QT", cell_, date(2015, 2, 3), MembershipStatus::full);
    const auto b = add_member("Lê Thị Na", "300002QT", other_, date(2015, 2, 3), MembershipStatus::full);
    end();
    const auto preview = actions::preview_merge(*context_, a.value, b.value);
    ASSERT_TRUE(preview);
    EXPECT_TRUE(std::any_of(preview->differences.begin(), preview->differences.end(),
                            [](const auto& each) { return each.name == "party_member.profile_number"; }));
    EXPECT_EQ(preview->rows.size(), 2u);
    const auto entry = actions::merge_members(*context_, {.kept = a.value,
                                                          .merged = b.value,
                                                          .take = {"party_member.profile_number"},
                                                          .drop = what_contradicts(a, b),
                                                          .basis = {.reason = "Nhập hai lần"}});
    ASSERT_TRUE(entry);
    begin("correct");
    auto member = *store_->find(a);
    member.introducers = "Nguyễn Văn Mít";
    ASSERT_TRUE(transaction_->correct(member));
    end();
    const auto parted = actions::unmerge_members(*context_, *entry, {.reason = "Là hai người"});
    ASSERT_FALSE(parted);
    EXPECT_EQ(parted.error().code, "changed_since");
    EXPECT_EQ(actions::unmerge_members(*context_, 1, {.reason = "?"}).error().code, "merge.not_a_merge");
}

ON_BOTH_ENGINES(MergeMembers);

}  // namespace
