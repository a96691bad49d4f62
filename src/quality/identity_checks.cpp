// SPDX-License-Identifier: AGPL-3.0-or-later
// Names, birth date, religion, telephone: who the person is.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/check_groups.h"
#include "quality/dummy.h"

namespace quality {
namespace {

using records::Person;
using records::PersonVersion;

constexpr int age_max = 110;

// Letters and what stands between the words of Vietnamese names, also of those of the highlands (Y-Ngông, H'Linh).
bool is_name_text(std::string_view name) {
    return std::none_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return !is_letter && c != ' ' && c != '-' && c != '\'' && c != '.';
    });
}

// Some word begins with a small letter.
bool has_small_initial(std::string_view name) {
    while (!name.empty()) {
        const auto word = name.substr(0, name.find(' '));
        name.remove_prefix(std::min(word.size() + 1, name.size()));
        if (word.empty()) continue;
        std::size_t length = 1;
        while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80) ++length;
        const auto initial = word.substr(0, length);
        if (base::to_upper(initial) != initial) return true;
    }
    return false;
}

bool has_one_word(std::string_view name) { return base::fold(name).find(' ') == std::string::npos; }

bool is_phone(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ' ' && c != '.' && c != '-' && c != '+' && c != '(' && c != ')')
            return false;
    }
    if (digits.starts_with("84")) digits.replace(0, 2, "0");
    return digits.starts_with('0') && (digits.size() == 10 || digits.size() == 11) &&
           !is_dummy_number(std::string_view{digits}.substr(1));
}

void find_missing_name(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (!version)
        found.add({});
    else if (is_dummy_name(version->full_name))
        found.add({.record = version->id.value, .value = version->full_name});
}

void find_odd_letters(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && !is_dummy_name(version->full_name) && !is_name_text(version->full_name))
        found.add({.record = version->id.value, .value = version->full_name});
}

void find_one_word(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && !is_dummy_name(version->full_name) && has_one_word(version->full_name))
        found.add({.record = version->id.value, .value = version->full_name});
}

void find_small_initial(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && !is_dummy_name(version->full_name) && is_name_text(version->full_name) &&
        has_small_initial(version->full_name))
        found.add({.record = version->id.value, .value = version->full_name});
}

void find_same_other_name(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && !version->other_name.empty() && base::fold(version->other_name) == base::fold(version->full_name))
        found.add({.record = version->id.value, .value = version->other_name});
}

void find_missing_birth(const MemberFile& file, Found& found) {
    if (is_dummy_date(file.person.born_on))
        found.add({.record = file.person.id.value, .value = base::to_vietnamese(file.person.born_on)});
}

void find_too_old(const MemberFile& file, Found& found) {
    if (is_dummy_date(file.person.born_on)) return;
    const int age = base::years_between(file.person.born_on.last_day(), file.on);
    if (age > age_max)
        found.add({.record = file.person.id.value,
                   .value = base::to_vietnamese(file.person.born_on),
                   .args = {std::to_string(age)}});
}

void find_missing_religion(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && version->religion.empty()) found.add({.record = version->id.value});
}

void find_twin(const MemberFile& file, Found& found) {
    if (std::find(file.twins.begin(), file.twins.end(), Twin::person) != file.twins.end())
        found.add({.record = file.person.id.value});
}

void find_odd_phone(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (version && !version->phone.empty() && !is_phone(version->phone))
        found.add({.record = version->id.value, .value = version->phone});
}

void find_version_gap(const MemberFile& file, Found& found) {
    for (std::size_t i = 1; i < file.versions.size(); ++i) {
        const auto &before = file.versions[i - 1], &after = file.versions[i];
        if (before.valid_to && *before.valid_to == after.valid_from) continue;
        return found.add({.record = after.id.value,
                          .value = base::to_vietnamese(after.valid_from),
                          .args = {base::to_vietnamese(after.valid_from)}});
    }
}

