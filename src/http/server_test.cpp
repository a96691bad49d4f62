// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/server.h"

#include <zlib.h>

#include <fstream>

#include "base/check.h"
#include "http/client_test.h"

namespace {

using namespace std::chrono_literals;
using http::Response;
using http::test::Client;
using http::test::Folder;
using http::test::request;
using http::test::RunningServer;
using Strings = std::vector<std::string>;

TEST(Server, gives_the_handler_what_was_asked) {
    http::Request seen;
    RunningServer server{{}, [&](const http::Request& r) {
                             seen = r;
                             return Response{201, {{"X-Answer", "có"}}, "xong"};
                         }};
    const auto answer = http::test::ask(server.port(),
                                        "PUT /t%E1%BB%95?a=1&b=%C4%91+%26&a=2 HTTP/1.1\r\nHost: x\r\nX-Name: Hương\r\n"
                                        "Cookie: a=b; session=s=1\r\nContent-Length: 4\r\n\r\nbody");
    EXPECT_EQ(answer.status, 201u);
    EXPECT_EQ(answer.body, "xong");
    EXPECT_EQ(answer.headers.at("x-answer"), "có");
    EXPECT_EQ(answer.headers.at("content-length"), "4");
    EXPECT_EQ(answer.headers.at("date").size(), 29u);
    EXPECT_EQ(seen.method, "PUT");
    EXPECT_EQ(seen.path, "/t%E1%BB%95");
    EXPECT_EQ(seen.query, "a=1&b=%C4%91+%26&a=2");
    EXPECT_EQ(seen.query_value("b"), "đ &");
    EXPECT_EQ(seen.query_values().size(), 3u);
    EXPECT_EQ(seen.query_values()[2].second, "2");
    EXPECT_EQ(seen.body, "body");
    EXPECT_EQ(seen.remote, "127.0.0.1");
    EXPECT_FALSE(seen.is_secure);
    EXPECT_EQ(seen.header("x-NAME"), "Hương");
    EXPECT_EQ(seen.header("X-Other"), "");
    EXPECT_EQ(seen.cookie("session"), "s=1");
    EXPECT_EQ(seen.cookie("none"), std::nullopt);
    EXPECT_EQ(server.finished(), Strings{"PUT /t%E1%BB%95 201"});
}

TEST(Server, serves_one_request_after_the_other_on_a_connection) {
    RunningServer server;
    Client client{server.port()};
    for (const auto* path : {"/a", "/b", "/c"}) EXPECT_EQ(client.get(path).body, std::string{"GET "} + path + " 0");
}

TEST(Server, answers_pipelined_requests_in_their_order) {
    RunningServer server{{}, [](const http::Request& r) {
                             if (r.path == "/0") std::this_thread::sleep_for(50ms);
                             return Response{200, {}, r.path + r.body};
                         }};
    std::string ten;
    for (int i = 0; i < 10; ++i)
        ten += i % 2 == 0 ? request("GET", "/" + std::to_string(i))
                          : request("POST", "/" + std::to_string(i), "Content-Length: 4\r\n\r\nbody");
    Client client{server.port()};
    client.send(ten);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(client.answer().body, "/" + std::to_string(i) + (i % 2 == 0 ? "" : "body"));
}

TEST(Server, answers_thousands_of_pipelined_quick_requests) {
    RunningServer server{{}, {}, [](std::string_view, std::string_view) {
                             http::BodyPlan plan;
                             plan.quick = true;
                             return plan;
                         }};
    std::string many;
    for (int i = 0; i < 5000; ++i) many += request("GET", "/");
    Client client{server.port()};
    std::thread sending{[&] { client.send(many); }};
    for (int i = 0; i < 5000; ++i) ASSERT_EQ(client.answer().body, "GET / 0");
    sending.join();
}

TEST(Server, does_not_care_how_a_request_is_cut_into_packets) {
    RunningServer server;
    const auto text =
        "\r\n" + request("POST", "/cut", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1\r\n!\r\n0\r\nX: y\r\n\r\n");
    for (std::size_t at = 1; at < text.size(); ++at) {
        Client client{server.port()};
        client.send(text.substr(0, at));
        std::this_thread::sleep_for(1ms);
        client.send(text.substr(at));
        ASSERT_EQ(client.answer().body, "POST /cut 6") << at;
    }
}

TEST(Server, leaves_the_body_out_where_there_is_none) {
    RunningServer server{{}, [](const http::Request& r) {
                             return Response{r.path == "/204" ? 204u : r.path == "/304" ? 304u : 200u, {}, "body"};
                         }};
    Client client{server.port()};
    const auto head = client.send(request("HEAD", "/")).answer(true);
    EXPECT_EQ(head.status, 200u);
    EXPECT_EQ(head.headers.at("content-length"), "4");
    EXPECT_EQ(client.get("/204").status, 204u);
    EXPECT_EQ(client.get("/304").status, 304u);
    EXPECT_EQ(client.get("/").body, "body") << "nothing was left over in between";
}

TEST(Server, closes_when_asked_to) {
    RunningServer server{{}, [](const http::Request& r) {
                             Response response{200, {}, "ok"};
                             if (r.path == "/bye") response.headers.emplace_back("Connection", "close");
                             return response;
                         }};
    for (const auto& bytes : {request("GET", "/", "Connection: close\r\n\r\n"), request("GET", "/bye"),
                              std::string{"GET / HTTP/1.0\r\n\r\n"}}) {
        Client client{server.port()};
        const auto answer = client.send(bytes).answer();
        EXPECT_EQ(answer.body, "ok");
        EXPECT_EQ(answer.headers.at("connection"), "close");
        EXPECT_EQ(client.read_some(), "");
    }
    Client old{server.port()};
    EXPECT_EQ(old.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").answer().headers.at("connection"),
              "keep-alive");
    EXPECT_EQ(old.send("GET / HTTP/1.0\r\n\r\n").answer().body, "ok");
}

TEST(Server, sends_no_header_that_breaks_out_of_its_line) {
    RunningServer server{
        {}, [](const http::Request&) {
            return Response{200, {{"A", "b\r\nSet-Cookie: x"}, {"C\r\nD", "e"}, {"Content-Length", "99"}}, "ok"};
        }};
    const auto answer = Client{server.port()}.get("/");
    EXPECT_EQ(answer.headers.size(), 2u) << "Date and Content-Length";
    EXPECT_EQ(answer.body, "ok");
}

TEST(Server, invites_the_body_only_when_it_wants_it) {
    RunningServer server;
    const auto expecting = [](std::string_view size) {
        std::string rest = "Expect: 100-continue\r\nContent-Length: ";
        return request("POST", "/", rest.append(size).append("\r\n\r\n"));
    };
    Client client{server.port()};
    EXPECT_EQ(client.send(expecting("5")).answer().status, 100u);
    EXPECT_EQ(client.send("hello").answer().body, "POST / 5");
    EXPECT_EQ(client.send(expecting("5") + "hello").answer().body, "POST / 5") << "the client did not wait";
    EXPECT_EQ(client.send(expecting("0")).answer().body, "POST / 0") << "there is nothing to wait for";
    EXPECT_EQ(client.send(expecting("9999999")).answer().status, 413u);
    EXPECT_EQ(http::test::ask(server.port(), request("POST", "/", "Expect: tea\r\nContent-Length: 5\r\n\r\n")).status,
              417u);
}

TEST(Server, spools_large_uploads_to_a_file) {
    const Folder folder;
    http::ServerOptions options;
    options.spool_folder = folder.path();
    options.spool_above = 100'000;
    std::string expected;
    for (int i = 0; i < 300'000; ++i) expected += static_cast<char>('a' + i % 23);
    RunningServer server{options,
                         [&](const http::Request& r) {
                             std::ifstream in{r.body_file, std::ios::binary};
                             const std::string spooled{std::istreambuf_iterator<char>{in}, {}};
                             return Response{200,
                                             {},
                                             (r.body.empty() && spooled == expected ? "same " : "other ") +
                                                 std::to_string(folder.files()) + " " + std::to_string(r.body.size())};
                         },
                         [](std::string_view, std::string_view path) {
                             return http::BodyPlan{1 << 20, path == "/spool"};
                         }};
    Client client{server.port()};
    EXPECT_EQ(client.send(request("POST", "/spool", "Content-Length: 300000\r\n\r\n" + expected)).answer().body,
              "same 0 0");
    EXPECT_EQ(client.send(request("POST", "/memory", "Content-Length: 300000\r\n\r\n" + expected)).answer().body,
              "other 0 300000");
    EXPECT_EQ(client.send(request("POST", "/spool", "Content-Length: 3\r\n\r\nabc")).answer().body, "other 0 3");
}

TEST(Server, streams_a_file_and_deletes_it) {
    const Folder folder;
    std::string content;
    while (content.size() < 5'000'000) content += std::to_string(content.size()) + "\n";
    folder.write("export", content);
    Strings reports;
    http::ServerOptions options;
    options.report = [&](std::string_view what) { reports.emplace_back(what); };
    RunningServer server{options, [&](const http::Request& r) {
                             Response response;
                             response.file = folder.path() + "/export";
                             response.delete_file = r.method == "GET";
                             return response;
                         }};
    Client client{server.port()};
    EXPECT_EQ(client.send(request("HEAD", "/")).answer(true).headers.at("content-length"),
              std::to_string(content.size()));
    EXPECT_TRUE(client.get("/").body == content);
    EXPECT_EQ(folder.files(), 0u);
    EXPECT_EQ(client.get("/").status, 500u) << "gone";
    EXPECT_EQ(reports.size(), 1u);
}

TEST(Server, tells_of_exceptions_and_goes_on) {
    Strings reports;
    http::ServerOptions options;
    options.report = [&](std::string_view what) { reports.emplace_back(what); };
    RunningServer server{options, [](const http::Request& r) -> Response {
                             if (r.path == "/bad") throw base::Fault{"đĩa hỏng"};
                             return {};
                         }};
    Client client{server.port()};
    const auto answer = client.get("/bad");
    EXPECT_EQ(answer.status, 500u);
    EXPECT_EQ(answer.body.find("đĩa hỏng"), std::string::npos);
    EXPECT_EQ(client.get("/").status, 200u);
    EXPECT_EQ(reports, Strings{"đĩa hỏng"});
}

std::string unpacked(const std::string& packed) {
    std::string plain(1 << 20, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

TEST(Server, compresses_what_is_worth_it) {
    const std::string list(5000, 'a');
    RunningServer server{{}, [&](const http::Request& r) {
                             return Response{200,
                                             {{"Content-Type", r.path == "/png" ? "image/png" : "application/json"}},
                                             r.path == "/short" ? "[]" : list};
                         }};
    Client client{server.port()};
    constexpr std::string_view gzip = "Accept-Encoding: br, gzip\r\n";
    const auto packed = client.get("/", gzip);
    EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
    EXPECT_EQ(packed.headers.at("vary"), "Accept-Encoding");
    EXPECT_EQ(unpacked(packed.body), list);
    EXPECT_EQ(client.get("/").body, list);
    EXPECT_EQ(client.get("/", "Accept-Encoding: gzip;q=0\r\n").body, list);
    EXPECT_EQ(client.get("/short", gzip).body, "[]");
    EXPECT_EQ(client.get("/png", gzip).body, list);
}

}  // namespace
