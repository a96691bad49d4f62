// SPDX-License-Identifier: AGPL-3.0-or-later
// What is shown of one member and of one organisation: the file with its history and readers, the page of a cell, the
// search, the overview. A small committee, on both engines.
#include <boost/json.hpp>
#include <map>

#include "actions/access_writer.h"
#include "actions/list_grades.h"
#include "actions/list_organisations.h"
#include "actions/member_history.h"
#include "actions/overview.h"
#include "actions/search.h"
#include "actions/show_member.h"
#include "actions/show_organisation.h"
#include "records/all.h"
#include "records/grading.h"
#include "records/histories.h"
#include "records/member_events.h"
#include "records/organisation_events.h"
#include "tests/properties/small_committee.h"

namespace {

namespace json = boost::json;

using base::date;
using records::OrganisationKind;

class MemberFile : public property_test::SmallCommittee {};

TEST_P(MemberFile, has_every_record_and_masks_identifiers) {
    begin("more");
    schema::Record exemption{records::exemption};
    exemption["member_id"] = hoa_.value;
    exemption["valid_from"] = date(2020, 1, 1);
    exemption["ground"] = std::string{"maternity"};
    insert(exemption);
    schema::Record work{records::work_history};
    work["person_id"] = person_of(hoa_);
    work["began_on"] = base::PartialDate{2007, 9, 0};
    work["job"] = std::string{"Giáo viên"};
    insert(work);
    const auto campaign = insert(records::GradingCampaign{.organisation_id = top_, .year = 2020});
    insert(records::MemberGrade{
        .campaign_id = campaign, .member_id = hoa_, .cell_id = cell_, .grade = records::Grade::good});
    schema::Record attachment{records::attachment};
    attachment["record_type"] = std::string{"party_member"};
    attachment["record_id"] = base::to_string(hoa_.value);
    attachment["file_name"] = std::string{"ly-lich.pdf"};
    attachment["media_type"] = std::string{"application/pdf"};
    attachment["content"] = schema::Bytes{1, 2, 3};
    insert(attachment);
    end();

    const auto file = actions::show_member(*context_, hoa_.value, date(2021, 3, 12));
    ASSERT_TRUE(file) << file.error().code;
    EXPECT_EQ(file->full_name, "Nguyễn Thị Hòa");
    EXPECT_EQ(file->age, 36);
    EXPECT_EQ(file->party_age_years, 6);
    ASSERT_TRUE(file->cell);
    EXPECT_EQ(file->cell->code, "DB.1");
    EXPECT_EQ(file->cell->name, "Chi bộ 1");
    EXPECT_EQ(file->status, "full");
    EXPECT_EQ(file->kind, "home");
    EXPECT_EQ(file->masked, std::vector<std::string_view>{"personal_id"});

    const auto text = actions::to_json(*file);
    EXPECT_EQ(text.find("045185023456"), std::string::npos) << "the identifier must not leave the store";
    const auto parsed = json::parse(text).as_object();
    const auto& kept = parsed.at("records").as_object();
    EXPECT_EQ(kept.at("person").at("sex"), "female");
    EXPECT_TRUE(std::string{kept.at("person").at("personal_id").as_string()}.ends_with("456"));
    EXPECT_EQ(kept.at("person_version").at("phone"), "0905123456");
    EXPECT_EQ(kept.at("memberships").at(0).at("cell").at("name"), "Chi bộ 1");
    EXPECT_EQ(kept.at("exemptions").at(0).at("ground"), "maternity");
    EXPECT_EQ(kept.at("work_histories").at(0).at("job"), "Giáo viên");
    EXPECT_EQ(kept.at("grades").at(0).at("year"), 2020);
    EXPECT_EQ(kept.at("grades").at(0).at("grade_label"), "Hoàn thành tốt nhiệm vụ");
    EXPECT_EQ(kept.at("attachments").at(0).at("file_name"), "ly-lich.pdf");
    EXPECT_EQ(kept.at("attachments").at(0).at("size"), 3);
    for (const auto* empty : {"suspensions", "departures", "rewards", "papers", "honorary_titles"})
        EXPECT_TRUE(kept.at(empty).as_array().empty()) << empty;
    EXPECT_EQ(parsed.at("can").at("correct"), true);

    const auto before = actions::show_member(*context_, hoa_.value, date(2000, 1, 1));
    ASSERT_TRUE(before);
    EXPECT_FALSE(before->cell);
    EXPECT_EQ(before->full_name, "Nguyễn Thị Hòa");
    EXPECT_EQ(json::parse(actions::to_json(*before)).at("cell"), nullptr);
}

TEST_P(MemberFile, reveals_one_identifier_and_says_who_has_looked) {
    ASSERT_TRUE(actions::show_member(*context_, hoa_.value, context_->today));
    const auto revealed = actions::reveal_identifier(*context_, hoa_.value, "personal_id");
    ASSERT_TRUE(revealed);
    EXPECT_EQ(*revealed, "045185023456");
    for (const auto* none : {"phone", "card_number", "shoe_size"}) {
        const auto refused = actions::reveal_identifier(*context_, hoa_.value, none);
        ASSERT_FALSE(refused) << none;
        EXPECT_EQ(refused.error().code, "not_found");
    }
    const auto readers = actions::member_readers(*context_, hoa_.value, 10);
    ASSERT_TRUE(readers);
    ASSERT_EQ(readers->size(), 2u);
    EXPECT_EQ(readers->front().action_label, "Xem đủ: Số định danh cá nhân");
    EXPECT_EQ(readers->back().action_label, "Mở hồ sơ");
    EXPECT_EQ(readers->back().actor, "cli:lan");
    EXPECT_EQ(json::parse(actions::to_json(*readers)).at("entries").at(1).at("at"), "2021-06-01T00:00:00.123Z");
    EXPECT_EQ(actions::member_readers(*context_, hoa_.value, 1)->size(), 1u);
    EXPECT_FALSE(actions::show_member(*context_, base::Uuid{}, context_->today));
}

TEST_P(MemberFile, the_writer_of_a_server_loses_no_line) {
    {
        actions::AccessWriter writer{address_, records::all()};
        context_->accesses = &writer;
        for (int i = 0; i < 5; ++i) ASSERT_TRUE(actions::show_member(*context_, hoa_.value, context_->today));
        writer.flush();
        EXPECT_EQ(actions::member_readers(*context_, hoa_.value, 0)->size(), 5u);
        for (int i = 0; i < 3; ++i) ASSERT_TRUE(actions::show_member(*context_, hoa_.value, context_->today));
    }
    EXPECT_EQ(actions::member_readers(*context_, hoa_.value, 0)->size(), 8u);
}

TEST_P(MemberFile, history_names_what_changed_and_nothing_of_others) {
    begin("correct_person_version");
    auto version = transaction_->select(records::PersonVersion::type,
                                        {.conditions = {{.field = "person_id", .values = {person_of(hoa_)}}}})[0];
    version["phone"] = std::string{"0912000111"};
    ASSERT_TRUE(transaction_->correct(version));
    const auto corrected = end();
    // A row that is no more is found by its owner.
    begin("more");
    schema::Record reward{records::reward};
    reward["person_id"] = person_of(hoa_);
    reward["awarded_on"] = base::PartialDate{2019, 0, 0};
    reward["form"] = std::string{"Giấy khen"};
    const auto reward_id = insert(reward);
    end();
    begin("erase_reward");
    ASSERT_TRUE(transaction_->erase(records::reward, reward_id, 1));
    const auto erased = end();
    // Imported: the batch names no row.
    begin("import_member-grades");
    const auto campaign = insert(records::GradingCampaign{.organisation_id = top_, .year = 2020});
    auto grade = schema::to_record(records::MemberGrade{
        .campaign_id = campaign, .member_id = hoa_, .cell_id = cell_, .grade = records::Grade::good});
    ASSERT_TRUE(transaction_->insert_bulk(grade));
    const auto imported = end();
    begin("other");
    auto other =
        transaction_->select(records::PersonVersion::type,
                             {.conditions = {{.field = "full_name", .values = {std::string{"Trần Văn Hoa"}}}}})[0];
    other["phone"] = std::string{"0999"};
    ASSERT_TRUE(transaction_->correct(other));
    end();

    const auto page = actions::member_history(*context_, hoa_.value, 0, 10);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->entries.size(), 5u);
    EXPECT_EQ(page->next, 0);
    EXPECT_EQ(page->entries[0].sequence, imported);
    ASSERT_EQ(page->entries[0].changes.size(), 1u);
    EXPECT_EQ(page->entries[0].changes[0].type, "member_grade");
    EXPECT_EQ(page->entries[0].changes[0].id, grade.id);
    EXPECT_EQ(page->entries[1].sequence, erased);
    EXPECT_EQ(page->entries[1].changes.at(0).op_label, "Xóa");
    const auto& correction = page->entries[3];
    EXPECT_EQ(correction.sequence, corrected);
    EXPECT_EQ(correction.reason, "Lý do nêu ra");
    EXPECT_EQ(correction.action_label, "Sửa: Thông tin cá nhân");
    ASSERT_EQ(correction.changes.size(), 1u);
    ASSERT_EQ(correction.changes[0].fields.size(), 1u);
    EXPECT_EQ(correction.changes[0].fields[0].label, "Điện thoại");
    EXPECT_EQ(correction.changes[0].fields[0].before, "0905123456");
    EXPECT_EQ(correction.changes[0].fields[0].after, "0912000111");
    // The entry that built the committee: only the four rows of this member, identifiers masked.
    const auto& built = page->entries[4];
    EXPECT_EQ(built.changes.size(), 4u);
    const auto text = actions::to_json(*page);
    EXPECT_EQ(text.find("045185023456"), std::string::npos);
    EXPECT_EQ(text.find("Trần Văn Hoa"), std::string::npos);
    EXPECT_NE(text.find("\"Nữ\""), std::string::npos);

