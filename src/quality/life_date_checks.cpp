// SPDX-License-Identifier: AGPL-3.0-or-later
// The order of the days of a member's life, and those that are missing.
#include <algorithm>
#include <array>

#include "law/admission.h"
#include "quality/check_groups.h"
#include "quality/dummy.h"
#include "rules/admission_age.h"
#include "rules/import_member_dates.h"

namespace quality {
namespace {

using records::PartyMember;
using records::Person;
using rules::MemberDate;

// Ngày thành lập Đảng: nobody was admitted before.
constexpr base::Date party_founded_on = base::date(1930, 2, 3);

std::optional<base::PartialDate> known(std::optional<base::PartialDate> date) {
    return date && !is_dummy_date(*date) ? date : std::nullopt;
}

bool contradict(const MemberFile& file, MemberDate earlier, MemberDate later) {
    rules::MemberDates dates{};
    const auto put = [&](MemberDate of, std::optional<base::PartialDate> date) {
        dates[static_cast<std::size_t>(of)] = known(date);
    };
    put(MemberDate::born_on, file.person.born_on);
    put(MemberDate::youth_union_joined_on, file.person.youth_union_joined_on);
    put(MemberDate::admission_decided_on, file.member.admission_decided_on);
    put(MemberDate::ceremony_on, file.member.ceremony_on);
    put(MemberDate::recognised_on, file.member.recognised_on);
    const auto conflicts = rules::find_date_conflicts(dates);
    return std::find(conflicts.begin(), conflicts.end(), rules::DateConflict{earlier, later}) != conflicts.end();
}

void find_union_before_birth(const MemberFile& file, Found& found) {
    if (contradict(file, MemberDate::born_on, MemberDate::youth_union_joined_on))
        found.add({.record = file.person.id.value, .value = base::to_vietnamese(*file.person.youth_union_joined_on)});
}

void find_union_after_admission(const MemberFile& file, Found& found) {
    if (contradict(file, MemberDate::youth_union_joined_on, MemberDate::admission_decided_on) ||
        contradict(file, MemberDate::youth_union_joined_on, MemberDate::ceremony_on))
        found.add({.record = file.person.id.value,
                   .value = base::to_vietnamese(*file.person.youth_union_joined_on),
                   .args = {base::to_vietnamese(file.member.ceremony_on)}});
}

void find_recruited_before_birth(const MemberFile& file, Found& found) {
    const auto recruited = known(file.person.recruited_on), born = known(file.person.born_on);
    if (recruited && born && recruited->last_day() <= born->first_day())
        found.add({.record = file.person.id.value, .value = base::to_vietnamese(*recruited)});
}

void find_before_party(const MemberFile& file, Found& found) {
    if (file.member.ceremony_on < party_founded_on)
        found.add({.record = file.member.id.value, .value = base::to_vietnamese(file.member.ceremony_on)});
}

void find_decision_after_ceremony(const MemberFile& file, Found& found) {
    if (contradict(file, MemberDate::admission_decided_on, MemberDate::ceremony_on))
        found.add({.record = file.member.id.value,
                   .value = base::to_vietnamese(*file.member.admission_decided_on),
                   .args = {base::to_vietnamese(*file.member.admission_decided_on),
                            base::to_vietnamese(file.member.ceremony_on)}});
}

void find_too_young(const MemberFile& file, Found& found) {
    if (is_dummy_date(file.person.born_on) || file.member.ceremony_on < party_founded_on) return;
    const auto admitted = file.member.admission_decided_on.value_or(file.member.ceremony_on);
    if (const auto young = rules::too_young_to_admit(file.person.born_on, admitted))
        found.add({.record = file.member.id.value,
                   .value = base::to_vietnamese(admitted),
                   .args = {std::to_string(std::max(0, young->age_months / 12))}});
}

void find_missing_decision_day(const MemberFile& file, Found& found) {
    if (!file.member.admission_decided_on) found.add({.record = file.member.id.value});
}

void find_missing_decision_number(const MemberFile& file, Found& found) {
    const auto& number = file.member.admission_decision_number;
    if (is_dummy_text(number)) found.add({.record = file.member.id.value, .value = number});
}

void find_missing_recognition(const MemberFile& file, Found& found) {
    const auto* home = file.home_on(file.on);
    if (!file.member.recognised_on && home && home->membership.status == records::MembershipStatus::full)
        found.add({.record = file.member.id.value});
}

// The end of the probation by the rule of the day of the ceremony; nothing before the first text that we know.
std::optional<base::Date> end_of_probation(const PartyMember& member) {
    const auto& months = law::admission::probation_months;
    if (!months.is_in_force(member.ceremony_on)) return {};
    return base::add_months(member.ceremony_on, months.at(member.ceremony_on).value);
}

void find_recognition_before_ceremony(const MemberFile& file, Found& found) {
    if (contradict(file, MemberDate::ceremony_on, MemberDate::recognised_on))
        found.add(
            {.record = file.member.id.value,
             .value = base::to_vietnamese(*file.member.recognised_on),
             .args = {base::to_vietnamese(*file.member.recognised_on), base::to_vietnamese(file.member.ceremony_on)}});
}

void find_early_recognition(const MemberFile& file, Found& found) {
    const auto& day = file.member.recognised_on;
    const auto end = end_of_probation(file.member);
    if (day && end && *day >= file.member.ceremony_on && *day < *end)
        found.add(
            {.record = file.member.id.value, .value = base::to_vietnamese(*day), .args = {base::to_vietnamese(*end)}});
}

void find_late_recognition(const MemberFile& file, Found& found) {
    const auto& day = file.member.recognised_on;
    const auto end = end_of_probation(file.member);
    if (day && end && *day > *end)
        found.add(
            {.record = file.member.id.value, .value = base::to_vietnamese(*day), .args = {base::to_vietnamese(*end)}});
}

void find_overdue_probation(const MemberFile& file, Found& found) {
    const auto& months = law::admission::probation_months;
    const auto* home = file.home_on(file.on);
    const bool is_recognised = file.member.recognised_on && *file.member.recognised_on <= file.on;
    if (is_recognised || !home || home->membership.status != records::MembershipStatus::probationary) return;
    if (!months.is_in_force(file.on) || file.member.ceremony_on < party_founded_on) return;
    const auto end = base::add_months(file.member.ceremony_on, months.at(file.on).value);
    if (end < file.on) found.add({.record = file.member.id.value, .args = {base::to_vietnamese(end)}, .since = end});
}

constexpr std::string_view probation_source = "Điều lệ Đảng (2011), Điều 5.1; 06-HD/TW, mục 4.2";

constexpr std::array table{
    Check{.code = "person.youth_union_before_birth",
          .severity = Severity::error,
          .weight = 3,
          .label = "Vào Đoàn trước khi sinh",
          .message = "Ngày vào Đoàn không sau ngày sinh",
          .meaning = "Một trong hai ngày ghi sai.",
          .remedy = "Đối chiếu lý lịch, sửa ngày sai.",
          .source = "2-HSĐV, mục 4, 14",
          .type = &Person::type,
          .field = "youth_union_joined_on",
          .of_member = find_union_before_birth},
    Check{.code = "person.youth_union_after_admission",
          .severity = Severity::error,
          .weight = 3,
          .label = "Vào Đoàn sau khi vào Đảng",
          .message = "Ngày vào Đoàn sau khi đã kết nạp Đảng ({0})",
          .meaning = "Thường do ghi nhầm ngày vào Đoàn với ngày vào Đảng.",
          .remedy = "Đối chiếu lý lịch, sửa ngày sai.",
          .source = "2-HSĐV, mục 12, 14",
          .type = &Person::type,
          .field = "youth_union_joined_on",
          .of_member = find_union_after_admission},
    Check{.code = "person.recruited_before_birth",
          .severity = Severity::error,
          .weight = 2,
          .label = "Tuyển dụng trước khi sinh",
          .message = "Ngày được tuyển dụng không sau ngày sinh",
          .meaning = "Một trong hai ngày ghi sai.",
          .remedy = "Đối chiếu quyết định tuyển dụng, sửa ngày sai.",
          .source = "2-HSĐV, mục 4, 13",
          .type = &Person::type,
          .field = "recruited_on",
          .of_member = find_recruited_before_birth},
    Check{.code = "party_member.ceremony_before_party",
          .severity = Severity::error,
          .weight = 8,
          .label = "Ngày vào Đảng trước khi có Đảng",
          .message = "Ngày vào Đảng trước 03/02/1930",
          .meaning = "Ngày giả do máy tự điền, hoặc gõ nhầm năm; tuổi đảng và huy hiệu tính theo đó đều sai.",
          .remedy = "Ghi ngày vào Đảng theo thẻ, lý lịch.",
          .source = "2-HSĐV, mục 12",
          .type = &PartyMember::type,
          .field = "ceremony_on",
          .of_member = find_before_party},
    Check{.code = "party_member.decision_after_ceremony",
          .severity = Severity::error,
          .weight = 6,
          .label = "Quyết định kết nạp sau lễ kết nạp",
          .message = "Quyết định kết nạp ngày {0}, sau ngày vào Đảng {1}",
          .meaning = "Lễ kết nạp chỉ tổ chức sau khi có quyết định; một trong hai ngày ghi sai.",
          .remedy = "Đối chiếu quyết định kết nạp và thẻ đảng viên, sửa ngày sai.",
          .source = "294-QĐ/TW, Điều 4.5.1",
          .type = &PartyMember::type,
          .field = "admission_decided_on",
          .of_member = find_decision_after_ceremony},
    Check{.code = "party_member.admitted_too_young",
          .severity = Severity::error,
          .weight = 6,
          .label = "Kết nạp khi chưa đủ 18 tuổi",
          .message = "Theo ngày sinh thì khi kết nạp mới {0} tuổi",
          .meaning = "Người vào Đảng phải đủ 18 tuổi đời, tính theo tháng; ngày sinh hoặc ngày kết nạp ghi sai.",
          .remedy = "Đối chiếu lý lịch khi kết nạp, sửa ngày sai.",
          .source = "Điều lệ Đảng (2011), Điều 1.2; 294-QĐ/TW, Điều 1.1.1",
          .type = &PartyMember::type,
          .field = "ceremony_on",
          .of_member = find_too_young},
    Check{.code = "party_member.admission_decided_on_missing",
          .severity = Severity::debt,
          .weight = 4,
          .label = "Thiếu ngày quyết định kết nạp",
          .message = "Chưa ghi ngày quyết định kết nạp",
          .meaning = "Tuổi đảng tính từ ngày quyết định kết nạp, không phải từ ngày tổ chức lễ.",
          .remedy = "Ghi theo quyết định trong hồ sơ; không còn quyết định thì ghi theo xác nhận của cấp ủy.",
          .source = "294-QĐ/TW, Điều 4.5.1",
          .type = &PartyMember::type,
          .field = "admission_decided_on",
          .of_member = find_missing_decision_day},
    Check{.code = "party_member.admission_decision_number_missing",
          .severity = Severity::debt,
          .weight = 2,
          .label = "Thiếu số quyết định kết nạp",
          .message = "Chưa ghi số quyết định kết nạp, hoặc ghi cho có",
          .meaning = "Không có số quyết định thì không tìm lại được văn bản khi cần chứng minh tuổi đảng.",
          .remedy = "Ghi số, ký hiệu của quyết định trong hồ sơ.",
          .source = "2-HSĐV, mục 12",
          .type = &PartyMember::type,
          .field = "admission_decision_number",
          .of_member = find_missing_decision_number},
    Check{.code = "party_member.recognised_on_missing",
          .severity = Severity::debt,
          .weight = 6,
          .label = "Thiếu ngày chính thức",
          .message = "Là đảng viên chính thức nhưng chưa ghi ngày chính thức",
          .meaning = "Mục bắt buộc với đảng viên chính thức.",
          .remedy = "Ghi ngày chính thức theo quyết định công nhận, thẻ đảng viên.",
          .source = "2-HSĐV, mục 12; mẫu chuẩn hóa CSDL đảng viên 2025",
          .type = &PartyMember::type,
          .field = "recognised_on",
          .of_member = find_missing_recognition},
    Check{.code = "party_member.recognised_before_ceremony",
          .severity = Severity::error,
          .weight = 6,
          .label = "Chính thức trước khi kết nạp",
          .message = "Ngày chính thức {0} trước ngày vào Đảng {1}",
          .meaning = "Một trong hai ngày ghi sai, hoặc bị ghi đổi chỗ cho nhau.",
          .remedy = "Đối chiếu thẻ đảng viên, sửa ngày sai.",
          .source = "2-HSĐV, mục 12",
          .type = &PartyMember::type,
          .field = "recognised_on",
          .of_member = find_recognition_before_ceremony},
    Check{.code = "party_member.recognised_too_early",
          .severity = Severity::error,
          .weight = 6,
          .label = "Chính thức trước khi hết dự bị",
          .message = "Ngày chính thức trước {0}, ngày hết 12 tháng dự bị",
          .meaning = "Thời gian dự bị là 12 tháng kể từ ngày tổ chức lễ kết nạp; không ai được công nhận sớm hơn.",
          .remedy = "Đối chiếu quyết định công nhận, sửa ngày vào Đảng hoặc ngày chính thức.",
          .source = probation_source,
          .type = &PartyMember::type,
          .field = "recognised_on",
          .of_member = find_early_recognition},
    Check{.code = "party_member.recognised_late",
          .severity = Severity::note,
          .label = "Ngày chính thức muộn hơn 12 tháng",
          .message = "Ngày chính thức sau {0}, ngày hết 12 tháng dự bị",
          .meaning = "Dù chi bộ xét muộn, ngày chính thức vẫn là ngày hết 12 tháng dự bị.",
          .remedy = "Xem quyết định công nhận ghi “kể từ ngày” nào; ghi đúng ngày ấy.",
          .source = probation_source,
          .type = &PartyMember::type,
          .field = "recognised_on",
          .of_member = find_late_recognition},
    Check{.code = "party_member.probation_overdue",
          .severity = Severity::debt,
          .weight = 5,
          .label = "Quá hạn dự bị chưa xét công nhận",
          .message = "Hết 12 tháng dự bị từ {0} mà chưa có ngày chính thức",
          .meaning = "Chi bộ phải xét công nhận trong 30 ngày làm việc kể từ khi hết thời gian dự bị.",
          .remedy = "Chi bộ xét và đề nghị công nhận, hoặc ghi ngày chính thức nếu đã có quyết định.",
          .source = probation_source,
          .type = &PartyMember::type,
          .field = "recognised_on",
          .of_member = find_overdue_probation},
};

}  // namespace

constinit const std::span<const Check> life_date_checks{table};

}  // namespace quality
