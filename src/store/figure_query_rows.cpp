// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/figure_query_rows.h"

#include "figures/subject.h"
#include "store/sql_store.h"

namespace store {
namespace {

// ", sex, null, …": one expression for each column, null for those that come from another table.
std::string columns_from(std::string_view table, std::span<const figures::Column> columns) {
    std::string sql;
    for (const auto& column : columns) {
        const bool is_here = column.type && !column.field.empty() && column.type->name == table;
        sql += is_here ? ", " + std::string{table} + "." + std::string{column.field} : ", null";
    }
    return sql;
}

struct Select {
    FigureRow row;
    std::string sql;
};

std::vector<Select> selects() {
    const auto members = figures::member_columns();
    const auto organisations = figures::organisation_columns();
    std::vector<Select> all{
        {FigureRow::organisation, "select id, code from organisation where tenant = $1 order by id"},
        {FigureRow::organisation_version, "select organisation_id, valid_from, valid_to, superior_id" +
                                              columns_from("organisation_version", organisations) +
                                              " from organisation_version where tenant = $1 order by id"},
        {FigureRow::succession,
         "select predecessor_id, successor_id from organisation_succession where tenant = $1 order by id"},
        {FigureRow::member, "select party_member.id, party_member.person_id, person.born_on" +
                                columns_from("person", members) +
                                " from party_member join person on person.tenant = party_member.tenant"
                                " and person.id = party_member.person_id where party_member.tenant = $1"
                                " order by party_member.id"},
        {FigureRow::member_version, "select person_id, valid_from, valid_to" + columns_from("person_version", members) +
                                        " from person_version where tenant = $1 order by id"},
    };
    for (std::size_t i = 0; i < members.size(); ++i)
        if (members[i].type && members[i].field.empty())
            all.push_back({FigureRow::holding, "select member_id, valid_from, valid_to, " + std::to_string(i) +
                                                   " from " + std::string{members[i].type->name} +
                                                   " where tenant = $1 order by id"});
    all.push_back({FigureRow::membership,
                   "select member_id, cell_id, valid_from, valid_to, status, entry from membership"
                   " where tenant = $1 and kind = 'home' order by id"});
    all.push_back(
        {FigureRow::departure, "select member_id, departed_on, kind from departure where tenant = $1 order by id"});
    all.push_back(
        {FigureRow::campaign, "select organisation_id, year from grading_campaign where tenant = $1 order by id"});
    all.push_back({FigureRow::member_grade,
                   "select g.member_id, g.cell_id, c.year, g.grade, g.not_graded_reason from member_grade g"
                   " join grading_campaign c on c.tenant = g.tenant and c.id = g.campaign_id"
                   " where g.tenant = $1 order by g.id"});
    all.push_back({FigureRow::organisation_grade,
                   "select g.organisation_id, c.year, g.grade, g.not_graded_reason from organisation_grade g"
                   " join grading_campaign c on c.tenant = g.tenant and c.id = g.campaign_id"
                   " where g.tenant = $1 order by g.id"});
    return all;
}

}  // namespace

void scan_figure_rows(Store& store, const std::function<void(FigureRow, std::span<const schema::Value>)>& visit) {
    const schema::Value tenant{std::int64_t{store.tenant}};
    const Scope one_state{internals(store).reader(), Scope::Begin::read};
    for (const auto& select : selects())
        store.query(select.sql, {&tenant, 1}, [&](std::span<const schema::Value> row) { visit(select.row, row); });
}

void scan_member_names(Store& store, const std::function<void(std::span<const schema::Value>)>& visit) {
    const schema::Value tenant{std::int64_t{store.tenant}};
    store.query(
        "select m.id, m.profile_number, v.valid_from, v.full_name, v.name_sort from party_member m"
        " join person_version v on v.tenant = m.tenant and v.person_id = m.person_id"
        " where m.tenant = $1 order by v.valid_from",
        {&tenant, 1}, visit);
}

}  // namespace store
