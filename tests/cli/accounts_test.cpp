// SPDX-License-Identifier: AGPL-3.0-or-later
// The demo's accounts, `user`, and every command with `--as`, through the built program.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/process.h"

namespace {

namespace json = boost::json;
using support::run_product;

class Accounts : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = new support::TemporaryFolder;
        const auto built = run_product({"demo", "--data", folder->file("data")});
        ASSERT_TRUE(built.ok()) << built.err;
        demo_output = built.out;
        const auto local = json_of({"user", "list", "--json"});
        for (const auto& account : local.at("accounts").as_array()) {
            const auto& grants = account.at("grants").as_array();
            if (account.at("name") == "capuy") ward = grants[0].at("organisation").as_string();
            if (account.at("name") == "bithu") cell = grants[0].at("organisation").as_string();
        }
    }
    static void TearDownTestSuite() { delete folder; }

    static support::ProcessResult run(std::vector<std::string> words) {
        words.insert(words.end(), {"--data", folder->file("data")});
        return run_product(words);
    }
    static json::value json_of(std::vector<std::string> words) {
        const auto result = run(std::move(words));
        EXPECT_TRUE(result.ok()) << result.err;
        return json::parse(result.out);
    }
    static std::int64_t members_of(const std::string& organisation, const std::string& as) {
        std::vector<std::string> words{"figure", "members", "--organisation", organisation, "--year", "2020", "--json"};
        if (!as.empty()) words.insert(words.end(), {"--as", as});
        const auto result = run(words);
        return result.ok() ? json::parse(result.out).at("value").to_number<std::int64_t>() : -result.exit_code;
    }

    inline static support::TemporaryFolder* folder = nullptr;
    inline static std::string demo_output, ward, cell;
};

TEST_F(Accounts, OfTheDemoAreThereWithTheirPassword) {
    for (const auto* name : {"quantri", "bantochuc", "capuy", "bithu", "phobithu", "lanhdao", "dangvien"})
        EXPECT_NE(demo_output.find(name), std::string::npos) << demo_output;
    std::ifstream file{folder->file("data") + "/mat-khau-mau.txt"};
    std::string password;
    ASSERT_TRUE(std::getline(file, password));
    EXPECT_NE(demo_output.find("mật khẩu: " + password), std::string::npos);
    const auto list = run({"user", "list"});
    EXPECT_TRUE(list.ok());
    EXPECT_NE(list.out.find("Ban tổ chức ở DH"), std::string::npos) << list.out;
    EXPECT_NE(list.out.find("(được ủy quyền)"), std::string::npos) << list.out;
}

TEST_F(Accounts, FiguresObeyTheAccount) {
    ASSERT_FALSE(ward.empty() || cell.empty());
    EXPECT_EQ(members_of("DH", ""), 6000);
    EXPECT_EQ(members_of("DH", "bantochuc"), 6000);
    EXPECT_EQ(members_of("DH", "capuy"), -1);
    EXPECT_EQ(members_of(ward, "capuy"), members_of(ward, ""));
    EXPECT_EQ(members_of(cell, "bithu"), members_of(cell, ""));
    EXPECT_EQ(members_of(ward, "bithu"), -1);
    EXPECT_EQ(members_of(cell, "dangvien"), -1);
}

TEST_F(Accounts, OtherCommandsObeyToo) {
    const auto as_ward = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--as", "capuy"});
        return run(words);
    };
    const auto out = folder->file("ra.xlsx");
    EXPECT_EQ(as_ward({"report", "year-end", "--organisation", "DH", "--year", "2020"}).exit_code, 1);
    EXPECT_TRUE(as_ward({"report", "year-end", "--organisation", ward, "--year", "2020"}).ok());
    EXPECT_EQ(as_ward({"export", "members", "--out", out, "--organisation", "DH"}).exit_code, 1);
    EXPECT_TRUE(as_ward({"export", "members", "--out", out, "--organisation", ward, "--on", "2020-12-31"}).ok());
    const auto tree = as_ward({"organisation", "tree", "--on", "2020-12-31"});
    EXPECT_TRUE(tree.ok());
    EXPECT_EQ(tree.out.find(ward), 0u) << tree.out;  // It begins there, and says nothing of what lies above.
    EXPECT_EQ(as_ward({"organisation", "rename", "--organisation", ward, "--name", "Đảng bộ phường Khác", "--on",
                       "2021-01-01", "--decision", "1-QĐ", "--issuer", "Thành ủy"})
                  .exit_code,
              1);
}

