// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/transaction.h"

#include "schema/validate.h"

namespace store {
namespace {

// Rows gathered for COPY before they are sent.
constexpr std::size_t pending_max = 4'000'000;

base::Refusal not_found(const TypeSql& type, const base::Uuid& id) {
    return {"not_found", {std::string{type.type->label}, base::to_string(id)}, {}};
}

base::Result<void> checked(schema::Record& record) {
    schema::complete(record);
    auto errors = schema::validate(record);
    if (!errors.empty()) return std::move(errors.front().refusal);
    return {};
}

// The labels of the fields in which two versions of a row differ, for the comparison that the second clerk gets.
base::Refusal conflict(const schema::Record& current, const schema::Record& wanted) {
    base::Refusal refusal{"conflict", {}, {}};
    for (std::size_t i = 0; i < current.values.size(); ++i)
        if (current.values[i] != wanted.values[i] && !current.type->fields[i].options.derive)
            refusal.args.emplace_back(current.type->fields[i].options.label);
    return refusal;
}

}  // namespace

SqlTransaction::SqlTransaction(SqlStore& store, Intent intent)
    : store_{store},
      tenant_{store.tenant},
      intent_{std::move(intent)},
      scope_{store.writer(), Scope::Begin::write},
      inserters_(store.types().all().size()) {}

Connection& SqlTransaction::settled() {
    if (auto flushed = flush(); !flushed)
        throw base::Fault{"Không ghi được loạt dữ liệu: bản ghi trùng hoặc thiếu (" + flushed.error().code + ": " +
                          (flushed.error().args.empty() ? "" : flushed.error().args.back()) + ")."};
    return store_.writer();
}

std::optional<schema::Record> SqlTransaction::find(const schema::RecordType& type, const base::Uuid& id) {
    return find_row(settled(), store_.types().of(type), tenant_, id);
}

void SqlTransaction::scan(const schema::RecordType& type, const Query& query,
                          const std::function<void(const schema::Record&)>& visit) {
    scan_rows(settled(), store_.types().of(type), tenant_, query, visit);
}

std::int64_t SqlTransaction::count(const schema::RecordType& type, const Query& query) {
    return count_rows(settled(), store_.types().of(type), tenant_, query);
}

void SqlTransaction::lock_structure() {
    // On SQLite the transaction is the only writer already. The first number names the purpose of the lock: "cấu".
    auto& connection = settled();
    if (connection.engine() == Engine::sqlite) return;
    auto statement = connection.prepare("select pg_advisory_xact_lock(202100001, $1)");
    statement->bind_integer(1, tenant_);
    statement->run();
}

std::optional<schema::Record> SqlTransaction::lock_row(const TypeSql& type, const base::Uuid& id) {
    auto& connection = settled();
    if (connection.engine() == Engine::sqlite) return find_row(connection, type, tenant_, id);
    auto statement = connection.prepare(type.select_one + " for update");
    statement->bind_integer(1, tenant_);
    statement->bind_id(2, id);
    if (!statement->step()) return {};
    schema::Record record{*type.type};
    read_record(*statement, *type.type, record);
    return record;
}

base::Result<void> SqlTransaction::write_insert(const TypeSql& type, schema::Record& record) {
    auto& connection = settled();
    const auto version = record.version;
    const auto id = record.id;
    if (record.id.is_nil()) record.id = store_.ids().next();
    record.version = 1;
    std::optional<Violation> violation;
    {
        auto statement = connection.prepare(type.insert);
        bind_row(*statement, tenant_, record);
        violation = connection.guarded(*statement);
    }
    if (violation) {
        auto refusal = refusal_of(connection, store_.types(), *violation, tenant_, &record);
        record.id = id;
        record.version = version;
        return refusal;
    }
    after_.clear();
    type.canonical.append(after_, record);
    trail_.add(RowOp::inserted, "insert", type, record.id, {}, after_);
    return {};
}

base::Result<void> SqlTransaction::write_update(const TypeSql& type, const schema::Record& before,
                                                schema::Record& after, std::string_view verb) {
    auto& connection = settled();
    after.version = before.version + 1;
    std::optional<Violation> violation;
    {
        auto statement = connection.prepare(type.update);
        statement->bind_integer(1, tenant_);
        statement->bind_id(2, after.id);
        statement->bind_integer(3, after.version);
        int at = 4;
        for (const auto& value : after.values) statement->bind(at++, value);
        violation = connection.guarded(*statement);
    }
    if (violation) {
        after.version = before.version;
        return refusal_of(connection, store_.types(), *violation, tenant_, &after);
    }
    before_.clear();
    after_.clear();
    type.canonical.append(before_, before);
    type.canonical.append(after_, after);
    trail_.add(RowOp::rewritten, verb, type, after.id, before_, after_);
    return {};
}

base::Result<base::Uuid> SqlTransaction::insert(schema::Record& record) {
    const auto& type = store_.types().of(*record.type);
    TRY(checked(record));
    TRY(write_insert(type, record));
    return record.id;
}

base::Result<void> SqlTransaction::correct(schema::Record& record) {
    const auto& type = store_.types().of(*record.type);
    TRY(checked(record));
    const auto current = lock_row(type, record.id);
    if (!current) return not_found(type, record.id);
    if (current->version != record.version) return conflict(*current, record);
    return write_update(type, *current, record, "correct");
}

base::Result<void> SqlTransaction::erase(const schema::RecordType& record_type, const base::Uuid& id,
                                         std::int64_t version) {
    const auto& type = store_.types().of(record_type);
    const auto current = lock_row(type, id);
    if (!current) return not_found(type, id);
    if (current->version != version) return base::Refusal{"conflict", {}, {}};
    auto& connection = store_.writer();
    std::optional<Violation> violation;
    {
        auto statement = connection.prepare(type.remove);
        statement->bind_integer(1, tenant_);
        statement->bind_id(2, id);
        violation = connection.guarded(*statement);
    }
    if (violation) {
        auto refusal = in_use(connection, type, tenant_, id);
        CHECK(refusal.has_value());
        return *std::move(refusal);
    }
    before_.clear();
    type.canonical.append(before_, *current);
    trail_.add(RowOp::removed, "erase", type, id, before_, {});
    return {};
}

base::Result<schema::Record> SqlTransaction::row_to_close(const TypeSql& type, const base::Uuid& id,
                                                          std::int64_t version, base::Date day) {
    CHECK(type.type->shape == schema::Shape::dated);
    auto current = lock_row(type, id);
    if (!current) return not_found(type, id);
    if (current->version != version) return base::Refusal{"conflict", {}, {}};
    if (type.type->basis == schema::Basis::decision && !intent_.decision_id)
        return base::Refusal{"basis.missing", {std::string{type.type->label}}, {}};
    const auto from = std::get<base::Date>((*current)["valid_from"]);
    const auto* to = std::get_if<base::Date>(&(*current)["valid_to"]);
    if (day <= from || (to && day >= *to)) return base::Refusal{"change.not_inside", {base::to_vietnamese(day)}, {}};
    return *std::move(current);
}

base::Result<base::Uuid> SqlTransaction::change(const base::Uuid& id, std::int64_t version, schema::Record& successor) {
    const auto& type = store_.types().of(*successor.type);
    const auto* day = std::get_if<base::Date>(&successor["valid_from"]);
    if (!day) return base::Refusal{"required", {std::string{(*type.type)["valid_from"].options.label}, {}}, {}};
    const auto old = TRY(row_to_close(type, id, version, *day));

    auto& owner = successor[type.type->owner];
    if (schema::is_empty(owner)) owner = old[type.type->owner];
    CHECK(owner == old[type.type->owner]);
    successor["valid_to"] = old["valid_to"];
    successor.id = {};
    TRY(checked(successor));
    auto closed = old;
    closed["valid_to"] = *day;
    TRY(write_insert(type, successor));
    TRY(write_update(type, old, closed, "close"));
    return successor.id;
}

base::Result<void> SqlTransaction::close(const schema::RecordType& record_type, const base::Uuid& id,
                                         std::int64_t version, base::Date day) {
    const auto& type = store_.types().of(record_type);
    const auto old = TRY(row_to_close(type, id, version, day));
    auto closed = old;
    closed["valid_to"] = day;
    return write_update(type, old, closed, "close");
}

base::Result<base::Uuid> SqlTransaction::insert_bulk(schema::Record& record) {
    CHECK(!broken_);
    const auto& type = store_.types().of(*record.type);
    auto& inserter = inserters_[type.number];
    if (!inserter) inserter = store_.writer().inserter(type.table);
    schema::complete(record);
    if (record.id.is_nil()) record.id = store_.ids().next();
    record.version = 1;
    const auto before = inserter->pending();
    try {
        bind_row(*inserter, tenant_, record);
        inserter->next();
    } catch (const Violation& violation) {
        auto refusal = refusal_of(store_.writer(), store_.types(), violation, tenant_, &record);
        record.id = {};
        record.version = 0;
        return refusal;
    }
    after_.clear();
    type.canonical.append(after_, record);
    trail_.add_bulk(RowOp::inserted, type, record.id, digest_of(after_));
    pending_ += inserter->pending() - before;
    if (pending_ > pending_max) TRY(flush());
    return record.id;
}

base::Result<void> SqlTransaction::flush() {
    CHECK(!broken_);
    if (pending_ == 0) return {};
    pending_ = 0;
    try {
        // In the order of the types, so that owners are there before what refers to them.
        for (auto& inserter : inserters_)
            if (inserter) inserter->flush();
    } catch (const Violation& violation) {
        broken_ = true;
        return refusal_of(store_.writer(), store_.types(), violation, tenant_, nullptr);
    }
    return {};
}

base::Result<std::int64_t> SqlTransaction::erase_inserted_by(std::int64_t sequence) {
    return erase_rows_of_entry(settled(), store_.types(), tenant_, sequence, trail_);
}

std::int64_t SqlTransaction::commit() {
    const auto sequence = trail_.write(settled(), tenant_, intent_);
    scope_.commit();
    inserters_.clear();
    store_.last_commit = sequence;
    if (store_.on_commit) store_.on_commit(sequence);
    return sequence;
}

void SqlTransaction::roll_back() {
    inserters_.clear();
    scope_.roll_back();
}

}  // namespace store
