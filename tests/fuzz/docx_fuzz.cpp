// SPDX-License-Identifier: AGPL-3.0-or-later
// Any bytes are refused or filled, and what is filled is a document of well-formed parts again.
#include <pugixml.hpp>

#include "base/check.h"
#include "formats/docx.h"
#include "tests/fuzz/packed_parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const formats::DocxData values{
        .values = {{"name", "Trần <Bình> & \"Châu\""}, {"empty", ""}, {"lines", "một\nhai\tba {{name}}"}},
        .lists = {{"jobs", {{{"from", "9/2003"}, {"what", "a"}}, {{"from", "7/2007"}, {"what", "]]>"}}}}, {"none", {}}},
        .flags = {"signed"}};
    const auto bytes = fuzz::packed_parts(data, size);
    const auto names = formats::placeholders(bytes);
    const auto filled = formats::fill_docx(bytes, values);
    if (!names || !filled) return 0;
    constexpr std::uint64_t limit = std::uint64_t{1} << 30;
    const auto before = formats::ZipReader::open_bytes(bytes);
    const auto after = formats::ZipReader::open_bytes(*filled);
    CHECK(before.has_value() && after.has_value() && after->find("word/document.xml") != nullptr);
    for (const auto& entry : after->entries()) {
        const auto part = *after->read(entry, limit);
        pugi::xml_document document;
        CHECK(part == *before->read(*before->find(entry.name), limit) ||
              document.load_buffer(part.data(), part.size()));
    }
    return 0;
}
