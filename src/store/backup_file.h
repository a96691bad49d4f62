// SPDX-License-Identifier: AGPL-3.0-or-later
// What a backup (bản sao lưu) holds: the same for both engines, so that either can be restored into either.
//
// "KIENTOAN-BACKUP 1\n", then values: at_ms; number of migrations, each number, name, digest; number of tables, each
// name, number of columns, name and kind of each, its rows (1, cells …), 0, number of rows. The last 32 bytes are the
// BLAKE2b-256 of all before. A value is one byte that says what it is (0 nothing, 1 number, 2 text, 3 bytes, 4 id) and
// its contents: numbers 8 bytes, little-endian; texts and bytes with 4 bytes of length before; ids 16 bytes.
#pragma once

#include <sodium.h>

#include <deque>
#include <memory>
#include <string>

#include "store/backup_stream.h"
#include "store/connection.h"

namespace store {

class BackupWriter : public Binder {
public:
    explicit BackupWriter(std::unique_ptr<ByteSink> to);

    void bind_null(int) override;
    void bind_integer(int, std::int64_t value) override { put(value); }
    void bind_text(int, std::string_view value) override { put(value); }
    void bind_bytes(int, std::span<const std::uint8_t> value) override;
    void bind_id(int, const base::Uuid& value) override;
    void bind_short_text(int, std::string_view value) override { put(value); }

    void put(std::int64_t value);
    void put(std::string_view value);
    void finish();

private:
    void put_block(std::uint8_t tag, const void* data, std::size_t size);
    void append(const void* data, std::size_t size);
    void send();

    std::string buffer_;
    std::unique_ptr<ByteSink> output_;
    crypto_generichash_state state_;
};

class BackupReader {
public:
    // Checks the whole file. Refusals: "backup.not_a_backup", "backup.corrupt", those of open_file; a file that cannot
    // be read is a base::Fault.
    static base::Result<BackupReader> open(const std::string& file, const BackupKey* key);

    std::int64_t number();
    std::string text();
    // The next value, whatever it is, into one place of a row.
    void transfer(Binder& to, int at);

private:
    BackupReader(std::unique_ptr<ByteSource> input, std::int64_t size) : input_{std::move(input)}, rest_{size} {}
    void read(void* data, std::size_t size);
    std::uint8_t tag();
    std::int64_t integer();
    std::string& block();

    std::unique_ptr<ByteSource> input_;
    std::int64_t rest_;              // Bytes before the checksum that were not read yet.
    std::deque<std::string> cells_;  // The row's texts and bytes, by place: borrowed until the row is written.
    std::string block_;
};

}  // namespace store
