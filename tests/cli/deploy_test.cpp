// SPDX-License-Identifier: AGPL-3.0-or-later
// What deploy/ holds works: the units are understood by systemd, nginx speaks TLS before the server and passes on who
// asks, the backup can be restored and only the newest are kept.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/support/process.h"

namespace {

namespace fs = std::filesystem;
using support::run_process;
using support::run_product;

std::string read(const fs::path& path) {
    std::ostringstream content;
    content << std::ifstream{path}.rdbuf();
    return content.str();
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

// A program that runs until the end of its scope.
class Background {
public:
    Background(const std::vector<std::string>& command, const std::string& out) {
        std::fflush(stdout);  // Else the child says it again.
        pid_ = fork();
        if (pid_ != 0) return;
        if (!freopen(out.c_str(), "w", stdout) || !freopen((out + ".err").c_str(), "w", stderr)) _exit(127);
        std::vector<char*> arguments;
        for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    ~Background() { kill(pid_, SIGTERM); }
    Background(const Background&) = delete;

private:
    pid_t pid_;
};

// The port that a started server names.
std::string port_in(const std::string& out) {
    for (int i = 0; i < 500; ++i) {
        const auto text = read(out);
        const auto at = text.find("127.0.0.1:");
        if (at != text.npos && text.find('\n', at) != text.npos)
            return text.substr(at + 10, text.find('/', at) - at - 10);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return {};
}

TEST(Deploy, SystemdUnderstandsTheUnits) {
    const support::TemporaryFolder folder;
    std::vector<std::string> command{"systemd-analyze", "verify", "--man=no", "--recursive-errors=no"};
    for (const auto* name : {"kientoan.service", "kientoan-backup.service", "kientoan-backup.timer"}) {
        // Verification asks whether the program is there: here it is the one just built.
        auto unit = replaced(read(fs::path{"deploy"} / name), "/usr/bin/kientoan", support::product_path());
        unit = replaced(unit, "/usr/lib/kientoan/backup", fs::absolute("deploy/backup").string());
        std::ofstream{folder.path() / name} << unit;
        command.push_back(folder.file(name));
    }
    const auto verified = run_process(command);
    EXPECT_TRUE(verified.ok()) << verified.out << verified.err;
    EXPECT_EQ(verified.err.find("Unknown"), std::string::npos) << verified.err;
}

TEST(Deploy, BackupsCanBeRestoredAndOldOnesGo) {
    const support::TemporaryFolder folder;
    std::ofstream{folder.file("to-chuc.csv")} << "Mã tổ chức;Tên tổ chức;Loại hình tổ chức;Hoạt động từ ngày\n"
                                              << "TP;Đảng bộ thành phố;Đảng bộ xã, phường, đặc khu;01/7/2025\n";
    const auto imported =
        run_product({"import", "organisations", folder.file("to-chuc.csv"), "--data", folder.file("so")});
    ASSERT_TRUE(imported.ok()) << imported.out << imported.err;
    ASSERT_TRUE(run_product({"backup-key", folder.file("khoa")}).ok());
    const support::ProcessOptions options{.environment = {{"KIENTOAN", support::product_path()}}};
    for (int day = 0; day < 3; ++day) {
        const auto backup = run_process(
            {"deploy/backup", folder.file("so"), folder.file("sao-luu"), "2", folder.file("khoa")}, options);
        ASSERT_TRUE(backup.ok()) << backup.out << backup.err;
        std::this_thread::sleep_for(std::chrono::milliseconds{1100});  // Their names are seconds.
    }
    int kept = 0;
    for (const auto& file : fs::directory_iterator{folder.file("sao-luu")}) kept += file.path().extension() == ".db";
    EXPECT_EQ(kept, 2);
    for (const auto& file : fs::directory_iterator{folder.file("sao-luu")})
        EXPECT_EQ(read(file.path()).find("Đảng bộ thành phố"), std::string::npos) << "sealed";
}

TEST(Deploy, NginxSpeaksTlsAndPassesOnWhoAsks) {
    const support::TemporaryFolder folder;
    const auto key = folder.file("tls.key"), certificate = folder.file("tls.crt");
    ASSERT_TRUE(run_process({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                             "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate})
                    .ok());
    const auto out = folder.file("serve.out");
    const Background server{
        {support::product_path(), "serve", "--data", folder.file("so"), "--port", "0", "--behind-proxy"}, out};
    const auto port = port_in(out);
    ASSERT_FALSE(port.empty()) << read(out) << read(out + ".err");

    const auto site_port = std::to_string(20'000 + getpid() % 20'000),
               plain_port = std::to_string(40'001 + getpid() % 20'000);
    auto site = read("deploy/nginx.conf");
    site = replaced(site, "127.0.0.1:8080", "127.0.0.1:" + port);
    site = replaced(site, "listen 443 ssl", "listen 127.0.0.1:" + site_port + " ssl");
    site = replaced(site, "listen 80;", "listen 127.0.0.1:" + plain_port + ";");
    site = replaced(site, "/etc/kientoan/tls", folder.file("tls"));
    site = replaced(site, "/var/log/nginx", folder.path().string());
    site = replaced(site, "/etc/nginx/kientoan-proxy.conf", fs::absolute("deploy/nginx-proxy.conf").string());
    std::ofstream{folder.file("nginx.conf")}
        << "daemon off;\npid " + folder.file("nginx.pid") + ";\nerror_log stderr;\n"
        << "events {}\nhttp {\naccess_log off;\n"
        << "client_body_temp_path " + folder.file("body") + ";\nproxy_temp_path " + folder.file("proxy") +
               ";\nfastcgi_temp_path " + folder.file("f") + ";\nuwsgi_temp_path " + folder.file("u") +
               ";\nscgi_temp_path " + folder.file("s") + ";\n"
        << site << "}\n";
    const auto checked = run_process({"/usr/sbin/nginx", "-t", "-c", folder.file("nginx.conf")});
    ASSERT_TRUE(checked.ok()) << checked.err;
    const Background nginx{{"/usr/sbin/nginx", "-c", folder.file("nginx.conf")}, folder.file("nginx.out")};

    const auto url = "https://127.0.0.1:" + site_port;
    support::ProcessResult health;
    for (int i = 0; i < 100 && !health.ok(); ++i) {
        health = run_process({"curl", "-sSkf", url + "/healthz"});
        if (!health.ok()) std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    EXPECT_NE(health.out.find("\"status\":\"ok\""), std::string::npos) << health.out << health.err;
    run_process({"curl", "-sk", url + "/api/search?q=bi-mat"});
    // The measurements stay inside, and over TLS the cookie is one that only TLS may carry.
    EXPECT_EQ(run_process({"curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}", url + "/metrics"}).out, "404");
    const auto password = [&] {
        const auto text = read(out);
        const auto at = text.find("đăng nhập): ") + std::string{"đăng nhập): "}.size();
        return text.substr(at, text.find('\n', at) - at);
    }();
    const auto signed_in = run_process(
        {"curl", "-ski", "--json", R"({"name":"quantri","password":")" + password + "\"}", url + "/api/session"});
    EXPECT_NE(signed_in.out.find("__Host-kientoan_session="), std::string::npos) << signed_in.out;
    EXPECT_NE(signed_in.out.find("Secure"), std::string::npos) << signed_in.out;
    EXPECT_EQ(
        run_process({"curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "http://127.0.0.1:" + plain_port}).out,
        "308");
    // Who asked for what, but not what was searched for.
    const auto log = read(folder.file("kientoan.log"));
    EXPECT_NE(log.find("\"GET /api/search\" 401"), std::string::npos) << log;
    EXPECT_EQ(log.find("bi-mat"), std::string::npos) << log;
}

}  // namespace
