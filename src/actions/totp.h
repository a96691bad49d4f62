// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Mã một lần (TOTP, RFC 6238): 6 digits every 30 seconds, SHA-1, as all telephone programs know it.
namespace actions {

std::string new_totp_secret();  // 160 bits in base 32.
// otpauth://totp/…: what the telephone reads as a picture.
std::string totp_uri(std::string_view secret, std::string_view account_name);

// The step of a code that is right now, or was or will be half a minute off; only one later than `last_step`, so that
// no code is taken twice. Nothing when the code is wrong.
std::optional<std::int64_t> totp_step(const std::string& secret, std::string_view code, std::int64_t now_ms,
                                      std::int64_t last_step);

// Ten codes of 118 bits for the day on which the telephone is lost: random passwords of six groups.
std::vector<std::string> new_recovery_codes();
// What is kept of them: digests, parted by blanks.
std::string recovery_digests(const std::vector<std::string>& codes);
// What is left when the code was one of them; nothing when it was not. Case and dashes do not matter.
std::optional<std::string> use_recovery_code(std::string_view digests, std::string_view code);

}  // namespace actions
