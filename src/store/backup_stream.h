// SPDX-License-Identifier: AGPL-3.0-or-later
// The bytes of a backup on the disk: as they are, or sealed (mã hóa).
//
// A sealed file is "KIENTOAN-SEALED 1\n", one byte (0: key of a file, 1: passphrase), 16 bytes of salt, the 24 bytes
// of a stream's beginning, then pieces of 64 KiB, each with 17 bytes more than it holds (XChaCha20-Poly1305,
// libsodium's secretstream). The last piece says that it is the last: a file cut short is found.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "store/backup_key.h"

namespace store {

// Writes FILE.partial, which becomes FILE when `finish` has put it safely on the disk; otherwise nothing is left.
// Throws base::Fault when the disk is full or refuses.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    virtual void write(const void* data, std::size_t size) = 0;
    virtual void finish() = 0;
};
// Without a key the file is not sealed. Only its owner may read it.
std::unique_ptr<ByteSink> create_file(const std::string& file, const BackupKey* key);

class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Of all that can be read.
    virtual std::int64_t size() const = 0;
    // Fewer bytes only at the end, or where a sealed file was damaged.
    virtual std::size_t read(void* data, std::size_t size) = 0;
    virtual void rewind() = 0;
};
// Refusals: "backup.key_needed" {file} for a sealed file without a key, "backup.wrong_key" {file} when the key opens
// nothing of it, "backup.wrong_kind_of_key" {file, kind of key that it was sealed with}. Throws base::Fault when the
// file cannot be read.
base::Result<std::unique_ptr<ByteSource>> open_file(const std::string& file, const BackupKey* key);

}  // namespace store
