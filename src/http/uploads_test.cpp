// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/uploads.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "http/client_test.h"

namespace {

class UploadsTest : public testing::Test {
protected:
    http::Upload keep(const base::Uuid& account, std::string name, std::string body, std::int64_t now_ms = 1'000) {
        http::Request request;
        request.body = std::move(body);
        return uploads.keep(account, std::move(name), request, now_ms);
    }
    static bool exists(const http::Upload& upload) { return std::filesystem::exists(upload.path); }

    http::test::Folder folder;
    http::Uploads uploads{folder.path(), {.files = 20, .bytes = 1000}};
    base::UuidGenerator ids;
    const base::Uuid lan = ids.next(), hoa = ids.next();
};

TEST_F(UploadsTest, AreOfTheAccountThatSentThemAndUnreadableToOthersOnThisMachine) {
    const auto sent = keep(lan, "sổ.xlsx", "abc");
    EXPECT_EQ(uploads.find(sent.id, lan)->size, 3);
    EXPECT_FALSE(uploads.find(sent.id, hoa));
    struct stat facts {};
    const auto parent = std::filesystem::path{sent.path}.parent_path().parent_path();
    ASSERT_EQ(::stat(parent.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0700u);
}

TEST_F(UploadsTest, LieInAFolderOfTheirOwnWhateverTheyAreCalled) {
    for (const auto* name : {"../../etc/passwd", "/etc/passwd", "..", ".bashrc", "a/../../b", ""}) {
        const auto sent = keep(lan, name, "abc");
        const auto relative = std::filesystem::path{sent.path}.lexically_normal().lexically_relative(folder.path());
        EXPECT_EQ(relative.string().substr(0, 9), "kientoan-") << name;
        EXPECT_EQ(std::distance(relative.begin(), relative.end()), 3) << name;
    }
}

TEST_F(UploadsTest, BeyondTwentyOfOneAccountTheOldestGo) {
    const auto others = keep(hoa, "sổ.xlsx", "abc");
    std::vector<http::Upload> sent;
    for (int i = 0; i < 22; ++i) sent.push_back(keep(lan, "sổ.xlsx", "abc"));
    EXPECT_FALSE(uploads.find(sent[1].id, lan));
    EXPECT_FALSE(exists(sent[1]));
    EXPECT_TRUE(uploads.find(sent[2].id, lan));
    EXPECT_TRUE(exists(sent[2]));
    EXPECT_TRUE(exists(others));
}

TEST_F(UploadsTest, BeyondTheirSizeTheOldestOfOneAccountGo) {
    const auto first = keep(lan, "sổ.xlsx", std::string(600, 'a'));
    const auto others = keep(hoa, "sổ.xlsx", std::string(600, 'a'));
    const auto second = keep(lan, "sổ.xlsx", std::string(600, 'a'));
    EXPECT_FALSE(exists(first));
    EXPECT_TRUE(exists(second));
    EXPECT_TRUE(exists(others));
}

TEST_F(UploadsTest, GoAfterADay) {
    const auto sent = keep(lan, "sổ.xlsx", "abc", 1'000);
    keep(hoa, "sổ.xlsx", "abc", 86'400'000 + 1'001);
    EXPECT_FALSE(exists(sent));
}

}  // namespace
