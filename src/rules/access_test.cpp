// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/access.h"

#include <gtest/gtest.h>

#include <set>

namespace rules {
namespace {

using records::Role;

constexpr std::array all_roles{
    Role::administrator, Role::organisation_board, Role::grassroots_committee, Role::cell_secretary, Role::leader,
    Role::member};

// One line for each right: the roles that have it, as docs/access.md prints them.
TEST(Access, EachRoleMayWhatTheTableSays) {
    const auto who = [](Right right) {
        std::string text;
        for (const auto role : all_roles) text += allows(role, right) ? 'x' : '.';
        return text;
    };
    // Quản trị, ban tổ chức, cấp ủy cơ sở, bí thư chi bộ, lãnh đạo, đảng viên.
    EXPECT_EQ(who(Right::see), "xxxxx.");
    EXPECT_EQ(who(Right::open_file), ".xxxx.");
    EXPECT_EQ(who(Right::reveal), ".xx...");
    EXPECT_EQ(who(Right::change), ".xx...");
    EXPECT_EQ(who(Right::correct), ".xx...");
    EXPECT_EQ(who(Right::reorganise), ".x....");
    EXPECT_EQ(who(Right::import), ".xx...");
    EXPECT_EQ(who(Right::export_rows), ".xxx..");
    EXPECT_EQ(who(Right::sign_report), ".xx...");
    EXPECT_EQ(who(Right::decide_proposal), ".xx...");
    EXPECT_EQ(who(Right::manage_accounts), "xx....");
    EXPECT_EQ(who(Right::read_audit), "xx....");
    EXPECT_EQ(who(Right::configure), "x.....");
}

// Nobody hands out a right that he does not have, but for the administrator, who has to make the first accounts.
TEST(Access, NobodyHandsOutMoreThanHeHas) {
    for (const auto own : all_roles)
        for (const auto other : all_roles) {
            bool has_all = true;
            for (std::size_t i = 0; i < right_count; ++i) {
                const auto right = static_cast<Right>(i);
                has_all = has_all && (allows(own, right) || !allows(other, right));
            }
            EXPECT_EQ(may_hand_out(own, other), own == Role::administrator || has_all);
        }
    EXPECT_FALSE(may_hand_out(Role::organisation_board, Role::administrator));
    EXPECT_TRUE(may_hand_out(Role::organisation_board, Role::leader));
    EXPECT_FALSE(may_hand_out(Role::grassroots_committee, Role::organisation_board));
}

TEST(Access, RightsHaveNamesOfTheirOwn) {
    std::set<std::string_view> names, labels;
    for (std::size_t i = 0; i < right_count; ++i) {
        EXPECT_TRUE(names.insert(name_of(static_cast<Right>(i))).second);
        EXPECT_TRUE(labels.insert(label_of(static_cast<Right>(i))).second);
    }
    EXPECT_EQ(name_of(Right::open_file), "open_file");
    EXPECT_EQ(name_of(Right::configure), "configure");
}

TEST(Access, NobodyMayAnythingUnlessSaidOtherwise) {
    const Access nobody;
    for (std::size_t i = 0; i < right_count; ++i) EXPECT_FALSE(nobody.may_anywhere(static_cast<Right>(i)));
    EXPECT_FALSE(nobody.is_own_file(base::Uuid{}));
    EXPECT_TRUE(Access::local_administrator().may_anywhere(Right::configure));
    const Access leader{.grants = {{Role::leader, {}}}};
    EXPECT_TRUE(leader.may_anywhere(Right::see));
    EXPECT_FALSE(leader.may_anywhere(Right::change));
}

}  // namespace
}  // namespace rules
