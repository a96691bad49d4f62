// SPDX-License-Identifier: AGPL-3.0-or-later
#include "figures/identity.h"

#include <algorithm>

namespace figures {
namespace {

constexpr Term plus(std::string_view figure, std::string_view by = {}) { return {+1, figure, by}; }
constexpr Term minus(std::string_view figure) { return {-1, figure, {}}; }

constexpr Term members = plus("members");
constexpr Term organisations = plus("organisations");
constexpr Term grassroots = plus("grassroots_organisations");

// clang-format off
constexpr std::array table{
    //       name                             label                                                                                sum                                                                                         equals
    Identity{"members.flow",                  "Đảng viên đầu kỳ + tăng − giảm = đảng viên cuối kỳ",                                {plus("members.at_start"), plus("members.entered"), minus("members.left")},                  members},
    Identity{"members.all_in_grading",        "Được xếp loại + chưa xếp loại + chưa có kết quả = đảng viên cuối năm",              {plus("members.graded"), plus("members.not_graded"), plus("members.grade_missing")},         members},
    Identity{"members.none_missing",          "Không còn đảng viên chưa có kết quả xếp loại",                                      {plus("members.grade_missing")}},
    Identity{"grassroots.all_in_grading",     "Được xếp loại + chưa xếp loại + chưa có kết quả = tổ chức cơ sở đảng cuối năm",     {plus("grassroots_organisations.graded"), plus("grassroots_organisations.not_graded"), plus("grassroots_organisations.grade_missing")}, grassroots},
    Identity{"grassroots.none_missing",       "Không còn tổ chức cơ sở đảng chưa có kết quả xếp loại",                             {plus("grassroots_organisations.grade_missing")}},
    Identity{"members.by_organisation",       "Tổng đảng viên của các tổ chức trực thuộc = tổng số đảng viên",                     {plus("members", "organisation")},                                                           members},
    Identity{"members.by_cell",               "Tổng đảng viên của các chi bộ = tổng số đảng viên",                                 {plus("members", "cell")},                                                                   members},
    Identity{"members.by_sex",                "Tổng đảng viên theo giới tính = tổng số đảng viên",                                 {plus("members", "sex")},                                                                    members},
    Identity{"members.by_age_band",           "Tổng đảng viên theo độ tuổi = tổng số đảng viên",                                   {plus("members", "age_band")},                                                               members},
    Identity{"members.by_ethnicity",          "Tổng đảng viên theo dân tộc = tổng số đảng viên",                                   {plus("members", "ethnicity")},                                                              members},
    Identity{"members.by_occupation",         "Tổng đảng viên theo nghề nghiệp = tổng số đảng viên",                               {plus("members", "occupation")},                                                             members},
    Identity{"organisations.by_organisation", "Tổng tổ chức đảng của các tổ chức trực thuộc = tổng số tổ chức đảng",               {plus("organisations", "organisation")},                                                     organisations},
    Identity{"organisations.by_kind",         "Tổng tổ chức đảng theo loại hình = tổng số tổ chức đảng",                           {plus("organisations", "kind")},                                                             organisations},
    Identity{"grassroots.by_unit_type",       "Tổng tổ chức cơ sở đảng theo loại hình đơn vị = tổng số tổ chức cơ sở đảng",        {plus("grassroots_organisations", "unit_type")},                                             grassroots},
};
// clang-format on

}  // namespace

std::span<const Term> Identity::terms() const {
    const auto end = std::find_if(sum.begin(), sum.end(), [](const Term& term) { return term.sign == 0; });
    return {sum.begin(), end};
}

std::span<const Identity> identities() { return table; }

Sides evaluate(const Identity& identity, const std::function<std::int64_t(const Term&)>& value_of) {
    Sides sides;
    for (const auto& term : identity.terms()) sides.sum += term.sign * value_of(term);
    if (identity.equals.sign != 0) sides.equals = identity.equals.sign * value_of(identity.equals);
    return sides;
}

}  // namespace figures
