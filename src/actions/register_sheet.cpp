// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/register_sheet.h"

#include <array>

#include "base/check.h"
#include "records/grading.h"
#include "records/member_events.h"

namespace actions {
namespace {

using namespace records;
constexpr auto* organisation = &Organisation::type;
constexpr auto* version = &OrganisationVersion::type;
constexpr auto* person = &Person::type;
constexpr auto* person_version = &PersonVersion::type;
constexpr auto* member = &PartyMember::type;
constexpr auto* membership = &Membership::type;

// clang-format off
constexpr std::array organisation_columns{
    SheetColumn{.type = organisation, .field = "code", .example = "DH.01"},
    SheetColumn{.type = version, .field = "name", .example = "Đảng bộ phường 1"},
    SheetColumn{.type = version, .field = "kind", .example = "Đảng bộ cơ sở"},
    SheetColumn{.type = version, .field = "unit_type", .example = "Phường"},
    SheetColumn{.type = version, .field = "superior_id", .lookup = Lookup::organisation, .label = "Mã cấp trên trực tiếp", .example = "DH"},
    SheetColumn{.type = version, .field = "valid_from", .required = true, .label = "Hoạt động từ ngày", .synonyms = "Từ ngày|Ngày hiệu lực|Có hiệu lực từ ngày", .example = "01/01/2015"},
    SheetColumn{.type = version, .field = "short_name"},
    SheetColumn{.type = version, .field = "superior_consent"},
    SheetColumn{.type = organisation, .field = "founded_on", .example = "1999"},
    SheetColumn{.type = organisation, .field = "note"},
};

constexpr std::array member_columns{
    SheetColumn{.type = member, .field = "profile_number", .example = "000123QT"},
    SheetColumn{.type = person_version, .field = "full_name", .example = "Nguyễn Văn An"},
    SheetColumn{.type = person_version, .field = "other_name"},
    SheetColumn{.type = person, .field = "sex", .example = "Nam"},
    SheetColumn{.type = person, .field = "born_on", .example = "12/03/1985"},
    SheetColumn{.type = person, .field = "ethnicity", .example = "Kinh"},
    SheetColumn{.type = person_version, .field = "religion", .example = "Không"},
    SheetColumn{.type = person, .field = "personal_id", .example = "045085001234"},
    SheetColumn{.type = member, .field = "card_number", .example = "45012345"},
    SheetColumn{.type = person, .field = "birth_place"},
    SheetColumn{.type = person, .field = "native_place"},
    SheetColumn{.type = person_version, .field = "permanent_residence"},
    SheetColumn{.type = person_version, .field = "phone"},
    SheetColumn{.type = person_version, .field = "occupation", .example = "Viên chức"},
    SheetColumn{.type = person_version, .field = "occupation_detail"},
    SheetColumn{.type = person_version, .field = "general_education", .example = "THPT"},
    SheetColumn{.type = person_version, .field = "professional_education", .example = "Đại học"},
    SheetColumn{.type = person_version, .field = "professional_field"},
    SheetColumn{.type = person_version, .field = "political_theory", .example = "Trung cấp"},
    SheetColumn{.type = person, .field = "youth_union_joined_on", .example = "2001"},
    SheetColumn{.type = member, .field = "admission_decided_on", .example = "03/02/2010"},
    SheetColumn{.type = member, .field = "admission_decision_number"},
    SheetColumn{.type = member, .field = "ceremony_on", .synonyms = "Ngày vào Đảng dự bị|Ngày dự bị|Ngày kết nạp vào Đảng", .example = "19/05/2010"},
    SheetColumn{.type = member, .field = "recognised_on", .example = "19/05/2011"},
    SheetColumn{.type = member, .field = "introducers"},
    SheetColumn{.type = membership, .field = "cell_id", .lookup = Lookup::organisation, .label = "Mã chi bộ", .synonyms = "Mã tổ chức|Mã đơn vị", .example = "DH.01.03"},
    SheetColumn{.type = membership, .field = "valid_from", .optional = true, .label = "Sinh hoạt tại chi bộ từ ngày", .synonyms = "Sinh hoạt từ ngày|Ngày chuyển đến"},
    SheetColumn{.type = membership, .field = "status", .optional = true, .example = "Chính thức"},
    SheetColumn{.type = membership, .field = "entry", .optional = true, .example = "Kết nạp"},
    SheetColumn{.type = &exemption, .field = "valid_from", .optional = true, .label = "Miễn sinh hoạt từ ngày", .synonyms = "Miễn SHĐ từ ngày|Ngày miễn sinh hoạt"},
    SheetColumn{.type = &exemption, .field = "ground", .optional = true, .label = "Lý do miễn sinh hoạt", .synonyms = "Lý do miễn"},
    SheetColumn{.type = &suspension, .field = "valid_from", .optional = true, .label = "Đình chỉ sinh hoạt từ ngày", .synonyms = "Ngày đình chỉ"},
    SheetColumn{.type = &departure, .field = "departed_on", .optional = true},
    SheetColumn{.type = &departure, .field = "kind", .optional = true},
};

constexpr std::array membership_columns{
    SheetColumn{.type = member, .field = "profile_number", .lookup = Lookup::member, .example = "000123QT"},
    SheetColumn{.type = member, .field = "card_number", .lookup = Lookup::member},
    SheetColumn{.type = person, .field = "personal_id", .lookup = Lookup::member},
    SheetColumn{.type = person_version, .field = "full_name", .optional = true, .label = "Họ và tên"},
    SheetColumn{.type = membership, .field = "cell_id", .lookup = Lookup::organisation, .label = "Mã chi bộ", .example = "DH.01.03"},
    SheetColumn{.type = membership, .field = "kind", .optional = true, .example = "Chính thức"},
    SheetColumn{.type = membership, .field = "status", .optional = true, .example = "Chính thức"},
    SheetColumn{.type = membership, .field = "valid_from", .example = "01/07/2020"},
    SheetColumn{.type = membership, .field = "valid_to"},
    SheetColumn{.type = membership, .field = "entry", .optional = true, .example = "Chuyển trong đảng bộ"},
    SheetColumn{.type = membership, .field = "decision_number"},
};

constexpr std::array member_grade_columns{
    SheetColumn{.type = member, .field = "profile_number", .lookup = Lookup::member, .example = "000123QT"},
    SheetColumn{.type = member, .field = "card_number", .lookup = Lookup::member},
    SheetColumn{.type = person, .field = "personal_id", .lookup = Lookup::member},
    SheetColumn{.type = person_version, .field = "full_name", .optional = true, .label = "Họ và tên"},
    SheetColumn{.type = &MemberGrade::type, .field = "cell_id", .optional = true, .lookup = Lookup::organisation, .label = "Mã chi bộ", .example = "DH.01.03"},
    SheetColumn{.type = &MemberGrade::type, .field = "grade", .example = "Hoàn thành tốt nhiệm vụ"},
    SheetColumn{.type = &MemberGrade::type, .field = "not_graded_reason"},
    SheetColumn{.type = &MemberGrade::type, .field = "decided_on", .example = "25/12/2020"},
    SheetColumn{.type = &MemberGrade::type, .field = "decision_number"},
    SheetColumn{.type = &MemberGrade::type, .field = "note"},
};

constexpr std::array organisation_grade_columns{
    SheetColumn{.type = &OrganisationGrade::type, .field = "organisation_id", .lookup = Lookup::organisation, .label = "Mã tổ chức đảng", .example = "DH.01"},
    SheetColumn{.type = version, .field = "name", .optional = true, .label = "Tên tổ chức đảng"},
    SheetColumn{.type = &OrganisationGrade::type, .field = "grade", .example = "Hoàn thành tốt nhiệm vụ"},
    SheetColumn{.type = &OrganisationGrade::type, .field = "not_graded_reason"},
    SheetColumn{.type = &OrganisationGrade::type, .field = "decided_on", .example = "28/12/2020"},
    SheetColumn{.type = &OrganisationGrade::type, .field = "decision_number"},
    SheetColumn{.type = &OrganisationGrade::type, .field = "note"},
};
// clang-format on

}  // namespace

constinit const RegisterSheet organisations_sheet{"organisations", "Danh sách tổ chức", "tổ chức",
                                                  organisation_columns};
constinit const RegisterSheet members_sheet{"members", "Danh sách đảng viên", "đảng viên", member_columns};
constinit const RegisterSheet memberships_sheet{"memberships", "Sinh hoạt đảng", "lần sinh hoạt", membership_columns};
constinit const RegisterSheet member_grades_sheet{"member_grades", "Xếp loại đảng viên", "đảng viên",
                                                  member_grade_columns};
constinit const RegisterSheet organisation_grades_sheet{"organisation_grades", "Xếp loại tổ chức đảng", "tổ chức",
                                                        organisation_grade_columns};

const SheetColumn* RegisterSheet::find(const schema::RecordType& type, std::string_view field) const {
    for (const auto& column : columns)
        if (column.type == &type && column.field == field) return &column;
    return nullptr;
}

std::size_t RegisterSheet::index_of(const schema::RecordType& type, std::string_view field) const {
    const auto* found = find(type, field);
    CHECK(found != nullptr);
    return static_cast<std::size_t>(found - columns.data());
}

std::span<const RegisterSheet* const> register_sheets() {
    static constexpr std::array sheets{&organisations_sheet, &members_sheet, &memberships_sheet, &member_grades_sheet,
                                       &organisation_grades_sheet};
    return sheets;
}

}  // namespace actions
