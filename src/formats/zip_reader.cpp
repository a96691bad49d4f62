// SPDX-License-Identifier: AGPL-3.0-or-later
#include <minizip/unzip.h>

#include <array>
#include <cstdio>
#include <set>
#include <system_error>

#include "base/check.h"
#include "formats/zip.h"

namespace formats {
namespace {

constexpr std::size_t name_length_limit = 1024;
constexpr std::size_t piece_bytes = std::size_t{1} << 16;

base::Refusal broken(std::string part) { return {"file.broken", {std::move(part)}, {}}; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result) c = lower(c);
    return result;
}

// Absolute, or with a part that leaves the folder. Such names are harmless to us, but only a forged file has them.
bool is_suspicious(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\0') != name.npos || name.find(':') != name.npos) return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find('/', begin), name.size());
        if (name.substr(begin, end - begin) == "..") return true;
        begin = end + 1;
    }
    return false;
}

// minizip opens by name; this opens the bytes at `opaque` instead.
voidpf open_bytes_as_file(voidpf opaque, const void*, int) {
    auto& bytes = *static_cast<std::string*>(opaque);
    return fmemopen(bytes.data(), bytes.size(), "rb");
}

}  // namespace

struct ZipReader::Handle {
    unzFile file = nullptr;
    std::string bytes;  // When read from memory.
    std::uint64_t file_bytes = 0;

    Handle() = default;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (file) unzClose(file);
    }
};

ZipReader::ZipReader(std::unique_ptr<Handle> handle) : handle_{std::move(handle)} {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

base::Result<ZipReader> ZipReader::open(const std::filesystem::path& path, const ZipLimits& limits) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return base::Refusal{"file.not_found", {path.string()}, {}};
    auto handle = std::make_unique<Handle>();
    handle->file_bytes = std::filesystem::file_size(path, error);
    if (error) throw base::Fault{"cannot read " + path.string() + ": " + error.message()};
    handle->file = unzOpen64(path.c_str());
    if (!handle->file) return broken("zip");
    ZipReader reader{std::move(handle)};
    TRY(reader.list_entries(limits));
    return reader;
}

base::Result<ZipReader> ZipReader::open_bytes(std::string bytes, const ZipLimits& limits) {
    if (bytes.empty()) return base::Refusal{"file.empty", {}, {}};
    auto handle = std::make_unique<Handle>();
    handle->file_bytes = bytes.size();
    handle->bytes = std::move(bytes);
    zlib_filefunc64_def functions{};
    fill_fopen64_filefunc(&functions);
    functions.zopen64_file = open_bytes_as_file;
    functions.opaque = &handle->bytes;
    handle->file = unzOpen2_64("", &functions);
    if (!handle->file) return broken("zip");
    ZipReader reader{std::move(handle)};
    TRY(reader.list_entries(limits));
    return reader;
}

base::Result<void> ZipReader::list_entries(const ZipLimits& limits) {
    std::set<std::string> seen;
    std::uint64_t packed = 0, total = 0;
    std::array<char, name_length_limit + 1> name{};
    unz_global_info64 global{};
    if (unzGetGlobalInfo64(handle_->file, &global) != UNZ_OK || global.number_entry == 0) return broken("zip");
    int status = unzGoToFirstFile(handle_->file);
    for (; status == UNZ_OK; status = unzGoToNextFile(handle_->file)) {
        unz_file_info64 info{};
        unz64_file_pos position{};
        if (unzGetCurrentFileInfo64(handle_->file, &info, name.data(), name_length_limit, nullptr, 0, nullptr, 0) !=
                UNZ_OK ||
            unzGetFilePos64(handle_->file, &position) != UNZ_OK)
            return broken("zip");
        ZipEntry entry{{name.data(), std::min<std::size_t>(info.size_filename, name_length_limit)},
                       info.compressed_size,
                       info.uncompressed_size,
                       position.pos_in_zip_directory,
                       position.num_of_file};
        for (char& c : entry.name) c = c == '\\' ? '/' : c;
        if (info.size_filename > name_length_limit || is_suspicious(entry.name) ||
            !seen.insert(lower(entry.name)).second)
            return base::Refusal{"file.bad_entry_name", {entry.name}, {}};
        if (info.flag & 1) return base::Refusal{"file.encrypted", {}, {}};
        if (info.compression_method != 0 && info.compression_method != Z_DEFLATED) return broken(entry.name);

        // Sizes are 64 bits wide and may lie, so nothing is added before it is known to be small.
        if (entry.packed_bytes > handle_->file_bytes) return broken(entry.name);
        packed += entry.packed_bytes;
        const bool is_bomb = entry.bytes > limits.entry_bytes || (total += entry.bytes) > limits.total_bytes ||
                             packed > handle_->file_bytes ||
                             (entry.bytes > limits.ratio_from && entry.bytes / limits.ratio > entry.packed_bytes);
        if (is_bomb || entries_.size() >= limits.entries) return base::Refusal{"file.zip_bomb", {}, {}};
        entries_.push_back(std::move(entry));
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) return broken("zip");
    return {};
}

const ZipEntry* ZipReader::find(std::string_view name) const {
    const auto equal = [](char a, char b) { return lower(a) == lower(b); };
    for (const auto& entry : entries_)
        if (std::equal(entry.name.begin(), entry.name.end(), name.begin(), name.end(), equal)) return &entry;
    return nullptr;
}

base::Result<void> ZipReader::stream(const ZipEntry& entry, const BytesHandler& on_bytes) const {
    const unz64_file_pos position{entry.directory_offset, entry.directory_index};
    if (unzGoToFilePos64(handle_->file, &position) != UNZ_OK || unzOpenCurrentFile(handle_->file) != UNZ_OK)
        return broken(entry.name);
    struct Close {
        unzFile file;
        ~Close() { unzCloseCurrentFile(file); }
    } close{handle_->file};

    std::string piece(piece_bytes, '\0');
    std::uint64_t total = 0;
    for (;;) {
        const int count = unzReadCurrentFile(handle_->file, piece.data(), static_cast<unsigned>(piece.size()));
        if (count < 0) return broken(entry.name);
        if (count == 0) break;
        total += static_cast<std::uint64_t>(count);
        TRY(on_bytes(std::string_view{piece.data(), static_cast<std::size_t>(count)}));
    }
    // Closing a second time, in ~Close, does nothing.
    if (unzCloseCurrentFile(handle_->file) != UNZ_OK || total != entry.bytes) return broken(entry.name);
    return {};
}

base::Result<std::string> ZipReader::read(const ZipEntry& entry, std::uint64_t limit) const {
    if (entry.bytes > limit) return base::Refusal{"file.too_large", {entry.name, std::to_string(limit)}, {}};
    std::string result;
    result.reserve(entry.bytes);
    TRY(stream(entry, [&](std::string_view bytes) -> base::Result<void> {
        result += bytes;
        return {};
    }));
    return result;
}

}  // namespace formats
