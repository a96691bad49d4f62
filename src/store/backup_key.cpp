// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/backup_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/check.h"
#include "base/text.h"

namespace store {
namespace {

constexpr std::string_view heading = "KIENTOAN-BACKUP-KEY 1\n";
constexpr std::size_t passphrase_min = 12;

static_assert(crypto_pwhash_SALTBYTES == 16 && crypto_secretstream_xchacha20poly1305_KEYBYTES == 32);

}  // namespace

BackupKey::~BackupKey() {
    if (auto* bytes = std::get_if<Bytes>(&secret_)) sodium_memzero(bytes->data(), bytes->size());
    if (auto* words = std::get_if<std::string>(&secret_)) sodium_memzero(words->data(), words->size());
}

base::Result<BackupKey> BackupKey::from_passphrase(std::string passphrase) {
    while (passphrase.ends_with('\n') || passphrase.ends_with('\r')) passphrase.pop_back();
    if (base::count_characters(passphrase) < passphrase_min)
        return base::Refusal{"backup.passphrase_short", {std::to_string(passphrase_min)}, {}};
    return BackupKey{std::move(passphrase)};
}

base::Result<BackupKey> BackupKey::read(const std::string& file) {
    std::ifstream input{file, std::ios::binary};
    if (!input) throw base::Fault{"Không đọc được tệp " + file + ": " + std::strerror(errno) + "."};
    std::ostringstream content;
    content << input.rdbuf();
    const auto text = std::move(content).str();
    Bytes bytes;
    std::size_t length = 0;
    if (!text.starts_with(heading) ||
        sodium_hex2bin(bytes.data(), bytes.size(), text.data() + heading.size(), text.size() - heading.size(), "\n",
                       &length, nullptr) != 0 ||
        length != bytes.size())
        return base::Refusal{"backup.not_a_key", {file}, {}};
    return BackupKey{bytes};
}

base::Result<void> BackupKey::write_new_key(const std::string& file) {
    Bytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    char hex[2 * sizeof bytes + 1];
    sodium_bin2hex(hex, sizeof hex, bytes.data(), bytes.size());
    const std::string text = std::string{heading}.append(hex).append("\n");
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST) return base::Refusal{"backup.key_exists", {file}, {}};
    const bool is_written = descriptor >= 0 &&
                            ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                            ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!is_written) throw base::Fault{"Không ghi được tệp " + file + ": " + std::strerror(error) + "."};
    return {};
}

BackupKey::Bytes BackupKey::derive(const std::array<unsigned char, 16>& salt) const {
    Bytes key;
    if (const auto* words = std::get_if<std::string>(&secret_)) {
        if (crypto_pwhash(key.data(), key.size(), words->data(), words->size(), salt.data(),
                          crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE,
                          crypto_pwhash_ALG_ARGON2ID13) != 0)
            throw base::Fault{"Không đủ bộ nhớ để tính khóa của bản sao lưu (cần 256 MiB)."};
        return key;
    }
    // Another key for each file, so that no two streams share one.
    crypto_generichash(key.data(), key.size(), salt.data(), salt.size(), std::get<Bytes>(secret_).data(),
                       std::get<Bytes>(secret_).size());
    return key;
}

}  // namespace store
