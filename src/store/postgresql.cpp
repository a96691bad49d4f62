// SPDX-License-Identifier: AGPL-3.0-or-later
#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "store/connection.h"
#include "store/table.h"

namespace store {
namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

// Type numbers of the server (pg_type.dat); they never change.
constexpr Oid oid_boolean = 16, oid_bytea = 17, oid_bigint = 20, oid_smallint = 21, oid_integer = 23,
              oid_numeric = 1700, oid_uuid = 2950;

// "Key (tenant, personal_id)=(1, 012345678901) already exists." → "012345678901"
std::string value_of(std::string_view detail) {
    const auto begin = detail.find(")=(");
    const auto end = detail.rfind(") ");
    if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin) return {};
    auto value = detail.substr(begin + 3, end - begin - 3);
    const auto after_tenant = value.find(", ");
    if (after_tenant != std::string_view::npos) value.remove_prefix(after_tenant + 2);
    return std::string{value};
}

std::string fault_text(std::string_view state, const std::string& message) {
    const auto group = state.substr(0, 2);
    if (state.empty() || group == "08" || group == "57") return "Mất kết nối với máy chủ PostgreSQL: " + message;
    if (group == "28") return "Máy chủ PostgreSQL từ chối đăng nhập: " + message;
    if (state == "3D000") return "Máy chủ PostgreSQL không có cơ sở dữ liệu này: " + message;
    if (state == "53100") return "Ổ đĩa của máy chủ PostgreSQL đã đầy.";
    if (group == "53") return "Máy chủ PostgreSQL hết tài nguyên: " + message;
    if (state == "25006") return "Máy chủ PostgreSQL đang ở chế độ chỉ đọc.";
    if (state == "42501") return "Không có quyền ghi cơ sở dữ liệu PostgreSQL: " + message;
    if (group == "XX") return "Cơ sở dữ liệu PostgreSQL bị hỏng: " + message;
    if (state == "40001" || state == "40P01" || state == "55P03")
        return "Cơ sở dữ liệu đang bận: một người khác đang ghi. Hãy thử lại.";
    return "Lỗi cơ sở dữ liệu PostgreSQL: " + message;
}

std::string field_of(const PGresult* result, int field) {
    const char* text = PQresultErrorField(result, field);
    return text ? text : "";
}

[[noreturn]] void fail(PGconn* connection, const PGresult* result) {
    const auto state = field_of(result, PG_DIAG_SQLSTATE);
    auto message = field_of(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message.empty()) message = PQerrorMessage(connection);
    if (state == "23505" || state == "23503") {
        Violation violation{state == "23505" ? Violation::Kind::unique : Violation::Kind::reference,
                            field_of(result, PG_DIAG_TABLE_NAME), field_of(result, PG_DIAG_CONSTRAINT_NAME), message};
        violation.value = value_of(field_of(result, PG_DIAG_MESSAGE_DETAIL));
        throw violation;
    }
    throw base::Fault{fault_text(state, message)};
}

bool succeeded(const PGresult* result) {
    switch (PQresultStatus(result)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_SINGLE_TUPLE:
        case PGRES_COPY_IN: return true;
        default: return false;
    }
}

template <class Integer>
Integer big_endian(const char* data) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i) value = value << 8 | static_cast<unsigned char>(data[i]);
    return static_cast<Integer>(value);
}

// A whole number in the server's decimal form (sums of bigint); a fraction is cut off.
std::int64_t numeric(const char* data) {
    const auto digits = big_endian<std::int16_t>(data), weight = big_endian<std::int16_t>(data + 2);
    const bool negative = big_endian<std::uint16_t>(data + 4) == 0x4000;
    std::int64_t value = 0;
    for (int i = 0; i <= weight; ++i)
        value = value * 10'000 + (i < digits ? big_endian<std::int16_t>(data + 8 + 2 * i) : 0);
    return negative ? -value : value;
}

class PostgresqlConnection;

class PostgresqlStatement : public Statement {
public:
    PostgresqlStatement(PostgresqlConnection& connection, std::string name, int parameters)
        : connection_{connection},
          name_{std::move(name)},
          scratch_(static_cast<std::size_t>(parameters)),
          values_(scratch_.size()),
          lengths_(scratch_.size()),
          formats_(scratch_.size()) {}
    ~PostgresqlStatement() override;

