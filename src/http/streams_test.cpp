// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <atomic>

#include "base/check.h"
#include "http/client_test.h"

namespace {

using namespace std::chrono_literals;
using http::Response;
using http::Stream;
using http::test::Client;
using http::test::eventually;
using http::test::request;
using http::test::RunningServer;
using Strings = std::vector<std::string>;

Response stream_of(std::shared_ptr<Stream> stream) {
    Response response;
    response.stream = std::move(stream);
    return response;
}

TEST(Streams, send_what_is_made_bit_by_bit) {
    std::atomic<int> made = 0;
    RunningServer server{{}, [&](const http::Request&) {
                             return stream_of(std::make_shared<Stream>([&, n = 0](std::string& out) mutable {
                                 ++made;
                                 if (n % 3 != 0) out += "row " + std::to_string(n) + "\n";  // An empty bit is no end.
                                 return ++n == 100 ? Stream::Then::done : Stream::Then::more;
                             }));
                         }};
    std::string expected;
    for (int n = 0; n < 100; ++n)
        if (n % 3 != 0) expected += "row " + std::to_string(n) + "\n";
    Client client{server.port()};
    for (int i = 0; i < 2; ++i) {
        const auto answer = client.get("/");
        EXPECT_EQ(answer.headers.at("transfer-encoding"), "chunked");
        EXPECT_EQ(answer.body, expected);
    }
    made = 0;
    EXPECT_EQ(client.send(request("HEAD", "/")).answer(true).status, 200u);
    EXPECT_EQ(http::test::ask(server.port(), "GET / HTTP/1.0\r\n\r\n").body, expected);
    EXPECT_EQ(made, 100) << "none for HEAD";
}

TEST(Streams, that_break_are_seen_to_be_broken) {
    RunningServer server{{}, [&](const http::Request&) {
                             return stream_of(std::make_shared<Stream>([n = 0](std::string& out) mutable {
                                 if (n++ == 1) throw base::Fault{"database gone"};
                                 out += "row";
                                 return Stream::Then::more;
                             }));
                         }};
    const auto answer = Client{server.port()}.get("/");
    EXPECT_EQ(answer.body, "row");
    EXPECT_FALSE(answer.is_whole);
}

// Events for all who listen, as the product's handlers publish them.
struct Publisher {
    std::shared_ptr<Stream> listen(Stream::Runs runs, std::chrono::seconds interval = {}) {
        auto told = std::make_shared<std::size_t>(0);
        auto stream = std::make_shared<Stream>(
            [this, told](std::string& out) {
                const std::lock_guard lock{mutex};
                ++calls;
                for (; *told < events.size(); ++*told) out += "data: " + events[*told] + "\n\n";
                return Stream::Then::wait;
            },
            runs, interval);
        const std::lock_guard lock{mutex};
        streams.push_back(stream);
        return stream;
    }
    void publish(const std::string& event) {
        const std::lock_guard lock{mutex};
        events.push_back(event);
        for (const auto& stream : streams) stream->wake();
    }
    std::size_t gone() const {
        const std::lock_guard lock{mutex};
        return static_cast<std::size_t>(
            std::count_if(streams.begin(), streams.end(), [](const auto& stream) { return stream->gone(); }));
    }

    mutable std::mutex mutex;
    Strings events;
    std::vector<std::shared_ptr<Stream>> streams;
    int calls = 0;
};

std::string read_until(Client& client, const std::string& wanted) {
    std::string all;
    while (all.find(wanted) == all.npos) {
        const auto more = client.read_some();
        if (more.empty()) break;
        all += more;
    }
    return all;
}

class Events : public testing::TestWithParam<Stream::Runs> {};
INSTANTIATE_TEST_SUITE_P(Where, Events, testing::Values(Stream::Runs::on_worker, Stream::Runs::on_loop));

TEST_P(Events, reach_fifty_listeners_with_two_workers) {
    Publisher publisher;
    http::ServerOptions options;
    options.workers = 2;
    RunningServer server{
        options, [&](const http::Request& r) {
            return r.path == "/events" ? stream_of(publisher.listen(GetParam())) : Response{200, {}, "ok"};
        }};
    std::vector<Client> clients;
    for (int i = 0; i < 50; ++i) clients.emplace_back(server.port()).send(request("GET", "/events"));
    ASSERT_TRUE(eventually([&] {
        const std::lock_guard lock{publisher.mutex};
        return publisher.calls >= 50;
    }));
    for (int round = 0; round < 5; ++round) {
        const auto event = "event " + std::to_string(round);
        publisher.publish(event);
        for (auto& client : clients) ASSERT_NE(read_until(client, event).find(event), std::string::npos);
        EXPECT_EQ(Client{server.port()}.get("/").body, "ok") << "no worker is held";
    }
    for (int i = 0; i < 20; ++i) clients.pop_back();
    EXPECT_TRUE(eventually([&] { return publisher.gone() == 20; })) << "without anything being sent";
    server.stop();
    EXPECT_EQ(publisher.gone(), 50u);
    for (auto& client : clients) EXPECT_NE(read_until(client, "0\r\n\r\n"), "");
    publisher.publish("nobody listens any more");
}

TEST(EventsWithInterval, are_asked_for_even_when_nothing_happens) {
    Publisher publisher;
    RunningServer server{{},
                         [&](const http::Request&) { return stream_of(publisher.listen(Stream::Runs::on_loop, 1s)); }};
    Client client{server.port()};
    client.send(request("GET", "/"));
    EXPECT_TRUE(eventually([&] {
        const std::lock_guard lock{publisher.mutex};
        return publisher.calls >= 3;
    }));
}

}  // namespace