    const auto first = actions::member_history(*context_, hoa_.value, 0, 2);
    EXPECT_EQ(first->next, erased);
    EXPECT_EQ(actions::member_history(*context_, hoa_.value, first->next, 10)->entries.size(), 3u);
}

TEST_P(MemberFile, an_organisation_has_its_counts_path_and_past) {
    begin("absorb");
    const auto decision = insert(records::Decision{.number = "7-QĐ/ĐU",
                                                   .issued_on = date(2021, 4, 1),
                                                   .issuer = "Đảng ủy",
                                                   .kind = "decision",
                                                   .subject = "Tách"});
    const auto third = insert(records::Organisation{.code = "DB.3"});
    insert(records::OrganisationVersion{.organisation_id = third,
                                        .valid_from = date(2021, 5, 1),
                                        .name = "Chi bộ 3",
                                        .kind = OrganisationKind::cell,
                                        .superior_id = top_,
                                        .decision_id = decision});
    schema::Record succession{records::organisation_succession};
    succession["predecessor_id"] = cell_.value;
    succession["successor_id"] = third.value;
    succession["act"] = std::string{"split_off"};
    succession["effective_on"] = date(2021, 5, 1);
    succession["decision_id"] = decision.value;
    insert(succession);
    end();

    const auto page = actions::show_organisation(*context_, "DB", date(2021, 6, 1));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->organisation.members, 3);
    EXPECT_EQ(page->organisation.probationary, 1);
    EXPECT_EQ(page->organisation.cells, 3);
    EXPECT_EQ(page->organisation.children, 3);
    ASSERT_EQ(page->subordinates.size(), 3u);
    EXPECT_EQ(page->subordinates[0].members, 2);
    EXPECT_TRUE(page->path.empty());
    EXPECT_EQ(actions::show_organisation(*context_, "DB", date(2021, 4, 1))->organisation.cells, 2);

    const auto cell = actions::show_organisation(*context_, "DB.3", date(2021, 6, 1));
    ASSERT_TRUE(cell);
    ASSERT_EQ(cell->path.size(), 1u);
    EXPECT_EQ(cell->path[0].code, "DB");
    ASSERT_EQ(cell->versions.size(), 1u);
    ASSERT_TRUE(cell->versions[0].decision);
    EXPECT_EQ(cell->versions[0].decision->number, "7-QĐ/ĐU");
    ASSERT_EQ(cell->successions.size(), 1u);
    EXPECT_TRUE(cell->successions[0].is_from);
    EXPECT_EQ(cell->successions[0].organisation.code, "DB.1");
    EXPECT_EQ(cell->successions[0].act_label, "Tách");
    const auto parsed = json::parse(actions::to_json(*cell));
    EXPECT_EQ(parsed.at("successions").at(0).at("direction"), "from");
    EXPECT_EQ(parsed.at("version").at("name"), "Chi bộ 3");
    EXPECT_FALSE(actions::show_organisation(*context_, "DB.9", date(2021, 6, 1)));

    const auto tops = actions::list_organisations(*context_, "", date(2021, 6, 1));
    ASSERT_TRUE(tops);
    ASSERT_EQ(tops->size(), 1u);
    EXPECT_EQ(json::parse(actions::to_json(*tops)).at("items").at(0).at("code"), "DB");
    EXPECT_EQ(actions::list_organisations(*context_, "DB", date(2021, 4, 1))->size(), 2u);
}

