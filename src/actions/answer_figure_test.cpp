// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/answer_figure.h"

#include <stdlib.h>

#include <filesystem>

#include "records/all.h"
#include "records/grading.h"
#include "records/party_member.h"

namespace actions {
namespace {

using base::date;

// A small register in a folder of its own: DH with the cell DH.1, in which An and Bình are; An is graded for 2020.
class AnswerFigure : public testing::Test {
protected:
    AnswerFigure() {
        char name[] = "/tmp/kientoan-figure-XXXXXX";
        if (!mkdtemp(name)) throw std::runtime_error{"no temporary folder"};
        folder_ = name;
        store_ = store::Store::open({folder_}, records::all(), true);
        auto transaction = store_->begin({.action = "test", .actor = "cli:test", .at_ms = 1});
        const auto city =
            organisation(*transaction, "DH", "Đảng bộ thành phố Đông Hà", records::OrganisationKind::district, {});
        const auto cell = organisation(*transaction, "DH.1", "Chi bộ Khu phố 1", records::OrganisationKind::cell, city);
        member(*transaction, "Trần Thị Bình", "000002DH", cell);
        const auto an = member(*transaction, "Lê Văn An", "000001DH", cell);
        an_ = an.value;
        records::GradingCampaign campaign{.organisation_id = city, .year = 2020};
        records::MemberGrade grade{.campaign_id = insert(*transaction, campaign), .member_id = an, .cell_id = cell};
        grade.grade = records::Grade::good;
        insert(*transaction, grade);
        transaction->commit();
    }
    ~AnswerFigure() override {
        store_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    template <class R>
    static base::Id<R> insert(store::Transaction& transaction, R row) {
        auto id = transaction.insert(row);
        if (!id) throw std::runtime_error{id.error().code};
        return *id;
    }
    static base::Id<records::Organisation> organisation(store::Transaction& transaction, std::string code,
                                                        std::string name, records::OrganisationKind kind,
                                                        std::optional<base::Id<records::Organisation>> superior) {
        const auto id = insert(transaction, records::Organisation{.code = std::move(code)});
        insert(transaction, records::OrganisationVersion{.organisation_id = id,
                                                         .valid_from = date(2010, 1, 1),
                                                         .name = std::move(name),
                                                         .kind = kind,
                                                         .superior_id = superior});
        return id;
    }
    static base::Id<records::PartyMember> member(store::Transaction& transaction, std::string name, std::string number,
                                                 base::Id<records::Organisation> cell) {
        const auto person = insert(transaction, records::Person{.born_on = {1985, 0, 0}, .ethnicity = "kinh"});
        insert(transaction, records::PersonVersion{
                                .person_id = person, .valid_from = date(1985, 1, 1), .full_name = std::move(name)});
        const auto id = insert(transaction, records::PartyMember{.person_id = person,
                                                                 .profile_number = std::move(number),
                                                                 .ceremony_on = date(2010, 2, 3)});
        insert(transaction, records::Membership{.member_id = id,
                                                .cell_id = cell,
                                                .valid_from = date(2010, 2, 3),
                                                .status = records::MembershipStatus::full,
                                                .entry = records::Entry::admitted});
        return id;
    }

    base::Result<FigureAnswer> ask(const FigureRequest& request) {
        Context context{*store_, "cli:test", date(2021, 3, 1), 1, rules::Access::local_administrator()};
        return answer_figure(context, request);
    }
    base::Refusal refusal_of(const FigureRequest& request) {
        const auto answer = ask(request);
        return answer ? base::Refusal{} : answer.error();
    }

    std::string folder_;
    std::unique_ptr<store::Store> store_;
    base::Uuid an_;
};

TEST_F(AnswerFigure, prints_what_was_asked_in_a_fixed_order) {
    const auto graded =
        ask({.figure = "members.graded", .organisation = "DH", .year = 2020, .by = "grade", .list = true});
    ASSERT_TRUE(graded);
    EXPECT_EQ(to_json(*graded),
              R"({"figure":"members.graded","organisation":"DH","year":2020,"value":1,)"
              R"("by":{"excellent":0,"good":1,"completed":0,"not_completed":0},"unit":"đảng viên",)"
              R"("label":"Đảng viên được xếp loại","labels":{"excellent":"Hoàn thành xuất sắc nhiệm vụ",)"
              R"("good":"Hoàn thành tốt nhiệm vụ","completed":"Hoàn thành nhiệm vụ",)"
              R"("not_completed":"Không hoàn thành nhiệm vụ"},"structure":"2020-12-31","list":[{"id":")" +
                  base::to_string(an_) +
                  R"(","name":"Lê Văn An","code":"000001DH","cell":"DH.1","cell_name":"Chi bộ Khu phố 1"}]})");

    const auto members = ask({.figure = "members", .organisation = "DH", .on = date(2020, 12, 31)});
    ASSERT_TRUE(members);
    EXPECT_EQ(to_json(*members),
              R"({"figure":"members","organisation":"DH","on":"2020-12-31","value":2,"unit":"đảng viên",)"
              R"("label":"Đảng viên","structure":"2020-12-31"})");
}

TEST_F(AnswerFigure, names_the_parts_and_sorts_the_list_by_given_name) {
    const auto answer = ask({.figure = "members", .organisation = "DH", .by = "organisation", .list = true});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->on, date(2021, 3, 1));  // Today.
    EXPECT_EQ(answer->organisation_name, "Đảng bộ thành phố Đông Hà");
    ASSERT_EQ(answer->parts.size(), 1u);
    EXPECT_EQ(answer->parts[0].key, "DH.1");
    EXPECT_EQ(answer->parts[0].label, "Chi bộ Khu phố 1");
    ASSERT_EQ(answer->list.size(), 2u);
    EXPECT_EQ(answer->list[0].name, "Lê Văn An");
    EXPECT_EQ(answer->list[1].name, "Trần Thị Bình");

    const auto cells = ask({.figure = "cells", .organisation = "DH", .list = true});
    ASSERT_TRUE(cells);
    EXPECT_EQ(cells->value, 1);
    EXPECT_EQ(cells->list[0].name, "Chi bộ Khu phố 1");
    EXPECT_EQ(cells->list[0].code, "DH.1");
}

TEST_F(AnswerFigure, finds_who_lacks_a_grade) {
    const auto missing = ask({.figure = "members.grade_missing", .organisation = "DH", .year = 2020, .list = true});
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->value, 1);
    EXPECT_EQ(missing->list[0].name, "Trần Thị Bình");
}

TEST_F(AnswerFigure, refuses_what_it_cannot_answer) {
    const auto unknown = refusal_of({.figure = "members.grade", .organisation = "DH", .year = 2020});
    EXPECT_EQ(unknown, (base::Refusal{"figure.unknown", {"members.grade", "members.graded"}, {}}));
    const auto by = refusal_of({.figure = "members", .organisation = "DH", .by = "grade"});
    EXPECT_EQ(by.code, "figure.unknown_breakdown");
    ASSERT_GE(by.args.size(), 3u);
    EXPECT_EQ(by.args[0], "grade");
    EXPECT_EQ(by.args[1], "organisation");
    EXPECT_EQ(refusal_of({.figure = "members.graded", .organisation = "DH"}).code, "figure.needs_year");
    EXPECT_EQ(refusal_of({.figure = "members", .organisation = "DH", .year = 2020, .on = date(2020, 1, 1)}).code,
              "figure.year_or_day");
    EXPECT_EQ(refusal_of({.figure = "members", .organisation = "XX"}),
              (base::Refusal{"organisation.unknown", {"XX"}, {}}));
}

}  // namespace
}  // namespace actions
