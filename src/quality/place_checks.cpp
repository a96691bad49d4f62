// SPDX-License-Identifier: AGPL-3.0-or-later
// Places: where someone was registered at birth, comes from, lives.
#include <array>

#include "base/text.h"
#include "quality/check_groups.h"
#include "quality/dummy.h"

namespace quality {
namespace {

using records::Person;
using records::PersonVersion;

// Mô hình hai cấp: no districts, towns and townships any more.
constexpr base::Date two_levels_from = base::date(2025, 7, 1);

bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if (at == 0 || text[at - 1] == ' ' || text[at - 1] == ',' || text[at - 1] == '(') return true;
    return false;
}

// Names a unit of the lowest level, or lies abroad. "thị xã" is a unit of the middle level.
bool names_commune(std::string_view place) {
    auto text = base::to_lower(base::clean_text(place));
    for (auto at = text.find("thị xã "); at != std::string::npos; at = text.find("thị xã ")) text.erase(at, 9);
    for (const std::string_view word : {"xã ", "phường ", "thị trấn ", "đặc khu ", "p. ", "p.", "x.", "tt.", "tt "})
        if (has_word(text, word)) return true;
    return has_word(text, "nước ") || has_word(text, "cộng hòa ") || has_word(text, "vương quốc ");
}

bool names_old_level(std::string_view place) {
    const auto text = base::to_lower(base::clean_text(place));
    // "… huyện A cũ, nay là xã B" says both.
    if (has_word(text, "nay ") || has_word(text, "(cũ)") || text.find(" cũ") != std::string::npos) return false;
    for (const std::string_view word : {"huyện ", "quận ", "thị xã ", "thị trấn "})
        if (has_word(text, word)) return true;
    return false;
}

void find_missing(const base::Uuid& record, const std::string& place, Found& found) {
    if (is_dummy_text(place)) found.add({.record = record, .value = place});
}

void find_vague(const base::Uuid& record, const std::string& place, Found& found) {
    if (!is_dummy_text(place) && !names_commune(place)) found.add({.record = record, .value = place});
}

void find_old_level(const MemberFile& file, Found& found) {
    const auto* version = file.version();
    if (file.on >= two_levels_from && version && names_old_level(version->permanent_residence))
        found.add({.record = version->id.value, .value = version->permanent_residence, .since = two_levels_from});
}

constexpr std::string_view why_commune =
    "Thiếu xã, phường, thị trấn thì không gộp được số liệu theo địa bàn và không chuyển "
    "được sang tên đơn vị mới sau sắp xếp.";

constexpr std::array table{
    Check{.code = "person.birth_place_missing",
          .severity = Severity::debt,
          .weight = 6,
          .label = "Thiếu nơi đăng ký khai sinh",
          .message = "Chưa ghi nơi đăng ký khai sinh, hoặc ghi cho có",
          .meaning = "Mục bắt buộc; những chữ như “không rõ”, “…” tính là chưa ghi.",
          .remedy = "Ghi xã, phường và tỉnh theo giấy khai sinh.",
          .source = "2-HSĐV, mục 5; mẫu chuẩn hóa CSDL đảng viên 2025",
          .type = &Person::type,
          .field = "birth_place",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_missing(file.person.id.value, file.person.birth_place, found); }},
    Check{.code = "person.birth_place_vague",
          .severity = Severity::debt,
          .weight = 3,
          .label = "Nơi đăng ký khai sinh không có xã, phường",
          .message = "Nơi đăng ký khai sinh không nêu xã, phường, thị trấn",
          .meaning = why_commune,
          .remedy = "Ghi thêm xã, phường; sinh ở nước ngoài thì ghi “nước …”.",
          .source = "2-HSĐV, mục 5",
          .type = &Person::type,
          .field = "birth_place",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_vague(file.person.id.value, file.person.birth_place, found); }},
    Check{.code = "person.native_place_missing",
          .severity = Severity::debt,
          .weight = 6,
          .label = "Thiếu quê quán",
          .message = "Chưa ghi quê quán, hoặc ghi cho có",
          .meaning = "Mục bắt buộc; những chữ như “không rõ”, “…” tính là chưa ghi.",
          .remedy = "Ghi xã, phường và tỉnh theo lý lịch.",
          .source = "2-HSĐV, mục 6; mẫu chuẩn hóa CSDL đảng viên 2025",
          .type = &Person::type,
          .field = "native_place",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_missing(file.person.id.value, file.person.native_place, found); }},
    Check{.code = "person.native_place_vague",
          .severity = Severity::debt,
          .weight = 3,
          .label = "Quê quán không có xã, phường",
          .message = "Quê quán không nêu xã, phường, thị trấn",
          .meaning = why_commune,
          .remedy = "Ghi thêm xã, phường; quê ở nước ngoài thì ghi “nước …”.",
          .source = "2-HSĐV, mục 6",
          .type = &Person::type,
          .field = "native_place",
          .of_member = [](const MemberFile& file,
                          Found& found) { find_vague(file.person.id.value, file.person.native_place, found); }},
    Check{.code = "person_version.permanent_residence_missing",
          .severity = Severity::debt,
          .weight = 6,
          .label = "Thiếu nơi thường trú",
          .message = "Chưa ghi nơi thường trú, hoặc ghi cho có",
          .meaning = "Mục bắt buộc; không có thì không giới thiệu được đảng viên về sinh hoạt nơi cư trú.",
          .remedy = "Ghi số nhà, thôn hoặc khu phố, xã hoặc phường theo dữ liệu cư trú.",
          .source = "2-HSĐV, mục 7; mẫu chuẩn hóa CSDL đảng viên 2025",
          .type = &PersonVersion::type,
          .field = "permanent_residence",
          .of_member =
              [](const MemberFile& file, Found& found) {
                  if (const auto* version = file.version())
                      find_missing(version->id.value, version->permanent_residence, found);
              }},
    Check{.code = "person_version.permanent_residence_vague",
          .severity = Severity::debt,
          .weight = 3,
          .label = "Nơi thường trú không có xã, phường",
          .message = "Nơi thường trú không nêu xã, phường, thị trấn",
          .meaning = why_commune,
          .remedy = "Ghi thêm xã, phường nơi thường trú.",
          .source = "2-HSĐV, mục 7",
          .type = &PersonVersion::type,
          .field = "permanent_residence",
          .of_member =
              [](const MemberFile& file, Found& found) {
                  if (const auto* version = file.version())
                      find_vague(version->id.value, version->permanent_residence, found);
              }},
    Check{.code = "person_version.permanent_residence_old_level",
          .severity = Severity::debt,
          .weight = 2,
          .label = "Nơi thường trú ghi đơn vị không còn",
          .message = "Nơi thường trú còn ghi huyện, quận, thị xã hoặc thị trấn, không còn từ 01/7/2025",
          .meaning = "Từ 01/7/2025 chỉ còn tỉnh và xã, phường, đặc khu; địa chỉ cũ không khớp dữ liệu dân cư.",
          .remedy = "Ghi địa chỉ hai cấp; muốn giữ tên cũ thì ghi “… (cũ), nay là …”.",
          .source = "2-HSĐV, mục 7",
          .type = &PersonVersion::type,
          .field = "permanent_residence",
          .of_member = find_old_level},
};

}  // namespace

constinit const std::span<const Check> place_checks{table};

}  // namespace quality
