// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <libpq-fe.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace store_test {

// A PostgreSQL server of Debian's package in a temporary folder, on a socket in that folder and no port, started on
// first use and stopped when the process ends. It keeps nothing safe (no fsync): for tests only.
class PostgresqlServer {
public:
    static PostgresqlServer& shared() {
        static PostgresqlServer server;
        return server;
    }
    PostgresqlServer(const PostgresqlServer&) = delete;
    PostgresqlServer& operator=(const PostgresqlServer&) = delete;

    // Makes a new, empty database and returns its address.
    std::string new_database() {
        const auto name = "test" + std::to_string(++databases_);
        run(address("postgres"), "create database " + name);
        return address(name);
    }

    // Runs SQL in a database, as someone with psql would.
    static void run(const std::string& address, const std::string& sql) {
        PGconn* connection = PQconnectdb(address.c_str());
        PGresult* result = PQexec(connection, sql.c_str());
        const bool done = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
        const std::string error = PQerrorMessage(connection);
        PQclear(result);
        PQfinish(connection);
        if (!done) throw std::runtime_error{error};
    }

private:
    PostgresqlServer() : starter_{getpid()} {
        char folder[] = "/tmp/kientoan-postgresql-XXXXXX";
        if (!mkdtemp(folder)) throw std::runtime_error{"no temporary folder"};
        folder_ = folder;
        // The server refuses to run as root: then the account that Debian made for it runs it.
        if (geteuid() == 0) {
            user_ = getpwnam("postgres");
            if (!user_) throw std::runtime_error{"no account \"postgres\": is the package postgresql-15 installed?"};
            if (chown(folder, user_->pw_uid, user_->pw_gid) != 0) throw std::runtime_error{"chown failed"};
        }
        const std::string data = folder_ + "/data";
        if (wait_for(start({bin("initdb"), "-D", data, "-U", "kientoan", "-A", "trust", "-E", "UTF8",
                            "--locale=C.UTF-8", "--no-sync"})) != 0)
            throw std::runtime_error{"initdb failed"};
        server_ = start({bin("postgres"), "-D", data, "-k", folder_, "-h", "", "-p", "5432", "-c", "fsync=off", "-c",
                         "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=50"});
        for (int attempt = 0; attempt < 300; ++attempt) {
            if (PQping(address("postgres").c_str()) == PQPING_OK) return;
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
        throw std::runtime_error{"the PostgreSQL server did not start"};
    }
    ~PostgresqlServer() {
        // A forked child must leave the server of its parent alone.
        if (getpid() != starter_) return;
        kill(server_, SIGINT);  // "fast" shutdown
        wait_for(server_);
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    static std::string bin(const std::string& program) { return "/usr/lib/postgresql/15/bin/" + program; }
    std::string address(const std::string& database) const {
        std::string host;
        for (char c : folder_) host += c == '/' ? std::string{"%2F"} : std::string{c};
        return "postgresql://kientoan@" + host + "/" + database;
    }
    pid_t start(const std::vector<std::string>& command) const {
        const pid_t child = fork();
        if (child != 0) return child;
        std::vector<char*> arguments;
        for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        const auto log = folder_ + "/log";
        if (!std::freopen(log.c_str(), "a", stdout) || !std::freopen(log.c_str(), "a", stderr)) _exit(126);
        if (user_ && (setgid(user_->pw_gid) != 0 || setuid(user_->pw_uid) != 0)) _exit(126);
        if (chdir("/") != 0) _exit(126);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    static int wait_for(pid_t child) {
        int status = 0;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
        return status;
    }

    std::string folder_;
    const passwd* user_ = nullptr;
    pid_t starter_, server_ = -1;
    int databases_ = 0;
};

}  // namespace store_test
