// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/figure_query.h"

#include <algorithm>
#include <map>

#include "store/figure_query_source.h"
#include "store/sql_store.h"

namespace store {
namespace {

std::string to_sql(const figures::Condition& condition) {
    const std::string column = "r." + std::string{condition.column};
    if (condition.op == figures::Op::is_given) return column + " is not null";
    if (condition.op == figures::Op::is_absent) return column + " is null";
    std::string codes;
    for (const auto code : condition.codes)
        if (!code.empty()) codes += (codes.empty() ? "'" : ", '") + std::string{code} + "'";
    return column + " in (" + codes + ")";
}

// The codes of a list in its order, all of them, then "" if it counts anything; organisations by code.
std::vector<figures::Part> in_order(std::map<std::string, std::int64_t> counts, const figures::Column* column) {
    std::vector<figures::Part> parts;
    if (column)
        for (const auto& code : figures::list_of(*column).codes) {
            auto found = counts.extract(std::string{code.code});
            parts.push_back({std::string{code.code}, found.empty() ? 0 : found.mapped()});
        }
    for (const auto& [key, count] : counts) parts.push_back({key, count});
    return parts;
}

}  // namespace

std::string is_one_of_ids(Engine engine, std::string_view column, std::string_view parameter) {
    // A select, so that the engine takes the value apart once and looks each row up in a hash table.
    const std::string value{parameter};
    const std::string ids =
        engine == Engine::postgresql
            ? "unnest(cast(cast(" + value + " as text) as uuid[]))"
            : "organisation.id from organisation where hex(organisation.id) in (select upper(value) from json_each(" +
                  value + "))";
    return std::string{column} + " in (select " + ids + ")";
}

schema::Value id_array(Engine engine, std::span<const base::Uuid> ids) {
    const bool is_json = engine == Engine::sqlite;
    std::string text{is_json ? "[" : "{"};
    for (const auto& id : ids) {
        if (text.size() > 1) text += ',';
        std::string digits = base::to_string(id);
        if (is_json) digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
        text += is_json ? '"' + digits + '"' : digits;
    }
    return text + (is_json ? "]" : "}");
}

figures::Answer answer_by_sql(Store& store, const FigureQuery& query) {
    const Engine engine = internals(store).reader().engine();
    Parameters parameters;
    const std::string source = figure_source(query, engine, store.tenant, parameters);
    const std::string subtree = parameters.add(id_array(engine, query.subtree));

    std::string from = " from (" + source + ") r";
    std::string where = " where " + is_one_of_ids(engine, "r.place", subtree);
    if (query.figure->subject->time == figures::Time::event)
        where += " and (r.other_place is null or not (" + is_one_of_ids(engine, "r.other_place", subtree) + "))";
    for (const auto& condition : query.figure->conditions()) where += " and " + to_sql(condition);

    figures::Answer answer;
    const figures::Column* column = query.figure->subject->find(query.by);
    if (query.by.empty()) {
        store.query("select count(*)" + from + where, parameters.values(),
                    [&](auto row) { answer.value = std::get<std::int64_t>(row[0]); });
    } else {
        std::string key = "r." + std::string{query.by};
        if (!column) {
            key = "k.code";
            from += " join organisation k on k.tenant = $1 and k.id = r.place";
        }
        std::map<std::string, std::int64_t> counts;
        store.query("select " + key + ", count(*)" + from + where + " group by " + key, parameters.values(),
                    [&](auto row) {
                        const auto* code = std::get_if<std::string>(&row[0]);
                        counts[code ? *code : ""] = std::get<std::int64_t>(row[1]);
                        answer.value += std::get<std::int64_t>(row[1]);
                    });
        answer.by = in_order(std::move(counts), column);
    }
    if (query.wants_list)
        store.query("select r.entity, l.code from (" + source +
                        ") r join organisation l on l.tenant = $1 and l.id = r.place" + where,
                    parameters.values(), [&](auto row) {
                        answer.list.push_back({std::get<base::Uuid>(row[0]), std::get<std::string>(row[1])});
                    });
    return answer;
}

}  // namespace store
