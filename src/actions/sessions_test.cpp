// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/sessions.h"

#include <chrono>

#include "actions/scope_for_tests.h"
#include "actions/sign_in.h"
#include "records/platform.h"

namespace actions {
namespace {

constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute;

class SessionsTest : public SmallCity {
protected:
    SessionsTest() {
        lan_ = account("lan", {{records::Role::organisation_board, "T.A"}}, "an");
        token_ = must(sign_in(context_, gate_, {"lan", passwords_.at("lan"), {}, "10.0.0.1", "Firefox"})).token;
        local_.sessions = &cache_;
    }
    std::shared_ptr<const SignedInAs> who() { return cache_.find(context_, token_); }
    std::int64_t seen_in_store() {
        return std::get<std::int64_t>(store_->select(records::session).front()["seen_at_ms"]);
    }

    SignInGate gate_;
    SessionCache cache_;
    base::Uuid lan_;
    std::string token_;
};

TEST_F(SessionsTest, SayWhoItIsAndWhatTheyMay) {
    const auto lan = who();
    ASSERT_TRUE(lan);
    EXPECT_EQ(lan->account_name, "lan");
    EXPECT_EQ(lan->display_name, "Tài khoản lan");
    EXPECT_EQ(lan->access.account_id, lan_);
    EXPECT_EQ(lan->access.member_id, members_.at("an"));
    ASSERT_EQ(lan->access.grants.size(), 1u);
    EXPECT_EQ(lan->access.grants[0].organisation.value, organisations_.at("T.A"));
    EXPECT_EQ(lan->csrf, csrf_of(token_));
    EXPECT_NE(lan->csrf, token_);
    EXPECT_FALSE(lan->must_change_password || lan->has_totp);
}

TEST_F(SessionsTest, UnknownTokensAreNobodys) {
    EXPECT_FALSE(cache_.find(context_, ""));
    EXPECT_FALSE(cache_.find(context_, std::string(43, 'A')));
    auto other = token_;
    other[0] = other[0] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(cache_.find(context_, other));
    EXPECT_FALSE(cache_.find(context_, std::string(1'000'000, 'A')));
}

TEST_F(SessionsTest, EndAfterEightIdleHoursOrTwelve) {
    ASSERT_TRUE(who());
    context_.now_ms += 8 * hour - 1;
    ASSERT_TRUE(who());
    context_.now_ms += 8 * hour;
    EXPECT_FALSE(who());
    context_.now_ms = start_ms;
    for (int i = 0; i < 11; ++i, context_.now_ms += hour) ASSERT_TRUE(who()) << i;
    context_.now_ms = start_ms + 12 * hour - 1;
    EXPECT_TRUE(who());
    context_.now_ms += 1;
    EXPECT_FALSE(who());
    SessionCache another;
    EXPECT_FALSE(another.find(context_, token_));
}

TEST_F(SessionsTest, SignedOutIsOut) {
    const auto lan = who();
    context_.sessions = &cache_;
    must_void(end_session(context_, lan->session_id));
    EXPECT_FALSE(who());
    must_void(end_session(context_, lan->session_id));
}

// What this process changes holds from the next request on, without waiting.
TEST_F(SessionsTest, ChangesOfAccountsAndGrantsHoldAtOnce) {
    ASSERT_EQ(who()->access.grants.size(), 1u);
    const auto second_role = must(grant_role(
        local_,
        {.account_id = lan_, .role = records::Role::leader, .organisation = "T.B", .valid_from = local_.today}));
    EXPECT_EQ(who()->access.grants.size(), 2u);
    must_void(end_grant(local_, second_role));
    EXPECT_EQ(who()->access.grants.size(), 1u);
    const auto record = *store_->find(records::account, lan_);
    must(change_account(local_, {.account_id = lan_, .version = record.version, .is_closed = true}));
    EXPECT_FALSE(who());
}

TEST_F(SessionsTest, ANewPasswordFromAboveEndsThem) {
    ASSERT_TRUE(who());
    const auto password = must(reset_password(local_, lan_));
    EXPECT_FALSE(who());
    token_ = must(sign_in(context_, gate_, {"lan", password, {}, "10.0.0.1", "Firefox"})).token;
    const auto lan = who();
    ASSERT_TRUE(lan);
    EXPECT_TRUE(lan->must_change_password);  // And nothing else until then.
    EXPECT_TRUE(lan->access.grants.empty());
    EXPECT_TRUE(lan->access.member_id.is_nil());
    EXPECT_EQ(lan->grants.size(), 1u);
    context_.access = lan->access;
    context_.actor = "lan";
    context_.sessions = &cache_;
    must_void(change_own_password(context_, {password, "sông cầu chảy xuôi", lan->session_id}));
    EXPECT_EQ(who()->access.grants.size(), 1u);
}

// What another process changes is seen within five seconds.
TEST_F(SessionsTest, ChangesElsewhereHoldWithinFiveSeconds) {
    ASSERT_TRUE(who());
    local_.sessions = nullptr;
    const auto record = *store_->find(records::account, lan_);
    must(change_account(local_, {.account_id = lan_, .version = record.version, .is_closed = true}));
    context_.now_ms += 5 * second - 1;
    EXPECT_TRUE(who());
    context_.now_ms += 1;
    EXPECT_FALSE(who());
}

// A grant ends with its last day, in the middle of a session.
TEST_F(SessionsTest, AccessIsOfTheDay) {
    must(grant_role(local_, {.account_id = lan_,
                             .role = records::Role::leader,
                             .organisation = "T.B",
                             .valid_from = local_.today,
                             .valid_to = local_.today + 1}));
    EXPECT_EQ(who()->access.grants.size(), 2u);
    context_.today = context_.today + 1;
    EXPECT_EQ(who()->access.grants.size(), 1u);
}

TEST_F(SessionsTest, UsesAreWrittenInTime) {
    ASSERT_TRUE(who());
    context_.now_ms += 9 * minute;
    ASSERT_TRUE(who());
    must_void(cache_.write_uses(context_));
    EXPECT_EQ(seen_in_store(), start_ms);
    context_.now_ms += minute;
    ASSERT_TRUE(who());
    must_void(cache_.write_uses(context_));
    EXPECT_EQ(seen_in_store(), start_ms + 10 * minute);
    context_.now_ms += 9 * hour;
    must_void(cache_.write_uses(context_));
    EXPECT_EQ(cache_.size(), 0u);
}

}  // namespace
}  // namespace actions
