// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/golden.h"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/process.h"

namespace support {
namespace {

class Golden : public testing::Test {
protected:
    // These tests decide themselves whether they bless.
    void SetUp() override { ::unsetenv("KT_BLESS"); }
    void TearDown() override {
        if (!blessing_.empty()) ::setenv("KT_BLESS", blessing_.c_str(), 1);
    }
    void write(const std::string& text) { std::ofstream{file_, std::ios::binary} << text; }
    std::string read() {
        std::ifstream in{file_, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }

    TemporaryFolder folder_;
    std::string file_ = folder_.file("sub/a.txt");

private:
    std::string blessing_ = std::getenv("KT_BLESS") ? std::getenv("KT_BLESS") : "";
};

// EXPECT_NONFATAL_FAILURE runs its statement in a static function, which sees only statics.
std::string checked_file;

TEST_F(Golden, AMissingFileFailsAndBlessWritesIt) {
    checked_file = file_;
    EXPECT_NONFATAL_FAILURE(check_generated(checked_file, "a\n"), "./dev bless");
    EXPECT_EQ(read(), "");
    ::setenv("KT_BLESS", "1", 1);
    check_generated(file_, "a\n");
    EXPECT_EQ(read(), "a\n");
    ::unsetenv("KT_BLESS");
    check_generated(file_, "a\n");
}

TEST_F(Golden, ADifferenceShowsTheLinesThatDiffer) {
    file_ = checked_file = folder_.file("b.txt");
    write("một\nhai\nba\n");
    EXPECT_NONFATAL_FAILURE(check_generated(checked_file, "một\nHAI\nba\n"), "từ dòng 2:\n- hai\n+ HAI\n(");
    EXPECT_NONFATAL_FAILURE(check_generated(checked_file, "một\nhai\nba\nbốn\n"), "từ dòng 4:\n+ bốn\n(");
    EXPECT_NONFATAL_FAILURE(check_generated(checked_file, "một\nhai\nba"), "- ba\n+ ba⏎ thiếu xuống dòng\n");
    EXPECT_NONFATAL_FAILURE(check_generated(checked_file, ""), "- một\n- hai\n- ba\n");
    check_generated(file_, "một\nhai\nba\n");
}

}  // namespace
}  // namespace support
