// SPDX-License-Identifier: AGPL-3.0-or-later
// For each check of members: a file in which it finds something and nothing else does, and the nearest one in which
// nothing is wrong.
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "quality/sample_files_for_tests.h"
#include "records/histories.h"
#include "records/member_events.h"

namespace quality {
namespace {

using base::date;
using Spoil = std::function<void(MemberFile&)>;

struct Row {
    std::string_view check;
    Spoil wrong, right;
};

records::PersonVersion& version(MemberFile& file) { return file.versions.front(); }
records::Membership& home(MemberFile& file) { return file.stays.front().membership; }

schema::Record row(const schema::RecordType& type,
                   std::initializer_list<std::pair<std::string_view, schema::Value>> of) {
    schema::Record record{type};
    record.id = sample_id(50);
    for (const auto& [field, value] : of) record[field] = value;
    return record;
}

// Those of a file without grade and home.
void leave(MemberFile& file, base::Date day) {
    home(file).valid_to = day;
    file.grades.clear();
    file.year_to_be_graded = {};
    file.departures.push_back(row(records::departure, {{"departed_on", day}, {"status", std::string{"full"}}}));
}

void be_probationary(MemberFile& file, base::Date ceremony) {
    file.member.ceremony_on = ceremony;
    file.member.admission_decided_on = ceremony - 7;
    file.member.recognised_on = {};
    file.member.card_number = {};
    home(file).valid_from = ceremony;
    home(file).status = records::MembershipStatus::probationary;
}

Stay guest_stay(base::Date from) {
    auto stay = sample_stay(9, from);
    stay.membership.kind = records::MembershipKind::guest;
    return stay;
}

Row before_birth(std::string_view check, const schema::RecordType& type, std::string_view field,
                 std::vector<schema::Record> MemberFile::*rows) {
    const auto add = [&type, field, rows](base::PartialDate day) {
        return [&type, field, rows, day](MemberFile& file) {
            auto record = row(type, {{field, day}});
            if (type.find("job")) record["job"] = std::string{"Giáo viên"};
            if (type.find("shelf")) record["shelf"] = std::string{"Tủ 1"};
            (file.*rows).push_back(record);
        };
    };
    return {check, add({1985, 2, 0}), add({1985, 3, 0})};
}

Spoil set_name(std::string name) {
    return [name](MemberFile& file) { version(file).full_name = name; };
}
Spoil set_id(std::string number) {
    return [number](MemberFile& file) { file.person.personal_id = number; };
}
Spoil set_card(std::string number) {
    return [number](MemberFile& file) { file.member.card_number = number; };
}

Spoil work(base::PartialDate ended, base::PartialDate began) {
    return [=](MemberFile& file) {
        const auto add = [&](base::PartialDate from, schema::Value to) {
            file.work_histories.push_back(
                row(records::work_history, {{"began_on", from}, {"ended_on", to}, {"job", std::string{"Giáo viên"}}}));
        };
        add({2008, 9, 0}, ended);
        add(began, {});
    };
}

Spoil exempt(base::Date from, std::optional<base::Date> to, std::string ground = "age_or_health") {
    return [=](MemberFile& file) {
        file.exemptions.push_back(row(records::exemption, {{"valid_from", from}, {"ground", ground}}));
        if (to) file.exemptions.back()["valid_to"] = *to;
    };
}

Spoil both(Spoil one, Spoil other) {
    return [=](MemberFile& file) {
        one(file);
        other(file);
    };
}

std::vector<Row> rows() {
    using M = MemberFile;
    const Spoil nothing = [](M&) {};
    std::vector<Row> all{
        {"person_version.full_name_missing", set_name("Không rõ"), set_name("Rõ Thị Không")},
        {"person_version.full_name_letters", set_name("Nguyễn Thị H?ng"), set_name("Y-Ngông Niê K'Đăm")},
        {"person_version.full_name_one_word", set_name("Hằng"), set_name("Lê Hằng")},
        {"person_version.full_name_small_initial", set_name("Nguyễn thị Đào"), set_name("NGUYỄN THỊ ĐÀO")},
        {"person_version.other_name_same", [](M& f) { version(f).other_name = "nguyễn thị thu hằng"; },
         [](M& f) { version(f).other_name = "Thu Hằng"; }},
        {"person.born_on_missing", [](M& f) { f.person.born_on = date(1900, 1, 1); },
         [](M& f) {
             f.person.born_on = {1985, 0, 0};
         }},
        {"person.born_on_too_old",
         [](M& f) {
             f.person.born_on = date(1909, 12, 30);
             f.person.personal_id = "045109900123";
         },
         [](M& f) {
             f.person.born_on = date(1910, 1, 1);
             f.person.personal_id = "045110900123";
         }},
        {"person_version.religion_missing", [](M& f) { version(f).religion = {}; },
         [](M& f) { version(f).religion = "buddhism"; }},
        {"person.twice", [](M& f) { f.twins.push_back(Twin::person); }, nothing},
        {"person_version.phone_form", [](M& f) { version(f).phone = "095 012 345"; },
         [](M& f) { version(f).phone = "+84 950.123.456"; }},
        {"person_version.period_gap",
         [](M& f) {
             f.versions.push_back(version(f));
             version(f).valid_to = date(2018, 1, 1);
             f.versions.back().valid_from = date(2018, 1, 2);
         },
         [](M& f) {
             f.versions.push_back(version(f));
             version(f).valid_to = date(2018, 1, 1);
             f.versions.back().valid_from = date(2018, 1, 1);
         }},

        {"person.personal_id_missing", set_id("000000000000"), set_id("045185000000")},
        {"person.personal_id_form", set_id("45185900123"), set_id("045185900123")},
        {"person.personal_id_province", set_id("003185900123"), set_id("004185900123")},
        {"person.personal_id_sex", set_id("045085900123"), nothing},
        {"person.personal_id_birth_year", set_id("045184900123"), nothing},
        {"person.old_identity_number_form", [](M& f) { f.person.old_identity_number = "19712345"; },
         [](M& f) { f.person.old_identity_number = "197123456"; }},
        {"person.old_identity_number_twice", [](M& f) { f.twins.push_back(Twin::old_identity_number); }, nothing},
        {"party_member.profile_number_missing", [](M& f) { f.member.profile_number = {}; },
         [](M& f) { f.member.profile_number = "000001QT"; }},
        {"party_member.profile_number_form", [](M& f) { f.member.profile_number = "12345QT"; },
         [](M& f) { f.member.profile_number = "123456ĐNA"; }},
        {"party_member.card_number_missing",
         [](M& f) {
             f.member.card_number = {};
             f.member.ceremony_on = date(2019, 9, 30);
             f.member.recognised_on = date(2020, 9, 30);
             home(f).valid_from = date(2019, 9, 30);
         },
         [](M& f) {
             f.member.card_number = {};
             f.member.ceremony_on = date(2019, 10, 1);
             f.member.recognised_on = date(2020, 10, 1);
             home(f).valid_from = date(2019, 10, 1);
         }},
        {"party_member.card_number_form", set_card("4500123"), set_card("45001239")},
        {"party_member.card_number_not_personal_id", set_card("045185900124"), set_card("045185900123")},
        {"party_member.card_number_of_old_kind",
         [](M& f) {
             f.on = date(2025, 12, 31);
             f.member.ceremony_on = date(2024, 9, 2);
             f.member.recognised_on = date(2025, 9, 2);
             home(f).valid_from = date(2024, 9, 2);
             f.grades.clear();
             f.year_to_be_graded = {};
         },
         [](M& f) {
             f.on = date(2025, 12, 31);
             f.member.ceremony_on = date(2024, 9, 1);
             f.member.recognised_on = date(2025, 9, 1);
             home(f).valid_from = date(2024, 9, 1);
             f.grades.clear();
             f.year_to_be_graded = {};
         }},
        {"party_member.card_before_recognition",
         [](M& f) {
             be_probationary(f, date(2020, 5, 19));
             f.member.card_number = "45001234";
         },
         [](M& f) { be_probationary(f, date(2020, 5, 19)); }},
        {"party_member.old_card_number_twice", [](M& f) { f.twins.push_back(Twin::old_card_number); }, nothing},

        {"person.birth_place_missing", [](M& f) { f.person.birth_place = "..."; },
         [](M& f) { f.person.birth_place = "P. 1, thành phố Đông Hà"; }},
        {"person.birth_place_vague", [](M& f) { f.person.birth_place = "thị xã Quảng Trị"; },
         [](M& f) { f.person.birth_place = "phường 2, thị xã Quảng Trị"; }},
        {"person.native_place_missing", [](M& f) { f.person.native_place = "Chưa cập nhật"; },
         [](M& f) { f.person.native_place = "nước Lào"; }},
        {"person.native_place_vague", [](M& f) { f.person.native_place = "Quảng Trị"; },
         [](M& f) { f.person.native_place = "Xã Hải Ba, Quảng Trị"; }},
        {"person_version.permanent_residence_missing", [](M& f) { version(f).permanent_residence = {}; },
         [](M& f) { version(f).permanent_residence = "Đặc khu Cồn Cỏ"; }},
        {"person_version.permanent_residence_vague",
         [](M& f) { version(f).permanent_residence = "12 Lê Lợi, Đông Hà"; },
         [](M& f) { version(f).permanent_residence = "12 Lê Lợi, Phường 1"; }},
        {"person_version.permanent_residence_old_level",
         [](M& f) {
             f.on = date(2025, 7, 1);
             version(f).permanent_residence = "xã Hải Ba, huyện Hải Lăng";
         },
         [](M& f) {
             f.on = date(2025, 6, 30);
             version(f).permanent_residence = "xã Hải Ba, huyện Hải Lăng";
         }},

        {"person_version.occupation_missing", [](M& f) { version(f).occupation = {}; },
         [](M& f) { version(f).occupation = "other"; }},
        {"person_version.general_education_missing", [](M& f) { version(f).general_education = {}; }, nothing},
        {"person_version.professional_field_missing", [](M& f) { version(f).professional_field = "không có"; },
         [](M& f) {
             version(f).professional_field = {};
             version(f).professional_education = "intermediate";
         }},
        {"person_version.education_order", [](M& f) { version(f).general_education = "lower_secondary"; },
         [](M& f) {
             version(f).general_education = "lower_secondary";
             version(f).professional_education = "intermediate";
         }},
        {"person_version.academic_title_without_doctor",
         [](M& f) { version(f).academic_title = "associate_professor"; },
         [](M& f) {
             version(f).academic_title = "associate_professor";
             version(f).professional_education = "doctor";
         }},

        {"person.youth_union_before_birth", [](M& f) { f.person.youth_union_joined_on = date(1985, 3, 12); },
         [](M& f) { f.person.youth_union_joined_on = date(1985, 3, 13); }},
        {"person.youth_union_after_admission", [](M& f) { f.person.youth_union_joined_on = date(2015, 5, 11); },
         [](M& f) { f.person.youth_union_joined_on = date(2015, 5, 10); }},
        {"person.recruited_before_birth",
         [](M& f) {
             f.person.recruited_on = base::PartialDate{1985, 2, 0};
         },
         [](M& f) {
             f.person.recruited_on = base::PartialDate{1985, 0, 0};
         }},
        {"party_member.ceremony_before_party",
         [](M& f) {
             f.member.ceremony_on = date(1900, 1, 1);
             f.member.admission_decided_on = date(2015, 5, 10);
         },
         nothing},
        {"party_member.decision_after_ceremony", [](M& f) { f.member.admission_decided_on = date(2015, 5, 20); },
         [](M& f) { f.member.admission_decided_on = date(2015, 5, 19); }},
        {"party_member.admitted_too_young",
         [](M& f) {
             f.person.born_on = date(1997, 5, 11);
             f.person.personal_id = "045197900123";
             f.person.recruited_on = {};
             f.person.youth_union_joined_on = {};
         },
         [](M& f) {
             f.person.born_on = date(1997, 5, 10);
             f.person.personal_id = "045197900123";
             f.person.recruited_on = {};
             f.person.youth_union_joined_on = {};
         }},
        {"party_member.admission_decided_on_missing", [](M& f) { f.member.admission_decided_on = {}; }, nothing},
        {"party_member.admission_decision_number_missing",
         [](M& f) { f.member.admission_decision_number = "Không nhớ"; },
         [](M& f) { f.member.admission_decision_number = "12-QĐ/KN"; }},
        {"party_member.recognised_on_missing", [](M& f) { f.member.recognised_on = {}; }, nothing},
        {"party_member.recognised_before_ceremony",
         [](M& f) {
             f.member.ceremony_on = date(2010, 5, 19);
             f.member.admission_decided_on = date(2010, 5, 10);
             f.member.recognised_on = date(2010, 5, 18);
         },
         [](M& f) {
             f.member.ceremony_on = date(2010, 5, 19);
             f.member.admission_decided_on = date(2010, 5, 10);
             f.member.recognised_on = date(2010, 5, 19);
         }},
        {"party_member.recognised_too_early", [](M& f) { f.member.recognised_on = date(2016, 5, 18); }, nothing},
        {"party_member.recognised_late", [](M& f) { f.member.recognised_on = date(2016, 5, 20); }, nothing},
        {"party_member.probation_overdue", [](M& f) { be_probationary(f, date(2019, 12, 30)); },
         [](M& f) { be_probationary(f, date(2019, 12, 31)); }},

        {"membership.no_home",
         [](M& f) {
             home(f).valid_to = date(2020, 12, 31);
             f.grades.clear();
             f.year_to_be_graded = {};
         },
         [](M& f) { home(f).valid_to = date(2021, 1, 1); }},
        {"membership.guest_without_home",
         [](M& f) {
             f.stays.front() = guest_stay(date(2020, 3, 1));
             f.grades.clear();
             f.year_to_be_graded = {};
         },
         [](M& f) { f.stays.push_back(guest_stay(date(2020, 3, 1))); }},
        {"membership.overlap",
         [](M& f) {
             home(f).valid_to = date(2018, 3, 2);
             f.stays.push_back(sample_stay(8, date(2018, 3, 1)));
         },
         [](M& f) {
             home(f).valid_to = date(2018, 3, 1);
             f.stays.push_back(sample_stay(8, date(2018, 3, 1)));
         }},
        {"membership.gap",
         [](M& f) {
             home(f).valid_to = date(2018, 3, 1);
             f.stays.push_back(sample_stay(8, date(2018, 3, 2)));
         },
         // Who went elsewhere and came back.
         [](M& f) {
             leave(f, date(2018, 3, 1));
             f.stays.push_back(sample_stay(8, date(2019, 3, 2)));
         }},
        {"membership.cell_ended", [](M& f) { f.stays.front().cell_ended_on = date(2020, 12, 31); },
         [](M& f) { f.stays.front().cell_ended_on = date(2021, 1, 1); }},
        {"membership.not_a_cell", [](M& f) { f.stays.front().cell_kind = records::OrganisationKind::grassroots_party; },
         [](M& f) { f.stays.front().cell_kind = records::OrganisationKind::grassroots_cell; }},
        {"membership.status_not_updated", [](M& f) { home(f).status = records::MembershipStatus::probationary; },
         [](M& f) {
             be_probationary(f, date(2020, 1, 1));
             f.member.recognised_on = date(2021, 1, 1);
         }},
        {"membership.before_admission", [](M& f) { home(f).valid_from = date(2015, 5, 18); }, nothing},
        {"membership.guest_too_long", [](M& f) { f.stays.push_back(guest_stay(date(2018, 12, 30))); },
         [](M& f) { f.stays.push_back(guest_stay(date(2018, 12, 31))); }},
        {"exemption.before_admission", exempt(date(2015, 5, 18), date(2016, 1, 1)), exempt(date(2015, 5, 19), {})},
        {"exemption.overlap", both(exempt(date(2018, 1, 1), {}), exempt(date(2019, 1, 1), {})),
         both(exempt(date(2018, 1, 1), date(2019, 1, 1)), exempt(date(2019, 1, 1), {}))},
        {"exemption.itinerant_too_long", exempt(date(2019, 12, 30), {}, "itinerant_work"),
         exempt(date(2019, 12, 31), {}, "itinerant_work")},
        {"suspension.before_admission",
         [](M& f) {
             f.suspensions.push_back(row(records::suspension, {{"valid_from", date(2015, 5, 18)}}));
         },
         [](M& f) {
             f.suspensions.push_back(row(records::suspension, {{"valid_from", date(2015, 5, 19)}}));
         }},

        {"membership.after_departure",
         [](M& f) {
             f.departures.push_back(
                 row(records::departure, {{"departed_on", date(2020, 12, 30)}, {"status", std::string{"full"}}}));
         },
         [](M& f) { leave(f, date(2020, 12, 30)); }},
        {"departure.twice",
         [](M& f) {
             leave(f, date(2020, 3, 1));
             leave(f, date(2020, 4, 1));
             home(f).valid_to = date(2020, 3, 1);
         },
         [](M& f) {
             leave(f, date(2018, 3, 1));
             f.stays.push_back(sample_stay(8, date(2019, 3, 2), date(2020, 4, 1)));
             f.departures.push_back(
                 row(records::departure, {{"departed_on", date(2020, 4, 1)}, {"status", std::string{"full"}}}));
         }},
        {"departure.status_contradicts",
         [](M& f) {
             leave(f, date(2020, 3, 1));
             f.departures.front()["status"] = std::string{"probationary"};
         },
         [](M& f) {
             leave(f, date(2016, 5, 18));
             f.departures.front()["status"] = std::string{"probationary"};
         }},
        {"departure.before_admission",
         [](M& f) {
             leave(f, date(2015, 5, 18));
             f.departures.front()["status"] = std::string{"probationary"};
             f.stays.clear();
             f.stays.push_back(sample_stay(8, date(2015, 5, 1), date(2015, 5, 18)));
         },
         [](M& f) { leave(f, date(2020, 3, 1)); }},

        {"member_grade.missing", [](M& f) { f.grades.clear(); },
         [](M& f) {
             f.grades.clear();
             f.year_to_be_graded = {};
         }},
        {"member_grade.exempt_without_exemption",
         [](M& f) {
             f.grades.front().grade.grade = {};
             f.grades.front().grade.not_graded_reason = records::NotGradedReason::exempt;
             exempt(date(2018, 1, 1), date(2020, 1, 1))(f);
         },
         [](M& f) {
             f.grades.front().grade.grade = {};
             f.grades.front().grade.not_graded_reason = records::NotGradedReason::exempt;
             exempt(date(2018, 1, 1), date(2020, 1, 2))(f);
         }},
        {"member_grade.suspended_without_suspension",
         [](M& f) { f.grades.front().grade.not_graded_reason = records::NotGradedReason::suspended; },
         [](M& f) {
             f.grades.front().grade.not_graded_reason = records::NotGradedReason::suspended;
             f.suspensions.push_back(row(records::suspension, {{"valid_from", date(2020, 12, 31)}}));
         }},
        {"member_grade.not_a_member",
         [](M& f) {
             f.grades.push_back(f.grades.front());
             f.grades.front().year = 2014;
         },
         [](M& f) {
             f.grades.push_back(f.grades.front());
             f.grades.front().year = 2015;
         }},
        {"member_grade.other_cell", [](M& f) { f.grades.front().grade.cell_id = {sample_id(101)}; }, nothing},
        {"member_grade.reason_not_stated",
         [](M& f) { f.grades.front().grade.not_graded_reason = records::NotGradedReason::not_stated; },
         [](M& f) { f.grades.front().grade.not_graded_reason = records::NotGradedReason::absent; }},

        {"work_history.gap", work({2012, 5, 0}, {2012, 8, 2}), work({2012, 5, 0}, {2012, 8, 1})},
        {"work_history.job_missing",
         [](M& f) {
             f.work_histories.push_back(row(
                 records::work_history, {{"began_on", base::PartialDate{2008, 9, 0}}, {"job", std::string{"---"}}}));
         },
         nothing},
        {"paper_on_file.shelf_missing",
         [](M& f) {
             f.papers.push_back(row(records::paper_on_file, {{"kind", std::string{"other"}}}));
         },
         nothing},
        before_birth("work_history.before_birth", records::work_history, "began_on", &M::work_histories),
        before_birth("education_history.before_birth", records::education_history, "began_on", &M::education_histories),
        before_birth("military_service.before_birth", records::military_service, "began_on", &M::military_services),
        before_birth("social_membership.before_birth", records::social_membership, "began_on", &M::social_memberships),
        before_birth("reward.before_birth", records::reward, "awarded_on", &M::rewards),
        before_birth("honorary_title.before_birth", records::honorary_title, "awarded_on", &M::honorary_titles),
        before_birth("paper_on_file.before_birth", records::paper_on_file, "dated_on", &M::papers),
    };
    return all;
}

std::vector<std::string_view> found_in(const MemberFile& file) {
    std::vector<std::string_view> codes;
    for (const auto& finding : examine(file)) codes.push_back(finding.check->code);
    return codes;
}

using Codes = std::vector<std::string_view>;

TEST(MemberChecks, FindNothingInAFileInOrder) {
    EXPECT_EQ(found_in(sample_member_file()), Codes{});
    EXPECT_EQ(score_of({}), 100);
}

TEST(MemberChecks, EachFindsItsFaultAndNothingAtTheEdge) {
    for (const auto& row : rows()) {
        SCOPED_TRACE(row.check);
        auto wrong = sample_member_file(), right = sample_member_file();
        row.wrong(wrong);
        row.right(right);
        EXPECT_EQ(found_in(wrong), Codes{row.check});
        EXPECT_EQ(found_in(right), Codes{});
    }
}

TEST(MemberChecks, EachHasARow) {
    std::set<std::string_view> tried;
    for (const auto& row : rows()) EXPECT_TRUE(tried.insert(row.check).second) << row.check;
    for (const auto* check : checks()) EXPECT_EQ(tried.contains(check->code), check->is_of_members()) << check->code;
}

TEST(MemberChecks, SayTheAgeOfWhatTimeBroughtAbout) {
    auto file = sample_member_file();
    be_probationary(file, date(2019, 5, 19));
    auto findings = examine(file);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().since, date(2020, 5, 19));
    EXPECT_EQ(text_of(findings.front()), "Hết 12 tháng dự bị từ 19/05/2020 mà chưa có ngày chính thức");

    file = sample_member_file();
    file.stays.front().cell_ended_on = date(2020, 7, 1);
    findings = examine(file);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().since, date(2020, 7, 1));
}

TEST(MemberChecks, LeaveTheFilesOfThoseWhoLeftAlone) {
    auto file = sample_member_file();
    leave(file, date(2020, 3, 1));
    file.person.personal_id = {};
    EXPECT_EQ(found_in(file), Codes{});
    // And of those who are yet to come.
    file = sample_member_file();
    file.person.personal_id = {};
    file.on = date(2015, 5, 18);
    EXPECT_EQ(found_in(file), Codes{});
}

}  // namespace
}  // namespace quality
