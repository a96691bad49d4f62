// SPDX-License-Identifier: AGPL-3.0-or-later
#include <sqlite3.h>

#include <array>
#include <cstring>

#include "store/connection.h"
#include "store/table.h"

namespace store {
namespace {

// "UNIQUE constraint failed: person.tenant, person.personal_id" → table "person", constraint "personal_id".
Violation unique_violation(std::string_view message) {
    std::string table, columns;
    auto rest = message.substr(std::min(message.size(), message.find(": ") + 2));
    while (!rest.empty()) {
        const auto end = rest.find(", ");
        const auto name = rest.substr(0, end);
        const auto dot = name.find('.');
        table = name.substr(0, dot);
        if (const auto column = name.substr(dot + 1); column != "tenant") {
            if (!columns.empty()) columns += ',';
            columns += column;
        }
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 2);
    }
    return {Violation::Kind::unique, table, columns, std::string{message}};
}

std::string fault_text(int code, const char* message, const char* file) {
    const std::string where = file && *file ? " (" + std::string{file} + ")" : "";
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "Cơ sở dữ liệu đang bận: một chương trình khác đang ghi" + where + ". Hãy thử lại sau.";
        case SQLITE_FULL: return "Ổ đĩa đã đầy, không ghi được cơ sở dữ liệu" + where + ".";
        case SQLITE_READONLY: return "Không có quyền ghi cơ sở dữ liệu" + where + ".";
        case SQLITE_CANTOPEN: return "Không mở được tệp cơ sở dữ liệu" + where + ".";
        case SQLITE_PERM:
        case SQLITE_AUTH: return "Không có quyền mở tệp cơ sở dữ liệu" + where + ".";
        case SQLITE_IOERR: return "Lỗi đọc hoặc ghi đĩa ở cơ sở dữ liệu" + where + ": " + message + ".";
        case SQLITE_CORRUPT: return "Tệp cơ sở dữ liệu bị hỏng" + where + ". Hãy phục hồi từ bản sao lưu.";
        case SQLITE_NOTADB: return "Tệp không phải là cơ sở dữ liệu của Kiện Toàn" + where + ".";
        case SQLITE_NOMEM: return "Không đủ bộ nhớ cho cơ sở dữ liệu.";
        default: return "Lỗi cơ sở dữ liệu" + where + ": " + message + ".";
    }
}

[[noreturn]] void fail(sqlite3* database, int code) {
    const char* message = sqlite3_errmsg(database);
    if ((code & 0xFF) == SQLITE_CONSTRAINT) {
        if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) throw unique_violation(message);
        if (code == SQLITE_CONSTRAINT_FOREIGNKEY) throw Violation{Violation::Kind::reference, {}, {}, message};
    }
    throw base::Fault{fault_text(code, message, sqlite3_db_filename(database, "main"))};
}

// "$12" is a name to SQLite, found by looking through all names; "?12" is a place.
std::string with_places(std::string_view sql) {
    std::string text{sql};
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '$' && text[i + 1] >= '1' && text[i + 1] <= '9') text[i] = '?';
    return text;
}

