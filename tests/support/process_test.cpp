// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/process.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

#include "base/check.h"

namespace support {
namespace {

using namespace std::chrono_literals;

ProcessResult shell(const std::string& script, const ProcessOptions& options = {}) {
    return run_process({"sh", "-c", script}, options);
}

TEST(Process, GivesBothOutputsAndTheExitCode) {
    const auto result = shell("echo ra; echo lỗi >&2; exit 3");
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.out, "ra\n");
    EXPECT_EQ(result.err, "lỗi\n");
    EXPECT_FALSE(result.ok());
    EXPECT_TRUE(shell("true").ok());
}

TEST(Process, ReadsInputLargerThanAPipe) {
    ProcessOptions options;
    options.input = std::string(1'000'000, 'x');
    EXPECT_EQ(run_process({"cat"}, options).out, options.input);
    EXPECT_TRUE(shell("exec <&-; sleep 0.05", options).ok());  // Input that nobody reads.
}

TEST(Process, HasTheFolderAndTheEnvironmentAsked) {
    const TemporaryFolder folder;
    ProcessOptions options;
    options.folder = folder.path();
    options.environment = {{"KT_WORD", "từ"}, {"HOME", "nhà"}};
    EXPECT_EQ(shell("pwd -P; echo $KT_WORD $HOME", options).out,
              std::filesystem::canonical(folder.path()).string() + "\ntừ nhà\n");
}

TEST(Process, IsKilledWhenItTakesTooLong) {
    ProcessOptions options;
    options.timeout = 100ms;
    const auto start = std::chrono::steady_clock::now();
    const auto result = shell("echo bắt đầu; sleep 60 & wait", options);
    EXPECT_TRUE(result.timed_out);
    EXPECT_EQ(result.signal, SIGKILL);
    EXPECT_EQ(result.out, "bắt đầu\n");
    EXPECT_LT(std::chrono::steady_clock::now() - start, 20s);  // Its child was killed too, or the pipe would stay open.
}

TEST(Process, IsKilledEvenAfterItClosedItsOutput) {
    ProcessOptions options;
    options.timeout = 100ms;
    EXPECT_TRUE(shell("exec >&- 2>&-; sleep 60", options).timed_out);
}

TEST(Process, IsKilledAtTheMomentAsked) {
    ProcessOptions options;
    options.kill_after = 50ms;
    const auto result = shell("echo một; sleep 60; echo hai", options);
    EXPECT_EQ(result.signal, SIGKILL);
    EXPECT_EQ(result.exit_code, -1);
    EXPECT_FALSE(result.timed_out);
    EXPECT_EQ(result.out, "một\n");
}

TEST(Process, ThatDoesNotExistIsAFault) { EXPECT_THROW(run_process({"no-such-program-here"}), base::Fault); }

TEST(TemporaryFolder, IsRemovedWithWhatItHolds) {
    std::filesystem::path path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        std::ofstream{folder.file("a")} << "a";
        EXPECT_TRUE(std::filesystem::exists(path / "a"));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace support
