// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "http/connection_pace.h"
#include "http/server_state.h"

namespace http {

// One request and its answer. While a worker has it, the connection does not touch it, and may be closed meanwhile.
struct Exchange : Workers::Job {
    enum class Task { answer, produce };

    Exchange(ServerState& shared, std::weak_ptr<Connection> owner) : state{shared}, connection{std::move(owner)} {}
    ~Exchange() override;

    ServerState& state;
    std::weak_ptr<Connection> connection;
    Clock::time_point begun{};  // When the header was complete.
    BodyPlan plan;
    Request request;
    std::optional<BodyStore> body;

    Task task = Task::answer;
    bool is_answered = false;
    Response response;
    OpenFile file;
    std::uint64_t file_size = 0;

    std::string chunk;
    Stream::Then then = Stream::Then::more;
    bool is_broken = false;  // The stream threw.

    void work() noexcept override;
    void worked() override;

private:
    void answer();
    void produce();
    void report(std::string_view what) const noexcept;
};

}  // namespace http
