// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_member_rows.h"
#include "actions/load_tree.h"
#include "records/grading.h"

namespace actions {
namespace {

using records::GradingCampaign;
using records::MemberGrade;
using records::Membership;
using records::OrganisationGrade;

// What both kinds of grades share.
struct GradeColumns {
    explicit GradeColumns(const RegisterSheet& of, const schema::RecordType& type)
        : grade{of.index_of(type, "grade")}, reason{of.index_of(type, "not_graded_reason")} {}

    // Either a grade or the reason why there is none; a cell that is wrong has its fault already.
    void examine(ImportRow& row, ImportSheetFaults& faults) const {
        if (row.is_wrong(grade) || row.is_wrong(reason)) return;
        if (schema::is_empty(row.values[grade]) != schema::is_empty(row.values[reason])) return;
        const auto column = faults.has(grade) ? grade : reason;
        faults.add_as_is(row, column, {"grade.grade_or_reason", {}, {}},
                         shown(faults.register_sheet().columns[column], row.values[column]));
    }

    std::size_t grade, reason;
};

// The records of that type that the campaign already has, of these owners.
std::vector<base::Uuid> graded_already(ImportRun& run, const ImportCampaign& campaign, const schema::RecordType& type,
                                       std::string_view owner, std::vector<schema::Value> owners) {
    std::vector<base::Uuid> graded;
    if (campaign.is_new) return graded;
    for (const auto& record : select_in(run.register_before(), type, owner, std::move(owners)))
        if (std::get<base::Uuid>(record["campaign_id"]) == campaign.id)
            graded.push_back(std::get<base::Uuid>(record[owner]));
    return graded;
}

class MemberGradesTarget : public ImportTarget {
public:
    MemberGradesTarget(ImportRun& run, const ImportCampaign& campaign) : run_{run}, campaign_{campaign} {}

    void take(std::vector<ImportRow>& rows, ImportSheetFaults& faults) override {
        const auto members = members_.find(run_, rows, faults);
        std::vector<schema::Value> ids;
        for (const auto& member : members)
            if (member) ids.emplace_back(member->id);
        std::unordered_map<base::Uuid, base::Uuid> home;
        for (const auto& record :
             select_in(run_.register_before(), Membership::type, "member_id", ids, campaign_.last_day()))
            if (schema::to_text(record["kind"]) == schema::code_of(records::MembershipKind::home))
                home.emplace(std::get<base::Uuid>(record["member_id"]), std::get<base::Uuid>(record["cell_id"]));
        for (const auto& id : graded_already(run_, campaign_, MemberGrade::type, "member_id", std::move(ids)))
            graded_.emplace(id, 0);

        for (std::size_t i = 0; i < rows.size(); ++i) {
            columns_.examine(rows[i], faults);
            if (!members[i]) continue;
            const auto cell = home.find(members[i]->id);
            examine(rows[i], *members[i], cell == home.end() ? nullptr : &cell->second, faults);
            if (!rows[i].has_fault) insert(rows[i], members[i]->id, cell->second);
        }
    }

private:
    void examine(ImportRow& row, const KnownMember& member, const base::Uuid* home, ImportSheetFaults& faults) {
        const auto naming = members_.naming_column(row);
        const auto value = schema::to_text(row.values[naming]);
        const auto refuse = [&](base::Refusal refusal) { faults.add(row, naming, std::move(refusal), value); };
        const auto [at, is_new] = graded_.emplace(member.id, row.row);
        if (!is_new && at->second == 0)
            refuse({"duplicate_in_register", {{}, value, std::to_string(campaign_.year)}, {}});
        else if (!is_new)
            refuse({"duplicate_in_file", {{}, value, std::to_string(at->second)}, {}});

        if (!home) {
            faults.add_as_is(row, naming, {"grade.not_home_member", {base::to_vietnamese(campaign_.last_day())}, {}},
                             value);
            return;
        }
        const auto* home_cell = run_.organisations().find(*home);
        if (!run_.organisations().is_within(*home, campaign_.organisation_id, campaign_.last_day()))
            refuse({"grade.outside_campaign", {{}, home_cell->code, campaign_.organisation_code}, {}});
        const auto* cell = find_organisation_of(run_, row, cell_column_, campaign_.last_day(), faults);
        if (cell && cell->id != *home)
            faults.add(row, cell_column_, {"grade.other_cell", {{}, cell->code, home_cell->code}, {}}, cell->code);
    }

    void insert(ImportRow& row, const base::Uuid& member, const base::Uuid& home) {
        auto grade = filler_.make(row);
        grade["campaign_id"] = campaign_.id;
        grade["member_id"] = member;
        grade["cell_id"] = home;
        run_.insert(grade);
    }

