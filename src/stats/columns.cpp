// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/columns.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/check.h"
#include "stats/birth_limits.h"
#include "stats/known_on.h"

namespace stats {
namespace {

using figures::Subject;

// What all steps share: the facts, grouped, and the forest that they stand in.
struct Sources {
    const Facts& facts;
    const Forest& forest;
    MembersKnown members{facts};
    OrganisationsKnown organisations{facts};
    Grouped<Facts::Membership> memberships{facts.memberships, &Facts::Membership::member, &Facts::Membership::from,
                                           facts.members.size()};
    Grouped<Facts::Membership> guests{facts.guests, &Facts::Membership::member, &Facts::Membership::from,
                                      facts.members.size()};
    Grouped<Facts::Departure> departures{facts.departures, &Facts::Departure::member, &Facts::Departure::on,
                                         facts.members.size()};
};

// The columns of a row: first what is particular to the subject, then what is known of its member or organisation.
Codes joined(std::initializer_list<Code> own, const Codes& known) {
    Codes codes = no_codes();
    CHECK(own.size() + figures::member_columns().size() <= codes.size());
    const auto next = std::copy(own.begin(), own.end(), codes.begin());
    std::copy_n(known.begin(), codes.end() - next, next);
    return codes;
}

std::size_t age_column(const Subject& subject) { return subject.index_of("age_band"); }

Code code_in(const Subject& subject, std::string_view column, std::string_view code) {
    const auto at = figures::list_of(*subject.find(column)).index_of(code);
    CHECK(at);
    return static_cast<Code>(*at);
}

std::vector<Row> member_states(const Sources& sources, const Grouped<Facts::Membership>& memberships) {
    std::vector<Row> rows;
    rows.reserve(memberships.all().size() * 9 / 8);
    std::vector<Day> days;
    for (const auto& membership : memberships.all()) {
        days.assign(1, membership.from);
        sources.members.add_changes(membership.member, membership.from, membership.to, days);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());

        bool is_first = true;
        for (const Day day : days) {
            const Codes codes = joined({membership.status}, sources.members.on(membership.member, day));
            if (!is_first && rows.back().codes == codes) continue;
            if (!is_first) rows.back().to = day;
            rows.push_back({.place = sources.forest.place_of(membership.cell),
                            .entity = membership.member,
                            .from = day,
                            .to = membership.to,
                            .born = sources.facts.members[membership.member].born,
                            .codes = codes});
            is_first = false;
        }
    }
    return rows;
}

// An event of a member, with the age on its day.
Row event_row(const Sources& sources, const Subject& subject, const Facts::Membership& membership,
              const Facts::Membership* other_side, Day day, Codes codes) {
    codes[age_column(subject)] = BirthLimits{to_date(day)}.band(sources.facts.members[membership.member].born);
    return {.place = sources.forest.place_of(membership.cell),
            .entity = membership.member,
            .other = other_side ? sources.forest.place_of(other_side->cell) : none,
            .from = day,
            .codes = codes};
}

std::vector<Row> member_entries(const Sources& sources) {
    const Subject& subject = figures::member_entry;
    const Code moved = code_in(subject, "kind", "moved");
    const Code transferred_in = code_in(subject, "kind", "transferred_in");

    std::vector<Row> rows;
    for (std::uint32_t member = 0; member < sources.facts.members.size(); ++member) {
        const Facts::Membership* before = nullptr;
        for (const auto& membership : sources.memberships.of(member)) {
            const auto* left = before && before->to == membership.from ? before : nullptr;
            before = &membership;
            if (left && left->cell == membership.cell) continue;
            const Code kind = left || membership.entry == moved ? transferred_in : membership.entry;
            const auto codes = joined({kind, membership.status}, sources.members.on(member, membership.from));
            rows.push_back(event_row(sources, subject, membership, left, membership.from, codes));
        }
    }
    return rows;
}

// How the membership ended: by the last departure of the member within it or on the day of its end.
Code departure_kind(std::span<const Facts::Departure> departures, const Facts::Membership& membership) {
    Code kind = no_code;
    for (const auto& departure : departures)
        if (membership.from <= departure.on && departure.on <= membership.to) kind = departure.kind;
    return kind;
}

std::vector<Row> member_exits(const Sources& sources) {
    const Subject& subject = figures::member_exit;
    const Code transferred_out = code_in(subject, "kind", "transferred_out");

    std::vector<Row> rows;
    for (std::uint32_t member = 0; member < sources.facts.members.size(); ++member) {
        const auto memberships = sources.memberships.of(member);
        for (std::size_t i = 0; i < memberships.size(); ++i) {
            const auto& membership = memberships[i];
            if (membership.to == never) continue;
            const bool moves = i + 1 < memberships.size() && memberships[i + 1].from == membership.to;
            const auto* entered = moves ? &memberships[i + 1] : nullptr;
            if (entered && entered->cell == membership.cell) continue;
            const Code kind = entered ? transferred_out : departure_kind(sources.departures.of(member), membership);
            const Day last = static_cast<Day>(membership.to - 1);
            const auto codes = joined({kind, membership.status}, sources.members.on(member, last));
            rows.push_back(event_row(sources, subject, membership, entered, membership.to, codes));
        }
    }
    return rows;
}

Day year_end(int year) { return to_day(base::last_day_of_year(year)); }

std::set<int> graded_years(const Facts& facts) {
    std::set<int> years;
    for (const auto& campaign : facts.campaigns) years.insert(campaign.year);
    return years;
}

// Whether each place lies below an organisation that has a campaign of the year.
std::vector<char> scope_of(const Sources& sources, int year) {
    std::vector<char> is_in(sources.forest.size());
    const Tree& tree = sources.forest.tree_on(year_end(year));
    for (const auto& campaign : sources.facts.campaigns)
        if (campaign.year == year)
            for (const Place place : tree.subtree(sources.forest.place_of(campaign.organisation))) is_in[place] = 1;
    return is_in;
}

// For each owner the grade row of the year that counts: a given grade before none, then the one entered first.
std::vector<const Facts::Grade*> counting_grades(const std::vector<Facts::Grade>& grades, int year,
                                                 std::size_t owners) {
    std::vector<const Facts::Grade*> counting(owners);
    for (const auto& grade : grades) {
        if (grade.year != year) continue;
        auto& best = counting[grade.owner];
        if (!best || (best->grade == no_code && grade.grade != no_code)) best = &grade;
    }
    return counting;
}

std::vector<Row> member_gradings(const Sources& sources) {
    const Subject& subject = figures::member_grading;
    const auto& facts = sources.facts;
    std::vector<Row> rows;
    rows.reserve(facts.member_grades.size() * 9 / 8);
    for (const int year : graded_years(facts)) {
        const Day day = year_end(year);
        const BirthLimits limits{to_date(day)};
        const auto add = [&](std::uint32_t member, std::uint32_t cell, Code grade, Code reason) {
            Codes codes = joined({grade, reason}, sources.members.on(member, day));
            codes[age_column(subject)] = limits.band(facts.members[member].born);
            rows.push_back({.place = sources.forest.place_of(cell), .entity = member, .from = day, .codes = codes});
        };

        const auto scope = scope_of(sources, year);
        const auto grades = counting_grades(facts.member_grades, year, facts.members.size());
        for (std::uint32_t member = 0; member < facts.members.size(); ++member) {
            if (const auto* grade = grades[member]) {
                add(member, grade->cell, grade->grade, grade->reason);
                continue;
            }
            for (const auto& membership : sources.memberships.of(member))
                if (membership.from <= day && day < membership.to && scope[sources.forest.place_of(membership.cell)])
                    add(member, membership.cell, no_code, no_code);
        }
    }
    return rows;
}

std::vector<Row> organisation_states(const Sources& sources) {
    std::vector<Row> rows;
    for (const auto& version : sources.organisations.versions()) {
        const Place place = sources.forest.place_of(version.organisation);
        rows.push_back({.place = place,
                        .entity = place,
                        .from = version.from,
                        .to = version.to,
                        .codes = sources.organisations.on(version.organisation, version.from)});
    }
    return rows;
}

std::vector<Row> organisation_gradings(const Sources& sources) {
    const auto& facts = sources.facts;
    const auto grassroots = figures::organisation_state.index_of("grassroots");
    const Code yes = code_in(figures::organisation_state, "grassroots", "yes");
    std::vector<Row> rows;
    for (const int year : graded_years(facts)) {
        const auto scope = scope_of(sources, year);
        const auto grades = counting_grades(facts.organisation_grades, year, facts.organisations.size());
        for (std::uint32_t organisation = 0; organisation < facts.organisations.size(); ++organisation) {
            const auto known = sources.organisations.on(organisation, year_end(year));
            const Place place = sources.forest.place_of(organisation);
            const auto* grade = grades[organisation];
            if (!grade && !(scope[place] && known[grassroots] == yes)) continue;
            rows.push_back({.place = place,
                            .entity = place,
                            .from = year_end(year),
                            .codes = joined({grade ? grade->grade : no_code, grade ? grade->reason : no_code}, known)});
        }
    }
    return rows;
}

std::vector<Row> rows_of(const Subject& subject, const Sources& sources) {
    if (&subject == &figures::member_state) return member_states(sources, sources.memberships);
    if (&subject == &figures::member_entry) return member_entries(sources);
    if (&subject == &figures::member_exit) return member_exits(sources);
    if (&subject == &figures::member_grading) return member_gradings(sources);
    if (&subject == &figures::organisation_state) return organisation_states(sources);
    CHECK(&subject == &figures::organisation_grading);
    return organisation_gradings(sources);
}

std::vector<GradeMark> marks_of_year(const Table& gradings, int year, std::size_t members) {
    std::vector<GradeMark> marks(members, GradeMark::none);
    const auto grade_column = figures::member_grading.index_of("grade");
    const auto& grades = gradings.codes[grade_column];
    const auto& reasons = gradings.codes[figures::member_grading.index_of("not_graded_reason")];
    CHECK(figures::list_of(figures::member_grading.columns[grade_column]).codes.size() ==
          static_cast<std::size_t>(GradeMark::not_graded));
    const Day day = year_end(year);
    for (std::uint32_t row = 0; row < gradings.size(); ++row) {
        if (gradings.from[row] != day) continue;
        marks[gradings.entity[row]] = grades[row] != no_code    ? static_cast<GradeMark>(grades[row])
                                      : reasons[row] != no_code ? GradeMark::not_graded
                                                                : GradeMark::missing;
    }
    return marks;
}

}  // namespace

