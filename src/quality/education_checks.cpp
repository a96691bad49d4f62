// SPDX-License-Identifier: AGPL-3.0-or-later
// Occupation and education.
#include <algorithm>
#include <array>

#include "quality/check_groups.h"
#include "quality/dummy.h"
#include "records/lists.h"

namespace quality {
namespace {

using records::PersonVersion;

std::size_t level(const schema::CodeList& list, std::string_view code) { return list.index_of(code).value_or(0); }

// Cao đẳng and above.
bool has_field_of_study(const PersonVersion& version) {
    const auto& list = records::professional_education_levels;
    return !version.professional_education.empty() &&
           level(list, version.professional_education) >= level(list, "college");
}

void find_missing_occupation(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && version->occupation.empty()) found.add({.record = version->id.value});
}

void find_missing_general_education(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && version->general_education.empty()) found.add({.record = version->id.value});
}

void find_missing_field(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && has_field_of_study(*version) && is_dummy_text(version->professional_field))
        found.add(
            {.record = version->id.value,
             .value = version->professional_field,
             .args = {std::string{records::professional_education_levels.label_of(version->professional_education)}}});
}

void find_too_little_school(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (!version || version->general_education.empty() || version->general_education == "upper_secondary") return;
    if (has_field_of_study(*version))
        found.add(
            {.record = version->id.value,
             .value = std::string{records::general_education_levels.label_of(version->general_education)},
             .args = {std::string{records::professional_education_levels.label_of(version->professional_education)},
                      std::string{records::general_education_levels.label_of(version->general_education)}}});
}

void find_title_without_degree(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && !version->academic_title.empty() && version->professional_education != "doctor")
        found.add({.record = version->id.value,
                   .value = std::string{records::academic_titles.label_of(version->academic_title)},
                   .args = {std::string{records::academic_titles.label_of(version->academic_title)}}});
}

constexpr std::array table{
    Check{.code = "person_version.occupation_missing",
          .severity = Severity::debt,
          .weight = 3,
          .label = "Thiếu nghề nghiệp",
          .message = "Chưa ghi nghề nghiệp hiện nay",
          .meaning = "Biểu 3 thống kê đảng viên theo nghề nghiệp; người không ghi làm tổng của biểu không khớp.",
          .remedy = "Chọn nghề nghiệp hiện nay, người nghỉ hưu chọn “Nghỉ hưu, nghỉ công tác”.",
          .source = "Biểu 3-BTCTW, II.1; 2-HSĐV, mục 11",
          .type = &PersonVersion::type,
          .field = "occupation",
          .of_member = find_missing_occupation},
    Check{.code = "person_version.general_education_missing",
          .severity = Severity::debt,
          .weight = 3,
          .label = "Thiếu trình độ giáo dục phổ thông",
          .message = "Chưa ghi trình độ giáo dục phổ thông",
          .meaning = "Biểu 3 thống kê theo trình độ phổ thông; người không ghi làm tổng của biểu không khớp.",
          .remedy = "Chọn cấp học cao nhất đã học xong.",
          .source = "Biểu 3-BTCTW; 2-HSĐV, mục 17",
          .type = &PersonVersion::type,
          .field = "general_education",
          .of_member = find_missing_general_education},
    Check{.code = "person_version.professional_field_missing",
          .severity = Severity::debt,
          .weight = 1,
          .label = "Thiếu chuyên ngành",
          .message = "Trình độ {0} nhưng chưa ghi chuyên ngành",
          .meaning = "Không có chuyên ngành thì không tra được người để bố trí, quy hoạch.",
          .remedy = "Ghi ngành học theo bằng.",
          .source = "2-HSĐV, mục 17",
          .type = &PersonVersion::type,
          .field = "professional_field",
          .of_member = find_missing_field},
    Check{.code = "person_version.education_order",
          .severity = Severity::note,
          .label = "Trình độ phổ thông thấp hơn chuyên môn",
          .message = "Chuyên môn {0} nhưng giáo dục phổ thông mới ghi {1}",
          .meaning = "Học cao đẳng, đại học phải xong trung học phổ thông; thường do mục phổ thông chưa cập nhật.",
          .remedy = "Xem lại hai mục trình độ.",
          .source = "2-HSĐV, mục 17",
          .type = &PersonVersion::type,
          .field = "general_education",
          .of_member = find_too_little_school},
    Check{.code = "person_version.academic_title_without_doctor",
          .severity = Severity::note,
          .label = "Có học hàm mà chưa là tiến sĩ",
          .message = "Học hàm {0} nhưng trình độ chuyên môn không phải tiến sĩ",
          .meaning = "Giáo sư, phó giáo sư thường là tiến sĩ; trình độ chuyên môn có thể chưa cập nhật.",
          .remedy = "Xem lại học hàm và trình độ chuyên môn.",
          .source = "2-HSĐV, mục 17",
          .type = &PersonVersion::type,
          .field = "academic_title",
          .of_member = find_title_without_degree},
};

}  // namespace

constinit const std::span<const Check> education_checks{table};

}  // namespace quality
