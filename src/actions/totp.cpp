// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/totp.h"

#include <oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "actions/password.h"
#include "base/check.h"

namespace actions {
namespace {

constexpr std::size_t digits = 6, recovery_count = 10;
constexpr std::string_view issuer = "Ki%E1%BB%87n%20To%C3%A0n";

void start_oath() {
    static const int started = oath_init();
    if (started != OATH_OK) throw base::Fault{"Không khởi động được thư viện mã một lần."};
}

std::string decode(const std::string& secret) {
    char* bytes = nullptr;
    std::size_t size = 0;
    if (oath_base32_decode(secret.c_str(), secret.size(), &bytes, &size) != OATH_OK)
        throw base::Fault{"Khóa mã một lần trong kho dữ liệu bị hỏng."};
    std::string decoded{bytes, size};
    std::free(bytes);
    return decoded;
}

std::string digest_of_code(std::string_view code) {
    std::string plain;
    for (const char c : code) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    return digest_of_secret(plain).substr(0, 32);
}

}  // namespace

std::string new_totp_secret() {
    start_oath();
    if (sodium_init() < 0) throw base::Fault{"Không khởi động được thư viện mật mã."};
    std::array<char, 20> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    char* text = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &size) != OATH_OK)
        throw base::Fault{"Không đủ bộ nhớ để tạo khóa mã một lần."};
    std::string secret{text, size};
    std::free(text);
    return secret;
}

std::string totp_uri(std::string_view secret, std::string_view account_name) {
    std::string uri = "otpauth://totp/";
    uri.append(issuer).append(":").append(account_name).append("?secret=").append(secret);
    uri.append("&issuer=").append(issuer).append("&algorithm=SHA1&digits=6&period=30");
    return uri;
}

std::optional<std::int64_t> totp_step(const std::string& secret, std::string_view code, std::int64_t now_ms,
                                      std::int64_t last_step) {
    start_oath();
    std::string plain{code};
    std::erase(plain, ' ');
    if (plain.size() != digits || !std::all_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    const auto key = decode(secret);
    std::uint64_t step = 0;
    const int found = oath_totp_validate3(key.data(), key.size(), static_cast<time_t>(now_ms / 1000),
                                          OATH_TOTP_DEFAULT_TIME_STEP_SIZE, OATH_TOTP_DEFAULT_START_TIME, 1, nullptr,
                                          &step, plain.c_str());
    const auto taken = static_cast<std::int64_t>(step);
    if (found < 0 || taken <= last_step) return {};
    return taken;
}

std::vector<std::string> new_recovery_codes() {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recovery_count; ++i)
        codes.push_back(random_password(6));  // 118 bits: no salt is needed.
    return codes;
}

std::string recovery_digests(const std::vector<std::string>& codes) {
    std::string digests;
    for (const auto& code : codes) {
        if (!digests.empty()) digests += ' ';
        digests += digest_of_code(code);
    }
    return digests;
}

std::optional<std::string> use_recovery_code(std::string_view digests, std::string_view code) {
    const auto wanted = digest_of_code(code);
    const auto at = digests.find(wanted);
    if (at == std::string_view::npos) return {};
    std::string left{digests};
    left.erase(at, wanted.size() + (at + wanted.size() < left.size() ? 1 : 0));
    if (!left.empty() && left.back() == ' ') left.pop_back();
    return left;
}

}  // namespace actions
