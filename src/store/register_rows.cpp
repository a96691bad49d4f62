// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/register_rows.h"

#include "figures/subject.h"
#include "store/audit_read.h"
#include "store/sql_store.h"

namespace store {
namespace {

RegisterSelect select(RegisterRow row, std::string_view type, std::string columns, std::string_view from = {}) {
    RegisterSelect made{.row = row, .type = type};
    made.table = type;
    made.sql = "select " + made.table + ".id, " + columns + " from ";
    made.sql.append(from.empty() ? type : from);
    made.sql += " where " + made.table + ".tenant = $1";
    return made;
}

// The same with ", sex, ethnicity, …": the columns that come from that table.
RegisterSelect with_codes(RegisterRow row, std::string_view type, std::string columns, std::string_view table,
                          std::span<const figures::Column> described, std::string_view from = {}) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < described.size(); ++i) {
        const auto& column = described[i];
        if (!column.type || column.field.empty() || column.type->name != table) continue;
        columns.append(", ").append(table).append(".").append(column.field);
        places.push_back(i);
    }
    auto made = select(row, type, std::move(columns), from);
    made.code_columns = std::move(places);
    return made;
}

std::vector<RegisterSelect> make_selects() {
    const auto members = figures::member_columns();
    std::vector<RegisterSelect> all;
    all.push_back(select(RegisterRow::organisation, "organisation", "code"));
    all.push_back(with_codes(RegisterRow::organisation_version, "organisation_version",
                             "organisation_id, valid_from, valid_to, superior_id, name", "organisation_version",
                             figures::organisation_columns()));
    all.push_back(select(RegisterRow::succession, "organisation_succession", "predecessor_id, successor_id"));
    all.push_back(with_codes(RegisterRow::member, "party_member",
                             "person_id, profile_number, card_number, admission_decided_on, ceremony_on, recognised_on,"
                             " person.born_on",
                             "person", members,
                             "party_member join person on person.tenant = party_member.tenant"
                             " and person.id = party_member.person_id"));
    all.push_back(with_codes(RegisterRow::member_version, "person_version",
                             "person_id, valid_from, valid_to, full_name", "person_version", members));
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!members[i].type || !members[i].field.empty()) continue;
        all.push_back(select(RegisterRow::holding, members[i].type->name, "member_id, valid_from, valid_to"));
        all.back().holding_column = static_cast<std::uint8_t>(i);
    }
    all.push_back(
        select(RegisterRow::membership, "membership", "member_id, cell_id, valid_from, valid_to, status, entry, kind"));
    all.push_back(select(RegisterRow::departure, "departure", "member_id, departed_on, kind"));
    all.push_back(select(RegisterRow::campaign, "grading_campaign", "organisation_id, year"));
    all.push_back(
        select(RegisterRow::member_grade, "member_grade", "member_id, cell_id, campaign_id, grade, not_graded_reason"));
    all.push_back(select(RegisterRow::organisation_grade, "organisation_grade",
                         "campaign_id, organisation_id, grade, not_graded_reason"));
    return all;
}

}  // namespace

std::span<const RegisterSelect> register_selects() {
    static const std::vector<RegisterSelect> all = make_selects();
    return all;
}

std::int64_t scan_register(Store& store, const std::function<void(const RegisterSelect&, const Statement&)>& visit) {
    auto& connection = internals(store).reader();
    const Scope one_state{connection, Scope::Begin::read};
    for (const auto& select : register_selects()) {
        auto statement = connection.prepare(select.sql + " order by " + select.table + ".id", Fetch::many);
        statement->bind_integer(1, store.tenant);
        while (statement->step()) visit(select, *statement);
    }
    return last_sequence(store);
}

bool read_register_rows(Store& store, const RegisterSelect& select, const base::Uuid& id,
                        const std::function<void(const Statement&)>& visit, std::string_view column) {
    std::string sql = select.sql;
    if (column.empty())
        sql.append(" and ").append(select.table).append(".id = $2");
    else
        sql.append(" and ").append(column).append(" = $2 order by ").append(select.table).append(".id");
    auto statement = internals(store).reader().prepare(sql);
    statement->bind_integer(1, store.tenant);
    statement->bind_id(2, id);
    bool is_there = false;
    for (; statement->step(); is_there = true) visit(*statement);
    return is_there;
}

}  // namespace store
