// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/password.h"

#include <sodium.h>

#include <array>
#include <semaphore>

#include "base/check.h"

namespace actions {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19u << 20;

void start_sodium() {
    if (sodium_init() < 0) throw base::Fault{"Không khởi động được thư viện mật mã."};
}

// Two at once: the memory, not the time, is what a crowd could exhaust.
class Turn {
public:
    Turn() { turns().acquire(); }
    ~Turn() { turns().release(); }
    Turn(const Turn&) = delete;

private:
    static std::counting_semaphore<2>& turns() {
        static std::counting_semaphore<2> two{2};
        return two;
    }
};

std::string to_token(std::span<const unsigned char> bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // The terminating zero.
    return text;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::string hash_password(std::string_view password) {
    start_sodium();
    const Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> hash;
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw base::Fault{"Không đủ bộ nhớ để băm mật khẩu."};
    return hash.data();
}

bool password_matches(const std::string& hash, std::string_view password) {
    start_sodium();
    const Turn turn;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool no_password_matches(std::string_view password) {
    static const std::string nobodys = hash_password(random_token());
    return password_matches(nobodys, password) && false;
}

bool needs_new_hash(const std::string& hash) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory) != 0;
}

std::string random_password(int groups) {
    start_sodium();
    // Without i, l, o, 0, 1 and what differs only by its case.
    constexpr std::string_view signs = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string password;
    for (int i = 0; i < 4 * groups; ++i) {
        if (i > 0 && i % 4 == 0) password += '-';
        password += signs[randombytes_uniform(static_cast<std::uint32_t>(signs.size()))];
    }
    return password;
}

std::string random_token() {
    start_sodium();
    std::array<unsigned char, 32> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return to_token(bytes);
}

std::string digest_of_secret(std::string_view secret) {
    std::array<unsigned char, 32> hash;
    crypto_generichash(hash.data(), hash.size(), bytes_of(secret), secret.size(), nullptr, 0);
    std::string text(2 * hash.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

std::string derive_secret(std::string_view secret, std::string_view purpose) {
    std::array<unsigned char, 32> key, derived;
    crypto_generichash(key.data(), key.size(), bytes_of(secret), secret.size(), nullptr, 0);
    crypto_generichash(derived.data(), derived.size(), bytes_of(purpose), purpose.size(), key.data(), key.size());
    return to_token(derived);
}

}  // namespace actions
