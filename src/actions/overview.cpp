// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/overview.h"

#include <array>

#include "actions/overview_attention.h"
#include "actions/reach.h"
#include "base/check.h"
#include "stats/answer.h"

namespace actions {
namespace {

using schema::JsonWriter;

constexpr std::array figures_of_day{"members",          "members.probationary", "members.female",
                                    "members.minority", "members.aged_18_30",   "cells"};
constexpr std::array figures_of_year{"members.graded", "members.good_or_better", "members.not_graded"};

struct ChartName {
    std::string_view figure, by;
    bool of_year = false;
};
// Bars of more organisations than that are no picture any more; the tree shows them.
constexpr std::size_t parts_max = 40;

constexpr std::array charts{
    ChartName{"members.graded", "grade", true},     ChartName{"members", "age_band"},
    ChartName{"members", "professional_education"}, ChartName{"members", "political_theory"},
    ChartName{"members", "organisation"},
};

const figures::Figure& figure_of(std::string_view name) {
    const auto* figure = figures::find(name);
    CHECK(figure);
    return *figure;
}

// The last year of which a grading is known on the day.
std::optional<int> graded_year(const stats::Columns& columns, base::Date on) {
    std::optional<int> last;
    for (const auto& grades : columns.grades)
        if (base::last_day_of_year(grades.year) <= on) last = grades.year;
    return last;
}

class Asked {
public:
    Asked(const stats::Columns& columns, stats::Place organisation) : columns_{columns}, organisation_{organisation} {}

    figures::Answer on_day(const figures::Figure& figure, base::Date on, std::string_view by = {}) const {
        return answer(figure, {on, on + 1}, on, by);
    }
    figures::Answer of_year(const figures::Figure& figure, int year, std::string_view by = {}) const {
        return answer(figure, base::year_period(year), base::last_day_of_year(year), by);
    }

private:
    figures::Answer answer(const figures::Figure& figure, base::Period period, base::Date structure,
                           std::string_view by) const {
        return stats::answer(
            columns_,
            {.figure = &figure, .organisation = organisation_, .period = period, .structure = structure, .by = by});
    }
    const stats::Columns& columns_;
    stats::Place organisation_;
};

Chart chart_of(const Snapshot& snapshot, const ChartName& name, const figures::Answer& answer, base::Date on) {
    Chart chart{.figure = &figure_of(name.figure), .by = name.by};
    for (const auto& part : answer.by) {
        std::string label{figures::label_of_key(*chart.figure, name.by, part.key)};
        if (name.by == figures::by_organisation)
            if (const auto place = snapshot.columns->forest.find(part.key))
                label = snapshot.names->name(*place, stats::to_day(on));
        chart.parts.push_back({part.key, std::move(label), part.count});
    }
    return chart;
}

void write_chart(JsonWriter& json, const Chart& chart) {
    const auto* column = chart.figure->subject->find(chart.by);
    json.member("figure", chart.figure->name).member("label", chart.figure->label).member("by", chart.by);
    json.member("by_label", column ? figures::label_of(*column) : "Tổ chức trực thuộc");
    json.member_if("year", chart.year);
    json.objects("parts", chart.parts, [&](const ChartPart& part) {
        json.member("key", part.key).member("label", part.label).member("count", part.count);
    });
}

}  // namespace

base::Result<Overview> overview(Context& context, const std::string& organisation, base::Date on) {
    TRY(require_organisation(context, rules::Right::see, organisation));
    const auto snapshot = snapshot_of(context);
    const auto& columns = *snapshot->columns;
    const auto place = columns.forest.find(organisation);
    if (!place) return base::Refusal{"organisation.unknown", {organisation}, {}};

    Overview overview{.organisation = mention_of(*snapshot, *place, on), .on = on};
    const Asked ask{columns, *place};
    const auto year = graded_year(columns, on);
    for (const std::string_view name : figures_of_day)
        overview.figures.push_back({&figure_of(name), ask.on_day(figure_of(name), on).value, {}, {}});
    if (year) {
        const bool has_previous = columns.grades_of(*year - 1) != nullptr;
        for (const std::string_view name : figures_of_year) {
            KeyFigure figure{&figure_of(name), ask.of_year(figure_of(name), *year).value, {}, year};
            if (has_previous) figure.previous = ask.of_year(figure_of(name), *year - 1).value;
            overview.figures.push_back(figure);
        }
    }
    for (const auto& name : charts) {
        if (name.of_year && !year) continue;
        if (name.by == figures::by_organisation &&
            columns.forest.tree_on(stats::to_day(on)).children(*place).size() > parts_max)
            continue;
        const auto& figure = figure_of(name.figure);
        const auto answer = name.of_year ? ask.of_year(figure, *year, name.by) : ask.on_day(figure, on, name.by);
        auto chart = chart_of(*snapshot, name, answer, on);
        if (name.of_year) chart.year = year;
        if (answer.value > 0) overview.charts.push_back(std::move(chart));
    }
    overview.attention = attention_of(context, snapshot, *place, on, year);
    return overview;
}

std::string to_json(const Overview& overview) {
    JsonWriter json;
    json.object("organisation", overview.organisation, write_mention).member("on", overview.on);
    json.objects("figures", overview.figures, [&](const KeyFigure& figure) {
        json.member("figure", figure.figure->name).member("label", figure.figure->label);
        json.member("unit", figures::label_of(figure.figure->unit)).member("value", figure.value);
        json.member_if("previous", figure.previous).member_if("year", figure.year);
    });
    json.objects("charts", overview.charts, write_chart);
    json.objects("attention", overview.attention, [&](const Attention& attention) {
        json.member("code", attention.code).member("severity", attention.severity).member("text", attention.text);
        json.member("count", attention.count).member("link", attention.link);
    });
    return json.take();
}

}  // namespace actions
