// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <variant>

#include "base/result.h"

namespace store {

// What seals a backup (khóa của bản sao lưu): 32 random bytes kept in a file, or words that someone remembers. The
// memory of both is cleared when they go.
class BackupKey {
public:
    using Bytes = std::array<unsigned char, 32>;

    // Refused as "backup.passphrase_short" {least number of characters} below 12 characters.
    static base::Result<BackupKey> from_passphrase(std::string passphrase);
    // A file that write_new_key has written: refused as "backup.not_a_key" {file}. Throws base::Fault when the file
    // cannot be read.
    static base::Result<BackupKey> read(const std::string& file);
    // Makes a key and writes it into a new file that only its owner may read; refused as "backup.key_exists" {file}.
    static base::Result<void> write_new_key(const std::string& file);

    BackupKey(BackupKey&&) noexcept = default;
    BackupKey& operator=(BackupKey&&) noexcept = default;
    ~BackupKey();

    bool is_passphrase() const { return std::holds_alternative<std::string>(secret_); }
    // The key of one file, with that file's salt. A passphrase takes about 0.7 s and 256 MiB (Argon2id, "moderate");
    // throws base::Fault without the memory.
    Bytes derive(const std::array<unsigned char, 16>& salt) const;

private:
    explicit BackupKey(std::variant<Bytes, std::string> secret) : secret_{std::move(secret)} {}

    std::variant<Bytes, std::string> secret_;
};

}  // namespace store
