// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/csv_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/check.h"

namespace formats {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 16;
constexpr std::string_view formula_starts = "=+-@\t\r";

bool starts_formula(std::string_view text) {
    return !text.empty() && formula_starts.find(text.front()) != formula_starts.npos;
}

// -5, -1.250,75: a spreadsheet computes nothing from it.
bool is_negative_number(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() > 1 && text.front() == '-' && is_digit(text[1]) &&
           std::all_of(text.begin() + 1, text.end(), [&](char c) { return is_digit(c) || c == '.' || c == ','; });
}

bool needs_apostrophe(std::string_view text) {
    return (starts_formula(text) && !is_negative_number(text)) || has_csv_apostrophe(text);
}

}  // namespace

bool has_csv_apostrophe(std::string_view text) {
    if (!text.starts_with('\'')) return false;
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return starts_formula(text);
}

void append_csv_row(std::string& out, std::span<const std::string> cells, char separator) {
    const char special[] = {separator, '"', '\n', '\r', '\0'};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i) out += separator;
        const auto& cell = cells[i];
        const bool is_quoted = cell.find_first_of(special) != cell.npos;
        if (is_quoted) out += '"';
        if (needs_apostrophe(cell)) out += '\'';
        if (!is_quoted) {
            out += cell;
            continue;
        }
        for (const char c : cell) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    out += "\r\n";
}

CsvWriter::CsvWriter(const std::filesystem::path& path, char separator)
    : file_{std::fopen(path.c_str(), "wb"), std::fclose},
      path_{path.string()},
      buffer_{csv_bom},
      separator_{separator} {
    if (!file_) throw base::Fault{"cannot create " + path_ + ": " + std::strerror(errno)};
}

void CsvWriter::write_row(std::span<const std::string> cells) {
    append_csv_row(buffer_, cells, separator_);
    if (buffer_.size() >= buffer_bytes) flush();
}

void CsvWriter::flush() {
    const auto written = std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get());
    if (written != buffer_.size()) throw base::Fault{"cannot write " + path_ + ": " + std::strerror(errno)};
    buffer_.clear();
}

void CsvWriter::finish() {
    flush();
    if (std::fclose(file_.release()) != 0) throw base::Fault{"cannot write " + path_ + ": " + std::strerror(errno)};
}

}  // namespace formats
