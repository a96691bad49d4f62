// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/answer_figure.h"

#include <algorithm>
#include <numeric>

#include "actions/reach.h"
#include "stats/answer.h"

namespace actions {
namespace {

// How many letters must be typed, dropped or changed to make one of the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

// Those of whom, or of which, the figure consists, with the names of the day.
std::vector<FigureItem> named_list(const Snapshot& snapshot, const figures::Figure& figure,
                                   const figures::Answer& answer, stats::Day structure, stats::Day day) {
    const bool of_members = figure.subject->entity == figures::member_state.entity;
    struct Sortable {
        FigureItem item;
        std::string_view key;
    };
    std::vector<Sortable> sortable;
    sortable.reserve(answer.list.size());
    for (const auto& item : answer.list) {
        const auto place = snapshot.columns->forest.find(item.place);
        CHECK(place);
        const std::string organisation{snapshot.names->name(*place, structure)};
        if (!of_members) {
            sortable.push_back(
                {{item.id, organisation, item.place, {}, {}}, snapshot.names->sort_key(*place, structure)});
            continue;
        }
        const auto& roster = *snapshot.roster;
        const auto member = roster.find(item.id);
        CHECK(member);
        const auto name = roster.name_of(roster.span(*member, day));
        sortable.push_back({{item.id, std::string{roster.names().texts[name]},
                             std::string{roster.profile_number(*member)}, item.place, organisation},
                            roster.names().sort_keys[name]});
    }
    std::stable_sort(sortable.begin(), sortable.end(), [](const Sortable& a, const Sortable& b) {
        return a.key != b.key ? a.key < b.key : a.item.code < b.item.code;
    });
    std::vector<FigureItem> list;
    list.reserve(sortable.size());
    for (auto& [item, key] : sortable) list.push_back(std::move(item));
    return list;
}

// Those of one part of the breakdown.
std::vector<figures::Item> items_of_part(const stats::Columns& columns, const stats::Question& question,
                                         std::string_view key) {
    const auto& table = columns.table_of(*question.figure->subject);
    std::vector<figures::Item> items;
    for (const auto row : stats::rows_behind(columns, question, key)) {
        const auto after = std::upper_bound(table.start.begin(), table.start.end(), row);
        const auto place = static_cast<stats::Place>(after - table.start.begin() - 1);
        items.push_back({columns.id_of(*table.subject, table.entity[row]), columns.forest.code(place)});
    }
    return items;
}

}  // namespace

base::Result<const figures::Figure*> figure_named(const std::string& name) {
    if (const auto* figure = figures::find(name)) return figure;
    const auto all = figures::all();
    const auto nearest = std::min_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
        return distance(name, a.name) < distance(name, b.name);
    });
    return base::Refusal{"figure.unknown", {name, std::string{nearest->name}}, {}};
}

base::Result<void> check_breakdown(const figures::Figure& figure, const std::string& by) {
    const auto allowed = figures::breakdowns(figure);
    if (by.empty() || std::find(allowed.begin(), allowed.end(), by) != allowed.end()) return {};
    base::Refusal refusal{"figure.unknown_breakdown", {by}, {}};
    refusal.args.insert(refusal.args.end(), allowed.begin(), allowed.end());
    return refusal;
}

base::Result<base::Period> figure_period(const figures::Figure& figure, int year, std::optional<base::Date> on,
                                         base::Date today) {
    if (year != 0 && on) return base::Refusal{"figure.year_or_day", {}, {}};
    if (year != 0) return base::year_period(year);
    if (figure.needs_year()) return base::Refusal{"figure.needs_year", {std::string{figure.label}}, {}};
    const base::Date day = on.value_or(today);
    return base::Period{day, day + 1};
}

base::Result<FigureAnswer> answer_figure(Context& context, const FigureRequest& request) {
    const auto* figure = TRY(figure_named(request.figure));
    TRY(check_breakdown(*figure, request.by));
    const base::Period period = TRY(figure_period(*figure, request.year, request.on, context.today));
    TRY(require_organisation(context, rules::Right::see, request.organisation));
    const auto snapshot = snapshot_of(context);
    const auto& columns = *snapshot->columns;
    const auto place = columns.forest.find(request.organisation);
    if (!place) return base::Refusal{"organisation.unknown", {request.organisation}, {}};

    const base::Date last = *period.valid_to - 1;
    const base::Date structure = request.structure.value_or(last);
    const stats::Question question{.figure = figure,
                                   .organisation = *place,
                                   .period = period,
                                   .structure = structure,
                                   .by = request.by,
                                   .wants_list = request.list && request.key.empty()};
    auto counted = stats::answer(columns, question);
    if (request.list && !request.key.empty()) counted.list = items_of_part(columns, question, request.key);

    const stats::Day day = stats::to_day(structure);
    const auto name_of = [&](std::string_view code) {
        const auto at = columns.forest.find(code);
        return at ? std::string{snapshot->names->name(*at, day)} : std::string{};
    };
    FigureAnswer answer{.figure = figure,
                        .organisation = request.organisation,
                        .organisation_name = name_of(request.organisation),
                        .year = request.year,
                        .structure = structure,
                        .value = counted.value,
                        .by = request.by,
                        .has_list = request.list};
    if (request.year == 0) answer.on = last;
    const bool by_place = request.by == figures::by_organisation || request.by == figures::by_cell;
    for (const auto& part : counted.by)
        answer.parts.push_back(
            {part.key, by_place ? name_of(part.key) : std::string{figures::label_of_key(*figure, request.by, part.key)},
             part.count});
    if (request.list) answer.list = named_list(*snapshot, *figure, counted, day, stats::to_day(last));
    return answer;
}

}  // namespace actions
