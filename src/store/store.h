// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/period.h"
#include "base/result.h"
#include "base/uuid.h"
#include "schema/describe.h"

// Any record in SQLite or PostgreSQL: transactions, dated rows, audit chain, migrations. Knows descriptions, never
// records. Refusals are answers ("no such row", "someone else wrote it first"); a broken disk or server throws
// base::Fault.
namespace store {

enum class Engine { sqlite, postgresql };

// Where the registers are: a folder (SQLite, FOLDER/kientoan.db) or "postgresql://…".
struct Address {
    std::string text;
    // Where the key that signs heads is kept. Empty = the data folder (SQLite), ~/.config/kientoan (PostgreSQL).
    std::string key_folder = {};
    // SQLite: how much of the file each connection keeps in memory, and how much of it is mapped. A server has many
    // connections, a command two.
    int cache_mib = 64, map_mib = 256;
    bool is_postgresql() const;
};

// Who writes, what, and on what it rests: becomes the audit entry of the transaction.
struct Intent {
    std::string action;                          // Name of the action, e.g. "rename_organisation".
    std::string actor;                           // "cli:lan", later an account.
    std::int64_t at_ms = 0;                      // Milliseconds since 1970, UTC. The clock is the caller's.
    std::string reason = {};                     // Stated reason, where no decision is needed.
    std::string article = {};                    // Article under which the step is taken.
    std::optional<base::Uuid> decision_id = {};  // The decision on which it rests.
};

enum class Op {
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    in,
    is_empty,
    is_not_empty,
    contains,
    among,
    not_among,
    any,
    all
};

struct Among;

// `field op value`; `in` takes any number of values, the emptiness tests none. "id" names the record's own id.
// An empty field is `not_equal` to every value; `in` takes at most 30,000; `contains` is exact (search the folded
// fields); `among` asks whether some row of `rows` has the value, `any` and `all` whether one or each of `parts` holds.
struct Condition {
    std::string_view field;
    Op op = Op::equal;
    std::vector<schema::Value> values;
    std::shared_ptr<const Among> rows = {};
    std::vector<Condition> parts = {};
};

struct Order {
    std::string_view field;
    bool descending = false;
};

// The last row of a page: what it has in the fields of the order, and its id.
struct After {
    std::vector<schema::Value> values;
    base::Uuid id;
};

// A conjunction of conditions over one record type. `on` keeps the rows of a dated type that hold on that day.
struct Query {
    std::vector<Condition> conditions;
    std::optional<base::Date> on;
    std::vector<Order> order;         // Empty fields last; then by id, so that pages are stable.
    std::size_t limit = 0;            // 0 = all.
    std::size_t offset = 0;           // Rows left out at the beginning.
    std::optional<After> after = {};  // Only rows that come behind this one in the order; not of a count.
};

// What `field` ("id" too) holds in the rows of `type` that the query keeps; order and limit do not count. With
// `not_among` the field must be one that is never empty.
struct Among {
    const schema::RecordType* type = nullptr;
    std::string_view field;
    Query query;
};
Condition among(std::string_view field, const schema::RecordType& type, std::string_view of, Query query);
Condition any(std::vector<Condition> parts);
Condition all(std::vector<Condition> parts);

// Reads. Shared by the store (last committed state) and a transaction (its own writes included).
class Reader {
public:
    virtual ~Reader() = default;
    virtual std::optional<schema::Record> find(const schema::RecordType& type, const base::Uuid& id) = 0;
    // Calls `visit` for each row in order; the record is reused between calls. One row in memory at a time.
    virtual void scan(const schema::RecordType& type, const Query& query,
                      const std::function<void(const schema::Record&)>& visit) = 0;
    virtual std::int64_t count(const schema::RecordType& type, const Query& query) = 0;

    std::vector<schema::Record> select(const schema::RecordType& type, const Query& query = {});

    template <schema::Described R>
    std::optional<R> find(base::Id<R> id) {
        auto record = find(R::type, id.value);
        if (!record) return {};
        return schema::from_record<R>(*record);
    }
    template <schema::Described R>
    std::vector<R> select(const Query& query = {}) {
        std::vector<R> rows;
        scan(R::type, query, [&](const schema::Record& record) { rows.push_back(schema::from_record<R>(record)); });
        return rows;
    }
};

// One unit of change: all of it is written with one audit entry, or nothing is. Rolls back when destroyed uncommitted.
// Records are completed and validated (schema/validate.h) before they are written; the first error is the refusal.
class Transaction : public Reader {
public:
    using Reader::find;
    using Reader::select;

    // Takes the tenant's structure lock: for actions that guard an invariant across rows (tree, membership periods,
    // ceilings).
    virtual void lock_structure() = 0;

    // Adds a row; makes its id when nil, sets version to 1. Refusals: validation codes, "not_unique" {label, value},
    // "not_found" for a reference to nothing.
    virtual base::Result<base::Uuid> insert(schema::Record& record) = 0;

    // CORRECT: the row was wrong; rewritten in place, before-image in the audit entry. The record carries the version
    // that the user saw: refused as "conflict" {field labels that differ} when someone wrote it since. Adds 1 to
    // record.version.
    virtual base::Result<void> correct(schema::Record& record) = 0;

