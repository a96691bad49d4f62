// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/log.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "base/check.h"

namespace {

namespace fs = std::filesystem;

class LogTest : public testing::Test {
protected:
    LogTest() : folder{fs::temp_directory_path() / ("kt_log_test_" + std::to_string(::getpid()))} {
        fs::create_directories(folder);
    }
    ~LogTest() override { fs::remove_all(folder); }

    std::vector<std::string> lines() const {
        std::ifstream in{folder / "log"};
        std::vector<std::string> found;
        for (std::string line; std::getline(in, line);) found.push_back(line);
        return found;
    }

    fs::path folder;
};

std::string line(std::initializer_list<base::LogField> fields) {
    std::string out;
    base::append_log_line(out, "e", {fields.begin(), fields.size()});
    return out;
}

TEST_F(LogTest, a_line_is_json_with_time_and_level) {
    {
        const base::Log log{{(folder / "log").string()}};
        log.write(base::LogLevel::info, "http.request", {{"status", 200}, {"path", "/tổ-chức"}, {"tls", true}});
        log.write(base::LogLevel::debug, "not.written");
    }
    ASSERT_EQ(lines().size(), 1u);
    EXPECT_EQ(lines()[0].substr(0, 9), R"({"time":")");
    EXPECT_EQ(lines()[0].substr(32),
              R"(Z","level":"info","event":"http.request","status":200,"path":"/tổ-chức","tls":true})");
}

TEST_F(LogTest, a_warning_is_on_disk_at_once) {
    const base::Log log{{(folder / "log").string()}};
    log.write(base::LogLevel::warning, "disk.low");
    EXPECT_EQ(lines().size(), 1u);
}

TEST(LogLine, what_strangers_send_stays_within_its_quotes) {
    EXPECT_EQ(line({{"a", "x\"y\\z\n{}"}}), R"("event":"e","a":"x\"y\\z\u000a{}")");
    EXPECT_EQ(line({{"a", std::string{"\0\x1b\x7f", 3}}}), R"("event":"e","a":"\u0000\u001b\u007f")");
}

TEST(LogLine, bytes_that_are_no_utf8_become_the_sign_for_that) {
    EXPECT_EQ(line({{"a", "đ\xff\xc3"}}), "\"event\":\"e\",\"a\":\"đ\xEF\xBF\xBD\xEF\xBF\xBD\"");
    EXPECT_EQ(line({{"a", "\xed\xa0\x80"}}), "\"event\":\"e\",\"a\":\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    EXPECT_EQ(line({{"a", "\xf0\x9f\x98\x80"}}), "\"event\":\"e\",\"a\":\"\xf0\x9f\x98\x80\"");
}

TEST(LogLine, numbers_are_whole_and_signed) { EXPECT_EQ(line({{"n", -5}, {"m", 1u}}), R"("event":"e","n":-5,"m":1)"); }

TEST_F(LogTest, threads_do_not_mix_their_lines) {
    {
        const base::Log log{{(folder / "log").string()}};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 500; ++n) log.write(base::LogLevel::info, "e", {{"text", std::string(100, 'x')}});
            });
        for (auto& thread : threads) thread.join();
    }
    ASSERT_EQ(lines().size(), 2000u);
    for (const auto& text : lines()) EXPECT_EQ(text.size(), lines()[0].size());
}

TEST_F(LogTest, a_full_file_is_renamed) {
    {
        const base::Log log{{(folder / "log").string(), base::LogLevel::info, 1000, 2}};
        for (int n = 0; n < 100; ++n) log.write(base::LogLevel::info, "e", {{"n", n}});
    }
    EXPECT_TRUE(fs::exists(folder / "log.1"));
    EXPECT_FALSE(fs::exists(folder / "log.3"));
    EXPECT_LE(fs::file_size(folder / "log"), 1000u);
}

TEST_F(LogTest, a_file_that_cannot_be_opened_is_a_fault) {
    std::ofstream{folder / "file"} << "no folder";
    EXPECT_THROW(base::Log{{(folder / "file" / "log").string()}}, base::Fault);
}

}  // namespace
