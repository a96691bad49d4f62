// SPDX-License-Identifier: AGPL-3.0-or-later
#include "figures/subject.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "figures/age_band.h"
#include "records/grading.h"
#include "records/lists.h"
#include "records/member_events.h"
#include "records/organisation.h"
#include "records/party_member.h"

namespace figures {
namespace {

using records::MemberGrade;
using records::Membership;
using records::OrganisationGrade;
using records::OrganisationVersion;
using records::Person;
using records::PersonVersion;

constexpr std::array yes_no_codes{schema::Code{"yes", "Có"}, schema::Code{"no", "Không"}};

bool is_party(std::string_view kind) {
    const auto parsed = schema::parse_code<records::OrganisationKind>(kind);
    return parsed && records::is_party(*parsed);
}
bool is_grassroots(std::string_view kind) {
    const auto parsed = schema::parse_code<records::OrganisationKind>(kind);
    return parsed && records::is_grassroots(*parsed);
}
bool is_cell(std::string_view kind) {
    const auto parsed = schema::parse_code<records::OrganisationKind>(kind);
    return parsed && records::is_cell(*parsed);
}

// clang-format off

// What is known of a member on a day. Forms 2, 3 and 4.
constexpr std::array person_columns{
    Column{"sex",                    &Person::type,        "sex"},
    Column{"age_band"},
    Column{"ethnicity",              &Person::type,        "ethnicity"},
    Column{"minority",               nullptr, {},          "ethnicity", records::is_minority, "Dân tộc thiểu số"},
    Column{"religion",               &PersonVersion::type, "religion"},
    Column{"occupation",             &PersonVersion::type, "occupation"},
    Column{"general_education",      &PersonVersion::type, "general_education"},
    Column{"professional_education", &PersonVersion::type, "professional_education"},
    Column{"academic_title",         &PersonVersion::type, "academic_title"},
    Column{"political_theory",       &PersonVersion::type, "political_theory"},
    Column{"exempt",                 &records::exemption},
    Column{"suspended",              &records::suspension},
};

// What is known of an organisation on a day. Form 5.
constexpr std::array unit_columns{
    Column{"kind",       &OrganisationVersion::type, "kind"},
    Column{"unit_type",  &OrganisationVersion::type, "unit_type"},
    Column{"party",      nullptr, {}, "kind", is_party,      "Tổ chức đảng"},
    Column{"grassroots", nullptr, {}, "kind", is_grassroots, "Tổ chức cơ sở đảng"},
    Column{"cell_kind",  nullptr, {}, "kind", is_cell,       "Chi bộ"},
};

constexpr std::array state_columns{
    Column{"status", &Membership::type, "status"},
};
constexpr std::array entry_columns{
    Column{"kind",   &Membership::type, "entry"},
    Column{"status", &Membership::type, "status"},
};
constexpr std::array exit_columns{
    Column{"kind",   &records::departure, "kind"},
    Column{"status", &Membership::type,   "status"},
};
constexpr std::array member_grade_columns{
    Column{"grade",             &MemberGrade::type, "grade"},
    Column{"not_graded_reason", &MemberGrade::type, "not_graded_reason"},
};
constexpr std::array organisation_grade_columns{
    Column{"grade",             &OrganisationGrade::type, "grade"},
    Column{"not_graded_reason", &OrganisationGrade::type, "not_graded_reason"},
};

// clang-format on

template <std::size_t N, std::size_t M>
constexpr std::array<Column, N + M> operator+(const std::array<Column, N>& first, const std::array<Column, M>& second) {
    std::array<Column, N + M> both;
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), both.begin()));
    return both;
}
constexpr auto member_state_columns = state_columns + person_columns;
constexpr auto member_entry_columns = entry_columns + person_columns;
constexpr auto member_exit_columns = exit_columns + person_columns;
constexpr auto member_grading_columns = member_grade_columns + person_columns;
constexpr auto organisation_grading_columns = organisation_grade_columns + unit_columns;

constexpr std::array<const Subject*, 6> all{&member_state,   &member_entry,       &member_exit,
                                            &member_grading, &organisation_state, &organisation_grading};

}  // namespace

constinit const schema::CodeList yes_no{"yes_no", "Có, không", yes_no_codes};

// clang-format off
constinit const Subject member_state        {"member_state",         "Đảng viên",              Time::interval, &records::PartyMember::type,  member_state_columns};
constinit const Subject member_entry        {"member_entry",         "Tăng đảng viên",         Time::event,    &records::PartyMember::type,  member_entry_columns};
constinit const Subject member_exit         {"member_exit",          "Giảm đảng viên",         Time::event,    &records::PartyMember::type,  member_exit_columns};
constinit const Subject member_grading      {"member_grading",       "Xếp loại đảng viên",     Time::campaign, &records::PartyMember::type,  member_grading_columns};
constinit const Subject organisation_state  {"organisation_state",   "Tổ chức",                Time::interval, &records::Organisation::type, unit_columns};
constinit const Subject organisation_grading{"organisation_grading", "Xếp loại tổ chức đảng",  Time::campaign, &records::Organisation::type, organisation_grading_columns};
// clang-format on

std::span<const Subject* const> subjects() { return all; }
std::span<const Column> member_columns() { return person_columns; }
std::span<const Column> organisation_columns() { return unit_columns; }

std::string_view label_of(const Column& column) {
    if (column.rule) return column.rule_label;
    if (!column.type) return age_bands.label;
    return column.field.empty() ? column.type->label : (*column.type)[column.field].options.label;
}

const schema::CodeList& list_of(const Column& column) {
    if (column.rule) return yes_no;
    if (!column.type) return age_bands;
    return column.field.empty() ? yes_no : *(*column.type)[column.field].list;
}

const Column* Subject::find(std::string_view column) const {
    for (const auto& candidate : columns)
        if (candidate.name == column) return &candidate;
    return nullptr;
}

std::size_t Subject::index_of(std::string_view column) const {
    const Column* found = find(column);
    CHECK(found);
    return static_cast<std::size_t>(found - columns.data());
}

}  // namespace figures