    // CORRECT: the row should never have been; removed, before-image in the audit entry. Refused as "conflict", or
    // "in_use" {label of the referring record type} while another row refers to it.
    virtual base::Result<void> erase(const schema::RecordType& type, const base::Uuid& id, std::int64_t version) = 0;

    // CHANGE: true from `successor.valid_from` on. Closes the row `id` of a dated type on that day and opens the
    // successor with the same valid_to as the closed row had. Refused as "change.not_inside" unless valid_from lies
    // inside the old row, after its first day, and as "basis.missing" when the type needs a decision and the intent
    // names none.
    virtual base::Result<base::Uuid> change(const base::Uuid& id, std::int64_t version, schema::Record& successor) = 0;

    // CHANGE: ends the row on `day` ([valid_from, day)), without a successor.
    virtual base::Result<void> close(const schema::RecordType& type, const base::Uuid& id, std::int64_t version,
                                     base::Date day) = 0;

    // Fast path for batches (thousands of rows): rows are completed but must be valid already; the audit entry of the
    // transaction lists id and digest of each row instead of its image. Uniqueness and references are still refused; on
    // PostgreSQL rows are gathered and the refusal may come with a later row or with `flush`, after which only
    // roll_back is left. May be mixed with the above.
    virtual base::Result<base::Uuid> insert_bulk(schema::Record& record) = 0;
    // Sends what insert_bulk has gathered. Reads and commit do it by themselves; a refusal met there is thrown as
    // base::Fault.
    virtual base::Result<void> flush() = 0;

    // Removes all rows that audit entry `sequence` inserted. Refused as "in_use" {label, number of rows} while rows
    // that came later refer to them, as "changed_since" {label, number of rows} when some were changed since. Used by
    // `import undo`.
    virtual base::Result<std::int64_t> erase_inserted_by(std::int64_t sequence) = 0;

    // Writes the audit entry (chain head locked last) and commits. Returns the sequence number of the entry.
    virtual std::int64_t commit() = 0;
    virtual void roll_back() = 0;

    template <schema::Described R>
    base::Result<base::Id<R>> insert(R& row) {
        auto record = schema::to_record(row);
        row.id.value = TRY(insert(record));
        row.version = record.version;
        return row.id;
    }
    template <schema::Described R>
    base::Result<void> correct(R& row) {
        auto record = schema::to_record(row);
        TRY(correct(record));
        row.version = record.version;
        return {};
    }
    template <schema::Described R>
    base::Result<base::Id<R>> change(const R& old, R& successor) {
        auto record = schema::to_record(successor);
        successor.id.value = TRY(change(old.id.value, old.version, record));
        successor.version = record.version;
        return successor.id;
    }
    template <schema::Described R>
    base::Result<void> close(const R& row, base::Date day) {
        return close(R::type, row.id.value, row.version, day);
    }
};

// One entry of the audit chain, as read back.
struct AuditEntry {
    std::int64_t sequence = 0;
    Intent intent;
    // JSON, an array: {"op","type","id","before":{…},"after":{…}} for each record, op = insert, correct, erase or
    // close;
    // {"op","type","rows","digest"} for each type of a batch. Images leave out empty and derived fields.
    std::string changes;
    std::string hash, previous_hash;  // Lower-case hexadecimal, BLAKE2b-256.
};

class Store : public Reader {
public:
    using Reader::find;
    using Reader::select;

    // Opens, creating and migrating when needed (`create`), else throws base::Fault when there is nothing there.
    // `types` are all record types of the product, owners before what refers to them.
    static std::unique_ptr<Store> open(const Address& address, std::span<const schema::RecordType* const> types,
                                       bool create);

    virtual std::unique_ptr<Transaction> begin(Intent intent) = 0;

    // The entries after a number, newest first; only those that touched one record when `touching` names it.
    virtual void scan_audit(const std::function<void(const AuditEntry&)>& visit, std::int64_t after_sequence = 0,
                            const std::optional<base::Uuid>& touching = {}) = 0;

    // One hand-written query of store/ with positional values ($1, $2, …), for the loaders of memory columns and the
    // oracle. Values come as the engine knows them: numbers (also booleans, 0 or 1), texts (also dates, ISO), ids,
    // bytes.
    virtual void query(std::string_view sql, std::span<const schema::Value> values,
                       const std::function<void(std::span<const schema::Value>)>& visit) = 0;

    virtual Engine engine() const = 0;
    // False when the server has closed a connection: this store is of no use any more. Asks nobody; about 1 µs.
    virtual bool is_alive() = 0;

    std::int32_t tenant = 1;
    std::int64_t last_commit = 0;  // Number of the last entry that this store wrote.
    // Called after each commit of this store with the number of its entry, by the thread that committed.
    std::function<void(std::int64_t sequence)> on_commit;
};

// Calls `read`, within which all that is read of the store outside its own transactions is of one and the same state;
// many small reads cost less so. `read` writes nothing.
void read_one_state(Store& store, const std::function<void()>& read);

}  // namespace store
