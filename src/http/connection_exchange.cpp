// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/connection_exchange.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/check.h"
#include "http/connection.h"

namespace http {
namespace {

// Takes over `response.file`, so that it is sent as it is now whatever happens to its name.
OpenFile open_to_send(const Response& response, std::uint64_t& size) {
    OpenFile file{::open(response.file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts {};
    if (!file.is_open() || ::fstat(file.descriptor(), &facts) != 0 || !S_ISREG(facts.st_mode))
        throw base::Fault{"cannot send " + response.file + ": " + std::strerror(errno)};
    if (response.delete_file) ::unlink(response.file.c_str());
    size = static_cast<std::uint64_t>(facts.st_size);
    return file;
}

}  // namespace

Exchange::~Exchange() {
    if (!response.stream) return;
    const std::lock_guard lock{response.stream->mutex_};
    response.stream->gone_ = true;
    response.stream->waker_ = nullptr;
}

void Exchange::work() noexcept {
    try {
        try {
            task == Task::answer ? answer() : produce();
            return;
        } catch (const std::exception& error) { report(error.what()); } catch (...) {
            report("unknown exception");
        }
        is_broken = true;
        if (task == Task::answer) response = error_response(500, "http.internal");
    } catch (...) {  // No memory even for that: the connection breaks off.
        response = Response{500};
    }
}

void Exchange::worked() {
    if (const auto owner = connection.lock()) owner->worked(*this);
}

void Exchange::answer() {
    response = state.handle(request);
    if (!response.file.empty())
        file = open_to_send(response, file_size);
    else
        compress(response, request);
}

void Exchange::produce() {
    auto& stream = *response.stream;
    {
        const std::lock_guard lock{stream.mutex_};
        stream.is_woken_ = false;
    }
    then = stream.next_(chunk);
}

void Exchange::report(std::string_view what) const noexcept {
    try {
        if (state.options.report) state.options.report(what);
    } catch (...) {  // Who cannot be told of an error cannot be told of that one either.
    }
}

}  // namespace http
