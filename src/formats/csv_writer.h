// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace formats {

// Appends one record with CRLF. Cells are quoted where needed. A cell that a spreadsheet would take for a formula (it
// begins with = + - @, tab or carriage return, and is no plain number) gets a leading apostrophe, so that opening the
// file runs nothing. Our reader takes that apostrophe away.
void append_csv_row(std::string& out, std::span<const std::string> cells, char separator);

// Whether a cell read from CSV begins with an apostrophe that append_csv_row put there.
bool has_csv_apostrophe(std::string_view text);

// What a CSV file begins with, so that Excel reads it as UTF-8.
constexpr char csv_bom[] = "\xEF\xBB\xBF";

// Writes a CSV file; ; is what Excel expects under Vietnamese settings. Trouble of the disk throws base::Fault.
class CsvWriter {
public:
    explicit CsvWriter(const std::filesystem::path& path, char separator = ';');
    void write_row(std::span<const std::string> cells);
    void finish();

private:
    void flush();

    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
    std::string path_;
    std::string buffer_;
    char separator_;
};

}  // namespace formats
