// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx_text.h"

#include <gtest/gtest.h>

#include "formats/docx_builder.h"

namespace formats {
namespace {

TEST(DocxText, ParagraphsAreLinesAndCellsArePartedByTabs) {
    DocxBuilder builder;
    builder.add(DocxParagraph{.runs = {{"Kết nạp "}, {"252/250", {.bold = true}}, {" đảng viên\nmới"}}});
    builder.add(DocxTable{.widths_mm = {80, 80}, .rows = {{cell("Tốt"), cell("42")}, {cell("Khá"), cell("7")}}});
    builder.add(paragraph("Hết."));
    const auto text = docx_text(builder.finish(), 1000);
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("Kết nạp 252/250 đảng viên\nmới\n"), std::string::npos) << *text;
    EXPECT_NE(text->find("Tốt \t42 \t\nKhá \t7 \t\n"), std::string::npos) << *text;
    EXPECT_TRUE(text->ends_with("Hết.\n")) << *text;
}

TEST(DocxText, OtherFilesAreRefused) {
    EXPECT_FALSE(is_zip("Không phải"));
    const auto text = docx_text("PK\x03\x04 hỏng", 1000);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, "file.broken");
}

// A few bytes of a container may hold very much text.
TEST(DocxText, LongTextIsRefusedBeforeItIsAllKept) {
    DocxBuilder builder;
    builder.add(paragraph(std::string(100'000, 'a')));
    const auto document = builder.finish();
    EXPECT_LT(document.size(), 10'000u);
    EXPECT_TRUE(docx_text(document, 200'000));
    const auto text = docx_text(document, 50'000);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, "file.too_large");
}

}  // namespace
}  // namespace formats
