// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/postgresql.h"

#include <poll.h>

namespace store {

PostgresqlConnection::PostgresqlConnection(const std::string& address) : connection_{PQconnectdb(address.c_str())} {
    if (PQstatus(connection_) != CONNECTION_OK) {
        const std::string message = PQerrorMessage(connection_);
        PQfinish(connection_);
        throw base::Fault{"Không kết nối được máy chủ PostgreSQL: " + message};
    }
    PQsetNoticeProcessor(
        connection_, [](void*, const char*) {}, nullptr);
    execute("set client_encoding = 'UTF8'; set standard_conforming_strings = on; set lock_timeout = '5s'");
}

PostgresqlConnection::~PostgresqlConnection() {
    closing_ = true;
    forget_statements();
    PQfinish(connection_);
}

void PostgresqlConnection::execute(const std::string& sql) {
    free_for(nullptr);
    take(PQexec(connection_, sql.c_str()));
}

std::unique_ptr<Inserter> PostgresqlConnection::inserter(const Table& table) { return copy_inserter(*this, table); }

void PostgresqlConnection::commit() {
    free_for(nullptr);
    // A transaction that failed answers "ROLLBACK" to a commit, without an error.
    const auto answer = take(PQexec(connection_, "commit"));
    if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT")
        throw base::Fault{"Giao dịch đã bị máy chủ PostgreSQL huỷ; chưa có gì được ghi."};
}

void PostgresqlConnection::roll_back() noexcept {
    try {
        free_for(nullptr);
        if (in_transaction()) PQclear(PQexec(connection_, "rollback"));
    } catch (...) {
        // The connection is gone, and the transaction with it.
    }
}

bool PostgresqlConnection::in_transaction() const {
    const auto status = PQtransactionStatus(connection_);
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
}

bool PostgresqlConnection::has_table(std::string_view table) {
    auto statement = prepare("select 1 from pg_catalog.pg_class where oid = to_regclass($1) and relkind = 'r'");
    statement->bind_text(1, table);
    return statement->step();
}

bool PostgresqlConnection::is_alive() {
    // A server that went away has closed the socket: after its last words there is an end to be read, without waiting.
    pollfd socket{PQsocket(connection_), POLLIN, 0};
    while (socket.fd >= 0 && ::poll(&socket, 1, 0) > 0)
        if (PQconsumeInput(connection_) == 0) return false;
    return PQstatus(connection_) == CONNECTION_OK;
}

Answer PostgresqlConnection::take(PGresult* raw) {
    Answer answer{raw, &PQclear};
    if (!succeeded(raw)) {
        discard();
        throw_error(connection_, raw);
    }
    return answer;
}

void PostgresqlConnection::discard() {
    while (PGresult* rest = PQgetResult(connection_)) PQclear(rest);
}

void PostgresqlConnection::free_for(PostgresqlStatement* next) {
    if (streaming_ && streaming_ != next) streaming_->drain();
    streaming_ = nullptr;
}

std::unique_ptr<Statement> PostgresqlConnection::compile(std::string_view sql) {
    free_for(nullptr);
    const std::string text{sql}, name = "s" + std::to_string(++statements_);
    take(PQprepare(connection_, name.c_str(), text.c_str(), 0, nullptr));
    const auto described = take(PQdescribePrepared(connection_, name.c_str()));
    return std::make_unique<PostgresqlStatement>(*this, name, PQnparams(described.get()));
}

std::unique_ptr<Connection> open_postgresql(const std::string& address) {
    return std::make_unique<PostgresqlConnection>(address);
}

}  // namespace store
