// SPDX-License-Identifier: AGPL-3.0-or-later
#include "figures/figure.h"

#include <algorithm>

namespace figures {
namespace {

template <class... Codes>
constexpr Condition is(std::string_view column, Codes... codes) {
    return {column, Op::is, {codes...}};
}
constexpr Condition is_given(std::string_view column) { return {column, Op::is_given}; }
constexpr Condition is_absent(std::string_view column) { return {column, Op::is_absent}; }

constexpr auto person = Unit::person;
constexpr auto turn = Unit::turn;
constexpr auto organisation = Unit::organisation;

constexpr Condition admitted = is("kind", "admitted");
constexpr Condition left_party = is("kind", "died", "expelled", "struck_off", "left_on_request", "admission_cancelled");

constexpr Condition party = is("party", "yes");
constexpr Condition grassroots = is("grassroots", "yes");
constexpr Condition cell = is("cell_kind", "yes");

constexpr Condition graded = is_given("grade");
constexpr Condition good_or_better = is("grade", "excellent", "good");
constexpr Condition no_grade = is_absent("grade");
constexpr Condition reason = is_given("not_graded_reason");
constexpr Condition no_reason = is_absent("not_graded_reason");

// clang-format off
constexpr Figure table[] = {
    // name                                      label                                                  unit          subject                when            filter
    // Form 3: members.
    {"members",                                 "Đảng viên",                                           person,       &member_state,         When::at_end},
    {"members.probationary",                    "Đảng viên dự bị",                                     person,       &member_state,         When::at_end,   {is("status", "probationary")}},
    {"members.female",                          "Đảng viên nữ",                                        person,       &member_state,         When::at_end,   {is("sex", "female")}},
    {"members.minority",                        "Đảng viên là người dân tộc thiểu số",                 person,       &member_state,         When::at_end,   {is("minority", "yes")}},
    {"members.aged_18_30",                      "Đảng viên từ 18 đến 30 tuổi",                         person,       &member_state,         When::at_end,   {is("age_band", "18_30")}},

    // Form 1: A + B − C = D.
    {"members.at_start",                        "Đảng viên cuối kỳ trước chuyển sang",                 person,       &member_state,         When::at_start},
    {"members.entered",                         "Đảng viên tăng trong kỳ",                             turn,         &member_entry,         When::during},
    {"members.left",                            "Đảng viên giảm trong kỳ",                             turn,         &member_exit,          When::during},

    // Form 2: new members; and those whom the Party lost.
    {"members.admitted",                        "Đảng viên mới kết nạp",                               person,       &member_entry,         When::during,   {admitted}},
    {"members.departed",                        "Đảng viên từ trần, ra khỏi Đảng",                     person,       &member_exit,          When::during,   {left_party}},

    // Form 5: organisations.
    {"organisations",                           "Tổ chức đảng",                                        organisation, &organisation_state,   When::at_end,   {party}},
    {"grassroots_organisations",                "Tổ chức cơ sở đảng",                                  organisation, &organisation_state,   When::at_end,   {grassroots}},
    {"cells",                                   "Chi bộ",                                              organisation, &organisation_state,   When::at_end,   {cell}},

    // Grading of members.
    {"members.to_grade",                        "Đảng viên thuộc đợt xếp loại",                        person,       &member_grading,       When::campaign},
    {"members.graded",                          "Đảng viên được xếp loại",                             person,       &member_grading,       When::campaign, {graded, no_reason}},
    {"members.good_or_better",                  "Đảng viên hoàn thành tốt nhiệm vụ trở lên",           person,       &member_grading,       When::campaign, {good_or_better, no_reason}},
    {"members.not_graded",                      "Đảng viên chưa xếp loại",                             person,       &member_grading,       When::campaign, {no_grade, reason}},
    {"members.grade_missing",                   "Đảng viên chưa có kết quả xếp loại",                  person,       &member_grading,       When::campaign, {no_grade, no_reason}},

    // Grading of grassroots organisations.
    {"grassroots_organisations.graded",         "Tổ chức cơ sở đảng được xếp loại",                    organisation, &organisation_grading, When::campaign, {grassroots, graded, no_reason}},
    {"grassroots_organisations.good_or_better", "Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên",  organisation, &organisation_grading, When::campaign, {grassroots, good_or_better, no_reason}},
    {"grassroots_organisations.not_graded",     "Tổ chức cơ sở đảng chưa xếp loại",                    organisation, &organisation_grading, When::campaign, {grassroots, no_grade, reason}},
    {"grassroots_organisations.grade_missing",  "Tổ chức cơ sở đảng chưa có kết quả xếp loại",         organisation, &organisation_grading, When::campaign, {grassroots, no_grade, no_reason}},
};
// clang-format on

// Leaves nothing to break down: no code, or one code only.
bool fixes(const Condition& condition) {
    return condition.op == Op::is_absent || (condition.op == Op::is && condition.codes[1].empty());
}

}  // namespace

std::string_view label_of(Unit unit) {
    switch (unit) {
        case Unit::person: return "đảng viên";
        case Unit::turn: return "lượt";
        case Unit::organisation: return "tổ chức";
    }
    return {};
}

std::span<const Condition> Figure::conditions() const {
    const auto end = std::find(filter.begin(), filter.end(), Condition{});
    return {filter.begin(), end};
}

std::span<const Figure> all() { return table; }

const Figure* find(std::string_view name) {
    for (const auto& figure : table)
        if (figure.name == name) return &figure;
    return nullptr;
}

std::vector<std::string_view> breakdowns(const Figure& figure) {
    std::vector<std::string_view> names{by_organisation};
    if (figure.subject->entity == member_state.entity) names.push_back(by_cell);
    for (const auto& column : figure.subject->columns) {
        const auto conditions = figure.conditions();
        const bool is_fixed = std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
            return condition.column == column.name && fixes(condition);
        });
        if (!is_fixed) names.push_back(column.name);
    }
    return names;
}

std::string_view label_of_key(const Figure& figure, std::string_view by, std::string_view key) {
    if (key.empty()) return "Chưa có thông tin";
    const Column* column = figure.subject->find(by);
    return column ? list_of(*column).label_of(key) : key;
}

}  // namespace figures
