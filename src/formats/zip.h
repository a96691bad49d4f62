// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace formats {

struct ZipLimits {
    std::uint64_t entry_bytes = std::uint64_t{4} << 30;  // Unpacked, of one entry.
    std::uint64_t total_bytes = std::uint64_t{6} << 30;  // Unpacked, of all entries.
    std::uint64_t ratio = 200;                           // Unpacked to packed, of entries above ratio_from bytes.
    std::uint64_t ratio_from = std::uint64_t{16} << 20;
    std::size_t entries = 10'000;
};

struct ZipEntry {
    std::string name;  // With / between folders.
    std::uint64_t packed_bytes = 0;
    std::uint64_t bytes = 0;
    std::uint64_t directory_offset = 0;
    std::uint64_t directory_index = 0;
};

// A ZIP container (XLSX and DOCX are ones) opened for reading. All limits are checked when it opens, against sizes that
// cannot be exceeded later: packed sizes must fit in the file and no entry ever yields more than its stated size.
// Refusals: file.not_found, file.broken, file.encrypted, file.zip_bomb, file.bad_entry_name (arguments: table.h).
class ZipReader {
public:
    static base::Result<ZipReader> open(const std::filesystem::path& path, const ZipLimits& limits = {});
    static base::Result<ZipReader> open_bytes(std::string bytes, const ZipLimits& limits = {});
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    const std::vector<ZipEntry>& entries() const { return entries_; }
    // Names differ not by case only, as OPC says. Null when there is none.
    const ZipEntry* find(std::string_view name) const;

    // Unpacks piece by piece; a refusal of `on_bytes` stops it. A wrong checksum is file.broken.
    using BytesHandler = std::function<base::Result<void>(std::string_view)>;
    base::Result<void> stream(const ZipEntry& entry, const BytesHandler& on_bytes) const;
    // The whole entry; file.too_large above `limit` bytes.
    base::Result<std::string> read(const ZipEntry& entry, std::uint64_t limit) const;

private:
    struct Handle;
    explicit ZipReader(std::unique_ptr<Handle> handle);
    base::Result<void> list_entries(const ZipLimits& limits);

    std::unique_ptr<Handle> handle_;
    std::vector<ZipEntry> entries_;
};

// Packs a ZIP in memory. Every entry is dated 01/01/1980, so equal content gives equal bytes.
class ZipWriter {
public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;

    void add(const std::string& name, std::string_view bytes);
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace formats
