// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "formats/zip.h"

namespace fuzz {

// An input for a format that is a ZIP of XML parts. Mutated ZIP bytes rarely get past the checksums, so an input may
// also be text: each part after a line "=== name", which this packs. Bytes that begin with PK are taken as they are.
inline std::string packed_parts(const std::uint8_t* data, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    constexpr std::string_view mark = "=== ";
    if (!input.starts_with(mark)) return std::string{input};
    formats::ZipWriter zip;
    std::set<std::string> names;
    for (std::size_t begin = 0; begin < input.size();) {
        const auto next = input.find("\n=== ", begin);
        const auto part =
            input.substr(begin + mark.size(), next == input.npos ? input.npos : next - begin - mark.size());
        const auto line_end = std::min(part.find('\n'), part.size());
        const std::string name{part.substr(0, line_end)};
        if (names.insert(name).second) zip.add(name, part.substr(std::min(line_end + 1, part.size())));
        begin = next == input.npos ? input.size() : next + 1;
    }
    return zip.finish();
}

}  // namespace fuzz
