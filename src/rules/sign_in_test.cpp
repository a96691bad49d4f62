// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/sign_in.h"

#include <gtest/gtest.h>

namespace rules {
namespace {

std::string judged(std::string_view password, std::string_view name = "tran.lan") {
    const auto result = judge_password(password, name);
    return result ? "" : result.error().code;
}

TEST(Password, HasTwelveToAHundredAndTwentyEightCharactersOfAnyKind) {
    EXPECT_EQ(judged("songcauchay"), "password.too_short");  // 11
    EXPECT_EQ(judged("songcauchayy"), "");                   // 12, of one kind
    EXPECT_EQ(judged("SongCau78!9"), "password.too_short");  // 11, of four kinds
    EXPECT_EQ(judged("sông-cầu chảy xuôi"), "");
    EXPECT_EQ(judged("ộộộộ"), "password.too_short");           // 12 bytes, 4 characters
    EXPECT_EQ(judged("sông      cầu"), "password.too_short");  // 8 once the blanks are one
    EXPECT_EQ(judged("🌾🌾 lúa chín 🌾🌾"), "");
    std::string longest;
    for (int i = 0; i < 32; ++i) longest += "chảy";
    EXPECT_EQ(judged(longest), "");
    EXPECT_EQ(judged(longest + "x"), "password.too_long");
}

TEST(Password, IsNotTheName) {
    EXPECT_EQ(judged("Tran.Lan-2024!"), "password.has_name");
    EXPECT_EQ(judged("2024-trần-lan"), "password.has_name");
    EXPECT_EQ(judged("Le.Hoa-20245!"), "");
    EXPECT_EQ(judged("song-cau-chay-xuoi", "cau"), "password.has_name");
}

TEST(Password, IsNotWhatEverybodyTriesFirst) {
    for (const auto* password :
         {"matkhau12345", "Mật khẩu 2024!", "Password123!", "Vietnam@2024", "1234567890123", "aaaaaaaaaaaa",
          "abcabcabcabc", "qwertyuiop12", "KienToan@2025", "1qaz2wsx3edc", "q1w2e3r4t5y6", "motherfucker",
          "winniethepooh", "ĐộclậpTựdoHạnhphúc!", "Bí thư 123456"})
        EXPECT_EQ(judged(password), "password.frequent") << password;
    EXPECT_EQ(judged("vietnam-que-huong-toi"), "");
}

TEST(LockOut, DoublesWithEveryFifthFailure) {
    constexpr std::int64_t minute = 60'000;
    EXPECT_EQ(lock_after_failures(0), 0);
    EXPECT_EQ(lock_after_failures(4), 0);
    EXPECT_EQ(lock_after_failures(5), 15 * minute);
    EXPECT_EQ(lock_after_failures(6), 0);
    EXPECT_EQ(lock_after_failures(10), 30 * minute);
    EXPECT_EQ(lock_after_failures(15), 60 * minute);
    EXPECT_EQ(lock_after_failures(5000), 24 * 60 * minute);
}

TEST(SessionEnd, IdleOrOld) {
    constexpr std::int64_t hour = 3'600'000;
    EXPECT_FALSE(session_has_ended(0, 8 * hour, 12 * hour - 1));
    EXPECT_TRUE(session_has_ended(0, 12 * hour, 12 * hour));
    EXPECT_FALSE(session_has_ended(0, 2 * hour, 10 * hour - 1));
    EXPECT_TRUE(session_has_ended(0, 2 * hour, 10 * hour));
}

}  // namespace
}  // namespace rules
