// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands before every handler: the form of a body, the headers of an answer, and the line that a refusal leaves.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/api/api_server.h"

namespace {

using api_test::ApiServer;

std::string header(const http::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

class Doors : public testing::Test {
protected:
    static void SetUpTestSuite() { server = new ApiServer; }
    static void TearDownTestSuite() { delete server; }

    static http::Response sign_in_as(std::string_view content_type) {
        http::Request request{.method = "POST", .path = "/api/session", .body = R"({"name":"board","password":"sai"})"};
        request.remote = "127.0.0.1";
        if (!content_type.empty()) request.headers = {{"Content-Type", std::string{content_type}}};
        return server->application().handle(request);
    }

    static ApiServer* server;
};
ApiServer* Doors::server = nullptr;

// A form on another site's page can send these, and so sign its visitor in as somebody else.
TEST_F(Doors, ABodyThatIsNotSaidToBeJsonIsNotRead) {
    for (const auto* type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                             "text/plain; application/json", "application/jsonx"}) {
        const auto answer = sign_in_as(type);
        EXPECT_EQ(answer.status, 415u) << type;
        EXPECT_NE(answer.body.find("request.content_type"), std::string::npos) << answer.body;
    }
    for (const auto* type : {"application/json", "Application/JSON ; charset=utf-8"})
        EXPECT_EQ(sign_in_as(type).status, 401u) << type;
}

// An organisation that cannot be read must not become "all of them".
TEST_F(Doors, AParameterThatIsNoTextIsRefused) {
    for (const auto* query : {"organisation=%00", "organisation=DH%00", "organisation=%FF", "on=%C3", "q=%ED%A0%80",
                              "kh%C3=1", "limit=1&organisation=%00"}) {
        const auto answer = server->ask("board", "GET", std::string{"/api/members?"} + query);
        EXPECT_EQ(answer.status, 400u) << query;
        EXPECT_NE(answer.body.find("request.bad_parameter"), std::string::npos) << answer.body;
    }
    EXPECT_EQ(server->ask("board", "GET", "/api/members?organisation=DH&q=nguy%E1%BB%85n&limit=1").status, 200u);
}

TEST_F(Doors, EveryAnswerCarriesTheHeadersThatBrowsersObey) {
    for (const auto* path : {"/healthz", "/api/members", "/api/khong-co", "/", "/api/openapi.json"})
        for (const bool is_secure : {false, true}) {
            http::Request request{.method = "GET", .path = path};
            request.remote = "127.0.0.1";
            request.is_secure = is_secure;
            const auto answer = server->application().handle(request);
            EXPECT_EQ(header(answer, "Cache-Control"), "no-store") << path;
            EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff") << path;
            EXPECT_EQ(header(answer, "X-Frame-Options"), "DENY") << path;
            EXPECT_EQ(header(answer, "Referrer-Policy"), "no-referrer") << path;
            EXPECT_EQ(header(answer, "Strict-Transport-Security"),
                      is_secure ? "max-age=31536000; includeSubDomains" : "")
                << path;
            const auto policy = header(answer, "Content-Security-Policy");
            EXPECT_NE(policy.find("default-src 'self'"), std::string::npos) << path;
            EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << path;
            EXPECT_EQ(policy.find("unsafe"), std::string::npos) << path;
            EXPECT_EQ(header(answer, "Access-Control-Allow-Origin"), "") << path;
            EXPECT_EQ(header(answer, "Server"), "") << path;
            EXPECT_EQ(header(answer, "Content-Disposition"),
                      std::string_view{path}.starts_with("/api/") ? "attachment; filename=\"api.json\"" : "")
                << path;
        }
}

TEST_F(Doors, WhoTriesThemShowsInTheLog) {
    EXPECT_EQ(server->ask("", "GET", "/api/members").status, 401u);
    EXPECT_EQ(server->ask("leader", "POST", "/api/imports", "{}").status, 400u);
    EXPECT_EQ(server->ask("member", "GET", "/api/accounts").status, 403u);
    EXPECT_EQ(server->ask("member", "GET", "/api/members/" + server->foreign_member).status, 404u);
    sign_in_as("application/json");
    // Lines are on the disk after a second at the latest, together with one that comes later.
    std::this_thread::sleep_for(std::chrono::milliseconds{1100});
    server->ask("", "GET", "/api/session");
    const auto log = server->log_text();
    for (
        const auto* line :
        {R"("code":"sign_in.needed","status":401,"method":"GET","route":"/api/members","account":"","remote":"127.0.0.1")",
         R"("code":"access.denied","status":403,"method":"GET","route":"/api/accounts","account":")",
         R"("status":404,"method":"GET","route":"/api/members/{id}","account":")",
         R"("code":"sign_in.failed","status":401,"method":"POST","route":"/api/session")"})
        EXPECT_NE(log.find(line), std::string::npos) << line << "\n" << log;
    EXPECT_EQ(log.find("\"sai\""), std::string::npos);
    EXPECT_EQ(log.find(server->foreign_member), std::string::npos) << "routes, not addresses";
}

}  // namespace
