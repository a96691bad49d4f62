// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

// Formats of the numbers that registers are full of. Each answers whether the text has the format, nothing more.
namespace records {

bool is_personal_id(std::string_view text);          // Số định danh cá nhân: 12 digits. 2-HSĐV, mục 19.
bool is_old_identity_number(std::string_view text);  // Số chứng minh nhân dân: 9 digits.
bool is_card_number(std::string_view text);  // Số thẻ đảng viên: 12 digits (347-QĐ/TW, 08/8/2025) or 8 digits before.
bool is_profile_number(
    std::string_view text);  // Số lý lịch: 6 digits + 2–3 capital letters, Đ among them. 38-HD/BTCTW, II.1.2.
bool is_organisation_code(std::string_view text);  // 1–40 letters, digits, dots, dashes; no blanks.
bool is_account_name(std::string_view text);  // 3–60 lower-case letters, digits, dots, dashes, _; a letter first.

}  // namespace records
