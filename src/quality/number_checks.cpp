// SPDX-License-Identifier: AGPL-3.0-or-later
// Numbers: of identity, of the card, of the profile.
#include <algorithm>
#include <array>

#include "quality/check_groups.h"
#include "quality/dummy.h"
#include "quality/province_codes.h"
#include "records/identifiers.h"

namespace quality {
namespace {

using records::PartyMember;
using records::Person;

// 347-QĐ/TW: cards given from this day on bear the số định danh cá nhân.
constexpr base::Date long_cards_from = base::date(2025, 9, 2);
// Thẻ is decided with the recognition, printed monthly and handed out at the next meeting of the cell (38-HD/BTCTW,
// II.2): after this it is late.
constexpr int card_due_months = 3;

// Written, not a dummy, and of 12 digits: whatever is read out of it makes sense.
bool has_readable_id(const Person& person) {
    return records::is_personal_id(person.personal_id) && !is_dummy_number(person.personal_id);
}

void find_missing_id(const MemberFile& file, Found& found) {
    const auto& number = file.person.personal_id;
    if (number.empty() || is_dummy_number(number)) found.add({.record = file.person.id.value, .value = number});
}

void find_odd_id(const MemberFile& file, Found& found) {
    const auto& number = file.person.personal_id;
    if (!is_dummy_number(number) && !records::is_personal_id(number))
        found.add({.record = file.person.id.value, .value = number});
}

void find_unknown_province(const MemberFile& file, Found& found) {
    const std::string_view number = file.person.personal_id;
    if (has_readable_id(file.person) && !is_birth_place_code(number.substr(0, 3)))
        found.add(
            {.record = file.person.id.value, .value = std::string{number}, .args = {std::string{number.substr(0, 3)}}});
}

// Men of the 20th century 0, women 1, of the 21st 2 and 3: Thông tư 07/2016/TT-BCA, Điều 7.
void find_other_sex_or_century(const MemberFile& file, Found& found) {
    const auto& person = file.person;
    if (!has_readable_id(person) || is_dummy_date(person.born_on)) return;
    const int expected = (person.born_on.year - 1900) / 100 * 2 + (person.sex == records::Sex::female ? 1 : 0);
    const int written = person.personal_id[3] - '0';
    if (written != expected)
        found.add({.record = person.id.value,
                   .value = person.personal_id,
                   .args = {std::to_string(written), std::to_string(expected)}});
}

void find_other_birth_year(const MemberFile& file, Found& found) {
    const auto& person = file.person;
    if (!has_readable_id(person) || is_dummy_date(person.born_on)) return;
    const int written = (person.personal_id[4] - '0') * 10 + (person.personal_id[5] - '0');
    if (written == person.born_on.year % 100) return;
    found.add({.record = person.id.value,
               .value = person.personal_id,
               .args = {person.personal_id.substr(4, 2), std::to_string(person.born_on.year)}});
}

void find_odd_old_number(const MemberFile& file, Found& found) {
    const auto& number = file.person.old_identity_number;
    if (!number.empty() && (!records::is_old_identity_number(number) || is_dummy_number(number)))
        found.add({.record = file.person.id.value, .value = number});
}

bool has_twin(const MemberFile& file, Twin twin) {
    return std::find(file.twins.begin(), file.twins.end(), twin) != file.twins.end();
}

void find_twin_of_old_number(const MemberFile& file, Found& found) {
    if (has_twin(file, Twin::old_identity_number))
        found.add({.record = file.person.id.value, .value = file.person.old_identity_number});
}

void find_missing_profile(const MemberFile& file, Found& found) {
    const auto& number = file.member.profile_number;
    if (number.empty() || number.starts_with("000000")) found.add({.record = file.member.id.value, .value = number});
}

void find_odd_profile(const MemberFile& file, Found& found) {
    const auto& number = file.member.profile_number;
    if (!number.empty() && !number.starts_with("000000") && !records::is_profile_number(number))
        found.add({.record = file.member.id.value, .value = number});
}

void find_missing_card(const MemberFile& file, Found& found) {
    const auto& member = file.member;
    if (!file.is_full()) return;
    if (!member.card_number.empty() && is_dummy_number(member.card_number))
        return found.add({.record = member.id.value, .value = member.card_number});
    if (!member.card_number.empty()) return;
    if (!member.recognised_on) return found.add({.record = member.id.value});
    const auto due = base::add_months(*member.recognised_on, card_due_months);
    if (due <= file.on) found.add({.record = member.id.value, .since = due});
}

bool has_readable_card(const PartyMember& member) {
    return records::is_card_number(member.card_number) && !is_dummy_number(member.card_number);
}

void find_odd_card(const MemberFile& file, Found& found) {
    const auto& number = file.member.card_number;
    if (!number.empty() && !is_dummy_number(number) && !records::is_card_number(number))
        found.add({.record = file.member.id.value, .value = number});
}

void find_card_of_other_number(const MemberFile& file, Found& found) {
    const auto& member = file.member;
    if (has_readable_card(member) && member.card_number.size() == 12 && has_readable_id(file.person) &&
        member.card_number != file.person.personal_id)
        found.add({.record = member.id.value, .value = member.card_number});
}

void find_card_of_old_kind(const MemberFile& file, Found& found) {
    const auto& member = file.member;
    if (has_readable_card(member) && member.card_number.size() == 8 && member.recognised_on &&
        *member.recognised_on >= long_cards_from && *member.recognised_on <= file.on)
        found.add({.record = member.id.value, .value = member.card_number});
}

void find_card_of_probationary(const MemberFile& file, Found& found) {
    const auto& member = file.member;
    const auto* home = file.home_on(file.on);
    if (!member.card_number.empty() && !member.recognised_on && home &&
        home->membership.status == records::MembershipStatus::probationary)
        found.add({.record = member.id.value, .value = member.card_number});
}

void find_twin_of_old_card(const MemberFile& file, Found& found) {
    if (has_twin(file, Twin::old_card_number))
        found.add({.record = file.member.id.value, .value = file.member.old_card_number});
}

constexpr std::string_view structure_of_id = "Thông tư 07/2016/TT-BCA, Điều 7";

constexpr std::array table{
    Check{.code = "person.personal_id_missing",
          .severity = Severity::debt,
          .weight = 10,
          .label = "Thiếu số định danh cá nhân",
          .message = "Chưa có số định danh cá nhân, hoặc ghi dãy số cho có",
          .meaning = "Mục bắt buộc, là số thẻ đảng viên từ 02/9/2025. Dãy một chữ số lặp lại hoặc đếm tăng dần tính là "
                     "chưa có.",
          .remedy = "Ghi 12 chữ số trên thẻ căn cước của đảng viên, giữ cả số 0 ở đầu.",
          .source = "2-HSĐV, mục 19; mẫu chuẩn hóa CSDL đảng viên 2025",
          .type = &Person::type,
          .field = "personal_id",
          .of_member = find_missing_id},
    Check{.code = "person.personal_id_form",
          .severity = Severity::error,
          .weight = 10,
          .label = "Số định danh không đủ 12 chữ số",
          .message = "Số định danh cá nhân không phải 12 chữ số",
          .meaning = "Thường do Excel làm mất số 0 ở đầu, hoặc ghi số chứng minh nhân dân cũ vào ô này.",
          .remedy = "Ghi lại đủ 12 chữ số; số chứng minh 9 chữ số thì chuyển sang ô của nó.",
          .source = "2-HSĐV, mục 19",
          .type = &Person::type,
          .field = "personal_id",
          .of_member = find_odd_id},
    Check{.code = "person.personal_id_province",
          .severity = Severity::error,
          .weight = 10,
          .label = "Số định danh có mã tỉnh không tồn tại",
          .message = "Ba chữ số đầu {0} không phải mã tỉnh, thành phố hay quốc gia nào",
          .meaning = "Ba chữ số đầu là nơi đăng ký khai sinh; mã không có trong danh mục thì số bị gõ nhầm.",
          .remedy = "Đối chiếu với thẻ căn cước của đảng viên rồi sửa số định danh.",
          .source = structure_of_id,
          .type = &Person::type,
          .field = "personal_id",
          .of_member = find_unknown_province},
    Check{.code = "person.personal_id_sex",
          .severity = Severity::error,
          .weight = 10,
          .label = "Số định danh không khớp giới tính",
          .message = "Chữ số thứ tư là {0}, theo giới tính và thế kỷ sinh phải là {1}",
          .meaning = "Chữ số thứ tư cho biết thế kỷ sinh và giới tính: thế kỷ 20 nam 0, nữ 1; thế kỷ 21 nam 2, nữ 3.",
          .remedy = "Đối chiếu với thẻ căn cước của đảng viên rồi sửa số định danh; nếu số đúng thì sửa giới tính.",
          .source = structure_of_id,
          .type = &Person::type,
          .field = "personal_id",
          .of_member = find_other_sex_or_century},
    Check{.code = "person.personal_id_birth_year",
          .severity = Severity::error,
          .weight = 10,
          .label = "Số định danh không khớp năm sinh",
          .message = "Số định danh ghi năm sinh …{0}, hồ sơ ghi năm {1}",
          .meaning = "Chữ số thứ năm và thứ sáu là hai số cuối của năm sinh.",
          .remedy =
              "Đối chiếu với thẻ căn cước. Ngày sinh trong hồ sơ đảng không được sửa theo giấy tờ khác nếu không có "
              "văn bản của cấp ủy.",
          .source = structure_of_id,
          .type = &Person::type,
          .field = "personal_id",
          .of_member = find_other_birth_year},
    Check{.code = "person.old_identity_number_form",
          .severity = Severity::error,
          .weight = 2,
          .label = "Số chứng minh nhân dân sai dạng",
          .message = "Số chứng minh nhân dân không phải 9 chữ số, hoặc là dãy số cho có",
          .meaning = "Số chứng minh cũ chỉ để tra cứu; ghi sai thì tra ra người khác.",
          .remedy = "Ghi đủ 9 chữ số, hoặc để trống nếu không còn giấy.",
          .type = &Person::type,
          .field = "old_identity_number",
          .of_member = find_odd_old_number},
    Check{.code = "person.old_identity_number_twice",
          .severity = Severity::error,
          .weight = 3,
          .label = "Hai người cùng số chứng minh nhân dân",
          .message = "Số chứng minh nhân dân trùng với một hồ sơ khác",
          .meaning = "Một số chỉ cấp cho một người: một trong hai hồ sơ ghi nhầm, hoặc là một người có hai hồ sơ.",
          .remedy = "Nhờ cấp trên tra theo số để biết hồ sơ kia, rồi đối chiếu giấy tờ của cả hai người.",
          .type = &Person::type,
          .field = "old_identity_number",
          .of_member = find_twin_of_old_number},
    Check{.code = "party_member.profile_number_missing",
          .severity = Severity::debt,
          .weight = 6,
          .label = "Thiếu số lý lịch",
          .message = "Chưa có số lý lịch đảng viên",
          .meaning = "Số lý lịch gắn với đảng viên suốt đời, là khóa để nối hồ sơ giấy với sổ.",
          .remedy = "Tra sổ danh sách đảng viên; chưa được cấp thì đề nghị cấp ủy cấp trên cấp số.",
          .source = "38-HD/BTCTW, II.1.2",
          .type = &PartyMember::type,
          .field = "profile_number",
          .of_member = find_missing_profile},
    Check{.code = "party_member.profile_number_form",
          .severity = Severity::error,
          .weight = 6,
          .label = "Số lý lịch sai dạng",
          .message = "Số lý lịch không phải 6 chữ số và 2, 3 chữ cái của tỉnh",
          .meaning = "Số lý lịch gồm 6 chữ số (000001 trở lên) rồi 2 hoặc 3 chữ cái hoa, viết liền.",
          .remedy = "Ghi lại theo sổ danh sách đảng viên, ví dụ 012345QT.",
          .source = "38-HD/BTCTW, II.1.2",
          .type = &PartyMember::type,
          .field = "profile_number",
          .of_member = find_odd_profile},
    Check{.code = "party_member.card_number_missing",
          .severity = Severity::debt,
          .weight = 6,
          .label = "Thiếu số thẻ đảng viên",
          .message = "Đảng viên chính thức chưa có số thẻ, hoặc ghi dãy số cho có",
          .meaning = "Thẻ được xét cùng quyết định công nhận chính thức; quá ba tháng chưa có số là chậm.",
          .remedy = "Ghi số trên thẻ; chưa được phát thẻ thì lập danh sách đề nghị cấp.",
          .source = "38-HD/BTCTW, II.2",
          .type = &PartyMember::type,
          .field = "card_number",
          .of_member = find_missing_card},
    Check{.code = "party_member.card_number_form",
          .severity = Severity::error,
          .weight = 6,
          .label = "Số thẻ đảng viên sai dạng",
          .message = "Số thẻ không phải 8 hoặc 12 chữ số",
          .meaning = "Thẻ cấp trước 02/9/2025 có 8 chữ số, từ ngày đó là 12 chữ số của số định danh.",
          .remedy = "Ghi lại đúng dãy số in trên thẻ, giữ cả số 0 ở đầu.",
          .source = "38-HD/BTCTW, II.2",
          .type = &PartyMember::type,
          .field = "card_number",
          .of_member = find_odd_card},
    Check{.code = "party_member.card_number_not_personal_id",
          .severity = Severity::error,
          .weight = 6,
          .label = "Số thẻ khác số định danh",
          .message = "Số thẻ 12 chữ số khác với số định danh cá nhân",
          .meaning = "Thẻ 12 chữ số lấy đúng số định danh cá nhân; hai số khác nhau thì một số sai.",
          .remedy = "Đối chiếu thẻ đảng viên và thẻ căn cước, sửa số sai.",
          .source = "38-HD/BTCTW, II.2; 347-QĐ/TW",
          .type = &PartyMember::type,
          .field = "card_number",
          .of_member = find_card_of_other_number},
    Check{.code = "party_member.card_number_of_old_kind",
          .severity = Severity::error,
          .weight = 6,
          .label = "Thẻ 8 số của người công nhận từ 02/9/2025",
          .message = "Được công nhận chính thức từ 02/9/2025 mà số thẻ chỉ có 8 chữ số",
          .meaning = "Từ 02/9/2025 thẻ được cấp theo mẫu mới, số thẻ là số định danh cá nhân.",
          .remedy = "Xem lại ngày chính thức và số trên thẻ.",
          .source = "38-HD/BTCTW, II.2; 347-QĐ/TW",
          .type = &PartyMember::type,
          .field = "card_number",
          .of_member = find_card_of_old_kind},
    Check{.code = "party_member.card_before_recognition",
          .severity = Severity::error,
          .weight = 6,
          .label = "Đảng viên dự bị có số thẻ",
          .message = "Đảng viên dự bị đã ghi số thẻ đảng viên",
          .meaning = "Thẻ chỉ cấp cho đảng viên chính thức.",
          .remedy = "Nếu đã được công nhận thì ghi ngày chính thức; nếu chưa thì bỏ số thẻ.",
          .source = "38-HD/BTCTW, II.2",
          .type = &PartyMember::type,
          .field = "card_number",
          .of_member = find_card_of_probationary},
    Check{.code = "party_member.old_card_number_twice",
          .severity = Severity::error,
          .weight = 2,
          .label = "Hai người cùng số thẻ cũ",
          .message = "Số thẻ cũ trùng với một hồ sơ khác",
          .meaning = "Một số thẻ chỉ cấp cho một người.",
          .remedy = "Đối chiếu sổ phát thẻ, sửa hồ sơ ghi nhầm.",
          .type = &PartyMember::type,
          .field = "old_card_number",
          .of_member = find_twin_of_old_card},
};

}  // namespace

constinit const std::span<const Check> number_checks{table};

}  // namespace quality
