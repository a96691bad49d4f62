// SPDX-License-Identifier: AGPL-3.0-or-later
// A thin interface over libsqlite3 and libpq: prepared statements with $1, $2, … placeholders, typed binding and
// reading, fast inserts. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/check.h"
#include "base/uuid.h"
#include "schema/value.h"
#include "store/store.h"

namespace store {

struct Table;

// A constraint said no. Caught by the transaction, which turns it into a refusal.
struct Violation : base::Fault {
    enum class Kind { unique, reference };

    Violation(Kind violated, std::string violated_table, std::string violated_constraint, std::string text)
        : base::Fault{std::move(text)},
          kind{violated},
          table{std::move(violated_table)},
          constraint{std::move(violated_constraint)} {}

    Kind kind;
    std::string table;
    std::string value;  // The value that was refused, where the engine says it (PostgreSQL).
    // PostgreSQL: the name of the constraint or index. SQLite: the columns of a unique index, comma-separated; empty
    // for references, which SQLite does not name.
    std::string constraint;
};

// Takes the values of one row or one statement by place, from 1. Texts, bytes and ids are borrowed until the row is
// written: never bind a temporary.
class Binder {
public:
    virtual ~Binder() = default;
    virtual void bind_null(int at) = 0;
    virtual void bind_integer(int at, std::int64_t value) = 0;
    virtual void bind_text(int at, std::string_view value) = 0;
    virtual void bind_bytes(int at, std::span<const std::uint8_t> value) = 0;
    virtual void bind_id(int at, const base::Uuid& value) = 0;
    void bind_id(int at, base::Uuid&& value) = delete;
    // A short text (≤ 15 bytes) that is copied: dates.
    virtual void bind_short_text(int at, std::string_view value) = 0;

    void bind(int at, const schema::Value& value);
};

// few: all rows are fetched at once. many: one by one, for selects of unknown size.
enum class Fetch { few, many };

class Statement : public Binder {
public:
    Fetch fetch = Fetch::few;

    // Runs as far as the next row; false after the last one. Throws Violation or base::Fault.
    virtual bool step() = 0;
    // Forgets the rest of the rows, so that it can be run again. Bound values stay.
    virtual void reset() = 0;
    // Rows changed by the last run.
    virtual std::int64_t affected() const = 0;

    // The current row, columns from 0. What they return is borrowed until the next step.
    virtual int columns() const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::span<const std::uint8_t> bytes(int column) const = 0;
    virtual base::Uuid id(int column) const = 0;
    // By the type that the engine reports; 16 bytes are an id. Dates come as text: the engine does not know them.
    virtual schema::Value value(int column) const = 0;

    void run() {
        while (step()) {}
        reset();
    }
};

class Connection;

// A statement on loan from the cache of its connection; goes back when destroyed.
class Prepared {
public:
    struct Shelf {
        std::vector<std::unique_ptr<Statement>> idle;
        int lent = 0;
    };

    Prepared(std::unique_ptr<Statement> statement, Shelf& shelf) : statement_{std::move(statement)}, shelf_{&shelf} {
        ++shelf.lent;
    }
    Prepared(Prepared&&) noexcept = default;
    Prepared& operator=(Prepared&&) = delete;
    ~Prepared();
    Statement* operator->() const { return statement_.get(); }
    Statement& operator*() const { return *statement_; }

private:
    std::unique_ptr<Statement> statement_;
    Shelf* shelf_;
};

// Writes many rows of one table. Values are bound in ascending order of the table's columns, then `next`.
class Inserter : public Binder {
public:
    // SQLite writes the row at once; PostgreSQL gathers rows and sends them by COPY in `flush`. Throws Violation.
    virtual void next() = 0;
    virtual void flush() = 0;
    // Bytes gathered and not yet sent.
    virtual std::size_t pending() const = 0;
};

class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;

    // Any number of statements without values, separated by ';'.
    virtual void execute(const std::string& sql) = 0;
    Prepared prepare(std::string_view sql, Fetch fetch = Fetch::few);
    virtual std::unique_ptr<Inserter> inserter(const Table& table) = 0;

    // Writing transactions. On SQLite there is one writer in the whole file: waits up to 20 s, then throws base::Fault.
    virtual void begin_write() = 0;
    // Several reads of one and the same state.
    virtual void begin_read() = 0;
    virtual void commit() = 0;
    virtual void roll_back() noexcept = 0;
    virtual bool in_transaction() const = 0;

    virtual bool has_table(std::string_view table) = 0;
    // False when the server at the other end is known to be gone. Reads what it sent, but does not wait.
    virtual bool is_alive() { return true; }

    // Runs a statement that a constraint may refuse, so that the transaction can go on after the refusal.
    std::optional<Violation> guarded(Statement& statement);

protected:
    virtual std::unique_ptr<Statement> compile(std::string_view sql) = 0;
    // Must be called by the destructor of an engine before its handle is closed.
    void forget_statements() { shelves_.clear(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, Prepared::Shelf, Hash, std::equal_to<>> shelves_;
};

// Opens the file FILE, made when it is not there and `create`. Throws base::Fault.
struct SqliteMemory {
    int cache_mib = 64, map_mib = 256;
};
std::unique_ptr<Connection> open_sqlite(const std::string& file, bool create, SqliteMemory memory = {});
// Connects to "postgresql://…". Throws base::Fault, without the password in its text.
std::unique_ptr<Connection> open_postgresql(const std::string& address);

// Ends a transaction that was not committed. `Begin::write` or `Begin::read`; a read transaction is simply given up.
// Reading within a transaction of the same connection is part of it.
class Scope {
public:
    enum class Begin { write, read };
    Scope(Connection& connection, Begin begin);
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope();
    void commit();
    void roll_back();

private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace store
