// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/list_grades.h"

#include "actions/reach.h"
#include "records/grading.h"

namespace actions {
namespace {

using schema::JsonWriter;
using stats::Code;
using stats::no_code;
using stats::Place;

struct GradeColumns {
    const std::vector<Code>&grades, &reasons;

    explicit GradeColumns(const stats::Table& table)
        : grades{table.codes[table.subject->index_of("grade")]},
          reasons{table.codes[table.subject->index_of("not_graded_reason")]} {}
};

std::optional<CellGrades> cell_grades(const Snapshot& snapshot, Place place, stats::Day day) {
    const auto& table = snapshot.columns->table_of(figures::member_grading);
    const GradeColumns codes{table};
    CellGrades cell;
    const auto range = table.rows_of(place);
    for (auto row = range.begin; row < range.end; ++row) {
        if (table.from[row] != day) continue;
        ++cell.members;
        if (codes.grades[row] < cell.grades.size())
            ++cell.grades[codes.grades[row]];
        else
            ++(codes.reasons[row] != no_code ? cell.not_graded : cell.missing);
    }
    if (cell.members == 0) return {};
    cell.cell = mention_of(snapshot, place, stats::to_date(day));
    return cell;
}

void add_organisations(const Snapshot& snapshot, Place place, stats::Day day, std::vector<GradedOrganisation>& all) {
    const auto& table = snapshot.columns->table_of(figures::organisation_grading);
    const GradeColumns codes{table};
    const auto range = table.rows_of(place);
    for (auto row = range.begin; row < range.end; ++row) {
        if (table.from[row] != day) continue;
        GradedOrganisation graded{mention_of(snapshot, place, stats::to_date(day)), {}, {}};
        if (codes.grades[row] != no_code) graded.grade = records::grades.codes[codes.grades[row]].code;
        if (codes.reasons[row] != no_code)
            graded.not_graded_reason = records::not_graded_reasons.codes[codes.reasons[row]].code;
        all.push_back(std::move(graded));
    }
}

void write_grades(JsonWriter& json, const CellGrades& cell) {
    json.object("cell", [&] { json.member("code", cell.cell.code).member("name", cell.cell.name); });
    json.member("members", cell.members).member("graded", cell.graded());
    json.object("grades", [&] {
        for (std::size_t i = 0; i < cell.grades.size(); ++i) json.member(records::grades.codes[i].code, cell.grades[i]);
    });
    json.member("not_graded", cell.not_graded).member("missing", cell.missing);
}

}  // namespace

base::Result<GradeOverview> list_grades(Context& context, const std::string& organisation, int year) {
    TRY(require_organisation(context, rules::Right::see, organisation));
    const auto snapshot = snapshot_of(context);
    const auto& forest = snapshot->columns->forest;
    const auto root = forest.find(organisation);
    if (!root) return base::Refusal{"organisation.unknown", {organisation}, {}};
    const auto last = base::last_day_of_year(year);
    const auto day = stats::to_day(last);
    GradeOverview overview{.organisation = mention_of(*snapshot, *root, last), .year = year};
    for (const auto place : forest.tree_on(day).subtree(*root)) {
        if (auto cell = cell_grades(*snapshot, place, day)) overview.cells.push_back(*std::move(cell));
        add_organisations(*snapshot, place, day, overview.organisations);
    }
    return overview;
}

std::string to_json(const GradeOverview& overview) {
    JsonWriter json;
    json.object("organisation", overview.organisation, write_mention).member("year", overview.year);
    json.objects("cells", overview.cells, write_grades);
    json.objects("organisations", overview.organisations, [&](const GradedOrganisation& graded) {
        json.object("organisation", graded.organisation, write_mention);
        if (!graded.grade.empty())
            json.member("grade", graded.grade).member("grade_label", records::grades.label_of(graded.grade));
        if (!graded.not_graded_reason.empty())
            json.member("not_graded_reason", graded.not_graded_reason)
                .member("reason_label", records::not_graded_reasons.label_of(graded.not_graded_reason));
    });
    return json.take();
}

}  // namespace actions
