// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "base/check.h"

namespace support {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what) { throw base::Fault{what + ": " + std::strerror(errno)}; }

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_{number} {}
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }
    int get() const { return number_; }
    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
        read = Descriptor{ends[0]};
        write = Descriptor{ends[1]};
    }
    Descriptor read, write;
};

// The child between fork and exec: only what is allowed there, and the error goes back through `report`.
[[noreturn]] void become(char* const* arguments, char* const* environment, const char* folder, const Pipe& in,
                         const Pipe& out, const Pipe& err, int report) {
    ::setpgid(0, 0);
    ::signal(SIGPIPE, SIG_DFL);
    const bool ready = ::dup2(in.read.get(), 0) >= 0 && ::dup2(out.write.get(), 1) >= 0 &&
                       ::dup2(err.write.get(), 2) >= 0 && (*folder == 0 || ::chdir(folder) == 0);
    if (ready) ::execvpe(arguments[0], arguments, environment);
    const int error = errno;
    [[maybe_unused]] const auto written = ::write(report, &error, sizeof error);
    ::_exit(127);
}

std::vector<std::string> environment_with(const std::vector<std::pair<std::string, std::string>>& added) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text{*entry};
        const auto is_replaced = [&](const auto& pair) { return text.starts_with(pair.first + "="); };
        if (std::none_of(added.begin(), added.end(), is_replaced)) all.emplace_back(text);
    }
    for (const auto& [name, value] : added) all.push_back(name + "=" + value);
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> all;
    for (auto& text : strings) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

// Reads what is there; closes at the end of the stream.
void read_some(Descriptor& from, std::string& into) {
    std::array<char, 65536> buffer;
    const auto count = ::read(from.get(), buffer.data(), buffer.size());
    if (count > 0) into.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) from.close();
}

void write_some(Descriptor& to, std::string_view& rest) {
    const auto count = ::write(to.get(), rest.data(), rest.size());
    if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
    if (rest.empty() || (count < 0 && errno != EINTR && errno != EAGAIN)) to.close();
}

// Until the moment when the process is to be killed, or nothing is left to hear from it.
class Conversation {
public:
    Conversation(pid_t process, const ProcessOptions& options) : process_{process} {
        const auto start = Clock::now();
        deadline_ = start + options.timeout;
        kill_at_ = options.kill_after ? start + *options.kill_after : Clock::time_point::max();
    }

    ProcessResult hold(Descriptor in, Descriptor out, Descriptor err, std::string_view input) {
        ::fcntl(in.get(), F_SETFL, O_NONBLOCK);
        if (input.empty()) in.close();
        while (out.is_open() || err.is_open()) {
            std::array<pollfd, 3> waits{{{in.get(), POLLOUT, 0}, {out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}}};
            wait_for(waits);
            if (in.is_open() && waits[0].revents) write_some(in, input);
            if (out.is_open() && waits[1].revents) read_some(out, result_.out);
            if (err.is_open() && waits[2].revents) read_some(err, result_.err);
            kill_when_due();
        }
        await_end();
        return std::move(result_);
    }

private:
    void wait_for(std::array<pollfd, 3>& waits) const {
        const auto left = std::min(deadline_, kill_at_) - Clock::now();
        const auto nanoseconds = std::max<std::int64_t>(0, std::chrono::nanoseconds{left}.count());
        const timespec limit{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
        ::ppoll(waits.data(), waits.size(), &limit, nullptr);
    }

    void kill_when_due() {
        const auto now = Clock::now();
        if (now < std::min(deadline_, kill_at_)) return;
        result_.timed_out |= now >= deadline_;
        ::kill(-process_, SIGKILL);
        deadline_ = kill_at_ = Clock::time_point::max();
    }

    // A process may close its output and go on; the deadline still holds.
    void await_end() {
        int status = 0;
        while (::waitpid(process_, &status, WNOHANG) == 0) {
            ::usleep(500);
            kill_when_due();
        }
        if (WIFEXITED(status)) result_.exit_code = WEXITSTATUS(status);
        if (WIFSIGNALED(status)) result_.signal = WTERMSIG(status);
    }

    pid_t process_;
    Clock::time_point deadline_, kill_at_;
    ProcessResult result_;
};

}  // namespace

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options) {
    CHECK(!command.empty());
    Pipe in, out, err, report;
    auto argument_texts = command;
    auto environment_texts = environment_with(options.environment);
    const auto arguments = pointers(argument_texts), environment = pointers(environment_texts);
    const auto folder = options.folder.string();
    const auto old_handler = ::signal(SIGPIPE, SIG_IGN);  // A process may end without reading its input.

    const pid_t process = ::fork();
    if (process < 0) fail("fork");
    if (process == 0) become(arguments.data(), environment.data(), folder.c_str(), in, out, err, report.write.get());
    ::setpgid(process, process);
    in.read.close();
    out.write.close();
    err.write.close();
    report.write.close();

    int error = 0;
    if (::read(report.read.get(), &error, sizeof error) == sizeof error) {
        ::waitpid(process, nullptr, 0);
        errno = error;
        fail(command[0]);
    }
    auto result = Conversation{process, options}.hold(std::move(in.write), std::move(out.read), std::move(err.read),
                                                      options.input);
    ::signal(SIGPIPE, old_handler);
    return result;
}

std::string product_path() { return KT_PRODUCT; }

ProcessResult run_product(std::vector<std::string> arguments, const ProcessOptions& options) {
    arguments.insert(arguments.begin(), product_path());
    return run_process(arguments, options);
}

TemporaryFolder::TemporaryFolder() {
    auto name = (std::filesystem::temp_directory_path() / "kientoan-XXXXXX").string();
    if (!::mkdtemp(name.data())) fail("mkdtemp");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace support
