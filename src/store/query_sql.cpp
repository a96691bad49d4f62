// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/type_sql.h"

namespace store {
namespace {

// SQLite takes at most 32,766 values in one statement, PostgreSQL 65,535.
constexpr std::size_t list_max = 30'000;

class SelectionBuilder {
public:
    SelectionBuilder(std::int32_t tenant, Engine engine) : engine_{engine} {
        // $1, in every select of the statement.
        selection_.values.emplace_back(std::int64_t{tenant});
    }

    // " where …" of one type.
    void keep(const schema::RecordType& type, const Query& query) {
        selection_.sql += " where tenant = $1";
        for (const auto& condition : query.conditions) {
            selection_.sql += " and ";
            add(type, condition);
        }
        if (query.on) hold_on(type, *query.on);
    }

    void follow(const schema::RecordType& type, const Query& query) {
        if (!query.after) return;
        CHECK(query.after->values.size() == query.order.size());
        selection_.sql += " and ";
        follow_from(type, query, 0);
    }

    void order(const schema::RecordType& type, const Query& query) {
        auto& sql = selection_.sql;
        sql += " order by ";
        for (const auto& by : query.order) {
            sql += column(type, by.field);
            if (by.descending) sql += " desc";
            // The engines disagree where empty fields stand; here they come last.
            if (by.field != "id" && by.field != "version") sql += " nulls last";
            sql += ", ";
        }
        sql += "id";
        if (query.limit) sql += " limit " + place(static_cast<std::int64_t>(query.limit));
        // SQLite takes an offset only behind a limit.
        if (query.offset && !query.limit) sql += " limit " + place(std::int64_t{INT64_MAX});
        if (query.offset) sql += " offset " + place(static_cast<std::int64_t>(query.offset));
    }

    Selection take() { return std::move(selection_); }

private:
    // The name as the description has it: nothing that a caller wrote goes into SQL.
    static std::string column(const schema::RecordType& type, std::string_view field) {
        if (field == "id" || field == "version") return std::string{field};
        return std::string{type[field].name};
    }
    std::string place(schema::Value value) {
        selection_.values.push_back(std::move(value));
        return "$" + std::to_string(selection_.values.size());
    }

    void add(const schema::RecordType& type, const Condition& condition) {
        if (condition.op == Op::any || condition.op == Op::all) return add_parts(type, condition);
        const auto name = column(type, condition.field);
        auto& sql = selection_.sql;
        switch (condition.op) {
            case Op::is_empty: sql += name + " is null"; return;
            case Op::is_not_empty: sql += name + " is not null"; return;
            case Op::in: return add_list(name, condition.values);
            case Op::among: return add_rows(name + " in (", condition);
            case Op::not_among: return add_rows(name + " not in (", condition);
            default: break;
        }
        CHECK(condition.values.size() == 1 && !schema::is_empty(condition.values.front()));
        const auto value = place(condition.values.front());
        switch (condition.op) {
            case Op::equal: sql += name + " = " + value; break;
            // An empty field is not equal to any value.
            case Op::not_equal: sql += name + " is distinct from " + value; break;
            case Op::less: sql += name + " < " + value; break;
            case Op::less_or_equal: sql += name + " <= " + value; break;
            case Op::greater: sql += name + " > " + value; break;
            case Op::greater_or_equal: sql += name + " >= " + value; break;
            case Op::contains:
                sql += (engine_ == Engine::sqlite ? "instr(" : "strpos(") + name + ", " + value + ") > 0";
                break;
            default: throw base::Bug{"no such comparison"};
        }
    }

    void hold_on(const schema::RecordType& type, base::Date day) {
        CHECK(type.shape == schema::Shape::dated);
        const auto value = place(day);
        selection_.sql += " and valid_from <= " + value + " and (valid_to is null or valid_to > " + value + ")";
    }

    // Rows behind the last one of a page, from the field at that place of the order on: empty fields come last.
    void follow_from(const schema::RecordType& type, const Query& query, std::size_t at) {
        auto& sql = selection_.sql;
        if (at == query.order.size()) {
            sql += "id > " + place(query.after->id);
            return;
        }
        const auto& by = query.order[at];
        const auto name = column(type, by.field);
        const auto& last = query.after->values[at];
        if (schema::is_empty(last)) {
            sql += "(" + name + " is null and ";
        } else {
            const auto value = place(last);
            sql += "(" + name + (by.descending ? " < " : " > ") + value + " or " + name + " is null or " + name +
                   " = " + value + " and ";
        }
        follow_from(type, query, at + 1);
        sql += ")";
    }

    void add_parts(const schema::RecordType& type, const Condition& condition) {
        const bool is_any = condition.op == Op::any;
        auto& sql = selection_.sql;
        sql += !condition.parts.empty() ? "(" : is_any ? "(1 = 0" : "(1 = 1";
        for (std::size_t i = 0; i < condition.parts.size(); ++i) {
            if (i) sql += is_any ? " or " : " and ";
            add(type, condition.parts[i]);
        }
        sql += ")";
    }

    // `begin` is "field in (" or "field not in (".
    void add_rows(const std::string& begin, const Condition& condition) {
        CHECK(condition.rows && condition.values.empty());
        const auto& rows = *condition.rows;
        selection_.sql += begin;
        selection_.sql += "select " + column(*rows.type, rows.field) + " from " + std::string{rows.type->name};
        keep(*rows.type, rows.query);
        selection_.sql += ")";
    }

    void add_list(const std::string& name, const std::vector<schema::Value>& values) {
        CHECK(values.size() <= list_max);
        auto& sql = selection_.sql;
        if (values.empty()) {
            sql += "1 = 0";
            return;
        }
        // Lengths are rounded up by repeating the last value, so that few statements serve all lists.
        std::size_t length = 1;
        while (length < values.size()) length *= 2;
        length = std::min(length, list_max);
        sql += name + " in (";
        for (std::size_t i = 0; i < length; ++i) {
            if (i) sql += ", ";
            sql += place(values[std::min(i, values.size() - 1)]);
        }
        sql += ")";
    }

    Engine engine_;
    Selection selection_;
};

}  // namespace

Condition among(std::string_view field, const schema::RecordType& type, std::string_view of, Query query) {
    return {.field = field, .op = Op::among, .rows = std::make_shared<Among>(Among{&type, of, std::move(query)})};
}

Condition any(std::vector<Condition> parts) { return {.field = {}, .op = Op::any, .parts = std::move(parts)}; }
Condition all(std::vector<Condition> parts) { return {.field = {}, .op = Op::all, .parts = std::move(parts)}; }

Selection rows_of(const schema::RecordType& type, const Query& query, std::int32_t tenant, Engine engine) {
    SelectionBuilder builder{tenant, engine};
    builder.keep(type, query);
    builder.follow(type, query);
    builder.order(type, query);
    return builder.take();
}

Selection count_of(const schema::RecordType& type, const Query& query, std::int32_t tenant, Engine engine) {
    SelectionBuilder builder{tenant, engine};
    builder.keep(type, query);
    return builder.take();
}

}  // namespace store
