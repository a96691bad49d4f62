// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/figure_query_source.h"

#include <algorithm>
#include <set>

#include "figures/age_band.h"

namespace store {
namespace {

using figures::Column;
using figures::Subject;

// How one select of the source reads its columns.
struct Reading {
    std::string member;     // The member or organisation of the row.
    std::string day;        // The day on which what is known of it is looked up, …
    bool is_day_before;     // … or the day before that one (the last day of a membership that ends).
    std::string tenant;     // The value.
    bool has_grade_row;     // False for those whose grade is missing.
    std::string kind = {};  // How an entry or exit came about.
};

std::string holds(const std::string& row, const Reading& at) {
    const bool before = at.is_day_before;
    return row + ".tenant = " + at.tenant + " and " + row + ".valid_from " + (before ? "< " : "<= ") + at.day +
           " and (" + row + ".valid_to is null or " + row + ".valid_to " + (before ? ">= " : "> ") + at.day + ")";
}

// Whole years from birth to the day. 29/02 counts as 28/02 in a year that does not have it.
std::string age(const std::string& day) {
    const std::string born = "substr(p.born_on || '-01-01', 1, 10)";
    const std::string birthday = "case when substr(" + born + ", 6, 5) = '02-29' and cast(substr(" + day +
                                 ", 1, 4) as integer) % 4 <> 0 then '02-28' else substr(" + born + ", 6, 5) end";
    return "(cast(substr(" + day + ", 1, 4) as integer) - cast(substr(" + born +
           ", 1, 4) as integer) - case when substr(" + day + ", 6, 5) < " + birthday + " then 1 else 0 end)";
}

std::string age_band(const std::string& day) {
    std::string sql = "case";
    for (std::size_t i = figures::first_ages.size(); i-- > 0;)
        sql += " when " + age(day) + " >= " + std::to_string(figures::first_ages[i]) + " then '" +
               std::string{figures::age_bands.codes[i].code} + "'";
    return sql + " end";
}

std::string yes_or_no(const std::string& condition) { return "case when " + condition + " then 'yes' else 'no' end"; }

std::string alias_of(std::string_view table) {
    if (table == "person") return "p";
    if (table == "person_version") return "v";
    if (table == "organisation_version") return "o";
    if (table == "membership") return "s";
    return "g";
}

std::string expression(const Subject& subject, const Column& column, const Reading& at) {
    if (column.rule) {
        const Column& from = *subject.find(column.from);
        std::string codes;
        for (const auto& code : figures::list_of(from).codes)
            if (column.rule(code.code)) codes += (codes.empty() ? "'" : ", '") + std::string{code.code} + "'";
        return yes_or_no(expression(subject, from, at) + " in (" + codes + ")");
    }
    if (figures::is_age_band(column)) return age_band(at.day);
    if (column.field.empty())
        return yes_or_no("exists (select 1 from " + std::string{column.type->name} +
                         " x where x.member_id = " + at.member + " and " + holds("x", at) + ")");
    if (column.name == "kind" && !at.kind.empty()) return at.kind;
    const auto alias = alias_of(column.type->name);
    if (alias == "g" && !at.has_grade_row) return "cast(null as text)";
    return alias + "." + std::string{column.field};
}

std::set<std::string_view> columns_used(const FigureQuery& query) {
    std::set<std::string_view> names;
    for (const auto& condition : query.figure->conditions()) names.insert(condition.column);
    if (query.figure->subject->find(query.by)) names.insert(query.by);
    return names;
}

std::string select_columns(const FigureQuery& query, const std::string& place, const std::string& other,
                           const Reading& at) {
    const auto& subject = *query.figure->subject;
    std::string sql = "select " + at.member + " as entity, " + place + " as place, " + other + " as other_place";
    for (const auto name : columns_used(query))
        sql += ", " + expression(subject, *subject.find(name), at) + " as " + std::string{name};
    return sql;
}

// The tables that describe the member or organisation of the row, where a column needs them.
std::string joins(const FigureQuery& query, const Reading& at) {
    const auto& subject = *query.figure->subject;
    bool needs_person = false, needs_version = false, needs_organisation = false;
    for (const auto name : columns_used(query)) {
        const Column* column = subject.find(name);
        if (column->rule) column = subject.find(column->from);
        needs_person = needs_person || figures::is_age_band(*column) || column->type->name == "person";
        needs_version = needs_version || (column->type && column->type->name == "person_version");
        needs_organisation = needs_organisation || (column->type && column->type->name == "organisation_version");
    }
    std::string sql;
    if (needs_person || needs_version)
        sql += " join party_member m on m.tenant = " + at.tenant + " and m.id = " + at.member;
    if (needs_person) sql += " join person p on p.tenant = m.tenant and p.id = m.person_id";
    if (needs_version) sql += " left join person_version v on v.person_id = m.person_id and " + holds("v", at);
    if (needs_organisation && &subject != &figures::organisation_state)
        sql += " left join organisation_version o on o.organisation_id = " + at.member + " and " + holds("o", at);
    return sql;
}

// A text value whose type PostgreSQL cannot guess from where it stands.
std::string text_parameter(Parameters& parameters, base::Date day) {
    return "cast(" + parameters.add(base::to_iso(day)) + " as text)";
}

std::string member_states(const FigureQuery& query, const Reading& at) {
    return select_columns(query, "s.cell_id", "null", at) + " from membership s" + joins(query, at) +
           " where s.kind = 'home' and " + holds("s", at);
}

std::string organisation_states(const FigureQuery& query, const Reading& at) {
    return select_columns(query, "o.organisation_id", "null", at) + " from organisation_version o where " +
           holds("o", at);
}

// Home memberships that begin (or end) in the period, unless the member comes from (or goes to) the same cell.
std::string member_moves(const FigureQuery& query, const std::string& tenant, Parameters& parameters) {
    const bool entry = query.figure->subject == &figures::member_entry;
    const std::string day = entry ? "s.valid_from" : "s.valid_to";
    const std::string neighbour_day = entry ? "n.valid_to" : "n.valid_from";
    const std::string recorded =
        entry ? "case s.entry when 'moved' then 'transferred_in' else s.entry end"
              : "(select d.kind from departure d where d.tenant = " + tenant +
                    " and d.member_id = s.member_id and d.departed_on >= s.valid_from and d.departed_on <= s.valid_to"
                    " order by d.departed_on desc, d.id desc limit 1)";
    const Reading at{.member = "s.member_id",
                     .day = day,
                     .is_day_before = !entry,
                     .tenant = tenant,
                     .has_grade_row = false,
                     .kind = "case when n.id is null then " + recorded + " else '" +
                             (entry ? "transferred_in" : "transferred_out") + "' end"};
    return select_columns(query, "s.cell_id", "n.cell_id", at) +
           " from membership s left join membership n on n.tenant = " + tenant +
           " and n.member_id = s.member_id and n.kind = 'home' and " + neighbour_day + " = " + day + joins(query, at) +
           " where s.tenant = " + tenant + " and s.kind = 'home' and " + day +
           " >= " + text_parameter(parameters, query.period.valid_from) + " and " + day + " < " +
           text_parameter(parameters, *query.period.valid_to) + " and (n.id is null or n.cell_id <> s.cell_id)";
}

// Grade rows of the year that count, and those who ought to have one and do not.
std::string gradings(const FigureQuery& query, Engine engine, Reading at, Parameters& parameters) {
    const bool of_members = query.figure->subject == &figures::member_grading;
    const std::string table = of_members ? "member_grade" : "organisation_grade";
    const std::string owner = of_members ? "member_id" : "organisation_id";
    const std::string year = parameters.add(std::int64_t{(*query.period.valid_to - 1).year()});
    const auto of_year = [&](const std::string& grade, const std::string& campaign) {
        return " join grading_campaign " + campaign + " on " + campaign + ".tenant = " + grade + ".tenant and " +
               campaign + ".id = " + grade + ".campaign_id and " + campaign + ".year = " + year;
    };

    at.member = "g." + owner;
    at.has_grade_row = true;
    std::string sql = select_columns(query, of_members ? "g.cell_id" : "g.organisation_id", "null", at) + " from " +
                      table + " g" + of_year("g", "c") + joins(query, at) + " where g.tenant = " + at.tenant +
                      " and not exists (select 1 from " + table + " h" + of_year("h", "b") +
                      " where h.tenant = " + at.tenant + " and h." + owner + " = g." + owner +
                      " and h.id <> g.id and ((h.grade is not null and g.grade is null)"
                      " or ((h.grade is null) = (g.grade is null) and h.id < g.id)))";

    at.member = of_members ? "s.member_id" : "s.organisation_id";
    at.has_grade_row = false;
    const std::string graded = parameters.add(id_array(engine, query.graded));
    const std::string place = of_members ? "s.cell_id" : "s.organisation_id";
    sql += " union all " + select_columns(query, place, "null", at) + " from " +
           (of_members ? "membership s" : "organisation_version s") + joins(query, at) + " where " +
           (of_members ? "s.kind = 'home'" : "s.kind in ('grassroots_party', 'grassroots_cell')") + " and " +
           holds("s", at) + " and " + is_one_of_ids(engine, place, graded) + " and not exists (select 1 from " + table +
           " h" + of_year("h", "b") + " where h.tenant = " + at.tenant + " and h." + owner + " = " + at.member + ")";
    return sql;
}

}  // namespace

std::string figure_source(const FigureQuery& query, Engine engine, std::int32_t tenant, Parameters& parameters) {
    const Subject* subject = query.figure->subject;
    const std::string tenant_value = parameters.add(std::int64_t{tenant});
    if (subject == &figures::member_entry || subject == &figures::member_exit)
        return member_moves(query, tenant_value, parameters);

    const bool at_start = query.figure->when == figures::When::at_start;
    const base::Date day = (at_start ? query.period.valid_from : *query.period.valid_to) - 1;
    const Reading at{.member = subject == &figures::organisation_state ? "o.organisation_id" : "s.member_id",
                     .day = text_parameter(parameters, day),
                     .is_day_before = false,
                     .tenant = tenant_value,
                     .has_grade_row = false};
    if (subject == &figures::member_state) return member_states(query, at);
    if (subject == &figures::organisation_state) return organisation_states(query, at);
    return gradings(query, engine, at, parameters);
}

}  // namespace store
