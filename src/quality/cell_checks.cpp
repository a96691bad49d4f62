// SPDX-License-Identifier: AGPL-3.0-or-later
// How many members an organisation has, against its form (rules/organisation_size.h).
#include <algorithm>
#include <array>

#include "law/organisation.h"
#include "quality/check_groups.h"
#include "rules/organisation_size.h"

namespace quality {
namespace {

using records::OrganisationVersion;

// The refusal of the rule with that code, if it is among what the rule says of the day.
std::optional<base::Refusal> refusal_of(const OrganisationFile& file, std::string_view code) {
    const auto& version = file.version();
    const auto refusals = rules::examine_size({.name = version.name,
                                               .kind = version.kind,
                                               .members = file.members,
                                               .full_members = file.full_members,
                                               .has_superior_consent = !version.superior_consent.empty()},
                                              file.on);
    const auto found = std::find_if(refusals.begin(), refusals.end(),
                                    [&](const base::Refusal& refusal) { return refusal.code == code; });
    return found == refusals.end() ? std::nullopt : std::optional{*found};
}

void find_empty_cell(const OrganisationFile& file, Found& found) {
    const auto& version = file.version();
    if (records::is_cell(version.kind) && file.members == 0)
        found.add({.record = version.id.value, .since = file.fewer_full_members_since(1)});
}

void find_too_few(const OrganisationFile& file, Found& found) {
    if (file.members == 0) return;
    const auto refusal = refusal_of(file, "organisation.too_few_full_members");
    if (!refusal) return;
    const int least = law::organisation::cell_full_members_min.at(file.on).value;
    found.add({.record = file.version().id.value,
               .args = {refusal->args.at(1), refusal->args.at(2)},
               .since = file.fewer_full_members_since(least)});
}

void find_size(const OrganisationFile& file, std::string_view code, Found& found) {
    if (const auto refusal = refusal_of(file, code))
        found.add({.record = file.version().id.value, .args = {refusal->args.at(1), refusal->args.at(2)}});
}

constexpr std::array table{
    Check{.code = "cell.empty",
          .severity = Severity::error,
          .weight = 50,
          .label = "Chi bộ không có đảng viên",
          .message = "Chi bộ còn hoạt động mà không có đảng viên nào",
          .meaning = "Chi bộ không còn người vẫn được đếm trong số chi bộ.",
          .remedy = "Ghi giải thể, sáp nhập; hoặc ghi đảng viên của chi bộ.",
          .source = "Điều lệ Đảng (2011), Điều 21; 294-QĐ/TW, Điều 20.3",
          .type = &OrganisationVersion::type,
          .of_organisation = find_empty_cell},
    Check{.code = "cell.too_few_full_members",
          .severity = Severity::error,
          .weight = 20,
          .label = "Chi bộ dưới 3 đảng viên chính thức",
          .message = "Có {0} đảng viên chính thức, ít nhất phải có {1}",
          .meaning = "Chi bộ phải có ít nhất ba đảng viên chính thức; ít hơn thì không đủ điều kiện lập chi bộ.",
          .remedy = "Bổ sung đảng viên, hoặc đề nghị cấp trên ghép, giải thể chi bộ.",
          .source = "Điều lệ Đảng (2011), Điều 21; 294-QĐ/TW, Điều 20.3",
          .type = &OrganisationVersion::type,
          .of_organisation = find_too_few},
    Check{.code = "cell.too_large",
          .severity = Severity::debt,
          .weight = 5,
          .label = "Chi bộ trực thuộc quá 30 đảng viên",
          .message = "Có {0} đảng viên, quá {1} thì cần văn bản đồng ý của cấp trên",
          .meaning = "Từ 01/7/2025 chi bộ trực thuộc chỉ được quá 30 đảng viên khi cấp ủy cấp trên đồng ý.",
          .remedy = "Ghi số, ngày của văn bản đồng ý; chưa có thì đề nghị, hoặc chia chi bộ.",
          .source = "294-QĐ/TW, Điều 20.3.2",
          .type = &OrganisationVersion::type,
          .field = "superior_consent",
          .of_organisation = [](const OrganisationFile& file,
                                Found& found) { find_size(file, "organisation.cell_too_large", found); }},
    Check{.code = "organisation.too_small_for_party",
          .severity = Severity::debt,
          .weight = 5,
          .label = "Đảng bộ cơ sở dưới 30 đảng viên",
          .message = "Có {0} đảng viên, dưới {1} thì cần văn bản đồng ý của cấp trên",
          .meaning = "Đảng bộ cơ sở có từ 30 đảng viên; ít hơn phải được cấp ủy cấp trên đồng ý.",
          .remedy = "Ghi số, ngày của văn bản đồng ý; chưa có thì đề nghị, hoặc đổi thành chi bộ cơ sở.",
          .source = "Điều lệ Đảng (2011), Điều 21; 294-QĐ/TW, Điều 20.3.1",
          .type = &OrganisationVersion::type,
          .field = "superior_consent",
          .of_organisation = [](const OrganisationFile& file,
                                Found& found) { find_size(file, "organisation.too_small_for_party", found); }},
    Check{.code = "organisation.too_large_for_cell",
          .severity = Severity::debt,
          .weight = 5,
          .label = "Chi bộ cơ sở từ 30 đảng viên",
          .message = "Có {0} đảng viên, từ {1} thì lập đảng bộ cơ sở",
          .meaning = "Từ 30 đảng viên thì lập đảng bộ cơ sở, trừ khi cấp ủy cấp trên đồng ý khác.",
          .remedy = "Ghi số, ngày của văn bản đồng ý; chưa có thì đề nghị, hoặc đổi thành đảng bộ cơ sở.",
          .source = "Điều lệ Đảng (2011), Điều 21; 294-QĐ/TW, Điều 20.3.1",
          .type = &OrganisationVersion::type,
          .field = "superior_consent",
          .of_organisation = [](const OrganisationFile& file,
                                Found& found) { find_size(file, "organisation.too_large_for_cell", found); }},
};

}  // namespace

constinit const std::span<const Check> cell_checks{table};

}  // namespace quality