constexpr std::array table{
    Check{.code = "person_version.full_name_missing",
          .severity = Severity::debt,
          .weight = 10,
          .label = "Thiếu họ và tên",
          .message = "Chưa có họ và tên, hoặc ghi cho có",
          .meaning = "Hồ sơ không có họ tên thật thì không tra cứu, không in thẻ, không lập danh sách được.",
          .remedy = "Ghi họ và tên khai sinh đúng như giấy khai sinh, căn cước.",
          .source = "2-HSĐV, mục 1",
          .type = &PersonVersion::type,
          .field = "full_name",
          .of_member = find_missing_name},
    Check{.code = "person_version.full_name_letters",
          .severity = Severity::error,
          .weight = 10,
          .label = "Họ tên có ký tự lạ",
          .message = "Họ và tên có chữ số hoặc ký hiệu",
          .meaning = "Họ tên chỉ gồm chữ; chữ số, dấu hỏi, dấu sao thường do đổi phông chữ hoặc gõ nhầm.",
          .remedy = "Mở hồ sơ giấy, gõ lại họ tên bằng phông Unicode.",
          .source = "2-HSĐV, mục 1",
          .type = &PersonVersion::type,
          .field = "full_name",
          .of_member = find_odd_letters},
    Check{.code = "person_version.full_name_one_word",
          .severity = Severity::debt,
          .weight = 5,
          .label = "Họ tên chỉ có một chữ",
          .message = "Họ và tên chỉ có một chữ",
          .meaning = "Thiếu họ hoặc thiếu tên nên không đối chiếu được với căn cước.",
          .remedy = "Ghi đủ họ, tên đệm và tên. Đúng là chỉ có một chữ thì ghi thêm họ theo căn cước.",
          .source = "2-HSĐV, mục 1",
          .type = &PersonVersion::type,
          .field = "full_name",
          .of_member = find_one_word},
    Check{.code = "person_version.full_name_small_initial",
          .severity = Severity::note,
          .label = "Họ tên không viết hoa",
          .message = "Họ và tên có chữ không viết hoa chữ cái đầu",
          .meaning = "Danh sách, thẻ và phiếu in ra sẽ sai cách viết tên người.",
          .remedy = "Viết hoa chữ cái đầu của họ, tên đệm, tên.",
          .source = "2-HSĐV, mục 1",
          .type = &PersonVersion::type,
          .field = "full_name",
          .of_member = find_small_initial},
    Check{.code = "person_version.other_name_same",
          .severity = Severity::note,
          .label = "Tên gọi khác trùng họ tên",
          .message = "Tên gọi khác ghi lại đúng họ và tên",
          .meaning = "Mục tên gọi khác chỉ dành cho bí danh, tên khác với tên khai sinh.",
          .remedy = "Xóa trống mục tên gọi khác, hoặc ghi bí danh thật.",
          .source = "2-HSĐV, mục 3",
          .type = &PersonVersion::type,
          .field = "other_name",
          .of_member = find_same_other_name},
    Check{.code = "person.born_on_missing",
          .severity = Severity::debt,
          .weight = 10,
          .label = "Thiếu ngày sinh",
          .message = "Ngày sinh để trống hoặc ghi ngày giả",
          .meaning = "Không có ngày sinh thì không tính được tuổi đời, không đối chiếu được căn cước. Ngày 01/01/1900 "
                     "là ngày máy tự điền.",
          .remedy = "Ghi ngày sinh theo lý lịch khi kết nạp; chỉ biết năm thì ghi năm.",
          .source = "2-HSĐV, mục 4; mẫu chuẩn hóa CSDL đảng viên 2025",
          .type = &Person::type,
          .field = "born_on",
          .of_member = find_missing_birth},
    Check{.code = "person.born_on_too_old",
          .severity = Severity::error,
          .weight = 10,
          .label = "Tuổi đời không thể có",
          .message = "Theo ngày sinh thì đã {0} tuổi mà vẫn là đảng viên đang sinh hoạt",
          .meaning = "Ngày sinh ghi nhầm thế kỷ, hoặc người đã mất mà sổ chưa ghi giảm.",
          .remedy = "Xem lại ngày sinh; nếu đã từ trần thì ghi giảm đảng viên.",
          .type = &Person::type,
          .field = "born_on",
          .of_member = find_too_old},
    Check{.code = "person_version.religion_missing",
          .severity = Severity::debt,
          .weight = 4,
          .label = "Thiếu tôn giáo",
          .message = "Chưa ghi tôn giáo",
          .meaning = "Mục bắt buộc; người không theo tôn giáo nào phải ghi “Không”, không được để trống.",
          .remedy = "Chọn “Không” hoặc tôn giáo của đảng viên.",
          .source = "2-HSĐV, mục 9; mẫu chuẩn hóa CSDL đảng viên 2025",
          .type = &PersonVersion::type,
          .field = "religion",
          .of_member = find_missing_religion},
    Check{.code = "person.twice",
          .severity = Severity::error,
          .weight = 5,
          .label = "Nghi một người có hai hồ sơ",
          .message = "Trùng họ tên, ngày sinh, giới tính, quê quán với một hồ sơ khác",
          .meaning = "Một người được lập hai hồ sơ thì đảng số bị đếm hai lần.",
          .remedy = "So hai hồ sơ giấy; nếu là một người thì bỏ bản thừa, nếu là hai người thì ghi rõ quê quán.",
          .type = &Person::type,
          .of_member = find_twin},
    Check{.code = "person_version.phone_form",
          .severity = Severity::error,
          .weight = 1,
          .label = "Số điện thoại không gọi được",
          .message = "Số điện thoại không đúng dạng",
          .meaning = "Số điện thoại trong nước bắt đầu bằng 0 (hoặc +84) và có 10, 11 chữ số.",
          .remedy = "Hỏi lại đảng viên; không có điện thoại thì để trống.",
          .type = &PersonVersion::type,
          .field = "phone",
          .of_member = find_odd_phone},
    Check{.code = "person_version.period_gap",
          .severity = Severity::error,
          .weight = 3,
          .label = "Thông tin cá nhân đứt đoạn hoặc chồng nhau",
          .message = "Đoạn thông tin cá nhân từ {0} không nối liền với đoạn trước",
          .meaning = "Có ngày không biết họ tên, trình độ của đảng viên, hoặc có ngày có hai bản khác nhau.",
          .remedy = "Sửa “từ ngày”, “đến trước ngày” để các đoạn nối liền nhau.",
          .type = &PersonVersion::type,
          .field = "valid_from",
          .of_member = find_version_gap},
};

}  // namespace

constinit const std::span<const Check> identity_checks{table};

}  // namespace quality
