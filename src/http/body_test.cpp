// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/body.h"

#include <gtest/gtest.h>

namespace {

using http::Body;

Body body(std::string_view text) { return *Body::parse(text); }

TEST(Body, ReadsMembersAsWhatTheyShouldBe) {
    const auto read =
        body(R"({"name":"Hòa","year":2020,"again":true,"on":"2020-12-31","accept":["phone"],"none":null})");
    EXPECT_EQ(*read.text("name"), "Hòa");
    EXPECT_EQ(*read.number("year"), 2020);
    EXPECT_TRUE(*read.truth("again", false));
    EXPECT_EQ(*read.day("on"), base::date(2020, 12, 31));
    EXPECT_EQ(*read.texts("accept"), std::vector<std::string>{"phone"});
    EXPECT_FALSE(read.has("none"));
    EXPECT_FALSE(*read.truth("absent", false));
}

TEST(Body, SaysWhichMemberIsMissingOrWrong) {
    const auto read = body(R"({"name":7,"year":"2020","on":"31/12/2020","empty":""})");
    EXPECT_EQ(read.text("name").error().code, "request.bad_member");
    EXPECT_EQ(read.number("year").error().args[0], "year");
    EXPECT_EQ(read.day("on").error().code, "request.bad_member");
    EXPECT_EQ(read.text("empty").error().code, "request.missing");
    EXPECT_EQ(read.id("absent").error().code, "request.missing");
    EXPECT_EQ(read.only({"name", "year", "on"}).error().args[0], "empty");
}

TEST(Body, TakesNothingButAnObject) {
    EXPECT_EQ(Body::parse("[1]").error().code, "not_an_object");
    for (const auto* text : {"", "{", "{} {}", "{\"a\":\"\xff\"}", "{\"a\":01}"})
        EXPECT_EQ(Body::parse(text).error().code, "invalid_json") << text;
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "{\"a\":";
    EXPECT_EQ(Body::parse(deep).error().code, "invalid_json");
}

}  // namespace
