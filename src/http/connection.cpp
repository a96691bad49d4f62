// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/connection.h"

namespace http {
namespace {

constexpr int steps_at_once = 64;  // Then others have their turn.
constexpr std::size_t small_input = 4 << 10;
constexpr std::chrono::seconds linger_deadline{2};

}  // namespace

Connection::Connection(ServerState& state, Peer peer, std::unique_ptr<Loop::Watch> watch,
                       std::unique_ptr<Channel> channel)
    : server_{state}, peer_{std::move(peer)}, channel_{std::move(channel)}, watch_{std::move(watch)} {}

void Connection::start() {
    await_request();
    if (peer_.is_secure) {
        state_ = State::handshake;
        deadline_ = Clock::now() + server_.options.header_deadline;
    }
    pump();
}

void Connection::refuse() {
    fail({503, "http.busy"});
    pump();
}

void Connection::ready(Direction direction) {
    (direction == Direction::read ? waits_to_read_ : waits_to_write_) = false;
    if (direction == Direction::read) is_readable_ = true;
    pump();
}

void Connection::pump() {
    if (is_pumping_) return;  // Called from below itself; the loop there goes on.
    const auto self = shared_from_this();
    is_pumping_ = true;
    int steps = 0;
    while (steps < steps_at_once && step()) ++steps;
    is_pumping_ = false;
    if (steps == steps_at_once) server_.loop.post([self] { self->pump(); });
}

bool Connection::step() {
    switch (state_) {
        case State::handshake: return shake_hands();
        case State::reading: return read_request();
        case State::writing: return write_answer();
        case State::waiting: return watch_for_leaving();
        case State::lingering: return linger();
        case State::working:
        case State::closed: return false;
    }
    return false;
}

void Connection::wait(Direction direction) {
    auto& waits = direction == Direction::read ? waits_to_read_ : waits_to_write_;
    if (std::exchange(waits, true)) return;
    watch_->wait(direction, shared_from_this());
}

bool Connection::after(Progress progress) {
    switch (progress) {
        case Progress::done: return true;
        case Progress::must_read: wait(Direction::read); break;
        case Progress::must_write: wait(Direction::write); break;
        case Progress::closed: close(); break;
    }
    return false;
}

bool Connection::shake_hands() {
    if (!after(channel_->handshake())) return false;
    await_request();
    return true;
}

void Connection::await_request() {
    state_ = State::reading;
    scanner_ = {};
    has_unparsed_ = !input_.empty();
    if (!has_unparsed_ && input_.capacity() > small_input) input_ = std::string{};
    deadline_ = Clock::now() + (has_unparsed_ ? server_.options.header_deadline : server_.options.idle_deadline);
}

bool Connection::watch_for_leaving() {
    std::string_view data;
    if (!receive(data)) return false;
    input_.append(data);
    if (input_.size() < server_.scratch.size()) return true;
    return false;  // Enough for later; whether the client leaves is seen when something is sent.
}

bool Connection::linger() {
    std::string_view data;
    return receive(data);
}

void Connection::tick(Clock::time_point now) {
    if (now >= next_call_ && state_ == State::waiting) {
        ask_stream();
        return pump();
    }
    if (now < deadline_) return;
    if (state_ == State::reading && !is_idle()) {
        fail({408, "http.timeout"});
        return pump();
    }
    close();
}

void Connection::drain() {
    keep_alive_ = false;
    if (is_idle() || state_ == State::handshake || state_ == State::lingering) return close();
    if (state_ == State::waiting) {
        wait_for_stream();
        pump();
    }
}

void Connection::close() {
    if (state_ == State::closed) return;
    const auto self = shared_from_this();
    state_ = State::closed;
    if (exchange_) report_finished();
    exchange_.reset();
    channel_.reset();
    watch_->close();
    server_.closed(*this);
}

bool Connection::finish_answer() {
    report_finished();
    exchange_.reset();
    pieces_ = {};
    if (!keep_alive_) {
        channel_->finish();
        state_ = State::lingering;
        deadline_ = Clock::now() + linger_deadline;
        return true;
    }
    await_request();
    return true;
}

void Connection::report_finished() {
    if (!exchange_->is_answered || !server_.finished) return;
    exchange_->is_answered = false;
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange_->begun);
    server_.finished(exchange_->request, exchange_->response, time);
}

}  // namespace http
