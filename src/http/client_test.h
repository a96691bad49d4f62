// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "http/server.h"

// For tests of the server: one that runs, and a client that can misbehave.
namespace http::test {

// A folder of its own that is gone in the end.
class Folder {
public:
    Folder();
    ~Folder();
    std::string path() const { return path_; }
    void write(const std::string& name, std::string_view content) const;
    std::size_t files() const;

private:
    std::string path_;
};

// Serves on a free port of the loopback until it goes out of scope. Without a handler it answers with method, path and
// the size of the body, "GET /x 0".
class RunningServer {
public:
    explicit RunningServer(ServerOptions options = {}, Server::Handle handle = {}, Server::Plan plan = {});
    ~RunningServer() { stop(); }

    Server& server() { return server_; }
    std::uint16_t port() const { return server_.port(); }
    void stop();  // And waits until it has.
    // What was finished, as "GET /x 200".
    std::vector<std::string> finished() const;

private:
    mutable std::mutex mutex_;
    std::vector<std::string> finished_;
    Server server_;
    std::thread thread_;
};

struct Answer {
    unsigned status = 0;                         // 0: the connection ended before there was an answer.
    std::map<std::string, std::string> headers;  // Names in small letters.
    std::string body;
    bool is_whole = true;  // As long as it was said to be.
};

// A blocking connection. Waits at most ten seconds for anything.
class Client {
public:
    explicit Client(std::uint16_t port, int receive_buffer = 0);
    ~Client() { close(); }
    Client(Client&& other) noexcept;
    Client& operator=(Client&&) = delete;

    Client& send(std::string_view bytes);  // Stops quietly when the server has hung up.
    Answer answer(bool is_to_head = false);
    Answer get(std::string_view path, std::string_view headers = "");
    std::string read_some();  // "" at the end.
    bool is_hung_up();        // Waits for it.
    void close();
    int socket() const { return socket_; }

private:
    std::string line();
    std::string exactly(std::size_t size, bool& is_whole);

    int socket_ = -1;
    std::string buffer_;
};

// "GET /x HTTP/1.1", a Host, and then `rest`: more headers, the empty line, the body.
std::string request(std::string_view method, std::string_view path, std::string_view rest = "\r\n");

// One request on a connection of its own.
Answer ask(std::uint16_t port, std::string_view bytes);

// Until `condition` holds, at most ten seconds.
template <class Condition>
bool eventually(Condition condition) {
    for (int i = 0; i < 1000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return condition();
}

}  // namespace http::test
