// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/static_files.h"

#include <filesystem>

#include "http/client_test.h"

namespace {

using http::test::Client;

class StaticFiles : public testing::Test {
protected:
    StaticFiles() {
        folder.write("web/index.html", "<html>trang</html>");
        folder.write("web/favicon.ico", "icon");
        folder.write("web/assets/app-1a2b.js", "plain");
        folder.write("web/assets/app-1a2b.js.gz", "gzipped");
        folder.write("web/assets/app-1a2b.js.br", "brotli");
        folder.write("web/assets/style-3c.css", "style");
        folder.write("web/.env", "secret");
        folder.write("secret.txt", "secret");
        folder.write("web-other/secret.txt", "secret");
        std::filesystem::create_symlink(folder.path() + "/secret.txt", folder.path() + "/web/link.txt");
    }

    http::Response get(std::string_view path, std::vector<http::Header> headers = {}, std::string_view method = "GET") {
        http::Request request;
        request.method = method;
        request.path = path;
        request.headers = std::move(headers);
        return http::static_file(request, folder.path() + "/web");
    }
    std::string name_of(const http::Response& response) {
        return response.file.empty() ? "" : response.file.substr(folder.path().size() + 4);
    }
    static std::string header(const http::Response& response, std::string_view name) {
        for (const auto& [key, value] : response.headers)
            if (key == name) return value;
        return "";
    }

    http::test::Folder folder;
};

TEST_F(StaticFiles, have_their_type) {
    const auto page = get("/");
    EXPECT_EQ(page.status, 200u);
    EXPECT_EQ(name_of(page), "/index.html");
    EXPECT_EQ(header(page, "Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(header(get("/favicon.ico"), "Content-Type"), "image/vnd.microsoft.icon");
    EXPECT_EQ(http::content_type_of("/a/b.WOFF2"), "font/woff2");
    EXPECT_EQ(http::content_type_of("/a.b/c"), "application/octet-stream");
}

TEST_F(StaticFiles, with_a_hash_in_their_name_are_kept_for_ever_and_others_are_asked_for_again) {
    EXPECT_EQ(header(get("/assets/style-3c.css"), "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header(get("/"), "Cache-Control"), "no-cache");
    EXPECT_EQ(header(get("/favicon.ico"), "Cache-Control"), "no-cache");
}

TEST_F(StaticFiles, are_sent_compressed_to_who_accepts_it) {
    const auto asking = [&](const char* accepts) { return get("/assets/app-1a2b.js", {{"accept-encoding", accepts}}); };
    EXPECT_EQ(name_of(asking("gzip, deflate, br")), "/assets/app-1a2b.js.br");
    EXPECT_EQ(name_of(asking("gzip")), "/assets/app-1a2b.js.gz");
    EXPECT_EQ(name_of(asking("br;q=0, gzip;q=0.5")), "/assets/app-1a2b.js.gz");
    EXPECT_EQ(name_of(asking("identity")), "/assets/app-1a2b.js");
    EXPECT_EQ(header(asking("br"), "Content-Encoding"), "br");
    EXPECT_EQ(header(asking("br"), "Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(header(asking(""), "Content-Encoding"), "");
    EXPECT_EQ(header(asking(""), "Vary"), "Accept-Encoding");
    EXPECT_EQ(name_of(get("/assets/style-3c.css", {{"Accept-Encoding", "br"}})), "/assets/style-3c.css");
}

TEST_F(StaticFiles, that_have_not_changed_are_not_sent_again) {
    const auto tag = header(get("/"), "ETag");
    ASSERT_GT(tag.size(), 4u);
    for (const auto& known : {tag, "W/" + tag, "\"x\", " + tag, std::string{"*"}}) {
        const auto answer = get("/", {{"If-None-Match", known}});
        EXPECT_EQ(answer.status, 304u) << known;
        EXPECT_EQ(answer.file, "");
        EXPECT_EQ(header(answer, "ETag"), tag);
    }
    EXPECT_EQ(get("/", {{"If-None-Match", "\"x\""}}).status, 200u);
    EXPECT_NE(header(get("/assets/app-1a2b.js"), "ETag"),
              header(get("/assets/app-1a2b.js", {{"Accept-Encoding", "br"}}), "ETag"));
    folder.write("web/index.html", "<html>trang mới</html>");
    EXPECT_EQ(get("/", {{"If-None-Match", tag}}).status, 200u);
}

TEST_F(StaticFiles, a_place_in_the_application_is_its_page) {
    EXPECT_EQ(name_of(get("/members/123")), "/index.html");
    EXPECT_EQ(name_of(get("/b%C3%A1o-c%C3%A1o/2020/")), "/index.html");
    EXPECT_EQ(get("/missing.js").status, 404u);
    EXPECT_EQ(name_of(get("/organisations/DH.28", {{"accept", "text/html,*/*;q=0.8"}})), "/index.html");
    EXPECT_EQ(get("/assets/missing.js", {{"accept", "text/html"}}).status, 404u);
    EXPECT_EQ(get("/assets/missing").status, 404u);
    EXPECT_EQ(name_of(get("/assets/app-1a2b.js/")), "");
}

TEST_F(StaticFiles, nothing_outside_the_folder_is_one) {
    for (const auto* path : {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt",
                             "//secret.txt", "/assets/..%5c..%5csecret.txt", "/.env", "/%2eenv", "/assets/%00",
                             "/link.txt", "/../web-other/secret.txt", "/.", "/..", "secret.txt", ""})
        EXPECT_EQ(get(path).status, 404u) << path;
    EXPECT_EQ(get("/assets").status, 200u) << "a folder is no file, but may be a place";
    EXPECT_EQ(name_of(get("/assets")), "/index.html");
}

TEST_F(StaticFiles, are_only_read) {
    EXPECT_EQ(get("/", {}, "POST").status, 405u);
    EXPECT_EQ(header(get("/", {}, "POST"), "Allow"), "GET, HEAD");
    EXPECT_EQ(get("/", {}, "HEAD").status, 200u);
}

TEST_F(StaticFiles, reach_the_browser) {
    std::string large;
    while (large.size() < 3'000'000) large += std::to_string(large.size());
    folder.write("web/assets/large-9f.js", large);
    http::test::RunningServer server{
        {}, [&](const http::Request& request) { return http::static_file(request, folder.path() + "/web"); }};
    Client client{server.port()};
    EXPECT_EQ(client.get("/").body, "<html>trang</html>");
    EXPECT_TRUE(client.get("/assets/large-9f.js").body == large);
    EXPECT_EQ(client.get("/", "If-None-Match: *\r\n").status, 304u);
    const auto head = client.send("HEAD /assets/large-9f.js HTTP/1.1\r\nHost: x\r\n\r\n").answer(true);
    EXPECT_EQ(head.headers.at("content-length"), std::to_string(large.size()));
    EXPECT_EQ(client.get("/assets/app-1a2b.js", "Accept-Encoding: br\r\n").body, "brotli");
}

}  // namespace
