// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/type_sql.h"

namespace store {
namespace {

// SQLite takes at most 32,766 values in one statement, PostgreSQL 65,535.
constexpr std::size_t list_max = 30'000;

class SelectionBuilder {
public:
    SelectionBuilder(const schema::RecordType& type, std::int32_t tenant, Engine engine)
        : type_{type}, engine_{engine} {
        selection_.sql = " where tenant = " + place(std::int64_t{tenant});
    }

    void add(const Condition& condition) {
        const auto name = column(condition.field);
        auto& sql = selection_.sql;
        sql += " and ";
        switch (condition.op) {
            case Op::is_empty: sql += name + " is null"; return;
            case Op::is_not_empty: sql += name + " is not null"; return;
            case Op::in: return add_list(name, condition.values);
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

    void hold_on(base::Date day) {
        CHECK(type_.shape == schema::Shape::dated);
        const auto value = place(day);
        selection_.sql += " and valid_from <= " + value + " and (valid_to is null or valid_to > " + value + ")";
    }

    void order(const Query& query) {
        auto& sql = selection_.sql;
        sql += " order by ";
        for (const auto& by : query.order) {
            sql += column(by.field);
            if (by.descending) sql += " desc";
            // The engines disagree where empty fields stand; here they come last.
            if (by.field != "id" && by.field != "version") sql += " nulls last";
            sql += ", ";
        }
        sql += "id";
        if (query.limit) sql += " limit " + place(static_cast<std::int64_t>(query.limit));
    }

    Selection take() { return std::move(selection_); }

private:
    // The name as the description has it: nothing that a caller wrote goes into SQL.
    std::string column(std::string_view field) const {
        if (field == "id" || field == "version") return std::string{field};
        return std::string{type_[field].name};
    }
    std::string place(schema::Value value) {
        selection_.values.push_back(std::move(value));
        return "$" + std::to_string(selection_.values.size());
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

    const schema::RecordType& type_;
    Engine engine_;
    Selection selection_;
};

SelectionBuilder conditions_of(const schema::RecordType& type, const Query& query, std::int32_t tenant, Engine engine) {
    SelectionBuilder builder{type, tenant, engine};
    for (const auto& condition : query.conditions) builder.add(condition);
    if (query.on) builder.hold_on(*query.on);
    return builder;
}

}  // namespace

Selection rows_of(const schema::RecordType& type, const Query& query, std::int32_t tenant, Engine engine) {
    auto builder = conditions_of(type, query, tenant, engine);
    builder.order(query);
    return builder.take();
}

Selection count_of(const schema::RecordType& type, const Query& query, std::int32_t tenant, Engine engine) {
    return conditions_of(type, query, tenant, engine).take();
}

}  // namespace store
