// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/make_report.h"

#include "actions/load_tree.h"
#include "actions/reach.h"
#include "actions/registers.h"
#include "actions/sign_report_kept.h"
#include "records/grading.h"
#include "reports/fill.h"
#include "reports/freeze.h"
#include "stats/answer.h"

namespace actions {
namespace {

using records::GradingCampaign;
using records::OrganisationGrade;

// How organisations were graded in the campaigns of a year. Of two grades the one entered first counts, and a grade
// before a reason.
class GradesOfYear {
public:
    GradesOfYear(store::Reader& reader, int year) {
        store::Condition of_year{.field = "campaign_id", .op = store::Op::in};
        for (const auto& campaign :
             reader.select<GradingCampaign>({.conditions = {{.field = "year", .values = {std::int64_t{year}}}}}))
            of_year.values.emplace_back(campaign.id.value);
        if (!of_year.values.empty()) grades_ = reader.select<OrganisationGrade>({.conditions = {of_year}});
    }

    void fill_in(reports::Subordinate& subordinate, const rules::OrganisationId& organisation) const {
        for (const auto& row : grades_) {
            if (row.organisation_id != organisation) continue;
            if (row.grade) {
                subordinate.grade = schema::code_of(*row.grade);
                subordinate.not_graded_reason.clear();
                return;
            }
            if (subordinate.not_graded_reason.empty() && row.not_graded_reason)
                subordinate.not_graded_reason = schema::code_of(*row.not_graded_reason);
        }
    }

private:
    std::vector<OrganisationGrade> grades_;
};

base::Result<reports::Scope> scope_of(store::Reader& reader, const records::Organisation& organisation, int year) {
    const auto last_day = base::last_day_of_year(year);
    const auto version = TRY(version_on(reader, organisation, last_day));
    const auto tree = load_tree(reader, last_day);
    const auto place = *tree.find(organisation.id);

    reports::Scope scope{.year = year};
    scope.issuer = {organisation.code, version.name, std::string{schema::code_of(version.kind)}, {}};
    const auto superior = version.superior_id ? tree.find(*version.superior_id) : std::nullopt;
    if (superior) scope.issuer.superior = tree[*superior].name;

    const GradesOfYear grades{reader, year};
    for (const auto child : tree.children(place)) {
        const auto& node = tree[child];
        if (!records::is_party(node.kind)) continue;
        scope.subordinates.push_back({.code = node.code, .name = node.name});
        grades.fill_in(scope.subordinates.back(), node.id);
    }
    return scope;
}

figures::Answer answer(const stats::Columns& columns, const reports::Question& question) {
    const auto place = columns.forest.find(question.organisation);
    if (!place) return {};
    return stats::answer(columns, {.figure = question.figure,
                                   .organisation = *place,
                                   .period = base::year_period(question.year),
                                   .structure = base::last_day_of_year(question.year),
                                   .by = question.by});
}

base::Result<const reports::Report*> report_named(const std::string& name) {
    if (const auto* report = reports::find_report(name)) return report;
    base::Refusal refusal{"report.unknown", {name}, {}};
    for (const auto* report : reports::all_reports()) refusal.args.emplace_back(report->name);
    return refusal;
}

}  // namespace

base::Result<reports::Document> make_report(Context& context, const ReportRequest& request) {
    constexpr int year_min = 1930;  // As of the records.
    const auto* report = TRY(report_named(request.report));
    if (request.year < year_min)
        return base::Refusal{"out_of_range", {"Năm", std::to_string(request.year), std::to_string(year_min)}, {}};
    if (request.year > context.today.year())
        return base::Refusal{"report.year_not_begun", {std::to_string(request.year)}, {}};
    TRY(require_organisation(context, rules::Right::see, request.organisation));
    const auto organisation = TRY(find_organisation(context.store, request.organisation));
    const auto scope = TRY(scope_of(context.store, organisation, request.year));

    const auto snapshot = snapshot_of(context);
    auto document = reports::fill(
        *report, scope, [&](const reports::Question& question) { return answer(*snapshot->columns, question); });
    if (context.today < base::last_day_of_year(request.year))
        document.remarks.push_back("Năm " + std::to_string(request.year) +
                                   " chưa kết thúc: số liệu ngày 31/12 tính theo những gì đã ghi đến ngày " +
                                   base::to_vietnamese(context.today) + ".");
    if (const auto kept = last_signed(context.store, report->name, organisation.id, request.year)) {
        document.signature = kept->signature;
        document.differences = reports::differences(document, kept->figures);
    }
    return document;
}

}  // namespace actions