    void bind_null(int at) override { set(at, nullptr, 0, 0); }
    void bind_integer(int at, std::int64_t value) override {
        auto& text = scratch_[static_cast<std::size_t>(at - 1)];
        *std::to_chars(text.data(), text.data() + text.size() - 1, value).ptr = '\0';
        set(at, text.data(), 0, 0);
    }
    void bind_text(int at, std::string_view value) override {
        set(at, value.empty() ? "" : value.data(), value.size(), 1);
    }
    void bind_bytes(int at, std::span<const std::uint8_t> value) override {
        set(at, value.empty() ? "" : reinterpret_cast<const char*>(value.data()), value.size(), 1);
    }
    void bind_id(int at, const base::Uuid& value) override { bind_bytes(at, value.bytes); }
    void bind_short_text(int at, std::string_view value) override {
        auto& text = scratch_[static_cast<std::size_t>(at - 1)];
        CHECK(value.size() < text.size());
        std::memcpy(text.data(), value.data(), value.size());
        set(at, text.data(), value.size(), 1);
    }

    bool step() override;
    void reset() override;
    std::int64_t affected() const override { return affected_; }

    int columns() const override { return PQnfields(result_.get()); }
    bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
    std::int64_t integer(int column) const override {
        const char* data = PQgetvalue(result_.get(), row_, column);
        switch (PQftype(result_.get(), column)) {
            case oid_boolean: return *data;
            case oid_smallint: return is_null(column) ? 0 : big_endian<std::int16_t>(data);
            case oid_integer: return is_null(column) ? 0 : big_endian<std::int32_t>(data);
            case oid_bigint: return is_null(column) ? 0 : big_endian<std::int64_t>(data);
            case oid_numeric: return is_null(column) ? 0 : numeric(data);
            default: throw base::Bug{"column " + std::to_string(column) + " is no number"};
        }
    }
    std::string_view text(int column) const override {
        return {PQgetvalue(result_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
    }
    std::span<const std::uint8_t> bytes(int column) const override {
        const auto data = text(column);
        return {reinterpret_cast<const std::uint8_t*>(data.data()), data.size()};
    }
    base::Uuid id(int column) const override {
        base::Uuid id;
        if (const auto data = bytes(column); data.size() == 16) std::memcpy(id.bytes.data(), data.data(), 16);
        return id;
    }
    schema::Value value(int column) const override {
        if (is_null(column)) return {};
        switch (PQftype(result_.get(), column)) {
            case oid_boolean:
            case oid_smallint:
            case oid_integer:
            case oid_bigint:
            case oid_numeric: return integer(column);
            case oid_uuid: return id(column);
            case oid_bytea: {
                const auto data = bytes(column);
                if (data.size() == 16) return id(column);
                return schema::Bytes{data.begin(), data.end()};
            }
            default: return std::string{text(column)};
        }
    }

    // Takes the rows that are still on their way, so that the connection is free for another statement.
    void drain();

private:
    void set(int at, const char* value, std::size_t length, int format) {
        const auto i = static_cast<std::size_t>(at - 1);
        values_[i] = value;
        lengths_[i] = static_cast<int>(length);
        formats_[i] = format;
    }
    void start();
    bool next_streamed();

    PostgresqlConnection& connection_;
    std::string name_;
    std::vector<std::array<char, 24>> scratch_;
    std::vector<const char*> values_;
    std::vector<int> lengths_, formats_;
    Result result_{nullptr, &PQclear};
    std::vector<Result> drained_;  // Rows taken early, in order.
    std::size_t drained_next_ = 0;
    int row_ = -1;
    bool running_ = false, streaming_ = false;
    std::int64_t affected_ = 0;
};

class PostgresqlInserter;

class PostgresqlConnection : public Connection {
public:
    explicit PostgresqlConnection(const std::string& address) : connection_{PQconnectdb(address.c_str())} {
        if (PQstatus(connection_) != CONNECTION_OK) {
            const std::string message = PQerrorMessage(connection_);
            PQfinish(connection_);
            throw base::Fault{"Không kết nối được máy chủ PostgreSQL: " + message};
        }
        PQsetNoticeProcessor(
            connection_, [](void*, const char*) {}, nullptr);
        execute("set client_encoding = 'UTF8'; set standard_conforming_strings = on; set lock_timeout = '5s'");
    }
    PostgresqlConnection(const PostgresqlConnection&) = delete;
    PostgresqlConnection& operator=(const PostgresqlConnection&) = delete;
    ~PostgresqlConnection() override {
        closing_ = true;
        forget_statements();
        PQfinish(connection_);
    }

    Engine engine() const override { return Engine::postgresql; }
    void execute(const std::string& sql) override {
        free_for(nullptr);
        take(PQexec(connection_, sql.c_str()));
    }
    std::unique_ptr<Inserter> inserter(const Table& table) override;

    void begin_write() override { execute("begin isolation level read committed"); }
    void begin_read() override { execute("begin isolation level repeatable read read only; select 1"); }
    void commit() override {
        free_for(nullptr);
        // A transaction that failed answers "ROLLBACK" to a commit, without an error.
        const auto result = take(PQexec(connection_, "commit"));
        if (std::string_view{PQcmdStatus(result.get())} != "COMMIT")
            throw base::Fault{"Giao dịch đã bị máy chủ PostgreSQL huỷ; chưa có gì được ghi."};
    }
    void roll_back() noexcept override {
        try {
            free_for(nullptr);
            if (in_transaction()) PQclear(PQexec(connection_, "rollback"));
        } catch (...) {
            // The connection is gone, and the transaction with it.
        }
    }
    bool in_transaction() const override {
        const auto status = PQtransactionStatus(connection_);
        return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
    }

    bool has_table(std::string_view table) override {
        auto statement = prepare("select 1 from pg_catalog.pg_class where oid = to_regclass($1) and relkind = 'r'");
        statement->bind_text(1, table);
        return statement->step();
    }

    PGconn* handle() { return connection_; }
    bool is_closing() const { return closing_; }
    Result take(PGresult* raw) {
        Result result{raw, &PQclear};
        if (!succeeded(raw)) {
            const auto status = PQresultStatus(raw);
            if (status != PGRES_COPY_IN) discard();
            fail(connection_, raw);
        }
        return result;
    }
    // The statement whose rows are on their way steps aside for another.
    void free_for(PostgresqlStatement* next) {
        if (streaming_ && streaming_ != next) streaming_->drain();
        streaming_ = nullptr;
    }
    void set_streaming(PostgresqlStatement* statement) { streaming_ = statement; }
    PostgresqlStatement* streaming() const { return streaming_; }
    void discard() {
        while (PGresult* rest = PQgetResult(connection_)) PQclear(rest);
    }

protected:
    std::unique_ptr<Statement> compile(std::string_view sql) override {
        free_for(nullptr);
        const std::string text{sql}, name = "s" + std::to_string(++statements_);
        take(PQprepare(connection_, name.c_str(), text.c_str(), 0, nullptr));
        const auto described = take(PQdescribePrepared(connection_, name.c_str()));
        return std::make_unique<PostgresqlStatement>(*this, name, PQnparams(described.get()));
    }

private:
    PGconn* connection_;
    std::int64_t statements_ = 0;
    PostgresqlStatement* streaming_ = nullptr;
    bool closing_ = false;
};

PostgresqlStatement::~PostgresqlStatement() {
    try {
        reset();
        if (!connection_.is_closing()) connection_.execute("deallocate " + name_);
    } catch (...) {
        // The server forgets it with the connection, or when the failed transaction has ended.
    }
}

void PostgresqlStatement::start() {
    connection_.free_for(this);
    auto* handle = connection_.handle();
    const int count = static_cast<int>(values_.size());
    running_ = true;
    row_ = -1;
    if (fetch == Fetch::few) {
        result_.reset();
        result_ = connection_.take(
            PQexecPrepared(handle, name_.c_str(), count, values_.data(), lengths_.data(), formats_.data(), 1));
        const char* tuples = PQcmdTuples(result_.get());
        affected_ = *tuples ? std::strtoll(tuples, nullptr, 10) : 0;
        return;
    }
    if (!PQsendQueryPrepared(handle, name_.c_str(), count, values_.data(), lengths_.data(), formats_.data(), 1))
        fail(handle, nullptr);
    PQsetSingleRowMode(handle);
    connection_.set_streaming(this);
    streaming_ = true;
}

bool PostgresqlStatement::next_streamed() {
    row_ = 0;
    if (drained_next_ < drained_.size()) {
        result_ = std::move(drained_[drained_next_++]);
        return true;
    }
    if (!streaming_) return false;
    Result result{PQgetResult(connection_.handle()), &PQclear};
    if (result && PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE) {
        result_ = std::move(result);
        return true;
    }
    streaming_ = false;
    connection_.set_streaming(nullptr);
    connection_.discard();
    if (!result || !succeeded(result.get())) fail(connection_.handle(), result.get());
    return false;
}

bool PostgresqlStatement::step() {
    if (!running_) start();
    if (fetch == Fetch::many) return next_streamed();
    if (++row_ < PQntuples(result_.get())) return true;
    running_ = false;
    return false;
}

void PostgresqlStatement::drain() {
    while (streaming_) {
        Result result{PQgetResult(connection_.handle()), &PQclear};
        if (result && PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE) {
            drained_.push_back(std::move(result));
            continue;
        }
        streaming_ = false;
        connection_.discard();
        if (!result || !succeeded(result.get())) fail(connection_.handle(), result.get());
    }
}

void PostgresqlStatement::reset() {
    if (streaming_) {
        streaming_ = false;
        connection_.set_streaming(nullptr);
        // The rest is read and dropped: cancelling could hit the next statement, and would end the transaction.
        connection_.discard();
    }
    drained_.clear();
    drained_next_ = 0;
    running_ = false;
    row_ = -1;
}

// Rows in the binary form of COPY.
class PostgresqlInserter : public Inserter {
public:
    PostgresqlInserter(PostgresqlConnection& connection, const Table& table) : connection_{connection} {
        command_ = "copy " + table.name + " (";
        for (const auto& column : table.columns) {
            if (!cells_.empty()) command_ += ", ";
            command_ += column.name;
            cells_.push_back(column.cell);
        }
        command_ += ") from stdin (format binary)";
    }

    void bind_null(int at) override {
        begin(at);
        put<std::int32_t>(-1);
    }
    void bind_integer(int at, std::int64_t value) override {
        begin(at);
        if (cells_[static_cast<std::size_t>(at - 1)] == Cell::small) {
            put<std::int32_t>(2);
            put<std::int16_t>(static_cast<std::int16_t>(value));
        } else {
            put<std::int32_t>(8);
            put<std::int64_t>(value);
        }
    }
    void bind_text(int at, std::string_view value) override {
        begin(at);
        put<std::int32_t>(static_cast<std::int32_t>(value.size()));
        buffer_.append(value);
    }
    void bind_bytes(int at, std::span<const std::uint8_t> value) override {
        bind_text(at, {reinterpret_cast<const char*>(value.data()), value.size()});
    }
    void bind_id(int at, const base::Uuid& value) override { bind_bytes(at, value.bytes); }
    void bind_short_text(int at, std::string_view value) override { bind_text(at, value); }
    void next() override {
        CHECK(bound_ == cells_.size());
        bound_ = 0;
    }
    std::size_t pending() const override { return buffer_.size(); }

    void flush() override {
        if (buffer_.empty()) return;
        auto rows = std::move(buffer_);
        buffer_.clear();
        connection_.free_for(nullptr);
        auto* handle = connection_.handle();
        connection_.take(PQexec(handle, command_.c_str()));
        static constexpr char header[] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0";
        static constexpr char trailer[] = "\377\377";
        const bool sent = PQputCopyData(handle, header, 19) == 1 && send(handle, rows) &&
                          PQputCopyData(handle, trailer, 2) == 1 && PQputCopyEnd(handle, nullptr) == 1;
        if (!sent) fail(handle, nullptr);
        connection_.take(PQgetResult(handle));
        connection_.discard();
    }

private:
    static bool send(PGconn* handle, std::string_view rows) {
        constexpr std::size_t piece = 1 << 20;
        for (; !rows.empty(); rows.remove_prefix(std::min(piece, rows.size())))
            if (PQputCopyData(handle, rows.data(), static_cast<int>(std::min(piece, rows.size()))) != 1) return false;
        return true;
    }
    void begin(int at) {
        CHECK(static_cast<std::size_t>(at) == bound_ + 1);
        if (bound_++ == 0) put<std::int16_t>(static_cast<std::int16_t>(cells_.size()));
    }
    template <class Integer>
    void put(Integer value) {
        for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8)
            buffer_ += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xFF);
    }

    PostgresqlConnection& connection_;
    std::string command_, buffer_;
    std::vector<Cell> cells_;
    std::size_t bound_ = 0;
};

std::unique_ptr<Inserter> PostgresqlConnection::inserter(const Table& table) {
    return std::make_unique<PostgresqlInserter>(*this, table);
}

}  // namespace

std::unique_ptr<Connection> open_postgresql(const std::string& address) {
    return std::make_unique<PostgresqlConnection>(address);
}

}  // namespace store
