// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "store/connection.h"
#include "store/table.h"

// The parts of the PostgreSQL engine; used by postgresql*.cpp only.
namespace store {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// Throws what an answer of the server means: Violation or base::Fault. `answer` may be null: then the connection tells.
[[noreturn]] void throw_error(PGconn* connection, const PGresult* answer);
bool succeeded(const PGresult* answer);

class PostgresqlConnection;

// A prepared statement of the server, run in the binary protocol.
class PostgresqlStatement : public Statement {
public:
    PostgresqlStatement(PostgresqlConnection& connection, std::string name, int parameters);
    ~PostgresqlStatement() override;

    void bind_null(int at) override { set(at, nullptr, 0, 0); }
    void bind_integer(int at, std::int64_t value) override;
    void bind_text(int at, std::string_view value) override;
    void bind_bytes(int at, std::span<const std::uint8_t> value) override;
    void bind_id(int at, const base::Uuid& value) override { bind_bytes(at, value.bytes); }
    void bind_short_text(int at, std::string_view value) override;

    bool step() override;
    void reset() override;
    std::int64_t affected() const override { return affected_; }

    int columns() const override { return PQnfields(answer_.get()); }
    bool is_null(int column) const override { return PQgetisnull(answer_.get(), row_, column) != 0; }
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    std::span<const std::uint8_t> bytes(int column) const override;
    base::Uuid id(int column) const override;
    schema::Value value(int column) const override;

    // Takes the rows that are still on their way, so that the connection is free for another statement.
    void drain();

private:
    void set(int at, const char* value, std::size_t length, int format);
    void start();
    bool next_streamed();

    PostgresqlConnection& connection_;
    std::string name_;
    std::vector<std::array<char, 24>> scratch_;
    std::vector<const char*> values_;
    std::vector<int> lengths_, formats_;
    Answer answer_{nullptr, &PQclear};
    std::vector<Answer> drained_;  // Rows taken early, in order.
    std::size_t drained_next_ = 0;
    int row_ = -1;
    bool running_ = false, streaming_ = false;
    std::int64_t affected_ = 0;
};

class PostgresqlConnection : public Connection {
public:
    explicit PostgresqlConnection(const std::string& address);
    PostgresqlConnection(const PostgresqlConnection&) = delete;
    PostgresqlConnection& operator=(const PostgresqlConnection&) = delete;
    ~PostgresqlConnection() override;

    Engine engine() const override { return Engine::postgresql; }
    void execute(const std::string& sql) override;
    std::unique_ptr<Inserter> inserter(const Table& table) override;
    void begin_write() override { execute("begin isolation level read committed"); }
    void begin_read() override { execute("begin isolation level repeatable read read only; select 1"); }
    void commit() override;
    void roll_back() noexcept override;
    bool in_transaction() const override;
    bool has_table(std::string_view table) override;
    bool is_alive() override;

    PGconn* handle() { return connection_; }
    bool is_closing() const { return closing_; }
    // Owns the answer; throws when it is an error.
    Answer take(PGresult* raw);
    // Reads and drops what is left of the answers to a command.
    void discard();
    // One statement at a time has rows on their way. It steps aside for another, which calls this first.
    void free_for(PostgresqlStatement* next);
    void set_streaming(PostgresqlStatement* statement) { streaming_ = statement; }

protected:
    std::unique_ptr<Statement> compile(std::string_view sql) override;

private:
    PGconn* connection_;
    std::int64_t statements_ = 0;
    PostgresqlStatement* streaming_ = nullptr;
    bool closing_ = false;
};

// Sends rows by COPY in its binary form.
std::unique_ptr<Inserter> copy_inserter(PostgresqlConnection& connection, const Table& table);

}  // namespace store
