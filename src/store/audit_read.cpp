// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/audit_read.h"

#include "store/audit.h"
#include "store/sql_store.h"

namespace store {
namespace {

// The columns before row_list, which may be megabytes long.
constexpr std::string_view light_columns = "sequence, at_ms, action, actor, reason, article, decision_id, changes";

AuditEntry read_entry(const Statement& row) {
    AuditEntry entry{.sequence = row.integer(0), .intent = read_intent(row)};
    entry.changes = row.text(7);
    return entry;
}

// The conditions of a query as SQL, with their values.
class Conditions {
public:
    Conditions(Engine engine, std::int32_t tenant) : engine_{engine} { add("tenant = ", std::int64_t{tenant}, ""); }

    void add(std::string_view before, schema::Value value, std::string_view after) {
        sql += values.empty() ? " where " : " and ";
        values.push_back(std::move(value));
        sql.append(before).append("$").append(std::to_string(values.size())).append(after);
    }
    void add_text_in(std::string_view column, std::string text) {
        std::string before{engine_ == Engine::sqlite ? "instr(" : "strpos("};
        before.append(column).append(", ");
        add(before, std::move(text), ") > 0");
    }
    void add_touching(const base::Uuid& record) {
        if (engine_ == Engine::sqlite)
            add("instr(row_list, ", record, ") > 0");
        else
            add("position(decode(", to_hex(record.bytes), ", 'hex') in row_list) > 0");
    }

    std::string sql;
    std::vector<schema::Value> values;

private:
    Engine engine_;
};

}  // namespace

void scan_audit(Store& store, const AuditQuery& query, const std::function<void(const AuditEntry&)>& visit) {
    auto& connection = internals(store).reader();
    Conditions conditions{connection.engine(), store.tenant};
    if (query.before > 0) conditions.add("sequence < ", query.before, "");
    if (query.after > 0) conditions.add("sequence > ", query.after, "");
    if (!query.actor.empty()) conditions.add("actor = ", query.actor, "");
    if (!query.action.empty()) conditions.add("action = ", query.action, "");
    if (query.from_ms) conditions.add("at_ms >= ", *query.from_ms, "");
    if (query.before_ms) conditions.add("at_ms < ", *query.before_ms, "");
    if (!query.type.empty()) conditions.add_text_in("changes", "\"type\":\"" + query.type + "\"");
    if (query.record) conditions.add_touching(*query.record);
    std::string sql{"select "};
    sql.append(light_columns).append(" from audit_entry").append(conditions.sql).append(" order by sequence desc");
    if (query.limit > 0) {
        conditions.values.emplace_back(static_cast<std::int64_t>(query.limit));
        sql.append(" limit $").append(std::to_string(conditions.values.size()));
    }
    auto statement = connection.prepare(sql, Fetch::many);
    int at = 0;
    for (const auto& value : conditions.values) statement->bind(++at, value);
    while (statement->step()) visit(read_entry(*statement));
}

std::vector<AuditEntry> audit_entries(Store& store, std::span<const std::int64_t> sequences) {
    std::string sql{"select "};
    sql.append(light_columns).append(" from audit_entry where tenant = $1 and sequence = $2");
    std::vector<AuditEntry> entries;
    if (sequences.empty()) return entries;
    auto statement = internals(store).reader().prepare(sql);
    statement->bind_integer(1, store.tenant);
    for (const auto sequence : sequences) {
        statement->bind_integer(2, sequence);
        if (statement->step()) entries.push_back(read_entry(*statement));
        statement->reset();
    }
    return entries;
}

void scan_touched(Store& store, std::int64_t after_sequence, std::int64_t last_sequence,
                  const std::function<void(const Touched&)>& visit) {
    auto statement = internals(store).reader().prepare(
        "select sequence, row_list from audit_entry where tenant = $1 and sequence > $2 and sequence <= $3"
        " order by sequence",
        Fetch::many);
    statement->bind_integer(1, store.tenant);
    statement->bind_integer(2, after_sequence);
    statement->bind_integer(3, last_sequence);
    while (statement->step()) {
        const auto sequence = statement->integer(0);
        const bool readable = read_row_list(statement->bytes(1), [&](const RowMark& mark) {
            visit({sequence, static_cast<Touched::Op>(mark.op), mark.type, mark.id});
        });
        if (!readable) throw base::Fault{"Nhật ký số " + std::to_string(sequence) + " bị hỏng. Hãy chạy lệnh verify."};
    }
}

}  // namespace store
