// SPDX-License-Identifier: AGPL-3.0-or-later
#include <minizip/zip.h>

#include <cstring>

#include "base/check.h"
#include "formats/zip.h"

namespace formats {
namespace {

constexpr uLong first_of_january_1980 = (1 << 5 | 1) << 16;  // As MS-DOS writes dates.
constexpr int level = 6;

// What minizip writes to instead of a file.
struct Target {
    std::string bytes;
    std::size_t position = 0;
};

Target& target(voidpf stream) { return *static_cast<Target*>(stream); }

voidpf open_target(voidpf opaque, const void*, int) { return opaque; }

uLong write_target(voidpf, voidpf stream, const void* data, uLong size) {
    auto& [bytes, position] = target(stream);
    if (bytes.size() < position + size) bytes.resize(position + size);
    std::memcpy(bytes.data() + position, data, size);
    position += size;
    return size;
}

uLong read_target(voidpf, voidpf stream, void* data, uLong size) {
    auto& [bytes, position] = target(stream);
    const auto count = std::min<std::size_t>(size, bytes.size() - std::min(position, bytes.size()));
    std::memcpy(data, bytes.data() + position, count);
    position += count;
    return count;
}

ZPOS64_T tell_target(voidpf, voidpf stream) { return target(stream).position; }

long seek_target(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto& [bytes, position] = target(stream);
    const auto base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? position : bytes.size();
    position = base + static_cast<std::size_t>(offset);
    return 0;
}

int close_target(voidpf, voidpf) { return 0; }
int no_error(voidpf, voidpf) { return 0; }

}  // namespace

struct ZipWriter::State {
    Target target;
    zipFile file = nullptr;
};

ZipWriter::ZipWriter() : state_{std::make_unique<State>()} {
    zlib_filefunc64_def functions{open_target, read_target,  write_target, tell_target,
                                  seek_target, close_target, no_error,     &state_->target};
    state_->file = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    CHECK(state_->file);
}

ZipWriter::~ZipWriter() {
    if (state_->file) zipClose(state_->file, nullptr);
}

void ZipWriter::add(const std::string& name, std::string_view bytes) {
    CHECK(state_->file);
    zip_fileinfo info{};
    info.dosDate = first_of_january_1980;
    const int is_large = bytes.size() >= 0xFFFFFFFF;
    CHECK(zipOpenNewFileInZip64(state_->file, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, level,
                                is_large) == ZIP_OK);
    constexpr std::size_t piece = std::size_t{1} << 30;  // minizip counts in 32 bits.
    for (std::size_t i = 0; i < bytes.size(); i += piece) {
        const auto part = bytes.substr(i, piece);
        CHECK(zipWriteInFileInZip(state_->file, part.data(), static_cast<unsigned>(part.size())) == ZIP_OK);
    }
    CHECK(zipCloseFileInZip(state_->file) == ZIP_OK);
}

std::string ZipWriter::finish() {
    CHECK(state_->file);
    const int status = zipClose(std::exchange(state_->file, nullptr), nullptr);
    CHECK(status == ZIP_OK);
    return std::move(state_->target.bytes);
}

}  // namespace formats
