// SPDX-License-Identifier: AGPL-3.0-or-later
// What a hostile or broken client may do, over real sockets. Each test ends with a server that still answers.
#include <sys/socket.h>

#include <filesystem>
#include <random>

#include "http/client_test.h"

namespace {

using http::test::ask;
using http::test::Client;
using http::test::eventually;
using http::test::RunningServer;

class Attacks : public testing::Test {
protected:
    void TearDown() override { EXPECT_EQ(Client{server.port()}.get("/alive").body, "GET /alive 0"); }

    // Answers with that status, and says no more on that connection whatever follows.
    void refuses(unsigned status, const std::string& bytes) {
        Client client{server.port()};
        client.send(bytes + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto answer = client.answer();
        EXPECT_EQ(answer.status, status) << bytes.substr(0, 200);
        EXPECT_EQ(answer.body.substr(0, 14), R"({"code":"http.)");
        EXPECT_EQ(client.answer().status, 0u) << bytes.substr(0, 200);
    }
    void refuses_body(const std::string& headers_and_body) {
        refuses(400, "POST / HTTP/1.1\r\nHost: x\r\n" + headers_and_body);
    }
    void refuses_chunks(unsigned status, const std::string& chunks) {
        refuses(status, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
    }

    RunningServer server;
};

TEST_F(Attacks, two_ways_to_tell_the_length) {
    refuses_body("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    refuses_body("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
    refuses_body("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhelloo");
    refuses_body("Content-Length: 5, 6\r\n\r\nhelloo");
}

TEST_F(Attacks, lengths_that_are_none) {
    for (const auto* length : {"-1", "+5", "0x5", "5 5", "", "99999999999999999999999", "1e3", "٥"})
        refuses_body("Content-Length: " + std::string{length} + "\r\n\r\nhello");
}

TEST_F(Attacks, codings_that_are_not_ours) {
    for (const auto* coding :
         {"gzip, chunked", "chunked, gzip", "gzip", "identity", "xchunked", "chunked, chunked", ""})
        refuses_body("Transfer-Encoding: " + std::string{coding} + "\r\n\r\n0\r\n\r\n");
    refuses_body("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    refuses_body("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
    refuses(400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
}

TEST_F(Attacks, bad_chunks) {
    for (const auto* size : {"-2", "xyz", "0x5", "", " 5", "+5", "10000000000000000", "FFFFFFFFFFFFFFFFF"})
        refuses_chunks(400, std::string{size} + "\r\nhello\r\n0\r\n\r\n");
    refuses_chunks(400, "5\r\nhelloXX0\r\n\r\n");      // What follows the bytes is no end of line.
    refuses_chunks(400, "5\nhello\n0\n\n");            // Bare line feeds.
    refuses_chunks(413, "7fffffffffffffff\r\nhello");  // A size that would overflow a sum.
    refuses_chunks(413, "5\r\nhello\r\nfffff\r\n");
}

TEST_F(Attacks, a_chunk_extension_without_end) { refuses_chunks(400, "5;" + std::string(40'000, 'a')); }

TEST_F(Attacks, trailers_without_end) {
    std::string trailers;
    for (int i = 0; i < 3000; ++i) trailers += "X-" + std::to_string(i) + ": aaaaaaaa\r\n";
    refuses_chunks(400, "0\r\n" + trailers);
}

TEST_F(Attacks, bare_line_feeds_are_refused_without_waiting_for_more) {
    refuses(400, "GET / HTTP/1.1\nHost: x\n\n");
    refuses(400, "GET / HTTP/1.1\r\nHost: x\nX: y\r\n\r\n");
    EXPECT_EQ(ask(server.port(), "GET / HTTP/1.1\n").status, 400u);
}

TEST_F(Attacks, characters_that_belong_in_no_header) {
    using namespace std::string_literals;
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n"s);
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\nX\0: a\r\n\r\n"s);
    refuses(400, "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n"s);
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\n: empty\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n");
}

TEST_F(Attacks, folded_headers) {
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n\tchunked\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\n Host: x\r\n\r\n");
}

TEST_F(Attacks, request_lines_that_are_none) {
    refuses(400, "GARBAGE\r\n\r\n");
    refuses(400, "\x16\x03\x01\x02\r\n\r\n");  // TLS spoken to a plain port.
    refuses(400, "GET  / HTTP/1.1\r\nHost: x\r\n\r\n");
    refuses(400, "GET x HTTP/1.1\r\nHost: x\r\n\r\n");
    refuses(400, "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n");
    refuses(505, "GET / HTTP/2.0\r\nHost: x\r\n\r\n");
}

TEST_F(Attacks, there_is_one_host) {
    refuses(400, "GET / HTTP/1.1\r\n\r\n");
    refuses(400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
}

TEST_F(Attacks, large_headers) {
    refuses(431, "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(17'000, 'a') + "\r\n\r\n");
    refuses(414, "GET /" + std::string(17'000, 'a'));
    std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 150; ++i) many += "X: y\r\n";
    refuses(431, many + "\r\n");
}

TEST_F(Attacks, a_header_line_by_line_without_end) {
    Client client{server.port()};
    client.send("GET / HTTP/1.1\r\nHost: x\r\n");
    for (int i = 0; i < 400; ++i) client.send("X-Header: " + std::string(100, 'a') + "\r\n");
    EXPECT_EQ(client.answer().status, 431u);
}

TEST_F(Attacks, bodies_that_are_too_large) {
    refuses(413, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");
    std::string chunks;
    for (int i = 0; i < 20; ++i) chunks += "10000\r\n" + std::string(0x10000, 'a') + "\r\n";
    refuses_chunks(413, chunks);
    for (const auto& line : server.finished()) EXPECT_NE(line, "POST / 200");
}

TEST_F(Attacks, who_sends_on_after_a_refusal_can_still_read_it) {
    Client client{server.port()};
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n");
    client.send(std::string(4'000'000, 'a'));
    EXPECT_EQ(client.answer().status, 413u);
}

TEST_F(Attacks, random_changes_to_a_request) {
    std::mt19937 random{20201121};
    const std::string sound =
        "POST /a?b=c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
        "5;x=y\r\nhello\r\n0\r\nX: y\r\n\r\n";
    for (int round = 0; round < 300; ++round) {
        auto bytes = sound;
        for (int change = 0; change < 3; ++change) {
            const auto at = random() % bytes.size();
            switch (random() % 4) {
                case 0: bytes[at] = static_cast<char>(random()); break;
                case 1: bytes.erase(at, 1 + random() % 5); break;
                case 2: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 20)); break;
                default: bytes.insert(at, 1, "\r\n\0 :;"[random() % 6]);
            }
            if (bytes.empty()) bytes = "G";
        }
        Client client{server.port()};
        client.send(bytes);
        ::shutdown(client.socket(), SHUT_WR);
        for (auto answer = client.answer(); answer.status != 0; answer = client.answer())
            EXPECT_TRUE(answer.is_whole) << bytes;
    }
}

std::size_t open_files() {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{"/proc/self/fd"}, {}));
}

TEST(Uploads, of_a_client_that_vanishes_leave_nothing) {
    const http::test::Folder folder;
    http::ServerOptions options;
    options.spool_folder = folder.path();
    options.spool_above = 1000;
    RunningServer server{options, {}, [](std::string_view, std::string_view) { return http::BodyPlan{1 << 20, true}; }};
    const auto before = open_files();
    {
        Client client{server.port()};
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n" + std::string(400'000, 'a'));
        EXPECT_TRUE(eventually([&] { return open_files() == before + 3; })) << "both ends and the file";
    }
    EXPECT_TRUE(eventually([&] { return open_files() == before; }));
    EXPECT_EQ(folder.files(), 0u);
    EXPECT_EQ(server.finished(), std::vector<std::string>{});
}

TEST(Uploads, that_find_no_room_on_the_disk_are_refused) {
    http::ServerOptions options;
    options.spool_folder = "/nowhere";
    options.spool_above = 1000;
    RunningServer server{options, {}, [](std::string_view, std::string_view) { return http::BodyPlan{1 << 20, true}; }};
    Client client{server.port()};
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n" + std::string(2000, 'a'));
    EXPECT_EQ(client.answer().status, 507u);
}

}  // namespace
