// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/server.h"

#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <vector>

#include "base/check.h"
#include "http/connection.h"
#include "http/server_counts.h"
#include "http/server_socket.h"
#include "http/server_state.h"

namespace http {
namespace {

constexpr std::chrono::milliseconds tick_period{250};
constexpr int accepted_at_once = 64;
constexpr std::size_t refusals_at_once = 256;  // Clients being told that there are too many; beyond, just hung up on.

void allow_many_files() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Calls a function each time its descriptor can be read.
struct Listener : Loop::Waiter, std::enable_shared_from_this<Listener> {
    Listener(std::unique_ptr<Loop::Watch> w, std::function<void()> c) : watch{std::move(w)}, call{std::move(c)} {}

    void await() { watch->wait(Direction::read, shared_from_this()); }
    void ready(Direction) override { call(); }

    std::unique_ptr<Loop::Watch> watch;
    std::function<void()> call;
};

}  // namespace

class Server::Implementation {
public:
    Implementation(ServerOptions options, Plan plan, Handle handle, Finished finished)
        : state{std::move(options), std::move(plan), std::move(handle), std::move(finished)},
          counts{state.options.connections, state.options.connections_per_address},
          stop_event{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)} {
        if (stop_event < 0) throw base::Fault{"eventfd"};
        state.closed = [this](Connection& connection) { forget(connection); };
    }
    ~Implementation() {
        close_all();
        if (!stop_listener) ::close(stop_event);
    }

    void listen();
    void run();
    void accept();
    void admit(Accepted accepted);
    void forget(Connection& connection);
    void tick();
    void begin_stop();
    void close_all();

    ServerState state;
    std::optional<TlsContext> tls;
    ConnectionCounts counts;
    std::vector<std::shared_ptr<Connection>> connections;
    std::size_t refusals = 0;  // Of the connections, those that are only being told so.
    std::atomic<std::size_t> open{0};
    std::atomic<std::size_t> refused{0};

    int stop_event;
    std::shared_ptr<Listener> stop_listener;
    int listening = -1;
    std::shared_ptr<Listener> acceptor;
    bool is_accepting_paused = false;
    std::uint16_t port = 0;
    Clock::time_point drain_until = Clock::time_point::max();
};

void Server::Implementation::listen() {
    const auto& options = state.options;
    if (!options.tls_certificate.empty()) tls.emplace(options.tls_certificate, options.tls_key);
    if (!tls && !options.allow_plain_beyond_loopback && !is_loopback(options.address))
        throw base::Fault{"Địa chỉ " + options.address +
                          " mở ra ngoài máy này mà không mã hóa: cần chứng thư TLS, hoặc phải cho phép rõ ràng."};
    std::signal(SIGPIPE, SIG_IGN);
    allow_many_files();
    listening = listening_socket(options.address, options.port);
    acceptor = std::make_shared<Listener>(state.loop.watch(listening), [this] { accept(); });
    stop_listener = std::make_shared<Listener>(state.loop.watch(stop_event), [this] { begin_stop(); });
    port = port_of(listening);
}

void Server::Implementation::run() {
    CHECK(acceptor != nullptr);
    acceptor->await();
    stop_listener->await();
    state.loop.every(tick_period, [this] { tick(); });
    state.loop.run();
    state.workers.stop();
    close_all();
}

void Server::Implementation::accept() {
    if (state.is_stopping) return;
    for (int i = 0; i < accepted_at_once; ++i) {
        NotAccepted why{};
        auto accepted = accept_one(listening, why);
        if (accepted) {
            admit(std::move(*accepted));
        } else if (why == NotAccepted::no_descriptors) {
            is_accepting_paused = true;  // Until a tick: there may be room then, and asking again at once is no use.
            return;
        } else {
            break;
        }
    }
    acceptor->await();
}

void Server::Implementation::admit(Accepted accepted) {
    auto& peer = accepted.peer;
    peer.is_secure = tls.has_value();
    auto watch = state.loop.watch(accepted.socket);
    const bool is_admitted = counts.add(peer.network);
    if (!is_admitted) {
        ++refused;
        // To tell it in TLS would take a handshake, which is what an attacker wants.
        if (tls || refusals >= refusals_at_once) return watch->close();
        ++refusals;
    }
    peer.is_counted = is_admitted;
    auto channel = tls ? tls->channel(accepted.socket) : plain_channel(accepted.socket);
    auto connection = std::make_shared<Connection>(state, std::move(peer), std::move(watch), std::move(channel));
    connection->slot = connections.size();
    connections.push_back(connection);
    open = connections.size();
    is_admitted ? connection->start() : connection->refuse();
}

void Server::Implementation::forget(Connection& connection) {
    if (connection.peer().is_counted)
        counts.remove(connection.peer().network);
    else
        --refusals;
    const auto slot = connection.slot;
    connections.back()->slot = slot;
    std::swap(connections[slot], connections.back());
    connections.pop_back();
    open = connections.size();
    if (state.is_stopping && connections.empty()) state.loop.stop();
}

void Server::Implementation::tick() {
    const auto now = Clock::now();
    // From the end, because a connection that closes is replaced by the last one.
    for (auto i = connections.size(); i-- > 0;)
        if (i < connections.size()) connections[i]->tick(now);
    if (std::exchange(is_accepting_paused, false)) accept();
    if (now >= drain_until) state.loop.stop();
}

void Server::Implementation::begin_stop() {
    if (std::exchange(state.is_stopping, true)) return;
    drain_until = Clock::now() + state.options.drain_deadline;
    acceptor->watch->close();
    for (auto i = connections.size(); i-- > 0;)
        if (i < connections.size()) connections[i]->drain();
    if (connections.empty()) state.loop.stop();
}

void Server::Implementation::close_all() {
    while (!connections.empty()) connections.back()->close();
}

Server::Server(ServerOptions options, Plan plan, Handle handle, Finished finished)
    : implementation_{std::make_unique<Implementation>(std::move(options), std::move(plan), std::move(handle),
                                                       std::move(finished))} {}
Server::~Server() = default;

void Server::listen() { implementation_->listen(); }
std::uint16_t Server::port() const { return implementation_->port; }
void Server::run() { implementation_->run(); }

void Server::stop() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(implementation_->stop_event, &one, sizeof one);
}

Server::Counts Server::counts() const {
    return {implementation_->open, implementation_->refused, implementation_->state.body_memory.used};
}

}  // namespace http
