// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/backup_file.h"

#include <array>

#include "store/canonical.h"

namespace store {
namespace {

constexpr std::string_view magic = "KIENTOAN-BACKUP 1\n";
constexpr std::size_t buffer_max = 1 << 20;
enum Tag : std::uint8_t { nothing, number_tag, text_tag, bytes_tag, id_tag };

// The file's checksum is right, and yet its contents make no sense: not written by this program.
[[noreturn]] void unreadable() { throw base::Fault{"Bản sao lưu có cấu trúc không hiểu được."}; }

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

BackupWriter::BackupWriter(std::unique_ptr<ByteSink> to) : output_{std::move(to)} {
    crypto_generichash_init(&state_, nullptr, 0, sizeof(Hash));
    append(magic.data(), magic.size());
}

void BackupWriter::bind_null(int) {
    const std::uint8_t tag = nothing;
    append(&tag, 1);
}

void BackupWriter::put(std::int64_t value) {
    std::uint8_t bytes[9] = {number_tag};
    for (int i = 0; i < 8; ++i) bytes[i + 1] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i));
    append(bytes, sizeof bytes);
}

void BackupWriter::put(std::string_view value) { put_block(text_tag, value.data(), value.size()); }

void BackupWriter::bind_bytes(int, std::span<const std::uint8_t> value) {
    put_block(bytes_tag, value.data(), value.size());
}

void BackupWriter::put_block(std::uint8_t tag, const void* data, std::size_t size) {
    const std::uint8_t head[5] = {tag, static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8),
                                  static_cast<std::uint8_t>(size >> 16), static_cast<std::uint8_t>(size >> 24)};
    append(head, sizeof head);
    append(data, size);
}

void BackupWriter::bind_id(int, const base::Uuid& value) {
    const std::uint8_t tag = id_tag;
    append(&tag, 1);
    append(value.bytes.data(), value.bytes.size());
}

void BackupWriter::append(const void* data, std::size_t size) {
    buffer_.append(static_cast<const char*>(data), size);
    if (buffer_.size() > buffer_max) send();
}

void BackupWriter::send() {
    crypto_generichash_update(&state_, bytes_of(buffer_), buffer_.size());
    output_->write(buffer_.data(), buffer_.size());
    buffer_.clear();
}

void BackupWriter::finish() {
    send();
    Hash hash;
    crypto_generichash_final(&state_, hash.data(), hash.size());
    output_->write(hash.data(), hash.size());
    output_->finish();
}

base::Result<BackupReader> BackupReader::open(const std::string& file, const BackupKey* key) {
    auto input = TRY(open_file(file, key));
    std::string start(magic.size(), '\0');
    if (input->read(start.data(), start.size()) != start.size() || start != magic)
        return base::Refusal{"backup.not_a_backup", {file}, {}};
    const auto body = input->size() - static_cast<std::int64_t>(magic.size() + sizeof(Hash));

    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, sizeof(Hash));
    crypto_generichash_update(&state, bytes_of(start), start.size());
    std::string buffer(buffer_max, '\0');
    const base::Refusal corrupt{"backup.corrupt", {file}, {}};
    for (auto rest = body; rest > 0;) {
        const auto size = static_cast<std::size_t>(std::min<std::int64_t>(rest, buffer_max));
        if (input->read(buffer.data(), size) != size) return corrupt;
        crypto_generichash_update(&state, bytes_of(buffer), size);
        rest -= static_cast<std::int64_t>(size);
    }
    Hash hash, stored;
    crypto_generichash_final(&state, hash.data(), hash.size());
    if (body < 0 || input->read(stored.data(), stored.size()) != stored.size() || stored != hash) return corrupt;
    input->rewind();
    input->read(start.data(), start.size());
    return BackupReader{std::move(input), body};
}

void BackupReader::read(void* data, std::size_t size) {
    rest_ -= static_cast<std::int64_t>(size);
    if (rest_ < 0 || input_->read(data, size) != size) unreadable();
}

std::uint8_t BackupReader::tag() {
    std::uint8_t tag;
    read(&tag, 1);
    return tag;
}

std::string& BackupReader::block() {
    std::uint8_t length[4];
    read(length, sizeof length);
    const std::size_t size = static_cast<std::size_t>(length[0]) | static_cast<std::size_t>(length[1]) << 8 |
                             static_cast<std::size_t>(length[2]) << 16 | static_cast<std::size_t>(length[3]) << 24;
    if (static_cast<std::int64_t>(size) > rest_) unreadable();
    block_.resize(size);
    read(block_.data(), size);
    return block_;
}

std::int64_t BackupReader::number() {
    if (tag() != number_tag) unreadable();
    return integer();
}

std::int64_t BackupReader::integer() {
    std::array<std::uint8_t, 8> bytes;
    read(bytes.data(), bytes.size());
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;) value = value << 8 | bytes[i];
    return static_cast<std::int64_t>(value);
}

std::string BackupReader::text() {
    if (tag() != text_tag) unreadable();
    return block();
}

void BackupReader::transfer(Binder& to, int at) {
    const auto place = static_cast<std::size_t>(at);
    if (cells_.size() <= place) cells_.resize(place + 1);
    auto& cell = cells_[place];
    switch (tag()) {
        case nothing: to.bind_null(at); break;
        case number_tag: to.bind_integer(at, integer()); break;
        case text_tag:
            std::swap(cell, block());
            to.bind_text(at, cell);
            break;
        case bytes_tag:
            std::swap(cell, block());
            to.bind_bytes(at, {bytes_of(cell), cell.size()});
            break;
        case id_tag: {
            cell.resize(16);
            read(cell.data(), cell.size());
            to.bind_bytes(at, {bytes_of(cell), cell.size()});
            break;
        }
        default: unreadable();
    }
}

}  // namespace store