TEST_P(MemberFile, search_finds_people_and_organisations_best_first) {
    const auto names = [&](const std::string& typed) {
        std::vector<std::string> all;
        for (const auto& person : actions::search(*context_, typed, date(2021, 6, 1), 10).persons)
            all.push_back(person.full_name);
        return all;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(names("nguyen thi hoa"), (Names{"Nguyễn Thị Hòa", "Nguyễn Thị Hoàng"}));
    EXPECT_EQ(names("hoa"), (Names{"Trần Văn Hoa", "Nguyễn Thị Hòa", "Nguyễn Thị Hoàng"}));
    EXPECT_EQ(names("hoà"), (Names{"Nguyễn Thị Hòa"}));
    EXPECT_EQ(names("nth"), (Names{"Nguyễn Thị Hòa", "Nguyễn Thị Hoàng"}));
    EXPECT_EQ(names("2234"), (Names{"Trần Văn Hoa"}));
    EXPECT_EQ(names("hoa 1985"), (Names{"Trần Văn Hoa", "Nguyễn Thị Hòa", "Nguyễn Thị Hoàng"}));
    EXPECT_EQ(names("khong co ai"), Names{});
    EXPECT_EQ(names("  "), Names{});
    const auto found = actions::search(*context_, "chi bo 2", date(2021, 6, 1), 10);
    ASSERT_EQ(found.organisations.size(), 1u);
    EXPECT_EQ(found.organisations[0].path, "Đảng bộ phường Một");
    EXPECT_EQ(actions::search(*context_, "db.1", date(2021, 6, 1), 10).organisations.at(0).code, "DB.1");
    const auto parsed = json::parse(actions::to_json(actions::search(*context_, "hòa", date(2021, 6, 1), 10)));
    EXPECT_EQ(parsed.at("persons").at(0).at("cell").at("code"), "DB.1");
}

TEST_P(MemberFile, overview_and_grades_say_what_needs_attention) {
    begin("grades");
    const auto campaign = insert(records::GradingCampaign{.organisation_id = top_, .year = 2020});
    insert(records::MemberGrade{
        .campaign_id = campaign, .member_id = hoa_, .cell_id = cell_, .grade = records::Grade::good});
    insert(records::OrganisationGrade{
        .campaign_id = campaign, .organisation_id = top_, .grade = records::Grade::excellent});
    end();

    const auto overview = actions::overview(*context_, "DB", date(2021, 6, 1));
    ASSERT_TRUE(overview);
    std::map<std::string, actions::KeyFigure> figures;
    for (const auto& figure : overview->figures) figures.emplace(figure.figure->name, figure);
    EXPECT_EQ(figures.at("members").value, 3);
    EXPECT_EQ(figures.at("members.probationary").value, 1);
    EXPECT_EQ(figures.at("members.female").value, 3);
    EXPECT_EQ(figures.at("members.minority").value, 0);
    EXPECT_EQ(figures.at("members.graded").value, 1);
    EXPECT_EQ(figures.at("members.graded").year, 2020);
    std::map<std::string, actions::Attention> attention;
    for (const auto& each : overview->attention) attention.emplace(each.code, each);
    EXPECT_EQ(attention.at("organisation.too_few_full_members").count, 2);
    EXPECT_NE(attention.at("organisation.too_few_full_members").text.find("Điều 21"), std::string::npos);
    EXPECT_EQ(attention.at("probation.ended").count, 1);
    EXPECT_EQ(attention.at("grades.missing").count, 2);
    EXPECT_EQ(actions::overview(*context_, "DB", date(2021, 4, 10))->attention.size(),
              overview->attention.size());  // The probation is about to end then.
    const auto parsed = json::parse(actions::to_json(*overview));
    EXPECT_EQ(parsed.at("organisation").at("kind_label"), "Đảng bộ cơ sở");
    EXPECT_FALSE(parsed.at("charts").as_array().empty());

    const auto grades = actions::list_grades(*context_, "DB", 2020);
    ASSERT_TRUE(grades);
    ASSERT_EQ(grades->cells.size(), 2u);
    EXPECT_EQ(grades->cells[0].graded(), 1);
    EXPECT_EQ(grades->cells[0].missing, 1);
    EXPECT_EQ(grades->cells[1].missing, 1);
    ASSERT_EQ(grades->organisations.size(), 1u);
    EXPECT_EQ(grades->organisations[0].grade, "excellent");
    EXPECT_EQ(json::parse(actions::to_json(*grades)).at("cells").at(0).at("grades").at("good"), 1);
}

ON_BOTH_ENGINES(MemberFile);

}  // namespace
