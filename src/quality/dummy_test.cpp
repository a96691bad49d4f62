// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/dummy.h"

#include <gtest/gtest.h>

#include "quality/province_codes.h"

namespace quality {
namespace {

TEST(Dummy, TextsThatSayNothing) {
    for (const auto text : {"", " ", "...", "-", "?", "x", "xX", "aaaa", "không rõ", "KHÔNG  RÕ", "khong ro",
                            "Chưa cập nhật", "n/a", "N.A", "null", "đang bổ sung"})
        EXPECT_TRUE(is_dummy_text(text)) << text;
    for (const auto text : {"Luật", "Khu phố 1", "An", "12-QĐ/KN", "Không quân", "Rõ"})
        EXPECT_FALSE(is_dummy_text(text)) << text;
}

TEST(Dummy, NamesOfExamples) {
    EXPECT_TRUE(is_dummy_name("Nguyễn Văn A"));
    EXPECT_TRUE(is_dummy_name("NGUYỄN THỊ B"));
    EXPECT_FALSE(is_dummy_name("Nguyễn Văn An"));
    EXPECT_FALSE(is_dummy_name("Giàng A A"));
}

TEST(Dummy, Numbers) {
    for (const auto text : {"", "000000000000", "1111 1111", "123456789012", "987654321", "012345678"})
        EXPECT_TRUE(is_dummy_number(text)) << text;
    for (const auto text : {"045185900123", "112233445566", "45001234", "012345679"})
        EXPECT_FALSE(is_dummy_number(text)) << text;
}

TEST(Dummy, Dates) {
    EXPECT_TRUE(is_dummy_date({}));
    EXPECT_TRUE(is_dummy_date(base::date(1900, 1, 1)));
    EXPECT_FALSE(is_dummy_date(base::PartialDate{1901, 0, 0}));
    EXPECT_TRUE(is_dummy_date(base::date(9999, 12, 31)));
}

TEST(ProvinceCodes, OfBirthsAtHomeAndAbroad) {
    for (const auto code : {"001", "045", "096", "101", "345"}) EXPECT_TRUE(is_birth_place_code(code)) << code;
    for (const auto code : {"000", "003", "047", "097", "100"}) EXPECT_FALSE(is_birth_place_code(code)) << code;
}

}  // namespace
}  // namespace quality
