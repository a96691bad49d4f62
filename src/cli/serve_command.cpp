// SPDX-License-Identifier: AGPL-3.0-or-later
#include <atomic>
#include <csignal>
#include <cstdio>

#include "actions/accounts.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "http/application.h"

namespace cli {
namespace {

// The server that a signal ends. Signals know no other way to find it.
std::atomic<http::Server*> running = nullptr;

void end_running(int) {
    if (auto* server = running.load()) server->stop();
}

http::ServerOptions server_options(const ServeOptions& options, const base::Log& log) {
    http::ServerOptions server;
    server.address = options.address;
    server.port = static_cast<std::uint16_t>(options.port);
    server.workers = static_cast<unsigned>(options.workers);
    server.tls_certificate = options.tls_certificate;
    server.tls_key = options.tls_key;
    server.allow_plain_beyond_loopback = options.allow_plain;
    server.spool_folder = options.work_folder;
    server.report = [&log](std::string_view what) { log.write(base::LogLevel::error, "http.fault", {{"what", what}}); };
    // Behind a proxy all come from one address.
    if (options.behind_proxy) server.connections_per_address = server.connections;
    return server;
}

std::string url_of(const ServeOptions& options, std::uint16_t port) {
    const bool is_ipv6 = options.address.find(':') != std::string::npos;
    std::string url = options.tls_certificate.empty() ? "http://" : "https://";
    url.append(is_ipv6 ? "[" : "").append(options.address).append(is_ipv6 ? "]:" : ":");
    return url + std::to_string(port) + "/";
}

// The first start makes the one account that can make others; its password is shown now and never again.
void make_first_administrator(const ServeOptions& options) {
    Session session{whole(options.where), true};
    const auto made = actions::ensure_first_administrator(session.context());
    if (!made) return;
    print_line("Tài khoản quản trị đầu tiên: " + made->name);
    print_line("Mật khẩu (chỉ hiện lần này, phải đổi khi đăng nhập): " + made->password);
}

}  // namespace

int serve(const ServeOptions& options) {
    make_first_administrator(options);
    const base::Log log{
        {.file = options.log_file, .level = options.log_requests ? base::LogLevel::debug : base::LogLevel::info}};
    http::Application application{options.where.address(),
                                  {.clock =
                                       [] {
                                           return http::Now{today(), now_ms()};
                                       },
                                   .log = &log,
                                   .stores = static_cast<std::size_t>(options.workers),
                                   .web_folder = options.web_folder,
                                   .work_folder = options.work_folder,
                                   .open_metrics = options.open_metrics,
                                   .behind_proxy = options.behind_proxy}};
    http::Server server{server_options(options, log),
                        [&](std::string_view method, std::string_view path) { return application.plan(method, path); },
                        [&](http::Request& request) { return application.handle(request); },
                        [&](const http::Request& request, const http::Response& response,
                            std::chrono::microseconds took) { application.finished(request, response, took); }};
    server.listen();
    print_line("Kiện Toàn đang chạy tại " + url_of(options, server.port()));
    std::fflush(stdout);  // Whoever started us may be waiting for it.

    running = &server;
    std::signal(SIGTERM, end_running);
    std::signal(SIGINT, end_running);
    server.run();
    running = nullptr;
    return Exit::fine;
}

}  // namespace cli
