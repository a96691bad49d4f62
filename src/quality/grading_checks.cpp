// SPDX-License-Identifier: AGPL-3.0-or-later
// Grades of members, and what they say against the rest of the file.
#include <algorithm>
#include <array>

#include "quality/check_groups.h"

namespace quality {
namespace {

using records::MemberGrade;
using records::NotGradedReason;

bool is_of_the_past(const YearGrade& grade, const MemberFile& file) {
    return base::last_day_of_year(grade.year) <= file.on;
}

void find_missing_grade(const MemberFile& file, Found& found) {
    if (!file.year_to_be_graded) return;
    const bool has_row = std::any_of(file.grades.begin(), file.grades.end(),
                                     [&](const YearGrade& grade) { return grade.year == *file.year_to_be_graded; });
    if (!has_row)
        found.add({.args = {std::to_string(*file.year_to_be_graded)},
                   .since = base::last_day_of_year(*file.year_to_be_graded)});
}

// Some record of these holds on some day of the year.
bool holds_in_year(const std::vector<schema::Record>& records, int year) {
    return std::any_of(records.begin(), records.end(), [&](const schema::Record& record) {
        const auto from = date_in(record, "valid_from"), to = date_in(record, "valid_to");
        return from->first_day() <= base::last_day_of_year(year) &&
               (!to || to->first_day() > base::first_day_of_year(year));
    });
}

void find_reason_without_record(const MemberFile& file, NotGradedReason reason,
                                const std::vector<schema::Record>& records, Found& found) {
    for (const auto& row : file.grades)
        if (is_of_the_past(row, file) && row.grade.not_graded_reason == reason && !holds_in_year(records, row.year))
            return found.add({.record = row.grade.id.value,
                              .value = std::string{schema::label_of(reason)},
                              .args = {std::to_string(row.year)}});
}

void find_stranger(const MemberFile& file, Found& found) {
    for (const auto& row : file.grades)
        if (is_of_the_past(row, file) && !file.home_on(base::last_day_of_year(row.year)))
            return found.add({.record = row.grade.id.value, .args = {std::to_string(row.year)}});
}

void find_other_cell(const MemberFile& file, Found& found) {
    for (const auto& row : file.grades) {
        const auto* home = is_of_the_past(row, file) ? file.home_on(base::last_day_of_year(row.year)) : nullptr;
        if (home && home->membership.cell_id != row.grade.cell_id)
            return found.add({.record = row.grade.id.value, .args = {std::to_string(row.year), home->cell_name}});
    }
}

void find_unstated_reason(const MemberFile& file, Found& found) {
    for (const auto& row : file.grades)
        if (is_of_the_past(row, file) && row.grade.not_graded_reason == NotGradedReason::not_stated)
            return found.add({.record = row.grade.id.value,
                              .value = std::string{schema::label_of(NotGradedReason::not_stated)},
                              .args = {std::to_string(row.year)}});
}

constexpr std::array table{
    Check{
        .code = "member_grade.missing",
        .severity = Severity::debt,
        .weight = 5,
        .label = "Chưa có kết quả xếp loại năm trước",
        .message = "Năm {0} không có mức xếp loại, cũng không ghi lý do chưa xếp loại",
        .meaning = "Đảng viên trong đảng số ngày 31/12 hoặc được xếp loại, hoặc có lý do; thiếu thì biểu 6 không khớp.",
        .remedy = "Ghi mức xếp loại theo kết luận của cấp ủy, hoặc chọn lý do chưa xếp loại.",
        .source = "Biểu 6-BTCTW",
        .type = &MemberGrade::type,
        .field = "grade",
        .of_member = find_missing_grade},
    Check{.code = "member_grade.exempt_without_exemption",
          .severity = Severity::error,
          .weight = 2,
          .label = "Chưa xếp loại vì miễn, nhưng không có quyết định miễn",
          .message = "Năm {0} chưa xếp loại vì được miễn sinh hoạt, nhưng hồ sơ không có lần miễn nào trong năm",
          .meaning = "Lý do chưa xếp loại phải có căn cứ trong hồ sơ.",
          .remedy = "Ghi quyết định miễn sinh hoạt, hoặc sửa lý do.",
          .source = "Biểu 6F-BTCTW, mục 3",
          .type = &MemberGrade::type,
          .field = "not_graded_reason",
          .of_member =
              [](const MemberFile& file, Found& found) {
                  find_reason_without_record(file, NotGradedReason::exempt, file.exemptions, found);
              }},
    Check{.code = "member_grade.suspended_without_suspension",
          .severity = Severity::error,
          .weight = 2,
          .label = "Chưa xếp loại vì đình chỉ, nhưng không có quyết định đình chỉ",
          .message = "Năm {0} chưa xếp loại vì bị đình chỉ, nhưng hồ sơ không có lần đình chỉ nào trong năm",
          .meaning = "Lý do chưa xếp loại phải có căn cứ trong hồ sơ.",
          .remedy = "Ghi quyết định đình chỉ sinh hoạt, hoặc sửa lý do.",
          .source = "Biểu 6F-BTCTW, mục 3",
          .type = &MemberGrade::type,
          .field = "not_graded_reason",
          .of_member =
              [](const MemberFile& file, Found& found) {
                  find_reason_without_record(file, NotGradedReason::suspended, file.suspensions, found);
              }},
    Check{.code = "member_grade.not_a_member",
          .severity = Severity::error,
          .weight = 2,
          .label = "Xếp loại người không có trong đảng số",
          .message = "Có kết quả xếp loại năm {0} nhưng ngày 31/12 năm ấy không thuộc chi bộ nào",
          .meaning = "Chỉ xếp loại đảng viên có trong đảng số ngày 31/12; thừa người thì tỷ lệ sai.",
          .remedy = "Xóa kết quả xếp loại, hoặc sửa ngày sinh hoạt.",
          .source = "Biểu 6-BTCTW",
          .type = &MemberGrade::type,
          .of_member = find_stranger},
    Check{.code = "member_grade.other_cell",
          .severity = Severity::error,
          .weight = 2,
          .label = "Xếp loại ở chi bộ khác",
          .message = "Kết quả năm {0} ghi ở chi bộ khác với {1}, nơi đảng viên sinh hoạt ngày 31/12",
          .meaning = "Kết quả được tính cho chi bộ có đảng viên ngày 31/12; ghi nhầm thì tỷ lệ của cả hai chi bộ sai.",
          .remedy = "Sửa chi bộ của kết quả xếp loại, hoặc ngày chuyển sinh hoạt.",
          .source = "Biểu 6-BTCTW",
          .type = &MemberGrade::type,
          .field = "cell_id",
          .of_member = find_other_cell},
    Check{.code = "member_grade.reason_not_stated",
          .severity = Severity::debt,
          .weight = 1,
          .label = "Chưa nêu lý do chưa xếp loại",
          .message = "Năm {0} chưa xếp loại mà không nêu lý do",
          .meaning = "Biểu 6F cần lý do của từng người chưa được xếp loại.",
          .remedy = "Chọn lý do: miễn sinh hoạt, đình chỉ, kết nạp chưa đủ 6 tháng, vắng mặt.",
          .source = "Biểu 6F-BTCTW, mục 3",
          .type = &MemberGrade::type,
          .field = "not_graded_reason",
          .of_member = find_unstated_reason},
};

}  // namespace

constinit const std::span<const Check> grading_checks{table};

}  // namespace quality
