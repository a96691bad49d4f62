// SPDX-License-Identifier: AGPL-3.0-or-later
// Stays in cells, exemptions, suspensions.
#include <algorithm>
#include <array>

#include "quality/check_groups.h"
#include "records/member_events.h"

namespace quality {
namespace {

using records::Membership;
using records::MembershipKind;

// Việc làm lưu động: exempt for less than a year. 294-QĐ/TW, Điều 7.
constexpr int itinerant_months_max = 12;
// Sinh hoạt tạm thời of those who study lasts longest.
constexpr int guest_months_max = 24;

std::vector<const Stay*> home_stays(const MemberFile& file) {
    std::vector<const Stay*> homes;
    for (const auto& stay : file.stays)
        if (stay.membership.kind == MembershipKind::home) homes.push_back(&stay);
    return homes;
}

bool is_between(base::Date day, const schema::Record& departure, base::Date last) {
    const auto left = date_in(departure, "departed_on");
    return left && left->last_day() >= day && left->first_day() <= last;
}

// The last day by which the member was in a cell; nothing when in none ever.
std::optional<base::Date> last_end(const MemberFile& file) {
    std::optional<base::Date> end;
    for (const auto& stay : file.stays)
        if (stay.membership.valid_to && *stay.membership.valid_to <= file.on &&
            (!end || *end < *stay.membership.valid_to))
            end = stay.membership.valid_to;
    return end;
}

void find_no_home(const MemberFile& file, Found& found) {
    if (file.home_on(file.on) || file.guest_on(file.on)) return;
    const auto since = last_end(file);
    found.add({.record = file.stays.empty() ? base::Uuid{} : file.stays.back().membership.id.value, .since = since});
}

void find_guest_without_home(const MemberFile& file, Found& found) {
    const auto* guest = file.guest_on(file.on);
    if (guest && !file.home_on(file.on))
        found.add({.record = guest->membership.id.value, .value = guest->cell_name, .args = {guest->cell_name}});
}

void find_overlap(const MemberFile& file, Found& found) {
    const auto homes = home_stays(file);
    for (std::size_t i = 1; i < homes.size(); ++i) {
        const auto &before = homes[i - 1]->membership, &after = homes[i]->membership;
        if (before.valid_to && *before.valid_to <= after.valid_from) continue;
        return found.add({.record = after.id.value,
                          .value = base::to_vietnamese(after.valid_from),
                          .args = {homes[i - 1]->cell_name, homes[i]->cell_name}});
    }
}

void find_gap(const MemberFile& file, Found& found) {
    const auto homes = home_stays(file);
    for (std::size_t i = 1; i < homes.size(); ++i) {
        const auto &before = homes[i - 1]->membership, &after = homes[i]->membership;
        if (!before.valid_to || *before.valid_to >= after.valid_from || after.valid_from > file.on) continue;
        // Who left and was restored, or came back from elsewhere, was away.
        const bool was_away = std::any_of(file.departures.begin(), file.departures.end(), [&](const auto& departure) {
            return is_between(*before.valid_to - 1, departure, after.valid_from);
        });
        if (was_away) continue;
        return found.add({.record = after.id.value,
                          .value = base::to_vietnamese(after.valid_from),
                          .args = {base::to_vietnamese(*before.valid_to), base::to_vietnamese(after.valid_from)}});
    }
}

void find_ended_cell(const MemberFile& file, Found& found) {
    const auto* home = file.home_on(file.on);
    if (home && home->cell_ended_on && *home->cell_ended_on <= file.on)
        found.add({.record = home->membership.id.value,
                   .value = home->cell_name,
                   .args = {home->cell_name, base::to_vietnamese(*home->cell_ended_on)},
                   .since = std::max(*home->cell_ended_on, home->membership.valid_from)});
}

void find_no_cell(const MemberFile& file, Found& found) {
    const auto* home = file.home_on(file.on);
    if (home && home->cell_kind && !records::is_cell(*home->cell_kind))
        found.add({.record = home->membership.id.value,
                   .value = home->cell_name,
                   .args = {home->cell_name, std::string{schema::label_of(*home->cell_kind)}}});
}

void find_old_status(const MemberFile& file, Found& found) {
    const auto* home = file.home_on(file.on);
    const auto& recognised = file.member.recognised_on;
    if (home && home->membership.status == records::MembershipStatus::probationary && recognised &&
        *recognised <= file.on)
        found.add({.record = home->membership.id.value,
                   .value = std::string{schema::label_of(home->membership.status)},
                   .args = {base::to_vietnamese(*recognised)},
                   .since = std::max(*recognised, home->membership.valid_from)});
}

void find_stay_before_admission(const MemberFile& file, Found& found) {
    for (const auto* home : home_stays(file))
        if (home->membership.valid_from < file.member.ceremony_on)
            return found.add({.record = home->membership.id.value,
                              .value = base::to_vietnamese(home->membership.valid_from),
                              .args = {base::to_vietnamese(file.member.ceremony_on)}});
}

void find_long_guest(const MemberFile& file, Found& found) {
    const auto* guest = file.guest_on(file.on);
    if (!guest) return;
    const auto end = base::add_months(guest->membership.valid_from, guest_months_max);
    if (end < file.on)
        found.add({.record = guest->membership.id.value,
                   .value = base::to_vietnamese(guest->membership.valid_from),
                   .args = {guest->cell_name},
                   .since = end});
}

void find_before_admission(const MemberFile& file, const std::vector<schema::Record>& records, Found& found) {
    for (const auto& record : records)
        if (const auto from = date_in(record, "valid_from"); from && from->last_day() < file.member.ceremony_on)
            return found.add({.record = record.id, .value = base::to_vietnamese(*from)});
}

void find_exemption_overlap(const MemberFile& file, Found& found) {
    for (std::size_t i = 1; i < file.exemptions.size(); ++i) {
        const auto ended = date_in(file.exemptions[i - 1], "valid_to"),
                   from = date_in(file.exemptions[i], "valid_from");
        if (!ended || ended->first_day() > from->first_day())
            return found.add({.record = file.exemptions[i].id, .value = base::to_vietnamese(*from)});
    }
}

void find_long_itinerant(const MemberFile& file, Found& found) {
    for (const auto& exemption : file.exemptions) {
        if (text_in(exemption, "ground") != "itinerant_work") continue;
        const auto from = date_in(exemption, "valid_from")->first_day();
        const auto to = date_in(exemption, "valid_to");
        const auto end = base::add_months(from, itinerant_months_max);
        if (end < file.on && (!to || to->first_day() > file.on))
            return found.add({.record = exemption.id,
                              .value = base::to_vietnamese(from),
                              .args = {base::to_vietnamese(from)},
                              .since = end});
    }
}

constexpr std::array table{
    Check{.code = "membership.no_home",
          .severity = Severity::error,
          .weight = 20,
          .label = "Không thuộc chi bộ nào",
          .message = "Không ở chi bộ nào mà cũng không có quyết định giảm",
          .meaning = "Đảng viên phải sinh hoạt ở một chi bộ; người không thuộc chi bộ nào rơi khỏi mọi số liệu.",
          .remedy = "Ghi chi bộ đang sinh hoạt, hoặc ghi giảm nếu đã chuyển đi, từ trần, ra khỏi Đảng.",
          .source = "Điều lệ Đảng (2011), Điều 1; 294-QĐ/TW, Điều 6",
          .type = &Membership::type,
          .of_member = find_no_home},
    Check{.code = "membership.guest_without_home",
          .severity = Severity::error,
          .weight = 20,
          .label = "Sinh hoạt tạm thời mà không có chi bộ chính thức",
          .message = "Đang sinh hoạt tạm thời ở {0} nhưng không có chi bộ chính thức",
          .meaning = "Người sinh hoạt tạm thời vẫn tính đảng số ở chi bộ chính thức; không có thì không ai tính.",
          .remedy = "Ghi chi bộ nơi đảng viên sinh hoạt chính thức.",
          .source = "294-QĐ/TW, Điều 6",
          .type = &Membership::type,
          .field = "cell_id",
          .of_member = find_guest_without_home},
    Check{.code = "membership.overlap",
          .severity = Severity::error,
          .weight = 8,
          .label = "Ở hai chi bộ cùng lúc",
          .message = "Thời gian ở {0} và ở {1} chồng nhau",
          .meaning = "Một ngày một đảng viên chỉ có một chi bộ chính thức; chồng nhau thì đảng số đếm hai lần.",
          .remedy = "Ghi ngày chuyển đi của chi bộ trước bằng ngày chuyển đến chi bộ sau.",
          .source = "294-QĐ/TW, Điều 6",
          .type = &Membership::type,
          .field = "valid_from",
          .of_member = find_overlap},
    Check{.code = "membership.gap",
          .severity = Severity::error,
          .weight = 3,
          .label = "Sinh hoạt đảng đứt đoạn",
          .message = "Từ {0} đến {1} không thuộc chi bộ nào",
          .meaning = "Chuyển sinh hoạt phải liên tục; khoảng trống làm đảng số của những ngày ấy thiếu người.",
          .remedy = "Sửa ngày chuyển đi, chuyển đến theo giấy giới thiệu.",
          .source = "294-QĐ/TW, Điều 6",
          .type = &Membership::type,
          .field = "valid_from",
          .of_member = find_gap},
    Check{.code = "membership.cell_ended",
          .severity = Severity::error,
          .weight = 10,
          .label = "Ở chi bộ đã kết thúc",
          .message = "{0} đã kết thúc từ {1} mà đảng viên chưa được chuyển đi",
          .meaning = "Trước khi giải thể, sáp nhập phải chuyển hết đảng viên; không ai ở lại chi bộ đã đóng.",
          .remedy = "Ghi chi bộ mới của đảng viên từ ngày chi bộ cũ kết thúc.",
          .source = "294-QĐ/TW, Điều 6.3.5",
          .type = &Membership::type,
          .field = "cell_id",
          .of_member = find_ended_cell},
    Check{.code = "membership.not_a_cell",
          .severity = Severity::error,
          .weight = 10,
          .label = "Sinh hoạt ở tổ chức không phải chi bộ",
          .message = "{0} là {1}, không phải chi bộ",
          .meaning = "Đảng viên chỉ thuộc chi bộ; ghi thẳng vào đảng bộ thì các chi bộ đếm thiếu.",
          .remedy = "Ghi đúng chi bộ mà đảng viên sinh hoạt.",
          .source = "Điều lệ Đảng (2011), Điều 21, 24",
          .type = &Membership::type,
          .field = "cell_id",
          .of_member = find_no_cell},
    Check{.code = "membership.status_not_updated",
          .severity = Severity::error,
          .weight = 4,
          .label = "Đã chính thức mà sổ còn ghi dự bị",
          .message = "Đã chính thức từ {0} mà sinh hoạt đảng vẫn ghi dự bị",
          .meaning = "Số đảng viên dự bị, chính thức trong các biểu tính theo mục này.",
          .remedy = "Ghi thay đổi tình trạng thành chính thức từ ngày được công nhận.",
          .source = "Biểu 1-BTCTW",
          .type = &Membership::type,
          .field = "status",
          .of_member = find_old_status},
    Check{.code = "membership.before_admission",
          .severity = Severity::error,
          .weight = 4,
          .label = "Vào chi bộ trước khi vào Đảng",
          .message = "Ngày bắt đầu sinh hoạt trước ngày vào Đảng {0}",
          .meaning = "Người chưa kết nạp không thể sinh hoạt đảng; một trong hai ngày ghi sai.",
          .remedy = "Đối chiếu lý lịch, sửa ngày sai.",
          .source = "2-HSĐV, mục 12",
          .type = &Membership::type,
          .field = "valid_from",
          .of_member = find_stay_before_admission},
    Check{.code = "membership.guest_too_long",
          .severity = Severity::note,
          .label = "Sinh hoạt tạm thời quá 24 tháng",
          .message = "Sinh hoạt tạm thời ở {0} đã quá 24 tháng",
          .meaning = "Sinh hoạt tạm thời lâu nhất là 24 tháng, với người đi học; lâu hơn thì chuyển chính thức.",
          .remedy = "Hỏi lại đảng viên; ghi ngày kết thúc, hoặc làm thủ tục chuyển chính thức.",
          .source = "294-QĐ/TW, Điều 6",
          .type = &Membership::type,
          .field = "valid_to",
          .of_member = find_long_guest},
    Check{
        .code = "exemption.before_admission",
        .severity = Severity::error,
        .weight = 2,
        .label = "Miễn sinh hoạt trước khi vào Đảng",
        .message = "Ngày miễn sinh hoạt trước ngày vào Đảng",
        .meaning = "Một trong hai ngày ghi sai.",
        .remedy = "Đối chiếu quyết định miễn, sửa ngày sai.",
        .source = "294-QĐ/TW, Điều 7",
        .type = &records::exemption,
        .field = "valid_from",
        .of_member = [](const MemberFile& file, Found& found) { find_before_admission(file, file.exemptions, found); }},
    Check{.code = "exemption.overlap",
          .severity = Severity::error,
          .weight = 2,
          .label = "Hai lần miễn sinh hoạt chồng nhau",
          .message = "Hai lần miễn công tác và sinh hoạt đảng chồng thời gian lên nhau",
          .meaning = "Lần miễn trước phải kết thúc khi có lần sau; thường do quên ghi ngày trở lại sinh hoạt.",
          .remedy = "Ghi ngày kết thúc của lần miễn trước.",
          .source = "294-QĐ/TW, Điều 7",
          .type = &records::exemption,
          .field = "valid_from",
          .of_member = find_exemption_overlap},
    Check{.code = "exemption.itinerant_too_long",
          .severity = Severity::debt,
          .weight = 2,
          .label = "Hết hạn miễn sinh hoạt vì việc làm lưu động",
          .message = "Miễn sinh hoạt vì việc làm lưu động từ {0}, đã quá 12 tháng",
          .meaning = "Việc làm lưu động chỉ được miễn dưới một năm; hết hạn phải trở lại sinh hoạt hoặc chuyển đi.",
          .remedy = "Liên lạc với đảng viên; ghi ngày trở lại, hoặc làm thủ tục chuyển sinh hoạt.",
          .source = "294-QĐ/TW, Điều 7",
          .type = &records::exemption,
          .field = "valid_to",
          .of_member = find_long_itinerant},
    Check{.code = "suspension.before_admission",
          .severity = Severity::error,
          .weight = 2,
          .label = "Đình chỉ sinh hoạt trước khi vào Đảng",
          .message = "Ngày đình chỉ sinh hoạt trước ngày vào Đảng",
          .meaning = "Một trong hai ngày ghi sai.",
          .remedy = "Đối chiếu quyết định đình chỉ, sửa ngày sai.",
          .type = &records::suspension,
          .field = "valid_from",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_before_admission(file, file.suspensions, found); }},
};

}  // namespace

constinit const std::span<const Check> membership_checks{table};

}  // namespace quality
