// SPDX-License-Identifier: AGPL-3.0-or-later
#include <future>

#include "base/check.h"
#include "http/client_test.h"

namespace {

using namespace std::chrono_literals;
using http::Response;
using http::test::Client;
using http::test::request;
using http::test::RunningServer;
using Strings = std::vector<std::string>;

TEST(Stopping, lets_a_request_under_way_end_and_takes_no_other) {
    std::promise<void> begun, may_end;
    RunningServer server{{}, [&](const http::Request& r) {
                             if (r.path == "/slow") {
                                 begun.set_value();
                                 may_end.get_future().wait();
                             }
                             return Response{200, {}, "done"};
                         }};
    Client idle{server.port()}, slow{server.port()};
    EXPECT_EQ(idle.get("/").body, "done");
    slow.send(request("GET", "/slow"));
    begun.get_future().wait();
    server.server().stop();
    EXPECT_EQ(idle.read_some(), "") << "an idle connection is closed at once";
    may_end.set_value();
    const auto answer = slow.answer();
    EXPECT_EQ(answer.body, "done");
    EXPECT_EQ(answer.headers.at("connection"), "close");
    const auto port = server.port();
    slow.close();
    server.stop();
    http::ServerOptions options;
    options.port = port;
    http::Server next{options, [](auto, auto) { return http::BodyPlan{}; },
                      [](const http::Request&) { return Response{}; }};
    EXPECT_NO_THROW(next.listen()) << "the port is free";
}

TEST(Stopping, does_not_wait_for_ever) {
    http::ServerOptions options;
    options.drain_deadline = 300ms;
    RunningServer server{options, [](const http::Request&) { return Response{200, {}, std::string(64 << 20, 'a')}; }};
    Client client{server.port(), 4096};
    client.send(request("GET", "/"));
    EXPECT_NE(client.read_some(), "");
    server.stop();
    EXPECT_EQ(server.finished(), Strings{"GET / 200"});
}

TEST(Stopping, before_it_has_begun) {
    http::ServerOptions options;
    options.port = 0;
    http::Server server{options, [](auto, auto) { return http::BodyPlan{}; },
                        [](const http::Request&) { return Response{}; }};
    server.listen();
    server.stop();
    server.run();
}

void listen_with(const http::ServerOptions& options) {
    http::Server{options, [](auto, auto) { return http::BodyPlan{}; }, [](const http::Request&) { return Response{}; }}
        .listen();
}

TEST(Listening, is_refused_where_it_cannot_or_should_not_be) {
    RunningServer other;
    http::ServerOptions options;
    options.port = other.port();
    EXPECT_THROW(listen_with(options), base::Fault) << "taken";
    options.port = 0;
    options.address = "0.0.0.0";
    EXPECT_THROW(listen_with(options), base::Fault) << "plain, and open to others";
    options.allow_plain_beyond_loopback = true;
    EXPECT_NO_THROW(listen_with(options));
    options.address = "máy chủ";
    EXPECT_THROW(listen_with(options), base::Fault) << "no address";
    options.address = "127.0.0.1";
    options.tls_certificate = options.tls_key = "/nowhere";
    EXPECT_THROW(listen_with(options), base::Fault) << "no certificate";
}

}  // namespace
