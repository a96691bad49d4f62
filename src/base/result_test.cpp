// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "base/check.h"

namespace base {
namespace {

const Refusal too_young{"member.admit.too_young", {"17"}, "Điều lệ Đảng, Điều 1"};

Result<int> age_of(int age) {
    if (age < 18) return too_young;
    return age;
}

Result<std::string> sentence_of(int age, int& calls) {
    const auto known = TRY(age_of((++calls, age)));
    return std::to_string(known) + " tuổi";
}

Result<void> admit(int age) {
    TRY(age_of(age));
    return {};
}

Result<std::unique_ptr<int>> boxed(int age) {
    TRY(admit(age));
    return std::make_unique<int>(TRY(age_of(age)));
}

TEST(Result, HoldsAValueOrARefusal) {
    const auto yes = age_of(20), no = age_of(17);
    ASSERT_TRUE(yes.has_value());
    EXPECT_TRUE(static_cast<bool>(yes));
    EXPECT_EQ(*yes, 20);
    ASSERT_FALSE(no.has_value());
    EXPECT_EQ(no.error(), too_young);
    EXPECT_EQ(no.error().args, std::vector<std::string>{"17"});
}

TEST(Result, WrongSideThrowsInsteadOfReadingGarbage) {
    const auto yes = age_of(20), no = age_of(17);
    EXPECT_ANY_THROW(static_cast<void>(*no));
    EXPECT_ANY_THROW(static_cast<void>(yes.error()));
}

TEST(Result, TryUnwrapsOrReturnsTheRefusalAndEvaluatesOnce) {
    int calls = 0;
    EXPECT_EQ(*sentence_of(30, calls), "30 tuổi");
    EXPECT_EQ(sentence_of(3, calls).error(), too_young);
    EXPECT_EQ(calls, 2);
}

TEST(Result, VoidAndMoveOnlyValuesWork) {
    EXPECT_TRUE(admit(18).has_value());
    EXPECT_EQ(admit(1).error(), too_young);
    EXPECT_EQ(boxed(5).error(), too_young);
    auto box = boxed(40);
    ASSERT_TRUE(box);
    const std::unique_ptr<int> taken = *std::move(box);
    EXPECT_EQ(*taken, 40);
    auto text = Result<std::string>{std::string{"Chi bộ"}};
    EXPECT_EQ(text->size(), 8u);
    *text += " 1";
    EXPECT_EQ(*text, "Chi bộ 1");
}

TEST(Result, RefusalsDifferByEveryPart) {
    auto other = too_young;
    EXPECT_EQ(other, too_young);
    other.args.push_back("x");
    EXPECT_NE(other, too_young);
    other = too_young;
    other.source.clear();
    EXPECT_NE(other, too_young);
}

TEST(Check, ThrowsABugThatNamesTheCondition) {
    EXPECT_NO_THROW(CHECK(1 + 1 == 2));
    try {
        CHECK(1 + 1 == 3);
        FAIL() << "not thrown";
    } catch (const Bug& bug) { EXPECT_NE(std::string{bug.what()}.find("1 + 1 == 3"), std::string::npos); }
}

}  // namespace
}  // namespace base