class SqliteStatement : public Statement {
public:
    SqliteStatement(sqlite3* database, std::string_view sql) : database_{database} {
        const auto text = with_places(sql);
        const int code = sqlite3_prepare_v3(database, text.data(), static_cast<int>(text.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
        if (code != SQLITE_OK) fail(database, sqlite3_extended_errcode(database));
    }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;
    ~SqliteStatement() override { sqlite3_finalize(statement_); }

    void bind_null(int at) override { check(sqlite3_bind_null(statement_, at)); }
    void bind_integer(int at, std::int64_t value) override { check(sqlite3_bind_int64(statement_, at, value)); }
    void bind_text(int at, std::string_view value) override {
        check(sqlite3_bind_text64(statement_, at, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    void bind_bytes(int at, std::span<const std::uint8_t> value) override {
        // A null pointer would bind NULL.
        const void* data = value.empty() ? static_cast<const void*>("") : value.data();
        check(sqlite3_bind_blob64(statement_, at, data, value.size(), SQLITE_STATIC));
    }
    void bind_id(int at, const base::Uuid& value) override { bind_bytes(at, value.bytes); }
    void bind_short_text(int at, std::string_view value) override {
        check(sqlite3_bind_text64(statement_, at, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    }

    bool step() override {
        const int code = sqlite3_step(statement_);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        fail(database_, sqlite3_extended_errcode(database_));
    }
    void reset() override { sqlite3_reset(statement_); }
    std::int64_t affected() const override { return sqlite3_changes64(database_); }

    int columns() const override { return sqlite3_column_count(statement_); }
    bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    std::string_view text(int column) const override {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::span<const std::uint8_t> bytes(int column) const override {
        const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
        return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)) : 0};
    }
    base::Uuid id(int column) const override {
        base::Uuid id;
        if (const auto data = bytes(column); data.size() == 16) std::memcpy(id.bytes.data(), data.data(), 16);
        return id;
    }
    schema::Value value(int column) const override {
        switch (sqlite3_column_type(statement_, column)) {
            case SQLITE_INTEGER: return integer(column);
            case SQLITE_FLOAT: return static_cast<std::int64_t>(sqlite3_column_double(statement_, column));
            case SQLITE_TEXT: return std::string{text(column)};
            case SQLITE_BLOB: {
                const auto data = bytes(column);
                if (data.size() == 16) return id(column);
                return schema::Bytes{data.begin(), data.end()};
            }
            default: return {};
        }
    }

private:
    void check(int code) const {
        if (code != SQLITE_OK) fail(database_, code);
    }

    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

std::string insert_sql(const Table& table) {
    std::string names, places;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i) names += ", ", places += ", ";
        names += table.columns[i].name;
        places += "$" + std::to_string(i + 1);
    }
    return "insert into " + table.name + " (" + names + ") values (" + places + ")";
}

class SqliteInserter : public Inserter {
public:
    SqliteInserter(sqlite3* database, const Table& table) : statement_{database, insert_sql(table)} {}

    void bind_null(int at) override { statement_.bind_null(at); }
    void bind_integer(int at, std::int64_t value) override { statement_.bind_integer(at, value); }
    void bind_text(int at, std::string_view value) override { statement_.bind_text(at, value); }
    void bind_bytes(int at, std::span<const std::uint8_t> value) override { statement_.bind_bytes(at, value); }
    void bind_id(int at, const base::Uuid& value) override { statement_.bind_id(at, value); }
    void bind_short_text(int at, std::string_view value) override { statement_.bind_short_text(at, value); }
    void next() override {
        try {
            statement_.step();
        } catch (...) {
            statement_.reset();
            throw;
        }
        statement_.reset();
    }
    void flush() override {}
    std::size_t pending() const override { return 0; }

private:
    SqliteStatement statement_;
};

class SqliteConnection : public Connection {
public:
    SqliteConnection(const std::string& file, bool create, SqliteMemory memory) {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);
        const int code = sqlite3_open_v2(file.c_str(), &database_, flags, nullptr);
        try {
            if (code != SQLITE_OK) throw base::Fault{fault_text(code, sqlite3_errmsg(database_), file.c_str())};
            sqlite3_extended_result_codes(database_, 1);
            execute(
                "pragma busy_timeout = 20000; pragma journal_mode = wal; pragma synchronous = full;"
                "pragma foreign_keys = on; pragma temp_store = memory; pragma trusted_schema = off;"
                "pragma journal_size_limit = 67108864; pragma cache_size = -" +
                std::to_string(std::int64_t{memory.cache_mib} << 10) +
                "; pragma mmap_size = " + std::to_string(std::int64_t{memory.map_mib} << 20));
        } catch (...) {
            sqlite3_close_v2(database_);
            throw;
        }
    }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;
    ~SqliteConnection() override {
        forget_statements();
        sqlite3_close_v2(database_);
    }

    Engine engine() const override { return Engine::sqlite; }
    void execute(const std::string& sql) override {
        if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(database_, sqlite3_extended_errcode(database_));
    }
    std::unique_ptr<Inserter> inserter(const Table& table) override {
        return std::make_unique<SqliteInserter>(database_, table);
    }

    // Immediate: takes the only writer's place now, so that no transaction fails half-way for want of it.
    void begin_write() override { execute("begin immediate"); }
    // The first read fixes the state that is seen.
    void begin_read() override { execute("begin; select 1 from sqlite_schema limit 1"); }
    void commit() override { execute("commit"); }
    void roll_back() noexcept override {
        if (in_transaction()) sqlite3_exec(database_, "rollback", nullptr, nullptr, nullptr);
    }
    bool in_transaction() const override { return sqlite3_get_autocommit(database_) == 0; }

    bool has_table(std::string_view table) override {
        auto statement = prepare("select 1 from sqlite_schema where type = 'table' and name = $1");
        statement->bind_text(1, table);
        return statement->step();
    }

protected:
    std::unique_ptr<Statement> compile(std::string_view sql) override {
        return std::make_unique<SqliteStatement>(database_, sql);
    }

private:
    sqlite3* database_ = nullptr;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& file, bool create, SqliteMemory memory) {
    return std::make_unique<SqliteConnection>(file, create, memory);
}

}  // namespace store
