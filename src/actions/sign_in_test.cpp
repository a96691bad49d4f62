// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/sign_in.h"

#include <oath.h>

#include "actions/scope_for_tests.h"
#include "actions/sessions.h"
#include "actions/totp.h"
#include "records/platform.h"
#include "store/maintenance.h"

namespace actions {
namespace {

constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute;

// The code that a telephone with this secret shows at that moment.
std::string code_at(const std::string& secret, std::int64_t now_ms) {
    char* key = nullptr;
    std::size_t size = 0;
    char digits[7];
    if (oath_base32_decode(secret.c_str(), secret.size(), &key, &size) != OATH_OK) throw std::runtime_error{"secret"};
    oath_totp_generate(key, size, static_cast<time_t>(now_ms / 1000), 30, 0, 6, digits);
    free(key);
    return digits;
}

class SignInTest : public SmallCity {
protected:
    SignInTest() { account("lan", {{records::Role::leader, "T.A"}}); }

    base::Result<SignedIn> try_in(const std::string& name, const std::string& password, const std::string& code = {},
                                  const std::string& from = "10.0.0.1") {
        context_.access = {};
        return sign_in(context_, gate_, {name, password, code, from, "Firefox"});
    }
    std::string refusal(const std::string& name, const std::string& password, const std::string& code = {},
                        const std::string& from = "10.0.0.1") {
        const auto result = try_in(name, password, code, from);
        return result ? "" : result.error().code;
    }
    std::string password() { return passwords_.at("lan"); }
    Credential credential() { return *find_credential(*store_, must(find_account(*store_, "lan")).id); }
    // Everything that the audit chain says, in one text.
    std::string audit() {
        std::string text;
        store_->scan_audit([&](const store::AuditEntry& entry) { text += entry.intent.action + entry.changes; });
        return text;
    }

    SignInGate gate_;
};

TEST_F(SignInTest, NeedsNameAndPassword) {
    EXPECT_EQ(refusal("lan", "wrong"), "sign_in.failed");
    EXPECT_EQ(refusal("nobody", password()), "sign_in.failed");
    EXPECT_EQ(refusal("", ""), "sign_in.failed");
    EXPECT_EQ(refusal("lan", std::string(100'000, 'x')), "sign_in.failed");
    const auto in = must(try_in("  Lan ", password()));
    EXPECT_EQ(in.token.size(), 43u);
    const auto session = *store_->find(records::session, in.session_id);
    EXPECT_EQ(std::get<std::string>(session["remote_address"]), "10.0.0.1");
    EXPECT_NE(std::get<std::string>(session["token_hash"]), in.token);
    EXPECT_EQ(credential().last_sign_in_at_ms, context_.now_ms);
    EXPECT_EQ(credential().failed_count, 0);
}

TEST_F(SignInTest, AClosedAccountReadsAsNone) {
    const auto lan = must(find_account(*store_, "lan"));
    must(change_account(local_, {.account_id = lan.id, .version = lan.version, .is_closed = true}));
    EXPECT_EQ(refusal("lan", password()), "sign_in.failed");
}

TEST_F(SignInTest, FiveFailuresLockForAQuarterAndThenForTwiceAsLong) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal("lan", "wrong", {}, "10.0.0." + std::to_string(i)), "sign_in.failed");
    const auto locked = try_in("lan", password());
    ASSERT_FALSE(locked);
    EXPECT_EQ(locked.error(), (base::Refusal{"sign_in.locked", {"900"}, {}}));  // Also for the right password.
    context_.now_ms += 15 * minute - 1;
    EXPECT_EQ(refusal("lan", password()), "sign_in.locked");
    context_.now_ms += 1;
    for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal("lan", "wrong"), "sign_in.failed");
    EXPECT_EQ(try_in("lan", password()).error(), (base::Refusal{"sign_in.locked", {"1800"}, {}}));
    context_.now_ms += 30 * minute;
    EXPECT_EQ(refusal("lan", password()), "");
    EXPECT_EQ(credential().failed_count, 0);
}

TEST_F(SignInTest, NamesThatDoNotExistAreLockedAlike) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal("nobody", "wrong"), "sign_in.failed");
    EXPECT_EQ(try_in("nobody", "wrong").error(), (base::Refusal{"sign_in.locked", {"900"}, {}}));
    context_.now_ms += 15 * minute;
    EXPECT_EQ(refusal("nobody", "wrong"), "sign_in.failed");
}

