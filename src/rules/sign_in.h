// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"

// Đăng nhập: what does not depend on who asks. The limits are our own; no document fixes them.
namespace rules {

// Whether a password may be chosen: 12 to 128 characters of any kind (blanks in a row count once); not digits alone, no
// short piece repeated, not the name of the account, no word that everybody tries first with digits or signs around it.
// Refusals: "password.too_short" {least}, "password.too_long" {most}, "password.has_name" {}, "password.frequent" {}.
base::Result<void> judge_password(std::string_view password, std::string_view account_name);

// How long an account is locked (tạm khóa) by its n-th wrong password in a row, in milliseconds: 15 minutes at the 5th,
// 30 at the 10th, then 60, …, at most a day; 0 in between.
std::int64_t lock_after_failures(std::int64_t failures);

// A session ends after 8 hours without a request, and 12 hours after it began.
inline constexpr std::int64_t session_idle_ms = 8 * 3'600'000;
inline constexpr std::int64_t session_longest_ms = 12 * 3'600'000;
constexpr bool session_has_ended(std::int64_t began_ms, std::int64_t seen_ms, std::int64_t now_ms) {
    return now_ms - seen_ms >= session_idle_ms || now_ms - began_ms >= session_longest_ms;
}

}  // namespace rules
