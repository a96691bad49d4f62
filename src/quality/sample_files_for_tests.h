// SPDX-License-Identifier: AGPL-3.0-or-later
// A file with which nothing is wrong, and a cell likewise, to be spoiled by tests.
#pragma once

#include "quality/member_file.h"
#include "quality/organisation_file.h"

namespace quality {

inline constexpr base::Date sample_day = base::date(2020, 12, 31);

// `last` makes ids differ.
inline base::Uuid sample_id(std::uint8_t last) {
    base::Uuid id;
    id.bytes.fill(7);
    id.bytes.back() = last;
    return id;
}

inline Stay sample_stay(std::uint8_t id, base::Date from, std::optional<base::Date> to = {}) {
    Stay stay{.cell_name = "Chi bộ Khu phố " + std::to_string(id), .cell_kind = records::OrganisationKind::cell};
    stay.membership.id = {sample_id(id)};
    stay.membership.cell_id = {sample_id(100)};
    stay.membership.valid_from = from;
    stay.membership.valid_to = to;
    stay.membership.kind = records::MembershipKind::home;
    stay.membership.status = records::MembershipStatus::full;
    return stay;
}

// Đảng viên chính thức, admitted in 2015, graded in 2020.
inline MemberFile sample_member_file() {
    MemberFile file;
    file.on = sample_day;
    auto& person = file.person;
    person.id = {sample_id(1)};
    person.born_on = base::date(1985, 3, 12);
    person.sex = records::Sex::female;
    person.ethnicity = "kinh";
    person.personal_id = "045185900123";
    person.birth_place = "xã Hải Ba, huyện Hải Lăng, tỉnh Quảng Trị";
    person.native_place = "xã Hải Ba, huyện Hải Lăng, tỉnh Quảng Trị";
    person.youth_union_joined_on = base::PartialDate{2000, 3, 26};
    person.recruited_on = base::PartialDate{2008, 9, 0};

    auto& member = file.member;
    member.id = {sample_id(2)};
    member.person_id = person.id;
    member.profile_number = "012345QT";
    member.card_number = "45001234";
    member.admission_decided_on = base::date(2015, 5, 10);
    member.admission_decision_number = "215-QĐ/ThU";
    member.ceremony_on = base::date(2015, 5, 19);
    member.recognised_on = base::date(2016, 5, 19);

    records::PersonVersion version;
    version.id = {sample_id(3)};
    version.person_id = person.id;
    version.valid_from = base::date(2015, 1, 1);
    version.full_name = "Nguyễn Thị Thu Hằng";
    version.religion = "none";
    version.occupation = "public_employee";
    version.general_education = "upper_secondary";
    version.professional_education = "university";
    version.professional_field = "Sư phạm Toán";
    version.permanent_residence = "Số 12 Lê Lợi, phường 1, thành phố Đông Hà";
    version.phone = "0950 123 456";
    file.versions.push_back(version);

    file.stays.push_back(sample_stay(4, base::date(2015, 5, 19)));
    YearGrade grade{.year = 2020};
    grade.grade.id = {sample_id(5)};
    grade.grade.cell_id = {sample_id(100)};
    grade.grade.grade = records::Grade::good;
    file.grades.push_back(grade);
    file.year_to_be_graded = 2020;
    return file;
}

// Chi bộ trực thuộc of four full members, below a đảng bộ cơ sở.
inline OrganisationFile sample_cell_file() {
    OrganisationFile file;
    file.on = sample_day;
    file.organisation.id = {sample_id(20)};
    file.organisation.code = "DH.01.02";
    file.organisation.founded_on = base::PartialDate{2009, 8, 0};
    records::OrganisationVersion version;
    version.id = {sample_id(21)};
    version.organisation_id = file.organisation.id;
    version.valid_from = base::date(2009, 8, 11);
    version.name = "Chi bộ Khu phố 2";
    version.kind = records::OrganisationKind::cell;
    version.superior_id = base::Id<records::Organisation>{sample_id(22)};
    file.versions.push_back(version);
    file.superior.emplace();
    file.superior->organisation_id = {sample_id(22)};
    file.superior->name = "Đảng bộ phường 1";
    file.superior->kind = records::OrganisationKind::grassroots_party;
    file.superior->unit_type = "ward";
    file.members = file.full_members = 4;
    file.full_spans.assign(4, {base::date(2010, 1, 1), {}});
    return file;
}

}  // namespace quality
