// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/zip.h"

namespace formats {

// xl/sharedStrings.xml: the texts of a workbook, numbered. One buffer and eight bytes per text.
class SharedStrings {
public:
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t index) const {
        const auto begin = index ? ends_[index - 1] : 0;
        return std::string_view{bytes_}.substr(begin, ends_[index] - begin);
    }

    void append_piece(std::string_view text) { bytes_ += text; }
    void end_text();  // Decodes the escapes of the text that the pieces made.
    std::size_t bytes() const { return bytes_.size(); }

private:
    std::string bytes_;
    std::vector<std::uint64_t> ends_;
};

// file.too_large above 512 MiB of text.
base::Result<SharedStrings> read_shared_strings(const ZipReader& zip, const ZipEntry& part);

// Excel writes characters that XML cannot hold as _x000D_, and a real "_x000D_" as _x005F_x000D_. Decodes from `begin`
// on, in place.
void decode_excel_escapes(std::string& text, std::size_t begin = 0);

// The opposite: escapes carriage returns and what looks like an escape.
std::string encode_excel_escapes(std::string_view text);

// Appends the code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace formats
