// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/answer_figure.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "actions/columns.h"
#include "base/text.h"
#include "records/organisation.h"
#include "stats/answer.h"
#include "store/figure_query_rows.h"

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

base::Refusal unknown_figure(const std::string& name) {
    const auto all = figures::all();
    const auto nearest = std::min_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
        return distance(name, a.name) < distance(name, b.name);
    });
    return {"figure.unknown", {name, std::string{nearest->name}}, {}};
}

base::Result<void> check_breakdown(const figures::Figure& figure, const std::string& by) {
    const auto allowed = figures::breakdowns(figure);
    if (by.empty() || std::find(allowed.begin(), allowed.end(), by) != allowed.end()) return {};
    base::Refusal refusal{"figure.unknown_breakdown", {by}, {}};
    refusal.args.insert(refusal.args.end(), allowed.begin(), allowed.end());
    return refusal;
}

base::Result<base::Period> period_of(const figures::Figure& figure, const FigureRequest& request, base::Date today) {
    if (request.year != 0 && request.on) return base::Refusal{"figure.year_or_day", {}, {}};
    if (request.year != 0) return base::year_period(request.year);
    if (figure.needs_year()) return base::Refusal{"figure.needs_year", {std::string{figure.label}}, {}};
    const base::Date on = request.on.value_or(today);
    return base::Period{on, on + 1};
}

// Names by day: the one that holds on the day, or the last one before it, or the first one after it.
struct Named {
    std::string name, sort_key, code;
};
using Names = std::unordered_map<base::Uuid, Named>;

void keep_name(Names& names, const base::Uuid& id, base::Date from, base::Date day, Named named) {
    const auto [found, is_new] = names.try_emplace(id);
    if (is_new || from <= day) found->second = std::move(named);
}

Names organisation_names(store::Store& store, base::Date day) {
    Names names;
    for (auto& version : store.select<records::OrganisationVersion>({.order = {{"valid_from"}}}))
        keep_name(names, version.organisation_id.value, version.valid_from, day,
                  {std::move(version.name), std::move(version.name_sort), {}});
    return names;
}

Names member_names(store::Store& store, base::Date day) {
    Names names;
    const auto text = [](const schema::Value& value) {
        const auto* given = std::get_if<std::string>(&value);
        return given ? *given : std::string{};
    };
    store::scan_member_names(store, [&](std::span<const schema::Value> row) {
        keep_name(names, std::get<base::Uuid>(row[0]), *base::parse_iso_date(text(row[2])), day,
                  {text(row[3]), text(row[4]), text(row[1])});
    });
    return names;
}

// Organisations by their codes, which are what answers name them by.
class OrganisationNames {
public:
    OrganisationNames(store::Store& store, const stats::Forest& forest, base::Date day)
        : forest_{forest}, names_{organisation_names(store, day)} {}
    const Named& of(std::string_view code) const {
        static const Named nameless;
        const auto place = forest_.find(code);
        const auto found = place ? names_.find(forest_.ids()[*place]) : names_.end();
        return found == names_.end() ? nameless : found->second;
    }

private:
    const stats::Forest& forest_;
    Names names_;
};

std::vector<FigureItem> named_list(store::Store& store, const figures::Figure& figure, const figures::Answer& answer,
                                   const OrganisationNames& organisations, base::Date day) {
    const bool of_members = figure.subject->entity == figures::member_state.entity;
    const Names members = of_members ? member_names(store, day) : Names{};
    struct Sortable {
        FigureItem item;
        std::string_view key;
    };
    std::vector<Sortable> sortable;
    sortable.reserve(answer.list.size());
    for (const auto& item : answer.list) {
        const Named& organisation = organisations.of(item.place);
        if (!of_members) {
            sortable.push_back({{item.id, organisation.name, item.place, {}, {}}, organisation.sort_key});
        } else if (const auto found = members.find(item.id); found != members.end()) {
            const Named& member = found->second;
            sortable.push_back({{item.id, member.name, member.code, item.place, organisation.name}, member.sort_key});
        } else {
            sortable.push_back({{item.id, {}, {}, item.place, organisation.name}, {}});
        }
    }
    std::stable_sort(sortable.begin(), sortable.end(), [](const Sortable& a, const Sortable& b) {
        return a.key != b.key ? a.key < b.key : a.item.code < b.item.code;
    });
    std::vector<FigureItem> list;
    list.reserve(sortable.size());
    for (auto& [item, key] : sortable) list.push_back(std::move(item));
    return list;
}

}  // namespace

base::Result<FigureAnswer> answer_figure(Context& context, const FigureRequest& request) {
    if (!figures::find(request.figure)) return unknown_figure(request.figure);
    return answer_figure(context, *load_columns(context.store), request);
}

base::Result<FigureAnswer> answer_figure(Context& context, const stats::Columns& columns,
                                         const FigureRequest& request) {
    const auto* figure = figures::find(request.figure);
    if (!figure) return unknown_figure(request.figure);
    TRY(check_breakdown(*figure, request.by));
    const base::Period period = TRY(period_of(*figure, request, context.today));
    const auto place = columns.forest.find(request.organisation);
    if (!place) return base::Refusal{"organisation.unknown", {request.organisation}, {}};

    const base::Date last = *period.valid_to - 1;
    const base::Date structure = request.structure.value_or(last);
    const auto counted = stats::answer(columns, {.figure = figure,
                                                 .organisation = *place,
                                                 .period = period,
                                                 .structure = structure,
                                                 .by = request.by,
                                                 .wants_list = request.list});

    const OrganisationNames organisations{context.store, columns.forest, structure};
    FigureAnswer answer{.figure = figure,
                        .organisation = request.organisation,
                        .organisation_name = organisations.of(request.organisation).name,
                        .year = request.year,
                        .structure = structure,
                        .value = counted.value,
                        .by = request.by,
                        .has_list = request.list};
    if (request.year == 0) answer.on = last;
    const bool by_place = request.by == figures::by_organisation || request.by == figures::by_cell;
    for (const auto& part : counted.by)
        answer.parts.push_back({part.key,
                                by_place ? organisations.of(part.key).name
                                         : std::string{figures::label_of_key(*figure, request.by, part.key)},
                                part.count});
    if (request.list) answer.list = named_list(context.store, *figure, counted, organisations, last);
    return answer;
}

}  // namespace actions
