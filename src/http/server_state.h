// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "http/connection_body.h"
#include "http/connection_head.h"
#include "http/server.h"
#include "http/server_loop.h"
#include "http/server_workers.h"

namespace http {

class Connection;

// What all connections of a server share. The options and functions do not change; all else is the loop's own.
struct ServerState {
    ServerState(ServerOptions o, Server::Plan p, Server::Handle h, Server::Finished f)
        : options{std::move(o)}, plan{std::move(p)}, handle{std::move(h)}, finished{std::move(f)} {}

    const ServerOptions options;
    const Server::Plan plan;
    const Server::Handle handle;
    const Server::Finished finished;

    BodyMemory body_memory{options.body_memory};
    DateLine date;
    std::vector<char> scratch = std::vector<char>(64 << 10);  // What is read or sent just now; so idle connections need
                                                              // no memory of their own.
    bool is_stopping = false;
    std::function<void(Connection&)> closed;

    Loop loop;
    Workers workers{options.workers, [this](std::function<void()> call) { loop.post(std::move(call)); }};
};

}  // namespace http
