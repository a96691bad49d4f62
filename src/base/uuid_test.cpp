// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/uuid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <unordered_set>
#include <vector>

namespace base {
namespace {

std::uint64_t millisecond_of(const Uuid& id) {
    std::uint64_t ms = 0;
    for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | id.bytes[i];
    return ms;
}

TEST(Uuid, ReadsAndWritesTheUsualForm) {
    const auto id = parse_uuid("0190163D-8694-739B-AEA5-966C26f8ad91");
    ASSERT_TRUE(id);
    EXPECT_EQ(to_string(*id), "0190163d-8694-739b-aea5-966c26f8ad91");
    EXPECT_FALSE(id->is_nil());
    EXPECT_EQ(to_string(Uuid{}), "00000000-0000-0000-0000-000000000000");
    EXPECT_TRUE(parse_uuid("00000000-0000-0000-0000-000000000000")->is_nil());
}

TEST(Uuid, RefusesAnythingElse) {
    for (const std::string text : {"", "0190163d8694739baea5966c26f8ad91", "{0190163d-8694-739b-aea5-966c26f8ad91}",
                                   "0190163d-8694-739b-aea5-966c26f8ad9", "0190163d-8694-739b-aea5-966c26f8ad911",
                                   "0190163g-8694-739b-aea5-966c26f8ad91", "0190163d-8694-739b-aea5966c-26f8ad91",
                                   "0190163d-8694-739b-aea5_966c26f8ad91", " 190163d-8694-739b-aea5-966c26f8ad91",
                                   "-190163d-8694-739b-aea5-966c26f8ad91"})
        EXPECT_FALSE(parse_uuid(text)) << text;
}

TEST(UuidGenerator, MakesVersion7OfTheGivenMillisecond) {
    UuidGenerator generator{1, 1'750'000'000'123};
    for (int i = 0; i < 1000; ++i) {
        const auto id = generator.next();
        EXPECT_EQ(id.bytes[6] >> 4, 7);
        EXPECT_EQ(id.bytes[8] >> 6, 2);
        EXPECT_EQ(millisecond_of(id), 1'750'000'000'123u);
    }
}

TEST(UuidGenerator, UsesTheClockWhenNothingIsFixed) {
    const auto now = [] {
        return static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count());
    };
    const auto before = now();
    const auto id = UuidGenerator{}.next();
    EXPECT_GE(millisecond_of(id), before);
    EXPECT_LE(millisecond_of(id), now());
}

TEST(UuidGenerator, NeverGoesBackNorRepeats) {
    UuidGenerator clocked, fixed{7, 1'000};
    for (auto* generator : {&clocked, &fixed}) {
        std::unordered_set<Uuid> seen;
        Uuid last;
        for (int i = 0; i < 100'000; ++i) {
            const auto id = generator->next();
            ASSERT_LT(last, id);
            ASSERT_LT(to_string(last), to_string(id));
            ASSERT_TRUE(seen.insert(id).second);
            last = id;
        }
    }
}

TEST(UuidGenerator, RepeatsForTheSameSeedOnly) {
    UuidGenerator a{5, 1'000}, b{5, 1'000}, other{6, 1'000};
    for (int i = 0; i < 100; ++i) {
        const auto id = a.next();
        EXPECT_EQ(id, b.next());
        EXPECT_NE(id, other.next());
    }
}

TEST(UuidGenerator, TwoGeneratorsDoNotMeet) {
    UuidGenerator a, b;
    std::unordered_set<Uuid> seen;
    for (int i = 0; i < 10'000; ++i) {
        EXPECT_TRUE(seen.insert(a.next()).second);
        EXPECT_TRUE(seen.insert(b.next()).second);
    }
}

rc::Gen<Uuid> any_uuid() {
    return rc::gen::map(rc::gen::container<std::vector<std::uint8_t>>(16, rc::gen::arbitrary<std::uint8_t>()),
                        [](const std::vector<std::uint8_t>& bytes) {
                            Uuid id;
                            std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
                            return id;
                        });
}

RC_GTEST_PROP(Uuid, WhatIsWrittenIsRead, ()) {
    const auto id = *any_uuid();
    RC_ASSERT(to_string(id).size() == 36u);
    RC_ASSERT(parse_uuid(to_string(id)) == id);
}

RC_GTEST_PROP(Uuid, TextIsOrderedAsBytes, ()) {
    const auto a = *any_uuid(), b = *any_uuid();
    RC_ASSERT((a < b) == (to_string(a) < to_string(b)));
}

}  // namespace
}  // namespace base
