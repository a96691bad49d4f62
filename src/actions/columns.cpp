// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/columns.h"

#include <unordered_map>

#include "base/check.h"
#include "store/figure_query_rows.h"

namespace actions {
namespace {

using schema::Value;
using stats::Facts;
using store::FigureRow;

stats::Day day(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return stats::never;
    const auto date = base::parse_iso_date(*text);
    CHECK(date);
    return stats::to_day(*date);
}

// The first day that a birth date can be.
stats::Day birth(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    const auto date = text ? base::parse_iso_partial_date(*text) : std::nullopt;
    return date ? stats::to_day(date->first_day()) : stats::never;
}

stats::Code code(const figures::Column& column, const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    const auto at = text ? figures::list_of(column).index_of(*text) : std::nullopt;
    return at ? static_cast<stats::Code>(*at) : stats::no_code;
}

stats::Codes codes(std::span<const figures::Column> columns, std::span<const Value> values) {
    stats::Codes all = stats::no_codes();
    for (std::size_t i = 0; i < columns.size(); ++i) all[i] = code(columns[i], values[i]);
    return all;
}

int year(const Value& value) { return static_cast<int>(std::get<std::int64_t>(value)); }

// Turns rows into facts: ids become the numbers under which the facts know members and organisations.
class Collector {
public:
    void add(FigureRow row, std::span<const Value> values);
    Facts facts;

private:
    using Numbers = std::unordered_map<base::Uuid, std::uint32_t>;

    static std::uint32_t number(const Numbers& numbers, const Value& id) {
        if (schema::is_empty(id)) return stats::none;
        const auto found = numbers.find(std::get<base::Uuid>(id));
        return found == numbers.end() ? stats::none : found->second;
    }
    std::uint32_t organisation(const Value& id) const { return number(organisations_, id); }
    std::uint32_t member(const Value& id) const { return number(members_, id); }

    Numbers organisations_, members_, persons_;
};

const figures::Column& column(const figures::Subject& subject, std::string_view name) { return *subject.find(name); }

void Collector::add(FigureRow row, std::span<const Value> values) {
    using namespace figures;
    switch (row) {
        case FigureRow::organisation:
            organisations_.emplace(std::get<base::Uuid>(values[0]), facts.organisations.size());
            facts.organisations.push_back({std::get<base::Uuid>(values[0]), std::get<std::string>(values[1])});
            return;
        case FigureRow::organisation_version:
            facts.organisation_versions.push_back({organisation(values[0]), day(values[1]), day(values[2]),
                                                   organisation(values[3]),
                                                   codes(organisation_columns(), values.subspan(4))});
            return;
        case FigureRow::member:
            members_.emplace(std::get<base::Uuid>(values[0]), facts.members.size());
            persons_.emplace(std::get<base::Uuid>(values[1]), facts.members.size());
            facts.members.push_back(
                {std::get<base::Uuid>(values[0]), birth(values[2]), codes(member_columns(), values.subspan(3))});
            return;
        case FigureRow::member_version:
            // Of people who are no members, nothing is counted.
            if (const auto owner = number(persons_, values[0]); owner != stats::none)
                facts.member_versions.push_back(
                    {owner, day(values[1]), day(values[2]), codes(member_columns(), values.subspan(3))});
            return;
        case FigureRow::holding:
            facts.holdings.push_back({member(values[0]), day(values[1]), day(values[2]),
                                      static_cast<std::uint8_t>(std::get<std::int64_t>(values[3]))});
            return;
        case FigureRow::membership:
            facts.memberships.push_back({member(values[0]), organisation(values[1]), day(values[2]), day(values[3]),
                                         code(column(member_entry, "status"), values[4]),
                                         code(column(member_entry, "kind"), values[5])});
            return;
        case FigureRow::departure:
            facts.departures.push_back(
                {member(values[0]), day(values[1]), code(column(member_exit, "kind"), values[2])});
            return;
        case FigureRow::campaign: facts.campaigns.push_back({organisation(values[0]), year(values[1])}); return;
        case FigureRow::member_grade:
            facts.member_grades.push_back({member(values[0]), organisation(values[1]), year(values[2]),
                                           code(column(member_grading, "grade"), values[3]),
                                           code(column(member_grading, "not_graded_reason"), values[4])});
            return;
        case FigureRow::organisation_grade:
            facts.organisation_grades.push_back({organisation(values[0]), stats::none, year(values[1]),
                                                 code(column(organisation_grading, "grade"), values[2]),
                                                 code(column(organisation_grading, "not_graded_reason"), values[3])});
            return;
    }
}

}  // namespace

std::shared_ptr<const stats::Columns> load_columns(store::Store& store) {
    Collector collector;
    store::scan_figure_rows(store, [&](FigureRow row, std::span<const Value> values) { collector.add(row, values); });
    return stats::build_columns(collector.facts);
}

}  // namespace actions