    ImportRun& run_;
    ImportCampaign campaign_;
    MemberColumns members_{member_grades_sheet};
    GradeColumns columns_{member_grades_sheet, MemberGrade::type};
    RecordFiller filler_{member_grades_sheet, MemberGrade::type};
    std::size_t cell_column_ = member_grades_sheet.index_of(MemberGrade::type, "cell_id");
    std::unordered_map<base::Uuid, std::uint32_t> graded_;  // Row of the file; 0 = in the register.
};

class OrganisationGradesTarget : public ImportTarget {
public:
    OrganisationGradesTarget(ImportRun& run, const ImportCampaign& campaign) : run_{run}, campaign_{campaign} {}

    void take(std::vector<ImportRow>& rows, ImportSheetFaults& faults) override {
        std::vector<const OrganisationDirectory::Entry*> found;
        std::vector<schema::Value> ids;
        for (auto& row : rows) {
            found.push_back(find_organisation_of(run_, row, organisation_column_, campaign_.last_day(), faults));
            if (found.back()) ids.emplace_back(found.back()->id);
        }
        for (const auto& id :
             graded_already(run_, campaign_, OrganisationGrade::type, "organisation_id", std::move(ids)))
            graded_.emplace(id, 0);

        for (std::size_t i = 0; i < rows.size(); ++i) {
            columns_.examine(rows[i], faults);
            if (found[i]) examine(rows[i], *found[i], faults);
            if (!rows[i].has_fault) insert(rows[i], found[i]->id);
        }
    }

private:
    void examine(ImportRow& row, const OrganisationDirectory::Entry& organisation, ImportSheetFaults& faults) {
        const auto refuse = [&](std::string code, std::string more) {
            faults.add(row, organisation_column_, {std::move(code), {{}, organisation.code, std::move(more)}, {}},
                       organisation.code);
        };
        const auto [at, is_new] = graded_.emplace(organisation.id, row.row);
        if (!is_new && at->second == 0)
            refuse("duplicate_in_register", std::to_string(campaign_.year));
        else if (!is_new)
            refuse("duplicate_in_file", std::to_string(at->second));
        else if (!run_.organisations().is_within(organisation.id, campaign_.organisation_id, campaign_.last_day()))
            refuse("grade.outside_campaign", campaign_.organisation_code);
    }

    void insert(ImportRow& row, const base::Uuid& organisation) {
        auto grade = filler_.make(row);
        grade["campaign_id"] = campaign_.id;
        grade["organisation_id"] = organisation;
        run_.insert(grade);
    }

    ImportRun& run_;
    ImportCampaign campaign_;
    GradeColumns columns_{organisation_grades_sheet, OrganisationGrade::type};
    RecordFiller filler_{organisation_grades_sheet, OrganisationGrade::type};
    std::size_t organisation_column_ = organisation_grades_sheet.index_of(OrganisationGrade::type, "organisation_id");
    std::unordered_map<base::Uuid, std::uint32_t> graded_;  // Row of the file; 0 = in the register.
};

}  // namespace

base::Result<ImportCampaign> campaign_of(ImportRun& run, const ImportRequest& request) {
    if (request.organisation.empty() || request.year == 0) return base::Refusal{"import.no_campaign", {}, {}};
    TRY(require_organisation(run.context(), rules::Right::import, request.organisation));
    const auto organisation = TRY(find_organisation(run.register_before(), request.organisation));
    TRY(version_on(run.register_before(), organisation, base::last_day_of_year(request.year)));
    ImportCampaign campaign{.id = {},
                            .organisation_id = organisation.id.value,
                            .organisation_code = organisation.code,
                            .year = request.year};
    const auto found = run.register_before().select<GradingCampaign>(
        {.conditions = {{.field = "organisation_id", .values = {organisation.id.value}},
                        {.field = "year", .values = {std::int64_t{request.year}}}}});
    if (!found.empty()) {
        if (found.front().state == records::CampaignState::closed)
            return base::Refusal{"grade.campaign_closed", {organisation.code, std::to_string(request.year)}, {}};
        campaign.id = found.front().id.value;
        return campaign;
    }
    auto record = schema::to_record(GradingCampaign{.organisation_id = organisation.id, .year = request.year});
    run.insert(record);
    campaign.id = record.id;
    campaign.is_new = true;
    return campaign;
}

std::unique_ptr<ImportTarget> import_member_grades(ImportRun& run, const ImportCampaign& campaign) {
    return std::make_unique<MemberGradesTarget>(run, campaign);
}

std::unique_ptr<ImportTarget> import_organisation_grades(ImportRun& run, const ImportCampaign& campaign) {
    return std::make_unique<OrganisationGradesTarget>(run, campaign);
}

}  // namespace actions
