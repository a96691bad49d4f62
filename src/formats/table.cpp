// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/table.h"

#include <cstdio>
#include <system_error>

#include "base/check.h"
#include "formats/csv_reader.h"
#include "formats/xlsx_reader.h"
#include "formats/zip.h"

namespace formats {
namespace {

constexpr std::string_view zip_magic = "PK\x03\x04";
constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
// "EncryptedPackage", the stream of a password-protected XLSX inside its OLE container, in UTF-16.
constexpr std::string_view encrypted_package{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};

std::string read_start(const std::filesystem::path& path, std::size_t limit) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rb"), std::fclose};
    if (!file) throw base::Fault{"cannot open " + path.string()};
    std::string bytes(limit, '\0');
    bytes.resize(std::fread(bytes.data(), 1, limit, file.get()));
    if (std::ferror(file.get())) throw base::Fault{"cannot read " + path.string()};
    return bytes;
}

bool begins_with_word(std::string_view text, std::string_view lower_word) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.size() < lower_word.size()) return false;
    for (std::size_t i = 0; i < lower_word.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        if (c != lower_word[i]) return false;
    }
    return true;
}

// Web pages are often saved, or exported by other systems, under the name .xls.
bool is_markup(std::string_view start) {
    for (const auto word : {"<!doctype", "<html", "<table", "<?xml", "<head", "<meta", "{\\rtf", "%pdf"})
        if (begins_with_word(start, word)) return true;
    return false;
}

bool is_binary(std::string_view start) {
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return false;  // UTF-16.
    return start.find('\0') != start.npos;
}

base::Refusal refuse(const char* code) { return {code, {}, {}}; }

base::Result<std::unique_ptr<TableReader>> open_zip(ZipReader zip) {
    if (zip.find("xl/workbook.bin")) return refuse("file.binary_excel");
    if (const auto* entry = zip.find("mimetype")) {
        const auto type = TRY(zip.read(*entry, 1 << 10));
        if (type.starts_with("application/vnd.oasis.opendocument")) return refuse("file.open_document");
    }
    if (zip.find("word/document.xml") || (!zip.find("xl/workbook.xml") && !zip.find("_rels/.rels")))
        return refuse("file.not_a_table");
    return open_xlsx(std::move(zip));
}

}  // namespace

base::Result<std::unique_ptr<TableReader>> open_table(const std::filesystem::path& path) {
    constexpr std::size_t start_bytes = 4096, container_bytes = std::size_t{256} << 20;
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return base::Refusal{"file.not_found", {path.string()}, {}};
    const auto start = read_start(path, start_bytes);
    if (start.empty()) return refuse("file.empty");
    if (start.starts_with(zip_magic)) return open_zip(TRY(ZipReader::open(path)));
    if (start.starts_with(ole_magic)) return open_table_bytes(read_start(path, container_bytes));
    if (is_markup(start) || is_binary(start)) return refuse("file.not_a_table");
    return open_csv(path);
}

base::Result<std::unique_ptr<TableReader>> open_table_bytes(std::string bytes) {
    if (bytes.empty()) return refuse("file.empty");
    if (bytes.starts_with(zip_magic)) return open_zip(TRY(ZipReader::open_bytes(std::move(bytes))));
    if (bytes.starts_with(ole_magic))
        return refuse(bytes.find(encrypted_package) != bytes.npos ? "file.encrypted" : "file.old_excel");
    const auto start = std::string_view{bytes}.substr(0, 4096);
    if (is_markup(start) || is_binary(start)) return refuse("file.not_a_table");
    return open_csv_bytes(std::move(bytes));
}

base::Result<void> read_visible_sheets(TableReader& reader, const RowHandler& on_row) {
    for (std::size_t i = 0; i < reader.sheets().size(); ++i)
        if (!reader.sheets()[i].is_hidden) TRY(reader.read(i, on_row));
    return {};
}

bool exceeds_cell_length(std::string_view utf8) {
    if (utf8.size() <= cell_length_limit) return false;
    std::size_t units = 0;
    for (const char c : utf8) units += (c & 0xC0) != 0x80 ? 1u + ((c & 0xF8) == 0xF0) : 0u;
    return units > cell_length_limit;
}

std::string column_name(std::uint32_t column) {
    std::string name;
    for (std::uint64_t n = std::uint64_t{column} + 1; n > 0; n = (n - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
    return name;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) { return column_name(column) + std::to_string(row); }

}  // namespace formats