TEST_F(SignInTest, AnAddressMayErrTwentyTimesAtOnce) {
    for (int i = 0; i < 20; ++i) EXPECT_EQ(refusal("name" + std::to_string(i), "wrong"), "sign_in.failed") << i;
    EXPECT_EQ(try_in("lan", password()).error(), (base::Refusal{"sign_in.locked", {"6"}, {}}));
    EXPECT_EQ(refusal("lan", password(), {}, "10.0.0.2"), "");
    context_.now_ms += 6 * second;
    EXPECT_EQ(refusal("lan", password()), "");
    EXPECT_EQ(refusal("lan", password()), "");  // Those who know the password use up nothing.
}

TEST_F(SignInTest, TheSecondFactorIsAskedForWhenThePasswordIsRight) {
    as("lan");
    const auto offer = must(begin_totp(context_));
    EXPECT_TRUE(offer.uri.find(offer.secret) != std::string::npos);
    EXPECT_EQ(refusal("lan", password()), "");  // Not yet confirmed.
    as("lan");
    EXPECT_EQ(confirm_totp(context_, "000000").error().code, "totp.wrong_code");
    const auto codes = must(confirm_totp(context_, code_at(offer.secret, context_.now_ms)));
    EXPECT_EQ(codes.size(), 10u);
    EXPECT_EQ(begin_totp(context_).error().code, "totp.already_on");

    context_.now_ms += minute;
    EXPECT_EQ(refusal("lan", "wrong"), "sign_in.failed");
    EXPECT_EQ(refusal("lan", password()), "sign_in.code_needed");
    EXPECT_EQ(refusal("lan", password(), "000000"), "sign_in.failed");
    const auto code = code_at(offer.secret, context_.now_ms);
    EXPECT_EQ(refusal("lan", "wrong", code), "sign_in.failed");
    EXPECT_EQ(refusal("lan", password(), code), "");
    EXPECT_EQ(refusal("lan", password(), code), "sign_in.failed");  // Taken.
    EXPECT_EQ(refusal("lan", password(), codes[4]), "");
    EXPECT_EQ(refusal("lan", password(), codes[4]), "sign_in.failed");

    as("lan");
    EXPECT_EQ(end_totp(context_, "wrong").error().code, "password.wrong");
    must_void(end_totp(context_, password()));
    EXPECT_EQ(refusal("lan", password()), "");
}

// A million codes are few: wrong ones lock the account as wrong passwords do.
TEST_F(SignInTest, CodesCannotBeGuessed) {
    as("lan");
    const auto offer = must(begin_totp(context_));
    must(confirm_totp(context_, code_at(offer.secret, context_.now_ms)));
    for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal("lan", password(), "00000" + std::to_string(i)), "sign_in.failed");
    context_.now_ms += minute;
    EXPECT_EQ(refusal("lan", password(), code_at(offer.secret, context_.now_ms)), "sign_in.locked");
}

TEST_F(SignInTest, TheOwnPasswordIsChangedWithTheOldOne) {
    const auto here = must(try_in("lan", password())), elsewhere = must(try_in("lan", password()));
    as("lan");
    const auto change = [&](const std::string& old_one, const std::string& new_one) {
        return code_of(change_own_password(context_, {old_one, new_one, here.session_id}));
    };
    EXPECT_EQ(change("wrong", "sông cầu chảy xuôi"), "password.wrong");
    EXPECT_EQ(change(password(), "ngắn"), "password.too_short");
    EXPECT_EQ(change(password(), "Mật khẩu 2025"), "password.frequent");
    EXPECT_EQ(change(password(), "sông cầu chảy xuôi"), "");
    EXPECT_EQ(refusal("lan", password()), "sign_in.failed");
    EXPECT_EQ(refusal("lan", "sông cầu chảy xuôi"), "");
    SessionCache cache;
    EXPECT_TRUE(cache.find(context_, here.token));
    EXPECT_FALSE(cache.find(context_, elsewhere.token));
}

TEST_F(SignInTest, NoSecretStandsInTheAuditChain) {
    as("lan");
    const auto offer = must(begin_totp(context_));
    const auto codes = must(confirm_totp(context_, code_at(offer.secret, context_.now_ms)));
    context_.now_ms += minute;
    const auto in = must(try_in("lan", password(), code_at(offer.secret, context_.now_ms)));
    const auto text = audit();
    for (const auto* action : {"create_account", "grant_role", "begin_totp", "confirm_totp", "sign_in"})
        EXPECT_NE(text.find(action), std::string::npos) << action;
    const auto kept = credential();
    for (const auto& secret : {password(), offer.secret, codes[0], in.token, kept.password_hash, kept.recovery_codes,
                               std::string{"$argon2id"}})
        EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    EXPECT_TRUE(store::verify(*store_).empty());
}

}  // namespace
}  // namespace actions
