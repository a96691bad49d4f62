// SPDX-License-Identifier: AGPL-3.0-or-later
// How a connection gathers a request.
#include "http/connection.h"

namespace http {

// Reads once. False when nothing has come, and then either a wait is on or the connection is closed.
bool Connection::receive(std::string_view& data) {
    if (!std::exchange(is_readable_, false) && !channel_->has_buffered()) {
        wait(Direction::read);
        return false;
    }
    const auto moved = channel_->read(server_.scratch);
    is_readable_ = moved.progress == Progress::must_write;  // Then reading is what to try again.
    data = {server_.scratch.data(), moved.bytes};
    return after(moved.progress);
}

bool Connection::read_request() {
    if (std::exchange(has_unparsed_, false)) return parse(input_);
    const bool was_idle = is_idle();
    std::string_view data;
    if (!receive(data)) return false;
    if (was_idle) deadline_ = Clock::now() + server_.options.header_deadline;
    if (input_.empty()) return parse(data);
    input_.append(data);
    return parse(input_);
}

// `data` is all that has come and was not eaten, in `input_` or just read. Goes on to the next state when the request
// is complete.
bool Connection::parse(std::string_view data) {
    const bool is_input = data.data() == input_.data();
    auto rest = data;
    const auto keep = [&] {
        if (is_input)
            input_.erase(0, input_.size() - rest.size());
        else
            input_.assign(rest);
    };
    while (!parser_) {
        const auto found = scanner_.scan(rest);
        const bool is_too_large =
            scanner_.size() > server_.options.header_limit ||
            (found == HeaderScanner::Found::nothing && rest.size() > server_.options.header_limit);
        if (is_too_large) {
            const bool is_target = rest.find('\n') >= server_.options.header_limit;
            return fail(is_target ? ProtocolError{414, "http.target_too_long"}
                                  : ProtocolError{431, "http.header_too_large"});
        }
        if (found == HeaderScanner::Found::error) return fail({400, "http.bad_request"});
        if (found == HeaderScanner::Found::nothing) {
            keep();
            return true;
        }
        const auto header = rest.substr(0, scanner_.size());
        rest.remove_prefix(header.size());
        scanner_ = {};
        if (header.size() == 2) continue;  // An empty line before a request means nothing.
        if (!begin_exchange(header)) return state_ != State::closed;
        if (!parser_->is_done() && !expect_body(!rest.empty())) return state_ != State::closed;
    }
    if (!parser_->is_done() && !rest.empty()) {
        auto& exchange = *exchange_;
        const auto before = exchange.body->size();
        const auto eaten = parser_->body(rest, exchange.plan.limit, [&](std::string_view bytes) {
            return exchange.body->append(bytes, exchange.request.body);
        });
        if (eaten.error) return fail(*eaten.error);
        rest.remove_prefix(eaten.bytes);
        // The line that begins a chunk is short.
        if (!parser_->is_done() && rest.size() > server_.options.header_limit) return fail({400, "http.bad_request"});
        pace_.moved(Clock::now(), exchange.body->size() - before);
        deadline_ = pace_.deadline();
    }
    keep();
    return parser_->is_done() ? dispatch() : true;
}

// False when the request has been answered already, with an error.
bool Connection::begin_exchange(std::string_view header) {
    exchange_ = std::make_shared<Exchange>(server_, weak_from_this());
    auto& exchange = *exchange_;
    exchange.begun = Clock::now();
    exchange.request.remote = peer_.address;
    exchange.request.is_secure = peer_.is_secure;
    parser_ = std::make_unique<RequestParser>();
    if (const auto error = parser_->header(header, exchange.request)) return fail(*error), false;
    is_version_1_0_ = parser_->is_version_1_0();
    exchange.plan = server_.plan(exchange.request.method, exchange.request.path);
    keep_alive_ = parser_->keep_alive() && !server_.is_stopping;
    return true;
}

// The same for a request with a body, which may be refused before any of it has come.
bool Connection::expect_body(bool is_body_here) {
    auto& exchange = *exchange_;
    if (parser_->content_length().value_or(0) > exchange.plan.limit) return fail({413, "http.body_too_large"}), false;
    exchange.body.emplace(server_.options, exchange.plan, server_.body_memory);
    pace_ = Pace{exchange.begun, server_.options.body_deadline, server_.options.body_rate};
    deadline_ = pace_.deadline();
    const auto expectation = exchange.request.header("Expect");
    if (expectation.empty() || is_version_1_0_) return true;
    if (!same_token(expectation, "100-continue")) return fail({417, "http.expectation"}), false;
    if (is_body_here) return true;  // The client did not wait.
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    if (channel_->write(std::span{&go_on, 1}).bytes == go_on.size()) return true;
    close();  // Who leaves so much of the last answer unread that these bytes find no room is not waiting for them.
    return false;
}

bool Connection::dispatch() {
    auto& exchange = *exchange_;
    parser_.reset();
    if (exchange.body) exchange.request.body_file = exchange.body->file_name();
    deadline_ = Clock::time_point::max();
    if (exchange.plan.quick) {
        exchange.work();
        return begin_answer();
    }
    state_ = State::working;
    server_.workers.run(exchange_);
    return false;
}

bool Connection::fail(const ProtocolError& error) {
    if (!exchange_) {
        exchange_ = std::make_shared<Exchange>(server_, weak_from_this());
        exchange_->begun = Clock::now();
        exchange_->request.remote = peer_.address;
    }
    parser_.reset();
    input_ = std::string{};
    keep_alive_ = false;
    exchange_->response = error_response(error.status, error.code);
    if (error.status == 503) exchange_->response.headers.emplace_back("Retry-After", "5");
    return begin_answer();
}

}  // namespace http
