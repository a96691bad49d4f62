// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/totp.h"

#include <gtest/gtest.h>

#include <set>

#include "actions/password.h"

namespace actions {
namespace {

// RFC 6238, appendix B: the key "12345678901234567890", the last six of its eight digits.
const std::string rfc_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

TEST(Totp, AgreesWithTheStandard) {
    EXPECT_EQ(totp_step(rfc_secret, "287082", 59'000, 0), 1);
    EXPECT_EQ(totp_step(rfc_secret, "081804", 1'111'111'109'000, 0), 37037036);
    EXPECT_EQ(totp_step(rfc_secret, "050471", 1'111'111'111'000, 0), 37037037);
    EXPECT_EQ(totp_step(rfc_secret, "005924", 1'234'567'890'000, 0), 41152263);
    EXPECT_EQ(totp_step(rfc_secret, "353130", 20'000'000'000'000, 0), 666666666);
}

TEST(Totp, MayBeOneStepEarlyOrLateAndIsTakenOnce) {
    const std::int64_t step = 37037036, at = step * 30'000;
    EXPECT_EQ(totp_step(rfc_secret, "081804", at + 59'000, 0), step);
    EXPECT_EQ(totp_step(rfc_secret, "081804", at - 30'000, 0), step);
    EXPECT_FALSE(totp_step(rfc_secret, "081804", at + 60'000, 0));
    EXPECT_FALSE(totp_step(rfc_secret, "081804", at - 30'001, 0));
    EXPECT_EQ(totp_step(rfc_secret, "081804", at, step - 1), step);
    EXPECT_FALSE(totp_step(rfc_secret, "081804", at, step));
    EXPECT_FALSE(totp_step(rfc_secret, "081804", at, step + 1));
}

TEST(Totp, IsSixDigits) {
    EXPECT_EQ(totp_step(rfc_secret, "287 082", 59'000, 0), 1);  // As telephones show it.
    for (const auto* wrong : {"", "28708", "2870822", "94287082", "28708a", "-87082", "287082'"})
        EXPECT_FALSE(totp_step(rfc_secret, wrong, 59'000, 0)) << wrong;
}

TEST(Totp, SecretsAreNewAndReadByTelephones) {
    const auto secret = new_totp_secret();
    EXPECT_EQ(secret.size(), 32u);  // 160 bits
    EXPECT_NE(secret, new_totp_secret());
    EXPECT_EQ(totp_uri("ABC", "lan"),
              "otpauth://totp/Ki%E1%BB%87n%20To%C3%A0n:lan?secret=ABC&issuer=Ki%E1%BB%87n%20To%C3%A0n"
              "&algorithm=SHA1&digits=6&period=30");
}

TEST(RecoveryCodes, AreTenAndEachIsTakenOnce) {
    const auto codes = new_recovery_codes();
    EXPECT_EQ(codes.size(), 10u);
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10u);
    for (const auto& code : codes) EXPECT_EQ(code.size(), 29u) << "24 of 31 signs are 118 bits";
    auto left = recovery_digests(codes);
    for (const auto& code : codes) EXPECT_EQ(left.find(code), std::string::npos);
    for (const auto place : {3u, 0u, 9u, 5u, 1u, 2u, 4u, 6u, 7u, 8u}) {
        const auto after = use_recovery_code(left, codes[place]);
        ASSERT_TRUE(after) << place;
        EXPECT_FALSE(use_recovery_code(*after, codes[place])) << place;
        left = *after;
    }
    EXPECT_EQ(left, "");
}

TEST(RecoveryCodes, CaseAndDashesDoNotMatter) {
    const auto digests = recovery_digests({"k7mq-x2np-8rtw-hd4c"});
    EXPECT_TRUE(use_recovery_code(digests, "K7MQX2NP 8RTWHD4C"));
    EXPECT_FALSE(use_recovery_code(digests, "k7mq-x2np-8rtw-hd4d"));
    EXPECT_FALSE(use_recovery_code(digests, ""));
    EXPECT_FALSE(use_recovery_code("", ""));
    EXPECT_FALSE(use_recovery_code(digests, digests));
}

TEST(Password, IsHashedWithSaltAndNeverKept) {
    const auto hash = hash_password("song cầu chảy xuôi"), again = hash_password("song cầu chảy xuôi");
    EXPECT_NE(hash, again);
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_TRUE(password_matches(hash, "song cầu chảy xuôi"));
    EXPECT_FALSE(password_matches(hash, "song cầu chảy xuoi"));
    EXPECT_FALSE(needs_new_hash(hash));
    EXPECT_TRUE(
        needs_new_hash("$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$"
                       "aW52YWxpZGhhc2hpbnZhbGlkaGFzaGludmFsaWRoYXM"));
    EXPECT_FALSE(no_password_matches("song cầu chảy xuôi"));
    EXPECT_FALSE(password_matches("", ""));
}

TEST(Secrets, AreRandomAndOfTheirForm) {
    EXPECT_EQ(random_token().size(), 43u);
    EXPECT_NE(random_token(), random_token());
    const auto password = random_password();
    ASSERT_EQ(password.size(), 19u);
    for (std::size_t i = 0; i < password.size(); ++i)
        EXPECT_TRUE(i % 5 == 4
                        ? password[i] == '-'
                        : (password[i] >= 'a' && password[i] <= 'z') || (password[i] >= '2' && password[i] <= '9'));
    EXPECT_EQ(digest_of_secret("a").size(), 64u);
    EXPECT_NE(derive_secret("a", "x"), derive_secret("a", "y"));
    EXPECT_NE(derive_secret("a", "x"), derive_secret("b", "x"));
    EXPECT_EQ(derive_secret("a", "x"), derive_secret("a", "x"));
}

}  // namespace
}  // namespace actions
