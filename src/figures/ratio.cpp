// SPDX-License-Identifier: AGPL-3.0-or-later
#include "figures/ratio.h"

#include "base/number_format.h"

namespace figures {
namespace {

constexpr Share graded_members{"members.graded"};
constexpr Share good_members{"members.good_or_better"};
constexpr Share grassroots{"grassroots_organisations"};
constexpr Share good_grassroots{"grassroots_organisations.good_or_better"};

constexpr Share members_with(std::string_view grade) { return {"members.graded", "grade", grade}; }
constexpr Share grassroots_with(std::string_view grade) { return {"grassroots_organisations.graded", "grade", grade}; }

constexpr std::string_view of_members = "trên tổng số đảng viên được xếp loại";
constexpr std::string_view of_grassroots = "trên tổng số tổ chức cơ sở đảng";

// clang-format off
constexpr Ratio table[] = {
    // name                                           label                                                 numerator                         denominator     base           decimals
    {"members.excellent_share",                       "Đảng viên hoàn thành xuất sắc nhiệm vụ",             members_with("excellent"),        graded_members, of_members,    1},
    {"members.good_share",                            "Đảng viên hoàn thành tốt nhiệm vụ",                  members_with("good"),             graded_members, of_members,    1},
    {"members.completed_share",                       "Đảng viên hoàn thành nhiệm vụ",                      members_with("completed"),        graded_members, of_members,    1},
    {"members.not_completed_share",                   "Đảng viên không hoàn thành nhiệm vụ",                members_with("not_completed"),    graded_members, of_members,    1},
    {"members.good_or_better_share",                  "Đảng viên hoàn thành tốt nhiệm vụ trở lên",          good_members,                     graded_members, of_members,    1},
    {"grassroots_organisations.excellent_share",      "Tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ",    grassroots_with("excellent"),     grassroots,     of_grassroots, 1},
    {"grassroots_organisations.good_share",           "Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ",         grassroots_with("good"),          grassroots,     of_grassroots, 1},
    {"grassroots_organisations.completed_share",      "Tổ chức cơ sở đảng hoàn thành nhiệm vụ",             grassroots_with("completed"),     grassroots,     of_grassroots, 1},
    {"grassroots_organisations.not_completed_share",  "Tổ chức cơ sở đảng không hoàn thành nhiệm vụ",       grassroots_with("not_completed"), grassroots,     of_grassroots, 1},
    {"grassroots_organisations.good_or_better_share", "Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên", good_grassroots,                  grassroots,     of_grassroots, 1},
};
// clang-format on

}  // namespace

std::span<const Ratio> ratios() { return table; }

const Ratio* find_ratio(std::string_view name) {
    for (const auto& ratio : table)
        if (ratio.name == name) return &ratio;
    return nullptr;
}

std::string to_text(const Ratio& ratio, std::int64_t numerator, std::int64_t denominator) {
    return base::format_percent(numerator, denominator, ratio.decimals);
}

}  // namespace figures
