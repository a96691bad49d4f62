// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/register_facts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/check.h"
#include "figures/subject.h"

namespace actions {
namespace {

using stats::Facts;
using store::RegisterRow;
using store::RegisterSelect;
using store::Statement;

// More rows than this are read faster all at once.
constexpr std::size_t followed_max = 2'000;

stats::Day day(const Statement& row, int column) {
    if (row.is_null(column)) return stats::never;
    const auto date = base::parse_iso_date(row.text(column));
    CHECK(date);
    return stats::to_day(*date);
}

base::PartialDate partial_date(const Statement& row, int column) {
    const auto date = row.is_null(column) ? std::nullopt : base::parse_iso_partial_date(row.text(column));
    return date.value_or(base::PartialDate{});
}

// The first day that a birth date can be.
stats::Day birth(base::PartialDate born_on) {
    return born_on == base::PartialDate{} ? stats::never : stats::to_day(born_on.first_day());
}

stats::Code code(const figures::Column& column, const Statement& row, int at) {
    if (row.is_null(at)) return stats::no_code;
    const auto place = figures::list_of(column).index_of(row.text(at));
    return place ? static_cast<stats::Code>(*place) : stats::no_code;
}

stats::Codes codes(const RegisterSelect& select, std::span<const figures::Column> columns, const Statement& row,
                   int first) {
    stats::Codes all = stats::no_codes();
    for (const auto place : select.code_columns) all[place] = code(columns[place], row, first++);
    return all;
}

const figures::Column& column_of(const figures::Subject& subject, std::string_view name) { return *subject.find(name); }

std::string text(const Statement& row, int column) {
    return row.is_null(column) ? std::string{} : std::string{row.text(column)};
}

// Rows mostly come in the order of those to whom they belong, so that the one of the last row or the next one is found
// without looking it up among all.
template <class IdOf, class LookUp>
std::uint32_t near(std::uint32_t last, std::size_t size, const base::Uuid& id, const IdOf& id_of,
                   const LookUp& look_up) {
    for (const std::uint32_t candidate : {last, last + 1})
        if (candidate < size && id_of(candidate) == id) return candidate;
    return look_up(id);
}

// Where the id is or belongs: mostly at the end.
std::vector<base::Uuid>::iterator place_of(std::vector<base::Uuid>& ids, const base::Uuid& id) {
    return ids.empty() || ids.back() < id ? ids.end() : std::lower_bound(ids.begin(), ids.end(), id);
}

// Puts a row where its id belongs, in place of the one with the same id. Returns where; `is_new` says which.
template <class Row>
std::size_t put_row(std::vector<Row>& rows, std::vector<base::Uuid>& ids, const base::Uuid& id, Row row, bool& is_new) {
    const auto found = place_of(ids, id);
    const auto at = found - ids.begin();
    is_new = found == ids.end() || *found != id;
    if (is_new) {
        ids.insert(found, id);
        rows.insert(rows.begin() + at, std::move(row));
    } else {
        rows[static_cast<std::size_t>(at)] = std::move(row);
    }
    return static_cast<std::size_t>(at);
}

// Where the row was; nothing when there was none.
template <class Row>
std::optional<std::size_t> remove_row(std::vector<Row>& rows, std::vector<base::Uuid>& ids, const base::Uuid& id) {
    const auto found = std::lower_bound(ids.begin(), ids.end(), id);
    if (found == ids.end() || *found != id) return {};
    const auto at = found - ids.begin();
    ids.erase(found);
    rows.erase(rows.begin() + at);
    return static_cast<std::size_t>(at);
}

}  // namespace

std::uint32_t RegisterFacts::number(const Numbers& numbers, const base::Uuid& id) {
    const auto found = numbers.find(id);
    if (found == numbers.end()) throw Unknown{};
    return found->second;
}

void RegisterFacts::put_organisation_version(const RegisterSelect& select, const Statement& row, Changed& changed) {
    Facts::OrganisationVersion version{number(organisations_, row.id(1)), day(row, 2), day(row, 3),
                                       row.is_null(4) ? stats::none : number(organisations_, row.id(4)),
                                       codes(select, figures::organisation_columns(), row, 6)};
    bool is_new = false;
    const auto at = put_row(facts_.organisation_versions, organisation_versions_, row.id(0), version, is_new);
    auto& names = roster_.organisation_names;
    if (is_new) names.insert(names.begin() + static_cast<std::ptrdiff_t>(at), std::string{});
    names[at] = text(row, 5);
    changed.facts = changed.organisation_names = true;
}

void RegisterFacts::put_member(const RegisterSelect& select, const Statement& row, Changed& changed) {
    const auto id = row.id(0);
    const auto born_on = partial_date(row, 7);
    const Facts::Member member{id, birth(born_on), codes(select, figures::member_columns(), row, 8)};
    stats::RosterFacts::Member texts{row.id(1),   text(row, 2), text(row, 3), born_on,
                                     day(row, 4), day(row, 5),  day(row, 6)};
    const auto [found, is_new] = members_.try_emplace(id, static_cast<std::uint32_t>(facts_.members.size()));
    changed.roster = true;
    if (is_new) {
        // Members are in the order of their ids, which are those of their numbers.
        if (!facts_.members.empty() && id < facts_.members.back().id) throw Unknown{};
        persons_.emplace(texts.person, found->second);
        facts_.members.push_back(member);
        roster_.members.push_back(std::move(texts));
        changed.facts = true;
        return;
    }
    if (roster_.members[found->second].person != texts.person) throw Unknown{};
    changed.facts = changed.facts || facts_.members[found->second] != member;
    facts_.members[found->second] = member;
    roster_.members[found->second] = std::move(texts);
}

void RegisterFacts::put_member_version(const RegisterSelect& select, const Statement& row, Changed& changed) {
    // Of people who are no members, nothing is kept.
    const auto member = near(
        facts_.member_versions.empty() ? 0 : facts_.member_versions.back().member, roster_.members.size(), row.id(1),
        [this](std::uint32_t candidate) { return roster_.members[candidate].person; },
        [this](const base::Uuid& person) {
            const auto found = persons_.find(person);
            return found == persons_.end() ? stats::none : found->second;
        });
    if (member == stats::none) return;
    const Facts::MemberVersion version{member, day(row, 2), day(row, 3),
                                       codes(select, figures::member_columns(), row, 5)};
    const auto name = names_.intern(row.is_null(4) ? std::string_view{} : row.text(4));

    const auto id = row.id(0);
    const auto found = place_of(member_versions_, id);
    const auto old = static_cast<std::size_t>(found - member_versions_.begin());
    const bool was_there = found != member_versions_.end() && *found == id;
    if (was_there && facts_.member_versions[old] == version && roster_.names_of_versions[old] == name) return;
    changed.roster = true;
    changed.facts = changed.facts || !was_there || facts_.member_versions[old] != version;

    bool is_new = false;
    const auto at = put_row(facts_.member_versions, member_versions_, id, version, is_new);
    auto& names = roster_.names_of_versions;
    if (is_new) names.insert(names.begin() + static_cast<std::ptrdiff_t>(at), stats::NameId{});
    names[at] = name;
}

void RegisterFacts::put_membership(const Statement& row, Changed& changed) {
    const auto last = facts_.memberships.empty() ? Facts::Membership{} : facts_.memberships.back();
    const Facts::Membership membership{
        near(
            last.member, facts_.members.size(), row.id(1), [this](std::uint32_t at) { return facts_.members[at].id; },
            [this](const base::Uuid& id) { return number(members_, id); }),
        near(
            last.cell, facts_.organisations.size(), row.id(2),
            [this](std::uint32_t at) { return facts_.organisations[at].id; },
            [this](const base::Uuid& id) { return number(organisations_, id); }),
        day(row, 3),
        day(row, 4),
        code(column_of(figures::member_entry, "status"), row, 5),
        code(column_of(figures::member_entry, "kind"), row, 6)};
    const auto id = row.id(0);
    const bool is_guest = row.text(7) == "guest";
    bool is_new = false;
    // A stay may have been entered as one of the other kind.
    if (is_guest) {
        remove_row(facts_.memberships, memberships_, id);
        put_row(facts_.guests, guests_, id, membership, is_new);
    } else {
        remove_row(facts_.guests, guests_, id);
        put_row(facts_.memberships, memberships_, id, membership, is_new);
    }
    changed.facts = true;
}

void RegisterFacts::put(const RegisterSelect& select, const Statement& row, Changed& changed) {
    const auto id = row.id(0);
    bool is_new = false;
    switch (select.row) {
        case RegisterRow::organisation: {
            const auto next = static_cast<std::uint32_t>(facts_.organisations.size());
            const auto [found, first] = organisations_.try_emplace(id, next);
            if (first) {
                if (!facts_.organisations.empty() && id < facts_.organisations.back().id) throw Unknown{};
                facts_.organisations.push_back({id, text(row, 1)});
            } else {
                facts_.organisations[found->second].code = text(row, 1);
            }
            break;
        }
        case RegisterRow::organisation_version: return put_organisation_version(select, row, changed);
        case RegisterRow::succession:
            put_row(facts_.successions, successions_, id,
                    Facts::Succession{number(organisations_, row.id(1)), number(organisations_, row.id(2))}, is_new);
            break;
        case RegisterRow::member: return put_member(select, row, changed);
        case RegisterRow::member_version: return put_member_version(select, row, changed);
        case RegisterRow::holding:
            put_row(facts_.holdings, holdings_, id,
                    Facts::Holding{number(members_, row.id(1)), day(row, 2), day(row, 3), select.holding_column},
                    is_new);
            break;
        case RegisterRow::membership: return put_membership(row, changed);
        case RegisterRow::departure:
            put_row(facts_.departures, departures_, id,
                    Facts::Departure{number(members_, row.id(1)), day(row, 2),
                                     code(column_of(figures::member_exit, "kind"), row, 3)},
                    is_new);
            break;
        case RegisterRow::campaign: {
            const Facts::Campaign campaign{number(organisations_, row.id(1)), static_cast<int>(row.integer(2))};
            const auto next = static_cast<std::uint32_t>(facts_.campaigns.size());
            const auto [found, first] = campaigns_.try_emplace(id, next);
            if (first) {
                facts_.campaigns.push_back(campaign);
            } else {
                // Grades are kept with the year of their campaign.
                if (facts_.campaigns[found->second].year != campaign.year) throw Unknown{};
                facts_.campaigns[found->second] = campaign;
            }
            break;
        }
        case RegisterRow::member_grade: {
            const auto last = facts_.member_grades.empty() ? Facts::Grade{} : facts_.member_grades.back();
            const auto owner = near(
                last.owner, facts_.members.size(), row.id(1),
                [this](std::uint32_t at) { return facts_.members[at].id; },
                [this](const base::Uuid& member) { return number(members_, member); });
            const auto cell = near(
                last.cell, facts_.organisations.size(), row.id(2),
                [this](std::uint32_t at) { return facts_.organisations[at].id; },
                [this](const base::Uuid& organisation) { return number(organisations_, organisation); });
            put_row(facts_.member_grades, member_grades_, id,
                    Facts::Grade{owner, cell, facts_.campaigns[number(campaigns_, row.id(3))].year,
                                 code(column_of(figures::member_grading, "grade"), row, 4),
                                 code(column_of(figures::member_grading, "not_graded_reason"), row, 5)},
                    is_new);
            break;
        }
        case RegisterRow::organisation_grade:
            put_row(facts_.organisation_grades, organisation_grades_, id,
                    Facts::Grade{number(organisations_, row.id(2)), stats::none,
                                 facts_.campaigns[number(campaigns_, row.id(1))].year,
                                 code(column_of(figures::organisation_grading, "grade"), row, 3),
                                 code(column_of(figures::organisation_grading, "not_graded_reason"), row, 4)},
                    is_new);
            break;
    }
    changed.facts = true;
}

void RegisterFacts::load(store::Store& store) {
    *this = RegisterFacts{};
    Changed all;
    try {
        sequence_ = store::scan_register(
            store, [&](const RegisterSelect& select, const Statement& row) { put(select, row, all); });
    } catch (const Unknown&) { throw base::Fault{"Sổ có bản ghi trỏ tới bản ghi không còn. Hãy chạy lệnh verify."}; }
}

void RegisterFacts::remove(RegisterRow row, const base::Uuid& id, Changed& changed) {
    const auto lost = [&](bool was_there) { changed.facts = changed.facts || was_there; };
    switch (row) {
        case RegisterRow::organisation_version:
            if (const auto at = remove_row(facts_.organisation_versions, organisation_versions_, id)) {
                roster_.organisation_names.erase(roster_.organisation_names.begin() + static_cast<std::ptrdiff_t>(*at));
                changed.facts = changed.organisation_names = true;
            }
            return;
        case RegisterRow::member_version:
            if (const auto at = remove_row(facts_.member_versions, member_versions_, id)) {
                roster_.names_of_versions.erase(roster_.names_of_versions.begin() + static_cast<std::ptrdiff_t>(*at));
                changed.facts = changed.roster = true;
            }
            return;
        case RegisterRow::succession: return lost(remove_row(facts_.successions, successions_, id).has_value());
        case RegisterRow::holding: return lost(remove_row(facts_.holdings, holdings_, id).has_value());
        case RegisterRow::membership:
            lost(remove_row(facts_.memberships, memberships_, id).has_value());
            return lost(remove_row(facts_.guests, guests_, id).has_value());
        case RegisterRow::departure: return lost(remove_row(facts_.departures, departures_, id).has_value());
        case RegisterRow::member_grade: return lost(remove_row(facts_.member_grades, member_grades_, id).has_value());
        case RegisterRow::organisation_grade:
            return lost(remove_row(facts_.organisation_grades, organisation_grades_, id).has_value());
        // The others are numbered by them.
        case RegisterRow::organisation:
        case RegisterRow::campaign:
        case RegisterRow::member: throw Unknown{};
    }
}

void RegisterFacts::read_again(store::Store& store, const RegisterSelect& select, const base::Uuid& id,
                               Changed& changed) {
    const auto members_before = facts_.members.size();
    if (!store::read_register_rows(store, select, id, [&](const Statement& row) { put(select, row, changed); }))
        return remove(select.row, id, changed);
    if (facts_.members.size() == members_before) return;
    // The versions of the person came to nothing as long as the person was no member.
    for (const auto& versions : store::register_selects())
        if (versions.row == RegisterRow::member_version)
            store::read_register_rows(
                store, versions, roster_.members.back().person,
                [&](const Statement& row) { put(versions, row, changed); }, "person_id");
}

std::optional<RegisterFacts::Changed> RegisterFacts::follow(store::Store& store, std::int64_t last) {
    std::map<std::string_view, std::set<base::Uuid>> touched;
    std::set<base::Uuid> persons;
    for (const auto& select : store::register_selects()) touched[select.type];
    std::size_t rows = 0;
    store::scan_touched(store, sequence_, last, [&](const store::Touched& row) {
        if (++rows > followed_max) return;
        if (row.type == "person") persons.insert(row.id);
        if (const auto found = touched.find(row.type); found != touched.end()) found->second.insert(row.id);
    });
    if (rows > followed_max) return {};
    Changed changed;
    try {
        for (const auto& select : store::register_selects()) {
            for (const auto& id : touched[select.type]) read_again(store, select, id, changed);
            if (select.row != RegisterRow::member) continue;
            for (const auto& person : persons)
                store::read_register_rows(
                    store, select, person, [&](const Statement& row) { put(select, row, changed); },
                    "party_member.person_id");
        }
    } catch (const Unknown&) { return {}; }
    sequence_ = last;
    return changed;
}

}  // namespace actions
