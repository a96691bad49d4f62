// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/zip.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "formats/samples_for_tests.h"

namespace formats {
namespace {

std::string refusal_of(std::string bytes, const ZipLimits& limits = {}) {
    const auto zip = ZipReader::open_bytes(std::move(bytes), limits);
    return zip ? "" : zip.error().code;
}

std::string one_entry(const std::string& name, std::string_view content) {
    ZipWriter writer;
    writer.add(name, content);
    return writer.finish();
}

// Replaces every occurrence; names stand both before the data and in the directory.
std::string replaced(std::string bytes, std::string_view from, std::string_view to) {
    for (auto at = bytes.find(from); at != bytes.npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
    return bytes;
}

RC_GTEST_PROP(Zip, written_entries_are_read_back, (const std::map<std::uint16_t, std::string>& contents)) {
    RC_PRE(!contents.empty());
    ZipWriter writer;
    for (const auto& [id, bytes] : contents) writer.add("part/" + std::to_string(id), bytes);
    auto packed = writer.finish();
    const auto zip = ZipReader::open_bytes(packed);
    RC_ASSERT(zip.has_value());
    RC_ASSERT(zip->entries().size() == contents.size());
    for (const auto& [id, bytes] : contents) {
        const auto* entry = zip->find("PART/" + std::to_string(id));
        RC_ASSERT(entry != nullptr);
        RC_ASSERT(*zip->read(*entry, 1 << 20) == bytes);
    }
}

TEST(Zip, reads_from_a_file_and_by_any_case) {
    const samples::TemporaryFile file{".zip"};
    file.write(one_entry("Xl/Workbook.xml", "nội dung"));
    const auto zip = ZipReader::open(file.path());
    ASSERT_TRUE(zip.has_value());
    const auto* entry = zip->find("xl/workbook.XML");
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(*zip->read(*entry, 100), "nội dung");
    EXPECT_EQ(zip->read(*entry, 5).error().code, "file.too_large");
    EXPECT_EQ(zip->find("xl"), nullptr);
    EXPECT_EQ(ZipReader::open("/no/such/file.zip").error().code, "file.not_found");
}

TEST(Zip, equal_content_gives_equal_bytes) { EXPECT_EQ(one_entry("a", "một"), one_entry("a", "một")); }

TEST(Zip, refuses_bombs) {
    const std::string zeros(std::size_t{32} << 20, '\0');
    const auto bomb = one_entry("a", zeros);
    EXPECT_EQ(refusal_of(bomb), "file.zip_bomb");
    EXPECT_EQ(refusal_of(bomb, {.ratio = 2000}), "");
    EXPECT_EQ(refusal_of(bomb, {.entry_bytes = 1000, .ratio = 2000}), "file.zip_bomb");
    EXPECT_EQ(refusal_of(bomb, {.total_bytes = 1000, .ratio = 2000}), "file.zip_bomb");

    ZipWriter many;
    for (int i = 0; i < 20; ++i) many.add(std::to_string(i), "x");
    EXPECT_EQ(refusal_of(many.finish(), {.entries = 10}), "file.zip_bomb");
}

TEST(Zip, refuses_entries_that_share_their_packed_bytes) {
    // Two directory records for one and the same data: the packed sizes add up to more than the file.
    std::string content;
    for (unsigned i = 0; i < 30'000; ++i) content += static_cast<char>(i * 2654435761u >> 24);
    ZipWriter writer;
    writer.add("a", content);
    writer.add("b", "");
    auto bytes = writer.finish();
    const auto first = bytes.find("PK\1\2"), second = bytes.find("PK\1\2", first + 4);
    bytes.replace(second + 16, 12, bytes, first + 16, 12);  // Checksum and both sizes.
    bytes.replace(second + 42, 4, bytes, first + 42, 4);    // Where the data is.
    EXPECT_EQ(refusal_of(bytes), "file.zip_bomb");
}

TEST(Zip, refuses_names_that_lead_elsewhere) {
    for (const auto* name : {"/etc/x", "../x", "a/../../x", "a/..", "C:/x", "\\x"})
        EXPECT_EQ(refusal_of(one_entry(name, "x")), "file.bad_entry_name") << name;
    EXPECT_EQ(refusal_of(one_entry("a..b/.../c", "x")), "");
    ZipWriter twice;
    twice.add("xl/a.xml", "1");
    twice.add("XL\\A.xml", "2");
    EXPECT_EQ(refusal_of(twice.finish()), "file.bad_entry_name");
}

TEST(Zip, refuses_encrypted_entries) {
    auto bytes = one_entry("a", "x");
    bytes[6] |= 1;                         // Flags in the header of the entry,
    bytes[bytes.find("PK\1\2") + 8] |= 1;  // and in the directory.
    EXPECT_EQ(refusal_of(bytes), "file.encrypted");
}

// minizip forgives an end record of which the last bytes are missing; then everything is there.
TEST(Zip, a_truncated_file_is_refused_or_whole) {
    const auto bytes = one_entry("a", "một hai ba bốn năm");
    const auto end_record = bytes.find("PK\5\6");
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        const auto zip = ZipReader::open_bytes(bytes.substr(0, size));
        if (zip) {
            EXPECT_GT(size, end_record);
            const auto content = zip->read(zip->entries().at(0), 100);
            EXPECT_EQ(content ? *content : content.error().code, content ? "một hai ba bốn năm" : "file.broken");
        } else {
            EXPECT_EQ(zip.error().code, "file.broken");
        }
    }
}

TEST(Zip, notices_a_flipped_bit_of_the_content) {
    auto bytes = one_entry("abc", std::string(1000, 'x') + "tail");
    bytes[bytes.find("abc") + 6] ^= 0x10;
    const auto zip = ZipReader::open_bytes(bytes);
    ASSERT_TRUE(zip.has_value());
    EXPECT_EQ(zip->read(zip->entries()[0], 10'000).error().code, "file.broken");
}

TEST(Zip, the_stated_size_is_never_exceeded) {
    auto bytes = one_entry("a", std::string(5000, 'x'));
    for (const auto at : {bytes.find("PK\3\4") + 22, bytes.find("PK\1\2") + 24}) bytes[at] = 10, bytes[at + 1] = 0;
    const auto zip = ZipReader::open_bytes(bytes);
    ASSERT_TRUE(zip.has_value());
    std::size_t total = 0;
    const auto result = zip->stream(zip->entries()[0], [&](std::string_view piece) -> base::Result<void> {
        total += piece.size();
        return {};
    });
    EXPECT_LE(total, 10u);
    EXPECT_EQ(result.error().code, "file.broken");
}

TEST(Zip, a_refusing_reader_stops_the_stream) {
    const auto zip = ZipReader::open_bytes(replaced(one_entry("name", std::string(500'000, 'x')), "name", "NAME"));
    ASSERT_TRUE(zip.has_value());
    int pieces = 0;
    const auto result = zip->stream(zip->entries()[0], [&](std::string_view) -> base::Result<void> {
        ++pieces;
        return base::Refusal{"enough", {}, {}};
    });
    EXPECT_EQ(result.error().code, "enough");
    EXPECT_EQ(pieces, 1);
}

}  // namespace
}  // namespace formats
