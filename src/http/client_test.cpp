// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/client_test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

namespace http::test {
namespace {

ServerOptions on_free_port(ServerOptions options) {
    options.port = 0;
    return options;
}

Server::Handle or_echo(Server::Handle handle) {
    if (handle) return handle;
    return [](const Request& request) {
        Response response;
        response.headers.emplace_back("Content-Type", "text/plain");
        response.body = request.method + " " + request.path + " " + std::to_string(request.body.size());
        return response;
    };
}

Server::Plan or_default(Server::Plan plan) {
    if (plan) return plan;
    return [](std::string_view, std::string_view) { return BodyPlan{}; };
}

}  // namespace

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "kt-http-XXXXXX").string();
    if (::mkdtemp(name.data())) path_ = name;
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

void Folder::write(const std::string& name, std::string_view content) const {
    const auto file = std::filesystem::path{path_} / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << content;
}

std::size_t Folder::files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path_}, {}));
}

RunningServer::RunningServer(ServerOptions options, Server::Handle handle, Server::Plan plan)
    : server_{on_free_port(std::move(options)), or_default(std::move(plan)), or_echo(std::move(handle)),
              [this](const Request& request, const Response& response, std::chrono::microseconds) {
                  const std::lock_guard lock{mutex_};
                  finished_.push_back(request.method + " " + request.path + " " + std::to_string(response.status));
              }} {
    server_.listen();
    thread_ = std::thread{[this] { server_.run(); }};
}

void RunningServer::stop() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
}

std::vector<std::string> RunningServer::finished() const {
    const std::lock_guard lock{mutex_};
    return finished_;
}

Client::Client(std::uint16_t port, int receive_buffer) : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (receive_buffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
}

Client::Client(Client&& other) noexcept
    : socket_{std::exchange(other.socket_, -1)}, buffer_{std::move(other.buffer_)} {}

void Client::close() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

Client& Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) break;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return *this;
}

std::string Client::read_some() {
    if (!buffer_.empty()) return std::exchange(buffer_, {});
    std::string bytes(64 << 10, '\0');
    const auto n = ::recv(socket_, bytes.data(), bytes.size(), 0);
    bytes.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
    return bytes;
}

bool Client::is_hung_up() {
    while (true) {
        char bytes[4096];
        const auto n = ::recv(socket_, bytes, sizeof bytes, 0);
        if (n <= 0) return n == 0 || errno == ECONNRESET;
    }
}

std::string Client::line() {
    for (;;) {
        const auto end = buffer_.find("\r\n");
        if (end != buffer_.npos) {
            auto found = buffer_.substr(0, end);
            buffer_.erase(0, end + 2);
            return found;
        }
        auto before = std::exchange(buffer_, {});
        const auto more = read_some();
        buffer_ = std::move(before);
        if (more.empty()) return std::exchange(buffer_, {});
        buffer_ += more;
    }
}

std::string Client::exactly(std::size_t size, bool& is_whole) {
    while (buffer_.size() < size) {
        auto before = std::exchange(buffer_, {});
        const auto more = read_some();
        buffer_ = std::move(before);
        buffer_ += more;
        if (more.empty()) {
            is_whole = false;
            return std::exchange(buffer_, {});
        }
    }
    auto found = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return found;
}

Answer Client::answer(bool is_to_head) {
    Answer answer;
    const auto first = line();
    if (first.size() < 12) return answer;
    answer.status = static_cast<unsigned>(std::stoul(first.substr(9, 3)));
    for (auto header = line(); !header.empty(); header = line()) {
        const auto colon = header.find(": ");
        if (colon == header.npos) break;
        auto name = header.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
        answer.headers[name] = header.substr(colon + 2);
    }
    if (is_to_head || answer.status == 204 || answer.status == 304 || answer.status < 200) return answer;
    if (answer.headers.contains("content-length")) {
        answer.body = exactly(std::stoul(answer.headers["content-length"]), answer.is_whole);
    } else if (answer.headers["transfer-encoding"] == "chunked") {
        for (;;) {
            const auto digits = line();
            std::size_t size = 0;
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
            answer.is_whole = !digits.empty() && error == std::errc{} && end == digits.data() + digits.size();
            if (!answer.is_whole) break;
            answer.body += exactly(size, answer.is_whole);
            if (line() != "" || size == 0) break;
        }
    } else {
        for (auto more = read_some(); !more.empty(); more = read_some()) answer.body += more;
    }
    return answer;
}

Answer Client::get(std::string_view path, std::string_view headers) {
    return send(request("GET", path, std::string{headers}.append("\r\n"))).answer();
}

std::string request(std::string_view method, std::string_view path, std::string_view rest) {
    std::string text{method};
    return text.append(" ").append(path).append(" HTTP/1.1\r\nHost: x\r\n").append(rest);
}

Answer ask(std::uint16_t port, std::string_view bytes) { return Client{port}.send(bytes).answer(); }

}  // namespace http::test
