// SPDX-License-Identifier: AGPL-3.0-or-later
// How a connection sends an answer.
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "http/connection.h"

namespace http {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view end_of_chunks = "0\r\n\r\n";
constexpr std::string_view line_end_and_end_of_chunks = "\r\n0\r\n\r\n";

bool has_no_body(unsigned status) { return status == 204 || status == 304 || status < 200; }

}  // namespace

bool Connection::begin_answer() {
    auto& exchange = *exchange_;
    auto& response = exchange.response;
    exchange.is_answered = true;
    if (asks_to_close(response) || server_.is_stopping) keep_alive_ = false;
    HeadFacts facts{Framing::length, response.body.size(), keep_alive_, is_version_1_0_};
    if (has_no_body(response.status)) {
        facts.framing = Framing::none;
    } else if (response.stream) {
        is_chunked_ = !is_version_1_0_;
        facts.framing = is_chunked_ ? Framing::chunked : Framing::until_close;
        if (!is_chunked_) facts.keep_alive = keep_alive_ = false;
    } else if (exchange.file.is_open()) {
        facts.length = exchange.file_size;
    }
    head_.clear();
    append_head(head_, response, facts, server_.date, std::time(nullptr));
    const bool has_body = facts.framing != Framing::none && exchange.request.method != "HEAD";
    const bool is_in_memory = !response.stream && !exchange.file.is_open();
    pieces_ = {head_, has_body && is_in_memory ? std::string_view{response.body} : std::string_view{}, {}};
    file_at_ = has_body ? 0 : exchange.file_size;
    is_stream_over_ = !has_body || !response.stream;
    if (!is_stream_over_) {
        const std::lock_guard lock{response.stream->mutex_};
        response.stream->waker_ = [&loop = server_.loop, self = weak_from_this()] {
            loop.post([self] {
                if (const auto connection = self.lock()) connection->woken();
            });
        };
    }
    begin_writing();
    return true;
}

void Connection::begin_writing() {
    state_ = State::writing;
    pace_ = Pace{Clock::now(), server_.options.write_deadline, server_.options.body_rate};
    deadline_ = pace_.deadline();
}

bool Connection::write_answer() {
    while (!std::all_of(pieces_.begin(), pieces_.end(), [](auto piece) { return piece.empty(); })) {
        auto moved = channel_->write(pieces_);
        if (!after(moved.progress)) return false;
        wrote(moved.bytes);
        for (auto& piece : pieces_) {
            const auto part = std::min(piece.size(), moved.bytes);
            piece.remove_prefix(part);
            moved.bytes -= part;
        }
    }
    if (exchange_->file.is_open() && file_at_ < exchange_->file_size) return send_file();
    if (is_stream_over_) return finish_answer();
    return exchange_->then == Stream::Then::more ? ask_stream() : wait_for_stream();
}

void Connection::wrote(std::size_t bytes) {
    pace_.moved(Clock::now(), bytes);
    deadline_ = pace_.deadline();
}

bool Connection::send_file() {
    auto& scratch = server_.scratch;
    const auto wanted = std::min<std::uint64_t>(scratch.size(), exchange_->file_size - file_at_);
    const ssize_t n = ::pread(exchange_->file.descriptor(), scratch.data(), static_cast<std::size_t>(wanted),
                              static_cast<off_t>(file_at_));
    if (n <= 0) {
        close();  // The file became shorter than we have promised.
        return false;
    }
    const std::string_view piece{scratch.data(), static_cast<std::size_t>(n)};
    const auto moved = channel_->write(std::span{&piece, 1});
    if (!after(moved.progress)) return false;
    wrote(moved.bytes);
    file_at_ += moved.bytes;
    return true;
}

bool Connection::ask_stream() {
    exchange_->chunk.clear();
    exchange_->task = Exchange::Task::produce;
    next_call_ = deadline_ = Clock::time_point::max();
    if (exchange_->response.stream->runs_ == Stream::Runs::on_loop) {
        exchange_->work();
        return frame_chunk();
    }
    state_ = State::working;
    server_.workers.run(exchange_);
    return false;
}

bool Connection::frame_chunk() {
    const auto& exchange = *exchange_;
    if (exchange.is_broken) {
        close();
        return false;
    }
    is_stream_over_ = exchange.then == Stream::Then::done;
    pieces_ = {};
    if (!is_chunked_) {
        pieces_[0] = exchange.chunk;
    } else if (exchange.chunk.empty()) {
        if (is_stream_over_) pieces_[0] = end_of_chunks;
    } else {
        std::array<char, 16> digits;
        head_.assign(digits.data(), std::to_chars(digits.data(), digits.data() + 16, exchange.chunk.size(), 16).ptr);
        head_ += line_end;
        pieces_ = {head_, exchange.chunk, is_stream_over_ ? line_end_and_end_of_chunks : line_end};
    }
    begin_writing();
    return true;
}

bool Connection::wait_for_stream() {
    auto& stream = *exchange_->response.stream;
    if (server_.is_stopping) {
        is_stream_over_ = true;
        pieces_ = {};
        if (is_chunked_) pieces_[0] = end_of_chunks;
        begin_writing();
        return true;
    }
    bool is_woken = false;
    {
        const std::lock_guard lock{stream.mutex_};
        is_woken = stream.is_woken_;
    }
    if (is_woken) return ask_stream();
    state_ = State::waiting;
    deadline_ = Clock::time_point::max();
    next_call_ = stream.interval_.count() > 0 ? Clock::now() + stream.interval_ : Clock::time_point::max();
    return true;
}

void Connection::woken() {
    if (state_ != State::waiting) return;
    ask_stream();
    pump();
}

void Connection::worked(Exchange& exchange) {
    if (&exchange != exchange_.get() || state_ != State::working) return;
    exchange.task == Exchange::Task::answer ? begin_answer() : frame_chunk();
    pump();
}

}  // namespace http
