// SPDX-License-Identifier: AGPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/check.h"
#include "formats/csv_reader.h"
#include "formats/csv_writer.h"
#include "formats/samples_for_tests.h"
#include "formats/text_decoder.h"

namespace formats {
namespace {

using samples::shown;

std::string utf16(std::u16string_view text, bool is_big) {
    std::string out;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        out += is_big ? high : low;
        out += is_big ? low : high;
    }
    return out;
}

TEST(CsvReader, separators_are_guessed) {
    EXPECT_EQ(shown("a;b\n1,5;2\n"), "!1: text:a | text:b |\n!2: text:1,5 | text:2 |\n");
    EXPECT_EQ(shown("a,b\n1,2\n"), "!1: text:a | text:b |\n!2: text:1 | text:2 |\n");
    EXPECT_EQ(shown("a\tb;c,d\n1\t2\n"), "!1: text:a | text:b;c,d |\n!2: text:1 | text:2 |\n");
    EXPECT_EQ(shown("Xã A, huyện B, tỉnh C;1\nXã D, huyện E, tỉnh G;2\n"),
              "!1: text:Xã A, huyện B, tỉnh C | text:1 |\n!2: text:Xã D, huyện E, tỉnh G | text:2 |\n");
    EXPECT_EQ(shown("DANH SÁCH\n\nSTT,Họ tên\n1,An\n2,Bình\n"),
              "!1: text:DANH SÁCH |\n!3: text:STT | text:Họ tên |\n!4: text:1 | text:An |\n!5: text:2 | text:Bình |\n");
    EXPECT_EQ(shown("sep=|\r\na|b;c;d\r\n"), "!1: text:a | text:b;c;d |\n");
    EXPECT_EQ(shown("một cột\nhai\n"), "!1: text:một cột |\n!2: text:hai |\n");
}

TEST(CsvReader, quotes_line_ends_and_blank_rows) {
    EXPECT_EQ(shown("a;\"b;\"\"c\"\"\r\nd\"\r\n\r\n;;\r\n;x\rlast"),
              "!1: text:a | text:b;\"c\"\r\nd |\n!4:  | text:x |\n!5: text:last |\n");
    EXPECT_EQ(shown("5\" ống;\"a\"b\n"), "!1: text:5\" ống | text:ab |\n");
    EXPECT_EQ(shown("a;b\n\"c;d\ne;f\n"), "!1: text:a | text:b |\nrefused file.csv_quote_not_closed 2");
    EXPECT_EQ(shown("a;b\n1;\"" + std::string(140'000, 'x') + "\"\n"),
              "!1: text:a | text:b |\nrefused file.csv_quote_not_closed 2");
    EXPECT_EQ(shown("a;b\n1;" + std::string(32'768, 'x') + "\n"),
              "!1: text:a | text:b |\nrefused file.cell_too_long  B2 32767");
    EXPECT_EQ(shown(std::string(16'384, ';')), "refused file.too_many_columns  1 16384");
    EXPECT_EQ(shown(std::string(16'383, ';') + "\n"), "");
}

TEST(CsvReader, encodings) {
    const std::string expected = "!1: text:Họ tên | text:𝒱ũ |\n";
    EXPECT_EQ(shown("Họ tên;𝒱ũ\n"), expected);
    EXPECT_EQ(shown("\xEF\xBB\xBFHọ tên;𝒱ũ\n"), expected);
    EXPECT_EQ(shown("\xFF\xFE" + utf16(u"Họ tên;𝒱ũ\n", false)), expected);
    EXPECT_EQ(shown("\xFE\xFF" + utf16(u"Họ tên;𝒱ũ\n", true)), expected);
    EXPECT_EQ(shown("\xFF\xFE" + utf16(u"a\xD800;\xDC00", false) + "x"), "!1: text:a\uFFFD | text:\uFFFD\uFFFD |\n");
    // "Nguyễn" in the font encoding TCVN3, read as the code points that such files show.
    auto reader = open_csv_bytes(
        "Nguy\xD4"
        "n;\x80\xD4\n");
    ASSERT_TRUE(reader.has_value());
    EXPECT_EQ(shown(**reader, 0), "!1: text:NguyÔn | text:€Ô |\n");
    EXPECT_EQ((*reader)->notes(), (std::vector<Note>{{"file.read_as_windows_1252", {}}}));
    EXPECT_EQ(shown(std::string(5000, 'a') + std::string(1, '\0')), "refused file.not_a_table");
}

TEST(CsvReader, a_wrong_byte_far_behind_decides_the_encoding_of_all) {
    EXPECT_TRUE(shown("é;1\n" + std::string(200'000, '\n') + "\xE9;1\n").starts_with("!1: text:Ã© | text:1 |\n"));
}

TEST(CsvReader, can_be_read_again_after_a_stop) {
    auto reader = open_csv_bytes("a;b\n1;2\n");
    ASSERT_TRUE(reader.has_value());
    const auto result = (*reader)->read(0, [](const RowView&) -> base::Result<void> {
        return base::Refusal{"enough", {}, {}};
    });
    EXPECT_EQ(result.error().code, "enough");
    EXPECT_EQ(shown(**reader, 0), "!1: text:a | text:b |\n!2: text:1 | text:2 |\n");
    EXPECT_TRUE((*reader)->merged_ranges(0)->empty());
}

TEST(CsvWriter, what_a_spreadsheet_would_run_gets_an_apostrophe) {
    std::string out;
    append_csv_row(out,
                   std::vector<std::string>{"=1+1", "+84 912", "-5", "-1.250,5", "-x", "@a", "\tb", "'=x", "'x", "a;b",
                                            "c\"d", ""},
                   ';');
    EXPECT_EQ(out, "'=1+1;'+84 912;-5;-1.250,5;'-x;'@a;'\tb;''=x;'x;\"a;b\";\"c\"\"d\";\r\n");
}

RC_GTEST_PROP(CsvWriter, tables_are_read_back, ()) {
    const char separator = *rc::gen::element(';', ',', '\t');
    const auto piece = rc::gen::element<std::string>("=", "+", "-", "@", "'", "\"", ";", ",", "\t", "\n", "\r", " ",
                                                     "ă", "𝒱", "5", "x", ".");
    const auto cell =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
            std::string text;
            for (const auto& p : pieces) text += p;
            return text;
        });
    const auto table =
        *rc::gen::container<std::vector<std::vector<std::string>>>(rc::gen::container<std::vector<std::string>>(cell));
    std::string csv = csv_bom;
    csv += std::string{"sep="} + separator + "\r\n";
    std::vector<std::pair<std::uint32_t, std::vector<std::string>>> expected, read;
    for (std::uint32_t row = 1; row <= table.size(); ++row) {
        auto cells = table[row - 1];
        append_csv_row(csv, cells, separator);
        while (!cells.empty() && cells.back().empty()) cells.pop_back();
        if (!cells.empty()) expected.emplace_back(row, cells);
    }
    auto reader = open_csv_bytes(csv);
    RC_ASSERT(reader.has_value());
    RC_ASSERT((*reader)
                  ->read(0,
                         [&](const RowView& row) -> base::Result<void> {
                             std::vector<std::string> cells;
                             for (const auto& c : row.cells) cells.push_back(c.text);
                             read.emplace_back(row.row, cells);
                             return {};
                         })
                  .has_value());
    RC_ASSERT(read == expected);
}

TEST(CsvWriter, writes_a_file) {
    const samples::TemporaryFile file{".csv"};
    CsvWriter writer{file.path()};
    std::string expected = "\xEF\xBB\xBF";
    for (int i = 0; i < 20'000; ++i) {
        writer.write_row(std::vector<std::string>{std::to_string(i), "Đảng viên"});
        expected += std::to_string(i) + ";Đảng viên\r\n";
    }
    writer.finish();
    EXPECT_EQ(file.bytes(), expected);
    EXPECT_THROW(CsvWriter{"/no/such/folder/file.csv"}, base::Fault);
    CsvWriter full{"/dev/full"};
    full.write_row(std::vector<std::string>{"x"});
    EXPECT_THROW(full.finish(), base::Fault);
}

RC_GTEST_PROP(TextDecoder, pieces_do_not_matter, (const std::vector<std::uint8_t>& raw, std::size_t cut)) {
    const std::string bytes{raw.begin(), raw.end()};
    cut %= bytes.size() + 1;
    for (const auto encoding : {TextEncoding::utf16_little, TextEncoding::utf16_big, TextEncoding::windows_1252}) {
        std::string whole, parts;
        TextDecoder one{encoding}, two{encoding};
        one.decode(bytes, whole);
        one.finish(whole);
        two.decode(std::string_view{bytes}.substr(0, cut), parts);
        two.decode(std::string_view{bytes}.substr(cut), parts);
        two.finish(parts);
        RC_ASSERT(whole == parts);
        RC_ASSERT(is_utf8(whole));
    }
    RC_ASSERT(is_utf8(valid_xml_text(bytes)));
    Utf8Check check;
    check.feed(std::string_view{bytes}.substr(0, cut));
    check.feed(std::string_view{bytes}.substr(cut));
    RC_ASSERT(check.finish() == is_utf8(bytes));
}

TEST(TextDecoder, knows_utf8) {
    for (const auto* good :
         {"", "a", "ế", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xE0\xA0\x80"})
        EXPECT_TRUE(is_utf8(good)) << good;
    for (const auto* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE1\x80", "\xC3", "\xE1\x80x", "\xFF"})
        EXPECT_FALSE(is_utf8(bad));
    EXPECT_EQ(valid_xml_text(std::string{"a\0\x1f\t\n\r\xFFế\xC3", 11}), "a\uFFFD\uFFFD\t\n\r\uFFFDế\uFFFD");
    EXPECT_EQ(valid_xml_text("\xEF\xBF\xBEx"), "\uFFFD\uFFFD\uFFFDx");
}

}  // namespace
}  // namespace formats
