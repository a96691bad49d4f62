// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/server_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/check.h"

namespace http {
namespace {

// Room for either kind of address.
struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;

    sockaddr* raw() { return reinterpret_cast<sockaddr*>(&storage); }
    sockaddr_in& v4() { return reinterpret_cast<sockaddr_in&>(storage); }
    sockaddr_in6& v6() { return reinterpret_cast<sockaddr_in6&>(storage); }
};

std::optional<Address> parse_address(const std::string& text, std::uint16_t port) {
    Address address;
    if (::inet_pton(AF_INET, text.c_str(), &address.v4().sin_addr) == 1) {
        address.v4().sin_family = AF_INET;
        address.v4().sin_port = htons(port);
        address.size = sizeof(sockaddr_in);
        return address;
    }
    if (::inet_pton(AF_INET6, text.c_str(), &address.v6().sin6_addr) == 1) {
        address.v6().sin6_family = AF_INET6;
        address.v6().sin6_port = htons(port);
        address.size = sizeof(sockaddr_in6);
        return address;
    }
    return std::nullopt;
}

void set(int socket, int level, int name, int value) { ::setsockopt(socket, level, name, &value, sizeof value); }

Peer peer_of(Address& from) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const auto* bytes = from.v6().sin6_addr.s6_addr;
    std::uint32_t v4 = 0;
    if (from.storage.ss_family == AF_INET) {
        v4 = from.v4().sin_addr.s_addr;
    } else if (IN6_IS_ADDR_V4MAPPED(&from.v6().sin6_addr)) {  // An IPv4 client of a socket that serves both.
        std::memcpy(&v4, bytes + 12, sizeof v4);
    } else {
        Peer peer;
        ::inet_ntop(AF_INET6, bytes, text.data(), text.size());
        peer.address = text.data();
        std::memcpy(&peer.network, bytes, sizeof peer.network);
        return peer;
    }
    ::inet_ntop(AF_INET, &v4, text.data(), text.size());
    return {text.data(), v4};
}

}  // namespace

int listening_socket(const std::string& address, std::uint16_t port) {
    auto where = parse_address(address, port);
    if (!where) throw base::Fault{"“" + address + "” không phải là địa chỉ IP."};
    const int socket = ::socket(where->storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0) throw base::Fault{std::string{"socket: "} + std::strerror(errno)};
    set(socket, SOL_SOCKET, SO_REUSEADDR, 1);
    if (::bind(socket, where->raw(), where->size) != 0 || ::listen(socket, SOMAXCONN) != 0) {
        const int error = errno;
        ::close(socket);
        throw base::Fault{"Không mở được cổng " + std::to_string(port) + " ở địa chỉ " + address + ": " +
                          std::strerror(error)};
    }
    return socket;
}

std::uint16_t port_of(int socket) {
    Address address;
    address.size = sizeof address.storage;
    ::getsockname(socket, address.raw(), &address.size);
    return ntohs(address.storage.ss_family == AF_INET ? address.v4().sin_port : address.v6().sin6_port);
}

bool is_loopback(const std::string& text) {
    auto address = parse_address(text, 0);
    if (!address) return false;
    if (address->storage.ss_family == AF_INET) return ntohl(address->v4().sin_addr.s_addr) >> 24 == 127;
    return IN6_IS_ADDR_LOOPBACK(&address->v6().sin6_addr);
}

std::optional<Accepted> accept_one(int listening, NotAccepted& why) {
    for (;;) {
        Address from;
        from.size = sizeof from.storage;
        const int socket = ::accept4(listening, from.raw(), &from.size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket >= 0) {
            set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
            // A slow reader then makes its progress in small steps, so that its pace can be judged.
            set(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, 256 << 10);
            return Accepted{socket, peer_of(from)};
        }
        if (errno == EINTR || errno == ECONNABORTED) continue;
        const bool is_short = errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS;
        why = is_short ? NotAccepted::no_descriptors : NotAccepted::nobody;
        return std::nullopt;
    }
}

}  // namespace http
