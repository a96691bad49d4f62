// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "http/connection.h"

namespace http {

// Sockets that never block.

struct Accepted {
    int socket = -1;
    Peer peer;
};

// Throws base::Fault when `address` is no IP address ("127.0.0.1", "::") or the port is taken.
int listening_socket(const std::string& address, std::uint16_t port);
std::uint16_t port_of(int socket);
bool is_loopback(const std::string& address);

enum class NotAccepted { nobody, no_descriptors };
// The next client that waits to be let in.
std::optional<Accepted> accept_one(int listening, NotAccepted& why);

}  // namespace http
