// SPDX-License-Identifier: AGPL-3.0-or-later
// What is recorded of organisations: name, place in the tree, kind.
#include <array>

#include "quality/check_groups.h"
#include "quality/dummy.h"
#include "rules/organisation_tree.h"

namespace quality {
namespace {

using records::Organisation;
using records::OrganisationKind;
using records::OrganisationVersion;

// Below these there is always something above.
bool needs_superior(OrganisationKind kind) {
    return records::is_grassroots(kind) || records::is_cell(kind) || kind == OrganisationKind::section_party ||
           kind == OrganisationKind::group;
}

rules::OrganisationNode node_of(const OrganisationVersion& version) {
    return {.id = version.organisation_id,
            .code = {},
            .name = version.name,
            .kind = version.kind,
            .unit_type = version.unit_type,
            .superior = version.superior_id,
            .has_superior_consent = !version.superior_consent.empty()};
}

void find_missing_name(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (is_dummy_text(version.name)) found.add({.record = version.id.value, .value = version.name});
}

void find_twin(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (!file.twin_code.empty())
        found.add({.record = version.id.value, .value = version.name, .args = {file.twin_code}});
}

void find_missing_superior(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (needs_superior(version.kind) && !version.superior_id)
        found.add({.record = version.id.value, .args = {std::string{schema::label_of(version.kind)}}});
}

void find_ended_superior(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (file.superior && file.superior_ended_on && *file.superior_ended_on <= file.on)
        found.add({.record = version.id.value,
                   .value = file.superior->name,
                   .args = {file.superior->name, base::to_vietnamese(*file.superior_ended_on)},
                   .since = std::max(*file.superior_ended_on, version.valid_from)});
}

void find_wrong_level(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (!file.superior || (file.superior_ended_on && *file.superior_ended_on <= file.on)) return;
    if (rules::examine_level(node_of(version), node_of(*file.superior), file.on))
        found.add({.record = version.id.value,
                   .value = file.superior->name,
                   .args = {std::string{schema::label_of(version.kind)},
                            std::string{schema::label_of(file.superior->kind)}}});
}

void find_missing_unit_type(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (records::is_grassroots(version.kind) && version.unit_type.empty()) found.add({.record = version.id.value});
}

void find_unneeded_unit_type(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (!records::is_grassroots(version.kind) && !version.unit_type.empty())
        found.add({.record = version.id.value,
                   .value = std::string{records::unit_types.label_of(version.unit_type)},
                   .args = {std::string{schema::label_of(version.kind)}}});
}

void find_late_founding(const OrganisationFile& file, Found& found) {
    const auto& founded = file.organisation.founded_on;
    if (founded && founded->first_day() > file.versions.front().valid_from)
        found.add({.record = file.organisation.id.value,
                   .value = base::to_vietnamese(*founded),
                   .args = {base::to_vietnamese(*founded), base::to_vietnamese(file.versions.front().valid_from)}});
}

void find_version_gap(const OrganisationFile& file, Found& found) {
    for (std::size_t i = 1; i < file.versions.size(); ++i) {
        const auto &before = file.versions[i - 1], &after = file.versions[i];
        if (before.valid_to && *before.valid_to == after.valid_from) continue;
        return found.add({.record = after.id.value,
                          .value = base::to_vietnamese(after.valid_from),
                          .args = {base::to_vietnamese(after.valid_from)}});
    }
}

void find_missing_grade(const OrganisationFile& file, Found& found) {
    if (!records::is_grassroots(file.version().kind) || !file.year_to_be_graded || file.has_grade_row) return;
    found.add(
        {.args = {std::to_string(*file.year_to_be_graded)}, .since = base::last_day_of_year(*file.year_to_be_graded)});
}

constexpr std::array table{
    Check{.code = "organisation_version.name_missing",
          .severity = Severity::debt,
          .weight = 20,
          .label = "Thiếu tên tổ chức",
          .message = "Tên tổ chức ghi cho có",
          .meaning = "Không có tên thì không ai biết đảng viên đang sinh hoạt ở đâu.",
          .remedy = "Ghi tên theo quyết định thành lập.",
          .type = &OrganisationVersion::type,
          .field = "name",
          .of_organisation = find_missing_name},
    Check{.code = "organisation_version.name_twice",
          .severity = Severity::error,
          .weight = 5,
          .label = "Hai tổ chức cùng tên, cùng cấp trên",
          .message = "Trùng tên với {0} cùng cấp trên trực tiếp",
          .meaning = "Một tổ chức được lập hai lần, hoặc hai tổ chức không phân biệt được trên báo cáo.",
          .remedy = "Nếu là một thì chuyển đảng viên về một tổ chức; nếu là hai thì ghi tên cho khác nhau.",
          .type = &OrganisationVersion::type,
          .field = "name",
          .of_organisation = find_twin},
    Check{.code = "organisation_version.superior_missing",
          .severity = Severity::error,
          .weight = 20,
          .label = "Không có cấp trên trực tiếp",
          .message = "{0} mà không ghi cấp trên trực tiếp",
          .meaning = "Tổ chức không có cấp trên rơi khỏi số liệu của mọi đảng bộ.",
          .remedy = "Ghi cấp trên trực tiếp theo quyết định.",
          .source = "Điều lệ Đảng (2011), Điều 10",
          .type = &OrganisationVersion::type,
          .field = "superior_id",
          .of_organisation = find_missing_superior},
    Check{.code = "organisation_version.superior_ended",
          .severity = Severity::error,
          .weight = 20,
          .label = "Cấp trên đã kết thúc",
          .message = "Cấp trên trực tiếp {0} đã kết thúc từ {1}",
          .meaning = "Không tổ chức nào trực thuộc một tổ chức không còn; số liệu không cộng được lên trên.",
          .remedy = "Ghi chuyển trực thuộc về tổ chức kế thừa.",
          .source = "294-QĐ/TW, Điều 10.5",
          .type = &OrganisationVersion::type,
          .field = "superior_id",
          .of_organisation = find_ended_superior},
    Check{.code = "organisation_version.wrong_level",
          .severity = Severity::error,
          .weight = 10,
          .label = "Trực thuộc sai cấp",
          .message = "{0} không thể trực thuộc {1}",
          .meaning = "Loại hình của tổ chức không hợp với loại hình của cấp trên trực tiếp.",
          .remedy = "Xem lại loại hình và cấp trên trực tiếp.",
          .source = "Điều lệ Đảng (2011), Điều 10; 294-QĐ/TW, Điều 20",
          .type = &OrganisationVersion::type,
          .field = "superior_id",
          .of_organisation = find_wrong_level},
    Check{.code = "organisation_version.unit_type_missing",
          .severity = Severity::debt,
          .weight = 5,
          .label = "Thiếu loại hình đơn vị cơ sở",
          .message = "Tổ chức cơ sở đảng chưa ghi loại hình đơn vị cơ sở",
          .meaning = "Biểu 5 thống kê tổ chức cơ sở đảng theo loại hình đơn vị.",
          .remedy = "Chọn loại hình: phường, cơ quan, đơn vị sự nghiệp, doanh nghiệp …",
          .source = "Biểu 5-BTCTW",
          .type = &OrganisationVersion::type,
          .field = "unit_type",
          .of_organisation = find_missing_unit_type},
    Check{.code = "organisation_version.unit_type_unneeded",
          .severity = Severity::error,
          .weight = 2,
          .label = "Loại hình đơn vị ghi thừa",
          .message = "{0} không phải tổ chức cơ sở đảng mà ghi loại hình đơn vị cơ sở",
          .meaning = "Biểu 5 chỉ đếm tổ chức cơ sở đảng; ghi thừa thì đếm thừa.",
          .remedy = "Bỏ trống loại hình đơn vị cơ sở, hoặc sửa loại hình tổ chức.",
          .source = "Biểu 5-BTCTW",
          .type = &OrganisationVersion::type,
          .field = "unit_type",
          .of_organisation = find_unneeded_unit_type},
    Check{.code = "organisation.founded_after_start",
          .severity = Severity::error,
          .weight = 3,
          .label = "Thành lập sau khi đã hoạt động",
          .message = "Ngày thành lập {0} sau ngày bắt đầu hoạt động {1}",
          .meaning = "Một trong hai ngày ghi sai.",
          .remedy = "Đối chiếu quyết định thành lập, sửa ngày sai.",
          .type = &Organisation::type,
          .field = "founded_on",
          .of_organisation = find_late_founding},
    Check{.code = "organisation_version.period_gap",
          .severity = Severity::error,
          .weight = 5,
          .label = "Thông tin tổ chức đứt đoạn hoặc chồng nhau",
          .message = "Đoạn thông tin tổ chức từ {0} không nối liền với đoạn trước",
          .meaning = "Có ngày tổ chức không có tên, không có cấp trên, hoặc có hai.",
          .remedy = "Sửa “từ ngày”, “đến trước ngày” để các đoạn nối liền nhau.",
          .type = &OrganisationVersion::type,
          .field = "valid_from",
          .of_organisation = find_version_gap},
    Check{.code = "organisation_grade.missing",
          .severity = Severity::debt,
          .weight = 5,
          .label = "Tổ chức cơ sở đảng chưa có kết quả xếp loại",
          .message = "Năm {0} không có mức xếp loại, cũng không ghi lý do chưa xếp loại",
          .meaning = "Tổ chức cơ sở đảng được xếp loại hằng năm; thiếu thì báo cáo cuối năm không khớp.",
          .remedy = "Ghi mức xếp loại theo quyết định, hoặc lý do chưa xếp loại.",
          .source = "Biểu 6-BTCTW",
          .type = &records::OrganisationGrade::type,
          .field = "grade",
          .of_organisation = find_missing_grade},
};

}  // namespace

constinit const std::span<const Check> organisation_checks{table};

}  // namespace quality
