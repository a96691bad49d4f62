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
    const auto text = docx_text(builder.finish());
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("Kết nạp 252/250 đảng viên\nmới\n"), std::string::npos) << *text;
    EXPECT_NE(text->find("Tốt \t42 \t\nKhá \t7 \t\n"), std::string::npos) << *text;
    EXPECT_TRUE(text->ends_with("Hết.\n")) << *text;
}

TEST(DocxText, OtherFilesAreRefused) {
    EXPECT_FALSE(is_zip("Không phải"));
    const auto text = docx_text("PK\x03\x04 hỏng");
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, "file.broken");
}

}  // namespace
}  // namespace formats