// What reads or writes everything is nobody's but the administrator's on the machine.
TEST_F(Accounts, NoAccountDumpsOrCopiesTheStore) {
    for (const auto* command : {"dump", "verify", "head"}) EXPECT_EQ(run({command, "--as", "quantri"}).exit_code, 1);
    EXPECT_EQ(run({"backup", folder->file("b"), "--as", "quantri"}).exit_code, 1);
    EXPECT_FALSE(std::filesystem::exists(folder->file("b")));
}

TEST_F(Accounts, UnknownAndClosedAccountsAreRefused) {
    const auto unknown = run({"user", "list", "--as", "khongco"});
    EXPECT_EQ(unknown.exit_code, 1);
    EXPECT_NE(unknown.err.find("Không có tài khoản “khongco”"), std::string::npos) << unknown.err;
}

TEST_F(Accounts, AreMadeGrantedAndClosed) {
    const auto made = json_of({"user", "add", "lan", "--display-name", "Trần Lan", "--json"});
    EXPECT_EQ(made.at("password").as_string().size(), 19u);
    EXPECT_EQ(run({"user", "add", "lan", "--display-name", "Lan khác"}).exit_code, 1);
    EXPECT_EQ(members_of(ward, "lan"), -1);
    ASSERT_TRUE(
        run({"user", "grant", "lan", "--role", "Lãnh đạo (xem)", "--organisation", ward, "--from", "2020-01-01"}).ok());
    EXPECT_EQ(members_of(ward, "lan"), members_of(ward, ""));
    const auto again = json_of({"user", "password", "lan", "--json"});
    EXPECT_NE(again.at("password"), made.at("password"));
    ASSERT_TRUE(run({"user", "revoke", "lan", "--role", "leader", "--organisation", ward}).ok());
    EXPECT_EQ(members_of(ward, "lan"), -1);
    ASSERT_TRUE(run({"user", "delegate", "lan", "--role", "grassroots_committee", "--organisation", cell, "--to",
                     "2199-01-01", "--as", "capuy"})
                    .ok());
    EXPECT_EQ(members_of(cell, "lan"), members_of(cell, ""));
    EXPECT_EQ(run({"user", "delegate", "lan", "--role", "organisation_board", "--organisation", cell, "--to",
                   "2199-01-01", "--as", "capuy"})
                  .exit_code,
              1);
    EXPECT_EQ(run({"user", "close", "bantochuc", "--as", "capuy"}).exit_code, 1);
    ASSERT_TRUE(run({"user", "close", "lan"}).ok());
    const auto closed = run({"figure", "members", "--organisation", cell, "--year", "2020", "--as", "lan"});
    EXPECT_EQ(closed.exit_code, 1);
    EXPECT_NE(closed.err.find("đã bị khóa"), std::string::npos) << closed.err;
    EXPECT_TRUE(run({"verify"}).ok());
}

// Passwords and hashes stay where they are: nothing that is printed of the store has them.
TEST_F(Accounts, NoSecretLeavesTheStore) {
    const auto dump = run({"dump"});
    ASSERT_TRUE(dump.ok());
    EXPECT_NE(dump.out.find("bantochuc"), std::string::npos);
    EXPECT_EQ(dump.out.find("argon2"), std::string::npos);
}

}  // namespace
