// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/identifiers.h"

#include <gtest/gtest.h>

#include <string>

namespace records {
namespace {

TEST(Identifiers, PersonalId) {
    EXPECT_TRUE(is_personal_id("012345678901"));
    for (const auto* wrong : {"", "01234567890", "0123456789012", "01234567890a", "012345678 01", "０12345678901"})
        EXPECT_FALSE(is_personal_id(wrong)) << wrong;
}

TEST(Identifiers, OldIdentityNumber) {
    EXPECT_TRUE(is_old_identity_number("012345678"));
    for (const auto* wrong : {"", "01234567", "0123456789", "012345678901"})
        EXPECT_FALSE(is_old_identity_number(wrong)) << wrong;
}

TEST(Identifiers, CardNumber) {
    EXPECT_TRUE(is_card_number("01234567"));
    EXPECT_TRUE(is_card_number("012345678901"));
    for (const auto* wrong : {"", "0123456", "012345678", "0123456789", "01.234567"})
        EXPECT_FALSE(is_card_number(wrong)) << wrong;
}

TEST(Identifiers, ProfileNumber) {
    for (const auto* right : {"000001HN", "123456HCM", "123456ĐN", "123456ĐĐ", "123456BRĐ"})
        EXPECT_TRUE(is_profile_number(right)) << right;
    for (const auto* wrong : {"", "000000HN", "123456", "123456H", "123456HCMC", "12345HN", "123456hn", "123456Đ",
                              "123456H1", "123456ÔN", "1234567HN", "123456H\xC4"})
        EXPECT_FALSE(is_profile_number(wrong)) << wrong;
}

TEST(Identifiers, OrganisationCode) {
    for (const auto* right : {"DH", "38.168.053.000.001", "a-b_1", "1"})
        EXPECT_TRUE(is_organisation_code(right)) << right;
    for (const std::string& wrong :
         {std::string{}, std::string{"DH 1"}, std::string{"ĐH"}, std::string{"a/b"}, std::string(41, 'a')})
        EXPECT_FALSE(is_organisation_code(wrong)) << wrong;
    EXPECT_TRUE(is_organisation_code(std::string(40, 'a')));
}

TEST(Identifiers, AccountName) {
    for (const std::string& right : {std::string{"lan"}, std::string{"tran.van-an_2"}, std::string(60, 'a')})
        EXPECT_TRUE(is_account_name(right)) << right;
    for (const std::string& wrong :
         {std::string{}, std::string{"la"}, std::string{"2lan"}, std::string{"Lan"}, std::string{"lan anh"},
          std::string{"lân"}, std::string{"cli:lan"}, std::string(61, 'a')})
        EXPECT_FALSE(is_account_name(wrong)) << wrong;
}

}  // namespace
}  // namespace records
