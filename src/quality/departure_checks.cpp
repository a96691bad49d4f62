// SPDX-License-Identifier: AGPL-3.0-or-later
// How members left: also of those whose files are closed, since rows C of form 1 are counted from them.
#include <algorithm>
#include <array>

#include "quality/check_groups.h"
#include "records/member_events.h"

namespace quality {
namespace {

using records::departure;
using records::Membership;
using records::MembershipKind;

std::optional<base::Date> left_on(const schema::Record& record) {
    const auto day = date_in(record, "departed_on");
    return day ? std::optional{day->first_day()} : std::nullopt;
}

bool is_open_after(const Membership& stay, base::Date day) { return !stay.valid_to || *stay.valid_to > day; }

// A stay that had begun by then and went on.
void find_stay_after(const MemberFile& file, Found& found) {
    for (const auto& record : file.departures) {
        const auto day = left_on(record);
        if (!day || *day > file.on) continue;
        for (const auto& stay : file.stays)
            if (stay.membership.kind == MembershipKind::home && stay.membership.valid_from < *day &&
                is_open_after(stay.membership, *day))
                return found.add({.record = stay.membership.id.value,
                                  .value = stay.cell_name,
                                  .args = {base::to_vietnamese(*day), stay.cell_name},
                                  .since = day});
    }
}

void find_second_departure(const MemberFile& file, Found& found) {
    for (std::size_t i = 1; i < file.departures.size(); ++i) {
        const auto first = left_on(file.departures[i - 1]), second = left_on(file.departures[i]);
        const bool came_back = std::any_of(file.stays.begin(), file.stays.end(), [&](const Stay& stay) {
            return stay.membership.kind == MembershipKind::home && stay.membership.valid_from >= *first &&
                   stay.membership.valid_from < *second;
        });
        if (!came_back)
            return found.add({.record = file.departures[i].id,
                              .value = base::to_vietnamese(*second),
                              .args = {base::to_vietnamese(*first), base::to_vietnamese(*second)}});
    }
}

void find_other_status(const MemberFile& file, Found& found) {
    for (const auto& record : file.departures) {
        const auto day = left_on(record);
        if (!day) continue;
        const bool was_full = file.member.recognised_on && *file.member.recognised_on <= *day;
        const bool says_full = text_in(record, "status") == "full";
        if (was_full == says_full) continue;
        return found.add({.record = record.id,
                          .value = std::string{records::membership_statuses.label_of(text_in(record, "status"))},
                          .args = {was_full ? "chính thức" : "dự bị"}});
    }
}

void find_departure_before_admission(const MemberFile& file, Found& found) {
    for (const auto& record : file.departures)
        if (const auto day = left_on(record); day && *day < file.member.ceremony_on)
            return found.add({.record = record.id,
                              .value = base::to_vietnamese(*day),
                              .args = {base::to_vietnamese(file.member.ceremony_on)}});
}

constexpr std::array table{
    Check{.code = "membership.after_departure",
          .severity = Severity::error,
          .weight = 10,
          .label = "Đã giảm mà vẫn còn trong chi bộ",
          .message = "Đã ghi giảm ngày {0} nhưng vẫn còn ở {1}",
          .meaning = "Người đã giảm vẫn được đếm trong đảng số của chi bộ.",
          .remedy = "Ghi ngày kết thúc sinh hoạt bằng ngày giảm; nếu không giảm thì xóa mục giảm.",
          .source = "Biểu 1-BTCTW, C",
          .type = &Membership::type,
          .field = "valid_to",
          .whose = Whose::both,
          .of_member = find_stay_after},
    Check{.code = "departure.twice",
          .severity = Severity::error,
          .weight = 5,
          .label = "Ghi giảm hai lần",
          .message = "Ghi giảm ngày {0} rồi lại ghi giảm ngày {1} mà không có lần tăng ở giữa",
          .meaning = "Số đảng viên giảm trong năm bị đếm hai lần.",
          .remedy = "Xóa lần ghi thừa.",
          .source = "Biểu 1-BTCTW, C",
          .type = &departure,
          .field = "departed_on",
          .whose = Whose::both,
          .of_member = find_second_departure},
    Check{.code = "departure.status_contradicts",
          .severity = Severity::error,
          .weight = 2,
          .label = "Tình trạng khi giảm không khớp",
          .message = "Theo ngày chính thức thì khi giảm là đảng viên {0}",
          .meaning = "Biểu 1 tách đảng viên chính thức và dự bị khi giảm.",
          .remedy = "Sửa tình trạng khi giảm, hoặc ngày chính thức.",
          .source = "Biểu 1-BTCTW, C3",
          .type = &departure,
          .field = "status",
          .whose = Whose::both,
          .of_member = find_other_status},
    Check{.code = "departure.before_admission",
          .severity = Severity::error,
          .weight = 5,
          .label = "Giảm trước khi vào Đảng",
          .message = "Ngày giảm trước ngày vào Đảng {0}",
          .meaning = "Một trong hai ngày ghi sai.",
          .remedy = "Đối chiếu quyết định, sửa ngày sai.",
          .source = "Biểu 1-BTCTW, C",
          .type = &departure,
          .field = "departed_on",
          .whose = Whose::both,
          .of_member = find_departure_before_admission},
};

}  // namespace

constinit const std::span<const Check> departure_checks{table};

}  // namespace quality
