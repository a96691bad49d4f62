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
constexpr Identity table[] = {
    {"members.flow", "Đảng viên đầu kỳ + tăng − giảm = đảng viên cuối kỳ",
     {plus("members.at_start"), plus("members.entered"), minus("members.left")}, members},

    {"members.all_in_grading", "Được xếp loại + chưa xếp loại + chưa có kết quả = đảng viên cuối năm",
     {plus("members.graded"), plus("members.not_graded"), plus("members.grade_missing")}, members},
    {"members.none_missing", "Không còn đảng viên chưa có kết quả xếp loại",
     {plus("members.grade_missing")}},

    {"grassroots.all_in_grading", "Được xếp loại + chưa xếp loại + chưa có kết quả = tổ chức cơ sở đảng cuối năm",
     {plus("grassroots_organisations.graded"), plus("grassroots_organisations.not_graded"),
      plus("grassroots_organisations.grade_missing")}, grassroots},
    {"grassroots.none_missing", "Không còn tổ chức cơ sở đảng chưa có kết quả xếp loại",
     {plus("grassroots_organisations.grade_missing")}},

    {"members.by_organisation", "Đảng viên của các tổ chức trực thuộc cộng lại = tổng số đảng viên",
     {plus("members", "organisation")}, members},
    {"members.by_cell", "Đảng viên của các chi bộ cộng lại = tổng số đảng viên",
     {plus("members", "cell")}, members},
    {"members.by_sex", "Đảng viên theo giới tính cộng lại = tổng số đảng viên",
     {plus("members", "sex")}, members},
    {"members.by_age_band", "Đảng viên theo độ tuổi cộng lại = tổng số đảng viên",
     {plus("members", "age_band")}, members},
    {"members.by_ethnicity", "Đảng viên theo dân tộc cộng lại = tổng số đảng viên",
     {plus("members", "ethnicity")}, members},
    {"members.by_occupation", "Đảng viên theo nghề nghiệp cộng lại = tổng số đảng viên",
     {plus("members", "occupation")}, members},

    {"organisations.by_organisation", "Tổ chức đảng của các tổ chức trực thuộc cộng lại = tổng số tổ chức đảng",
     {plus("organisations", "organisation")}, organisations},
    {"organisations.by_kind", "Tổ chức đảng theo loại hình cộng lại = tổng số tổ chức đảng",
     {plus("organisations", "kind")}, organisations},
    {"grassroots.by_unit_type", "Tổ chức cơ sở đảng theo loại hình đơn vị cộng lại = tổng số tổ chức cơ sở đảng",
     {plus("grassroots_organisations", "unit_type")}, grassroots},
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
