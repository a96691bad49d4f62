// SPDX-License-Identifier: AGPL-3.0-or-later
// Clients that take their time, and too many of them.
#include <atomic>

#include "http/client_test.h"
#include "http/connection_pace.h"

namespace {

using namespace std::chrono_literals;
using http::test::ask;
using http::test::Client;
using http::test::eventually;
using http::test::RunningServer;

TEST(Pace, bounds_silence_and_dripping) {
    const http::Clock::time_point begun{};
    http::Pace pace{begun, 30s, 1000};
    EXPECT_EQ(pace.deadline(), begun + 30s);
    pace.moved(begun + 1s, 50'000);
    EXPECT_EQ(pace.deadline(), begun + 31s) << "what came fast earns no silence";
    pace.moved(begun + 20s, 0);
    EXPECT_EQ(pace.deadline(), begun + 50s);
    http::Pace dripping{begun, 30s, 1000};
    for (int i = 1; i < 30; ++i) dripping.moved(begun + std::chrono::seconds{i}, 100);
    EXPECT_EQ(dripping.deadline(), begun + 32'900ms) << "a tenth of the rate";
    http::Pace steady{begun, 30s, 1000};
    for (int i = 1; i < 3000; ++i) steady.moved(begun + std::chrono::seconds{i}, 1000);
    EXPECT_EQ(steady.deadline(), begun + 3029s);
}

http::ServerOptions impatient() {
    http::ServerOptions options;
    options.header_deadline = options.body_deadline = options.idle_deadline = options.write_deadline = 300ms;
    return options;
}

class SlowClients : public testing::Test {
protected:
    void TearDown() override { EXPECT_EQ(Client{server.port()}.get("/alive").body, "GET /alive 0"); }

    // A byte now and then, until there is an answer.
    unsigned status_when_dripping(const std::string& begin, const std::string& drip) {
        Client client{server.port()};
        client.send(begin);
        std::atomic<bool> is_answered = false;
        std::thread dripping{[&] {
            for (int i = 0; i < 1000 && !is_answered; ++i) {
                client.send(drip);
                std::this_thread::sleep_for(20ms);
            }
        }};
        const auto status = client.answer().status;
        is_answered = true;
        dripping.join();
        return status;
    }

    RunningServer server{impatient()};
};

TEST_F(SlowClients, a_header_has_one_deadline_however_often_a_byte_comes) {
    EXPECT_EQ(status_when_dripping("GET / HTTP/1.1\r\n", "X: y\r\n"), 408u);
    EXPECT_EQ(status_when_dripping("G", "E"), 408u);
}

TEST_F(SlowClients, so_has_a_body) {
    EXPECT_EQ(status_when_dripping("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n", "a"), 408u);
    EXPECT_EQ(status_when_dripping("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"),
              408u);
}

TEST_F(SlowClients, the_second_request_is_no_slower_than_the_first) {
    Client client{server.port()};
    EXPECT_EQ(client.get("/a").status, 200u);
    client.send("GET /b HTTP/1.1\r\nHost");
    EXPECT_EQ(client.answer().status, 408u);
}

TEST_F(SlowClients, who_asks_nothing_is_hung_up_on_without_a_word) {
    Client silent{server.port()};
    EXPECT_EQ(silent.read_some(), "");
}

TEST(SlowReader, does_not_keep_the_connection) {
    auto options = impatient();
    RunningServer server{options, [](const http::Request&) {
                             return http::Response{200, {}, std::string(64 << 20, 'a')};
                         }};
    Client client{server.port(), 4096};
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(eventually([&] { return server.finished() == std::vector<std::string>{"GET / 200"}; }));
    EXPECT_TRUE(eventually([&] { return server.server().counts().connections == 0; }));
}

TEST(ManyClients, idle_and_slow_ones_do_not_keep_others_from_being_served) {
    http::ServerOptions options;
    options.connections_per_address = 2000;
    RunningServer server{options};
    std::vector<Client> idle, slow;
    for (int i = 0; i < 1000; ++i) idle.emplace_back(server.port());
    for (int i = 0; i < 200; ++i) slow.emplace_back(server.port());
    for (int round = 0; round < 3; ++round) {
        for (auto& client : slow) client.send(round == 0 ? "GET / HTTP/1.1\r\nHo" : "s");
        EXPECT_EQ(Client{server.port()}.get("/normal").body, "GET /normal 0");
    }
    EXPECT_TRUE(eventually([&] { return server.server().counts().connections == 1200; }));
    for (auto& client : idle) ASSERT_EQ(client.get("/").status, 200u);
}

TEST(ConnectionCaps, beyond_them_clients_are_told_so_politely) {
    http::ServerOptions options;
    options.connections_per_address = 3;
    RunningServer server{options};
    std::vector<Client> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server.port());
        ASSERT_EQ(clients.back().get("/").status, 200u);
    }
    const auto answer = Client{server.port()}.get("/");
    EXPECT_EQ(answer.status, 503u);
    EXPECT_EQ(answer.headers.at("retry-after"), "5");
    EXPECT_EQ(answer.body, R"({"code":"http.busy","message":"Máy chủ đang quá bận; hãy thử lại sau ít giây"})");
    EXPECT_GE(server.server().counts().refused, 1u);
    EXPECT_EQ(clients[0].get("/").status, 200u) << "those inside are served as before";
    clients.pop_back();
    EXPECT_TRUE(eventually([&] { return Client{server.port()}.get("/").status == 200; }));
}

TEST(ConnectionCaps, hold_in_total_too) {
    http::ServerOptions options;
    options.connections = 2;
    RunningServer server{options};
    Client a{server.port()}, b{server.port()};
    EXPECT_EQ(a.get("/").status, 200u);
    EXPECT_EQ(b.get("/").status, 200u);
    EXPECT_EQ(Client{server.port()}.get("/").status, 503u);
}

TEST(BodyMemory, is_bounded_for_all_requests_together) {
    http::ServerOptions options;
    options.body_memory = 1 << 20;
    RunningServer server{options};
    const std::string half(600'000, 'a');
    const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 600001\r\n\r\n";
    Client first{server.port()};
    first.send(head + half);
    ASSERT_TRUE(eventually([&] { return server.server().counts().body_memory == half.size(); }));
    EXPECT_EQ(ask(server.port(), head + half + "a").status, 503u);
    first.send("a");
    EXPECT_EQ(first.answer().body, "POST / 600001");
    EXPECT_EQ(ask(server.port(), head + half + "a").status, 200u) << "it is free again";
}

}  // namespace
