// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/access_log.h"

#include "store/sql_store.h"

namespace store {

void log_reads(Store& store, std::span<const AccessLine> lines) {
    if (lines.empty()) return;
    auto& inside = internals(store);
    CHECK(!inside.writer().in_transaction());
    Scope scope{inside.writer(), Scope::Begin::write};
    auto inserter = inside.writer().inserter(access_log_table());
    for (const auto& line : lines) {
        const auto id = inside.ids().next();
        inserter->bind_integer(1, store.tenant);
        inserter->bind_id(2, id);
        inserter->bind_integer(3, line.at_ms);
        inserter->bind_text(4, line.actor);
        inserter->bind_text(5, line.action);
        inserter->bind_text(6, line.record_type);
        if (line.record_id)
            inserter->bind_id(7, *line.record_id);
        else
            inserter->bind_null(7);
        inserter->next();
    }
    inserter->flush();
    scope.commit();
}

void scan_reads(Store& store, const AccessQuery& query,
                const std::function<void(const base::Uuid& id, const AccessLine&)>& visit) {
    std::string sql = "select id, at_ms, actor, action, record_type, record_id from access_log where tenant = $1";
    std::vector<schema::Value> values{std::int64_t{store.tenant}};
    const auto add = [&](std::string_view condition, schema::Value value) {
        values.push_back(std::move(value));
        sql.append(" and ").append(condition).append(" $").append(std::to_string(values.size()));
    };
    if (query.record_id) add("record_id =", *query.record_id);
    if (query.before) add("id <", *query.before);
    if (!query.actor.empty()) add("actor =", query.actor);
    if (query.from_ms) add("at_ms >=", *query.from_ms);
    if (query.before_ms) add("at_ms <", *query.before_ms);
    // Ids are ordered by the time at which they were made.
    sql += " order by id desc";
    if (query.limit > 0) {
        values.emplace_back(static_cast<std::int64_t>(query.limit));
        sql.append(" limit $").append(std::to_string(values.size()));
    }
    auto statement = internals(store).reader().prepare(sql, Fetch::many);
    int at = 0;
    for (const auto& value : values) statement->bind(++at, value);
    while (statement->step()) {
        AccessLine line{.at_ms = statement->integer(1),
                        .actor = std::string{statement->text(2)},
                        .action = std::string{statement->text(3)},
                        .record_type = std::string{statement->text(4)}};
        if (!statement->is_null(5)) line.record_id = statement->id(5);
        visit(statement->id(0), line);
    }
}

}  // namespace store
