// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/connection_channel.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>

namespace http {
namespace {

class PlainChannel : public Channel {
public:
    explicit PlainChannel(int socket) : socket_{socket} {}

    Progress handshake() override { return Progress::done; }

    Moved read(std::span<char> into) override {
        const ssize_t n = ::recv(socket_, into.data(), into.size(), 0);
        if (n > 0) return {static_cast<std::size_t>(n)};
        return {0, n < 0 && is_blocked() ? Progress::must_read : Progress::closed};
    }

    Moved write(std::span<const std::string_view> pieces) override {
        std::array<iovec, 4> vectors;
        msghdr message{};
        message.msg_iov = vectors.data();
        for (const auto& piece : pieces.first(std::min(pieces.size(), vectors.size())))
            if (!piece.empty()) vectors[message.msg_iovlen++] = {const_cast<char*>(piece.data()), piece.size()};
        if (message.msg_iovlen == 0) return {};
        const ssize_t n = ::sendmsg(socket_, &message, MSG_NOSIGNAL);
        if (n >= 0) return {static_cast<std::size_t>(n)};
        return {0, is_blocked() ? Progress::must_write : Progress::closed};
    }

    bool has_buffered() const override { return false; }
    void finish() override { ::shutdown(socket_, SHUT_WR); }

private:
    static bool is_blocked() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

    int socket_;
};

}  // namespace

std::unique_ptr<Channel> plain_channel(int socket) { return std::make_unique<PlainChannel>(socket); }

}  // namespace http