RowsByMember::RowsByMember(const Table& table, std::size_t members) : start_(members + 1), rows_(table.size()) {
    for (const auto member : table.entity) ++start_[member + 1];
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    std::vector<std::uint32_t> next{start_};
    for (std::uint32_t row = 0; row < table.size(); ++row) rows_[next[table.entity[row]]++] = row;
}

const std::vector<GradeMark>* Columns::grades_of(int year) const {
    for (const auto& of_year : grades)
        if (of_year.year == year) return &of_year.marks;
    return nullptr;
}

std::uint32_t Columns::state_on(std::uint32_t member, Day day) const {
    const Table& table = table_of(figures::member_state);
    for (const auto row : states_of.of(member))
        if (table.from[row] <= day && day < table.to[row]) return row;
    return none;
}

Place Columns::place_of_row(const Table& table, std::uint32_t row) const {
    return static_cast<Place>(std::upper_bound(table.start.begin(), table.start.end(), row) - table.start.begin() - 1);
}

const Table& Columns::table_of(const Subject& subject) const {
    for (const auto& table : tables)
        if (table.subject == &subject) return table;
    throw base::Bug{"no table for " + std::string{subject.name}};
}

const base::Uuid& Columns::id_of(const Subject& subject, std::uint32_t entity) const {
    const bool is_organisation = subject.entity == figures::organisation_state.entity;
    return is_organisation ? forest.ids()[entity] : members[entity];
}

std::shared_ptr<const Columns> build_columns(const Facts& facts) {
    auto columns = std::make_shared<Columns>();
    columns->forest = Forest{facts};
    columns->members.reserve(facts.members.size());
    for (const auto& member : facts.members) columns->members.push_back(member.id);

    const Sources sources{facts, columns->forest};
    for (const auto* subject : figures::subjects())
        columns->tables.emplace_back(*subject, rows_of(*subject, sources), columns->forest.size());
    columns->guests = {figures::member_state, member_states(sources, sources.guests), columns->forest.size()};
    columns->states_of = {columns->table_of(figures::member_state), facts.members.size()};
    columns->guests_of = {columns->guests, facts.members.size()};
    for (const int year : graded_years(facts))
        columns->grades.push_back(
            {year, marks_of_year(columns->table_of(figures::member_grading), year, facts.members.size())});
    return columns;
}

}  // namespace stats
