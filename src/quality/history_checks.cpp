// SPDX-License-Identifier: AGPL-3.0-or-later
// The lists of a file: work, study, army, rewards, papers.
#include <array>

#include "quality/check_groups.h"
#include "quality/dummy.h"
#include "records/histories.h"

namespace quality {
namespace {

// Quá trình công tác is told month by month: more than this between two parts needs a reason.
constexpr int gap_days_max = 62;

void find_before_birth(const MemberFile& file, const std::vector<schema::Record>& records, std::string_view field,
                       Found& found) {
    if (is_dummy_date(file.person.born_on)) return;
    for (const auto& record : records)
        if (const auto day = date_in(record, field); day && day->last_day() < file.person.born_on.first_day())
            return found.add({.record = record.id, .value = base::to_vietnamese(*day)});
}

void find_gap_in_work(const MemberFile& file, Found& found) {
    std::optional<base::Date> told_until;
    for (const auto& work : file.work_histories) {
        const auto began = date_in(work, "began_on"), ended = date_in(work, "ended_on");
        if (told_until && began->first_day() - *told_until > gap_days_max)
            return found.add({.record = work.id, .value = base::to_vietnamese(*began)});
        const auto last = ended ? ended->last_day() : file.on;
        told_until = told_until ? std::max(*told_until, last) : last;
    }
}

void find_dummy_job(const MemberFile& file, Found& found) {
    for (const auto& work : file.work_histories)
        if (is_dummy_text(text_in(work, "job")))
            return found.add({.record = work.id, .value = std::string{text_in(work, "job")}});
}

void find_paper_without_shelf(const MemberFile& file, Found& found) {
    for (const auto& paper : file.papers)
        if (is_dummy_text(text_in(paper, "shelf")))
            return found.add({.record = paper.id,
                              .value = std::string{text_in(paper, "shelf")},
                              .args = {std::string{records::paper_kinds.label_of(text_in(paper, "kind"))}}});
}

constexpr std::string_view one_is_wrong = "Một trong hai ngày ghi sai.";
constexpr std::string_view compare_with_profile = "Đối chiếu lý lịch, sửa ngày sai.";

constexpr std::array table{
    Check{.code = "work_history.before_birth",
          .severity = Severity::error,
          .weight = 1,
          .label = "Quá trình công tác trước khi sinh",
          .message = "Có đoạn quá trình công tác bắt đầu trước ngày sinh",
          .meaning = one_is_wrong,
          .remedy = compare_with_profile,
          .source = "2-HSĐV, mục 21",
          .type = &records::work_history,
          .field = "began_on",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_birth(file, file.work_histories, "began_on", found); }},
    Check{.code = "work_history.gap",
          .severity = Severity::debt,
          .weight = 1,
          .label = "Quá trình công tác đứt quãng",
          .message = "Quá trình công tác có khoảng trống trên hai tháng",
          .meaning = "Quá trình công tác kê liên tục theo tháng; khoảng trống phải có lý do.",
          .remedy = "Kê thêm thời gian còn thiếu: đi học, ở nhà, chờ việc …",
          .source = "2-HSĐV, mục 21",
          .type = &records::work_history,
          .field = "began_on",
          .of_member = find_gap_in_work},
    Check{.code = "work_history.job_missing",
          .severity = Severity::debt,
          .weight = 1,
          .label = "Quá trình công tác ghi cho có",
          .message = "Có đoạn quá trình công tác không nói làm gì, ở đâu",
          .meaning = "Những chữ như “không rõ”, “…” tính là chưa kê.",
          .remedy = "Hỏi đảng viên, ghi rõ đã làm gì, ở đâu.",
          .source = "2-HSĐV, mục 21",
          .type = &records::work_history,
          .field = "job",
          .of_member = find_dummy_job},
    Check{.code = "education_history.before_birth",
          .severity = Severity::error,
          .weight = 1,
          .label = "Đào tạo trước khi sinh",
          .message = "Có khóa đào tạo bắt đầu trước ngày sinh",
          .meaning = one_is_wrong,
          .remedy = "Đối chiếu văn bằng, sửa ngày sai.",
          .source = "2-HSĐV, mục 22",
          .type = &records::education_history,
          .field = "began_on",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_birth(file, file.education_histories, "began_on", found); }},
    Check{.code = "military_service.before_birth",
          .severity = Severity::error,
          .weight = 1,
          .label = "Nhập ngũ trước khi sinh",
          .message = "Ngày nhập ngũ trước ngày sinh",
          .meaning = one_is_wrong,
          .remedy = compare_with_profile,
          .source = "2-HSĐV, mục 16",
          .type = &records::military_service,
          .field = "began_on",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_birth(file, file.military_services, "began_on", found); }},
    Check{.code = "social_membership.before_birth",
          .severity = Severity::error,
          .weight = 1,
          .label = "Vào tổ chức xã hội trước khi sinh",
          .message = "Ngày tham gia tổ chức xã hội trước ngày sinh",
          .meaning = one_is_wrong,
          .remedy = compare_with_profile,
          .source = "2-HSĐV, mục 15",
          .type = &records::social_membership,
          .field = "began_on",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_birth(file, file.social_memberships, "began_on", found); }},
    Check{.code = "reward.before_birth",
          .severity = Severity::error,
          .weight = 1,
          .label = "Khen thưởng trước khi sinh",
          .message = "Có lần khen thưởng trước ngày sinh",
          .meaning = one_is_wrong,
          .remedy = "Đối chiếu quyết định khen thưởng, sửa ngày sai.",
          .source = "2-HSĐV, mục 23",
          .type = &records::reward,
          .field = "awarded_on",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_birth(file, file.rewards, "awarded_on", found); }},
    Check{.code = "honorary_title.before_birth",
          .severity = Severity::error,
          .weight = 1,
          .label = "Phong danh hiệu trước khi sinh",
          .message = "Có danh hiệu được phong trước ngày sinh",
          .meaning = one_is_wrong,
          .remedy = "Đối chiếu quyết định phong tặng, sửa ngày sai.",
          .source = "2-HSĐV, mục 25",
          .type = &records::honorary_title,
          .field = "awarded_on",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_birth(file, file.honorary_titles, "awarded_on", found); }},
    Check{.code = "paper_on_file.before_birth",
          .severity = Severity::error,
          .weight = 1,
          .label = "Giấy tờ có trước khi sinh",
          .message = "Có giấy tờ trong hồ sơ ghi ngày trước ngày sinh",
          .meaning = one_is_wrong,
          .remedy = "Xem lại ngày trên giấy tờ.",
          .type = &records::paper_on_file,
          .field = "dated_on",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_birth(file, file.papers, "dated_on", found); }},
    Check{.code = "paper_on_file.shelf_missing",
          .severity = Severity::debt,
          .weight = 1,
          .label = "Giấy tờ không ghi nơi lưu",
          .message = "Không ghi nơi lưu của giấy tờ: {0}",
          .meaning = "Không biết ở tủ, cặp nào thì khi kiểm kê sáu tháng coi như mất.",
          .remedy = "Ghi tủ, cặp, tờ số.",
          .type = &records::paper_on_file,
          .field = "shelf",
          .of_member = find_paper_without_shelf},
};

}  // namespace

constinit const std::span<const Check> history_checks{table};

}  // namespace quality
