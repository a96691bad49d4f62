// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Running programs and making folders for the time of a test.
namespace support {

struct ProcessOptions {
    std::filesystem::path folder;                                  // To run in; empty = the folder of the test.
    std::string input;                                             // What it reads on standard input.
    std::vector<std::pair<std::string, std::string>> environment;  // Added to that of the test.
    std::chrono::milliseconds timeout{120'000};                    // After this it is killed and `timed_out` is set.
    std::optional<std::chrono::microseconds> kill_after;           // kill -9 at this moment, as a power cut would.
};

struct ProcessResult {
    int exit_code = -1;  // -1 when a signal ended it.
    int signal = 0;
    bool timed_out = false;
    std::string out;
    std::string err;

    bool ok() const { return exit_code == 0; }
};

// Runs command[0] (looked up in PATH) and waits for its end. It leads a process group of its own, so that killing it
// kills its children too. Throws base::Fault when it cannot be started.
ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options = {});

// The product as built with these tests, and a run of it.
std::string product_path();
ProcessResult run_product(std::vector<std::string> arguments, const ProcessOptions& options = {});

// A new empty folder, removed with all it holds at the end of its scope.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::string file(std::string_view name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

}  // namespace support
