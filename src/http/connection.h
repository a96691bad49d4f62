// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "http/connection_channel.h"
#include "http/connection_exchange.h"
#include "http/connection_parser.h"

namespace http {

// Who is at the other end.
struct Peer {
    std::string address;        // As in Request::remote.
    std::uint64_t network = 0;  // What the cap of connections per address counts.
    bool is_secure = false;
    bool is_counted = true;  // Admitted, not only told that there are too many.
};

// One connection of a client: reads requests, one after the other, and sends their answers in that order. Lives on the
// loop. Each state has one deadline, which tick() looks at a few times a second; nothing else ends a connection from
// outside, so a cancelled wait can never meet one that is being served.
class Connection : public Loop::Waiter, public std::enable_shared_from_this<Connection> {
public:
    Connection(ServerState& state, Peer peer, std::unique_ptr<Loop::Watch> watch, std::unique_ptr<Channel> channel);

    void start();
    void refuse();  // Instead of start(): tells the client that there are too many and lets go.
    void tick(Clock::time_point now);
    void drain();  // The server stops: what is under way ends, and then the connection.
    void close();
    void worked(Exchange& exchange);  // Its worker is done with it.
    void woken();                     // Its stream has something to send.
    void ready(Direction direction) override;

    const Peer& peer() const { return peer_; }

    std::size_t slot = 0;  // In the server's list.

private:
    enum class State {
        handshake,
        reading,    // A request; idle while none of it has come.
        working,    // A worker has the exchange.
        writing,    // The answer, or a part of it.
        waiting,    // The stream has nothing to send until somebody wakes it.
        lingering,  // All is sent; what still comes is read away, for to close now could undo what is on its way.
        closed,
    };

    // Each does what can be done without waiting; true when there may be more to do at once.
    void pump();
    bool step();
    bool shake_hands();
    bool read_request();
    bool write_answer();
    bool watch_for_leaving();
    bool linger();

    bool receive(std::string_view& data);
    bool parse(std::string_view data);
    bool begin_exchange(std::string_view header);
    bool expect_body(bool is_body_here);
    bool dispatch();
    bool fail(const ProtocolError& error);

    bool begin_answer();
    void begin_writing();
    void wrote(std::size_t bytes);
    bool send_file();
    bool ask_stream();
    bool frame_chunk();
    bool wait_for_stream();
    bool finish_answer();
    void report_finished();

    bool after(Progress progress);  // Waits for what is missing, or closes.
    void wait(Direction direction);
    bool is_idle() const { return state_ == State::reading && !exchange_ && input_.empty(); }
    void await_request();

    ServerState& server_;
    Peer peer_;
    std::unique_ptr<Channel> channel_;
    std::unique_ptr<Loop::Watch> watch_;
    State state_ = State::reading;
    bool is_pumping_ = false;
    bool waits_to_read_ = false;
    bool waits_to_write_ = false;
    bool is_readable_ = false;
    bool keep_alive_ = true;
    bool has_unparsed_ = false;  // There is input that has not been looked at since the last request was complete.
    bool is_stream_over_ = false;
    bool is_chunked_ = false;
    bool is_version_1_0_ = false;
    Clock::time_point deadline_;
    Clock::time_point next_call_ = Clock::time_point::max();  // Of a waiting stream.

    std::string input_;  // Received and not yet eaten.
    HeaderScanner scanner_;
    std::unique_ptr<RequestParser> parser_;  // While a body is read.
    std::shared_ptr<Exchange> exchange_;
    Pace pace_;

    std::string head_;
    std::array<std::string_view, 3> pieces_;  // What must still be written, before the file.
    std::uint64_t file_at_ = 0;
};

}  // namespace http
