// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.h"

// The HTTP/1.1 server: sockets, TLS, limits and deadlines. One thread, the loop, serves all connections and never
// blocks; handlers run on a few workers, where they may. What is asked and answered is the business of the handlers,
// 404 and 405 included. The protocol's own errors are answered as {"code": "http.…", "message": "…"} in Vietnamese.
namespace http {

// What body a request may bring; decided when its header is complete.
struct BodyPlan {
    std::size_t limit = 1 << 20;  // Bytes; more is answered 413.
    bool spool = false;           // What goes beyond ServerOptions::spool_above lies in Request::body_file.
    // The handler reads only what is in memory and takes microseconds: it runs on the loop, without changing threads.
    bool quick = false;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0 = any free one.
    unsigned workers = 4;

    std::size_t header_limit = 16 << 10;         // Bytes of request line and headers.
    std::size_t connections = 4096;              // Beyond, a client is told 503.
    std::size_t connections_per_address = 1200;  // IPv4 address or IPv6 /64 network.
    std::size_t body_memory = 256 << 20;         // Bytes of bodies in memory, all requests together.
    std::size_t spool_above = 8 << 20;
    std::string spool_folder;  // "" = the system's folder for temporary files.

    std::chrono::milliseconds header_deadline{10'000};  // From the first byte of a request; also for the TLS handshake.
    std::chrono::milliseconds body_deadline{30'000};    // For the first byte, and between any two.
    std::size_t body_rate = 16 << 10;                   // Bytes per second that a slow body or reader must keep up.
    std::chrono::milliseconds idle_deadline{75'000};    // Between two requests.
    std::chrono::milliseconds write_deadline{60'000};   // For each part of an answer that the client must take.
    std::chrono::milliseconds drain_deadline{10'000};   // For the requests under way when the server stops.

    std::string tls_certificate;  // PEM file with the chain; "" = plain HTTP.
    std::string tls_key;
    bool allow_plain_beyond_loopback = false;
    // Told what a handler or stream threw (the client sees 500); called on any thread.
    std::function<void(std::string_view what)> report;
};

class Server {
public:
    // Runs on the loop: must neither block nor throw.
    using Plan = std::function<BodyPlan(std::string_view method, std::string_view path)>;
    // May fill in Request::parameters. HEAD is answered like GET; the server leaves the body out. JSON and text of
    // 1 KiB or more is compressed when the client accepts gzip.
    using Handle = std::function<Response(Request&)>;
    // After the last byte was sent or the client had left. The time runs from the complete header. Protocol errors come
    // here too, perhaps with an empty method and path. Runs on the loop: must neither block nor throw.
    using Finished = std::function<void(const Request&, const Response&, std::chrono::microseconds)>;

    Server(ServerOptions options, Plan plan, Handle handle, Finished finished = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Throws base::Fault when the address is taken or none, the certificate cannot be read, or the port would be plain
    // and open to others. From here on the process ignores SIGPIPE and may open as many files as the system allows it.
    void listen();
    std::uint16_t port() const;  // After listen().
    // Serves until stop(), then lets requests under way end, but no longer than drain_deadline. Streams that wait end.
    // A handler that has not returned is waited for.
    void run();
    void stop();  // From any thread, or from a signal handler.

    struct Counts {
        std::size_t connections = 0;
        std::size_t refused = 0;      // By the caps, since the start.
        std::size_t body_memory = 0;  // Bytes, see ServerOptions.
    };
    Counts counts() const;  // From any thread.

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace http
