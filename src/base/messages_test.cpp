// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/messages.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace base {
namespace {

TEST(Message, FillsArguments) {
    EXPECT_EQ(message({"not_in_list", {"Dân tộc", "Kin", "Dân tộc"}, ""}),
              "“Dân tộc”: “Kin” không có trong danh mục “Dân tộc”");
    EXPECT_EQ(message({"date_order", {"Ngày vào Đảng", "02/09/2020", "Ngày chính thức", "02/09/2019"}, ""}),
              "“Ngày vào Đảng” (02/09/2020) phải trước “Ngày chính thức” (02/09/2019)");
}

TEST(Message, NamesTheArticle) {
    EXPECT_EQ(message({"organisation.superior_is_cell", {"Chi bộ A", "Chi bộ B"}, "294-QĐ/TW, Điều 20.3.2"}),
              "“Chi bộ A” không thể trực thuộc “Chi bộ B”: dưới chi bộ chỉ có tổ đảng (theo 294-QĐ/TW, Điều 20.3.2)");
}

TEST(Message, LeavesOutAPartWithoutArgument) {
    EXPECT_EQ(message({"file.too_many_rows", {"Đảng viên", "1048576"}, ""}),
              "Trang tính “Đảng viên”: quá 1.048.576 dòng");
    EXPECT_EQ(message({"file.too_many_rows", {"", "1048576"}, ""}), "quá 1.048.576 dòng");
    EXPECT_EQ(message({"out_of_range", {"Năm", "1900", "1930", ""}, ""}),
              "“Năm”: 1900 nằm ngoài khoảng cho phép, ít nhất là 1930");
    EXPECT_EQ(message({"wrong_type", {"Năm", "nay"}, ""}), "“Năm”: “nay” không đúng kiểu dữ liệu");
}

TEST(Message, ListsAllArguments) {
    EXPECT_EQ(message({"conflict", {"Họ và tên", "Tôn giáo"}, ""}),
              "Có người khác vừa sửa hồ sơ này (khác nhau ở: Họ và tên, Tôn giáo); hãy xem lại bản mới rồi sửa tiếp");
    EXPECT_EQ(message({"figure.unknown_breakdown", {"tuổi", "sex", "grade"}, ""}),
              "Số liệu này không phân tổ được theo “tuổi”; hãy chọn: sex, grade");
    EXPECT_EQ(message({"conflict", {}, ""}), "Có người khác vừa sửa hồ sơ này; hãy xem lại bản mới rồi sửa tiếp");
}

TEST(Message, WhatPeopleTypedIsNeverReadAsAHole) {
    EXPECT_EQ(message({"bad_date", {"[{1}]", "{0} [x"}, ""}),
              "“[{1}]”: “{0} [x” không phải là một ngày có thật; hãy ghi ngày/tháng/năm, ví dụ 31/12/2020");
}

TEST(Message, OfAnUnknownCodeIsTheCode) {
    EXPECT_EQ(message({"example.unknown", {}, ""}), "example.unknown");
    EXPECT_EQ(message({"example.unknown", {"a", "b"}, "Điều 1"}), "example.unknown: a, b (theo Điều 1)");
}

// Every text of the file is filled once, with and without arguments, so that a slip in it is found here and not by a
// user.
TEST(Messages, EachIsWellFormed) {
    const std::vector<std::string> args(10, "1000");
    const std::string own_characters = "{}[]#*";
    for (const auto& [code, text] : messages()) {
        EXPECT_NO_THROW(message({std::string{code}, {}, ""}));
        const auto filled = message({std::string{code}, args, ""});
        EXPECT_EQ(filled.find_first_of(own_characters), std::string::npos) << filled;
        EXPECT_FALSE(filled.ends_with('.') || filled.ends_with(' ')) << filled;
        EXPECT_EQ(filled.find("  "), std::string::npos) << filled;
        EXPECT_EQ(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._"), std::string_view::npos) << code;
    }
}

TEST(Messages, NoCodeTwice) {
    const auto all = messages();
    EXPECT_GT(all.size(), 50u);
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.code == b.code; }),
              all.end());
}

}  // namespace
}  // namespace base
