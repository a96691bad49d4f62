// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/overview_attention.h"

#include <map>

#include "law/admission.h"
#include "records/party_member.h"
#include "rules/organisation_size.h"

namespace actions {
namespace {

// So many days before its end a probation is announced.
constexpr int probation_notice_days = 30;

std::string with_article(std::string text, std::string_view article) {
    if (!article.empty()) text.append(" (").append(article).append(")");
    return text;
}

std::string text_of_size(const base::Refusal& refusal) {
    const auto& limit = refusal.args.at(2);
    std::string text;
    if (refusal.code == "organisation.too_few_full_members")
        text.append("Chi bộ có dưới ").append(limit).append(" đảng viên chính thức");
    else if (refusal.code == "organisation.cell_too_large")
        text.append("Chi bộ trực thuộc có trên ").append(limit).append(" đảng viên, chưa ghi văn bản đồng ý");
    else if (refusal.code == "organisation.too_small_for_party")
        text.append("Đảng bộ cơ sở có dưới ").append(limit).append(" đảng viên, chưa ghi văn bản đồng ý");
    else
        text.append("Chi bộ cơ sở có từ ").append(limit).append(" đảng viên, chưa ghi văn bản đồng ý");
    return with_article(std::move(text), refusal.source);
}

bool has_consent(Context& context, const base::Uuid& organisation, base::Date on) {
    bool consent = false;
    context.store.scan(
        records::OrganisationVersion::type,
        {.conditions = {{.field = "organisation_id", .values = {organisation}}}, .on = on},
        [&](const schema::Record& version) { consent = !schema::is_empty(version["superior_consent"]); });
    return consent;
}

class SizeFindings {
public:
    SizeFindings(Context& context, const SnapshotPtr& snapshot, base::Date on)
        : context_{context}, snapshot_{snapshot}, on_{on}, counts_{snapshot, on} {}

    std::vector<Attention> below(stats::Place root) {
        for (const auto place : counts_.tree().subtree(root))
            if (counts_.exists(place)) examine(place);
        std::vector<Attention> found;
        for (auto& [code, attention] : by_code_) found.push_back(std::move(attention));
        return found;
    }

private:
    void examine(stats::Place place) {
        const auto kind = snapshot_->names->kind(place, stats::to_day(on_));
        if (kind == stats::no_code) return;
        rules::OrganisationSize size{.kind = static_cast<records::OrganisationKind>(kind)};
        if (records::is_cell(size.kind)) {
            size.members = counts_.own(place).members;
            size.full_members = counts_.own(place).full;
        } else if (size.kind == records::OrganisationKind::grassroots_party) {
            size.members = counts_.node(place).members;
        } else {
            return;
        }
        if (rules::examine_size(size, on_).empty()) return;
        const auto& id = snapshot_->columns->forest.ids()[place];
        size.has_superior_consent = has_consent(context_, id, on_);
        for (const auto& refusal : rules::examine_size(size, on_)) {
            auto& attention = by_code_[refusal.code];
            const auto& code = snapshot_->columns->forest.code(place);
            if (attention.count++ == 0)
                attention = {refusal.code, "warning", text_of_size(refusal), 1, "/organisations/" + code};
            else
                attention.link = "/organisations";
        }
    }

    Context& context_;
    const SnapshotPtr& snapshot_;
    base::Date on_;
    OrganisationCounts counts_;
    std::map<std::string, Attention> by_code_;
};

// Hết thời gian dự bị: counted from the ceremony.
void add_probations(const Snapshot& snapshot, stats::Place root, base::Date on, std::vector<Attention>& found) {
    const auto& limit = law::admission::probation_months;
    if (!limit.is_in_force(on)) return;
    const auto& columns = *snapshot.columns;
    const auto& table = columns.table_of(figures::member_state);
    const auto& status = table.codes[figures::member_state.index_of("status")];
    const auto probationary = static_cast<stats::Code>(records::MembershipStatus::probationary);
    const auto day = stats::to_day(on);
    std::int64_t ended = 0, soon = 0;
    for (const auto range : table.rows_of(columns.forest.tree_on(day).subtree(root)))
        for (auto row = range.begin; row < range.end; ++row) {
            if (status[row] != probationary || table.from[row] > day || table.to[row] <= day) continue;
            const auto ceremony = snapshot.roster->ceremony_on(table.entity[row]);
            if (ceremony == stats::never) continue;
            const auto end = base::add_months(stats::to_date(ceremony), limit.at(on).value);
            ended += end <= on;
            soon += end > on && end <= on + probation_notice_days;
        }
    const std::string link = "/members?status=probationary&sort=ceremony_on";
    const auto months = std::to_string(limit.at(on).value);
    if (ended > 0)
        found.push_back({"probation.ended", "due",
                         with_article("Đảng viên dự bị đã đủ " + months + " tháng, cần xét công nhận chính thức",
                                      limit.at(on).source),
                         ended, link});
    if (soon > 0)
        found.push_back({"probation.ends_soon", "note",
                         with_article("Đảng viên dự bị sẽ đủ " + months + " tháng trong " +
                                          std::to_string(probation_notice_days) + " ngày tới",
                                      limit.at(on).source),
                         soon, link});
}

void add_missing_grades(const Snapshot& snapshot, stats::Place root, int year, std::vector<Attention>& found) {
    const auto& table = snapshot.columns->table_of(figures::member_grading);
    const auto& grades = table.codes[figures::member_grading.index_of("grade")];
    const auto& reasons = table.codes[figures::member_grading.index_of("not_graded_reason")];
    const auto day = stats::to_day(base::last_day_of_year(year));
    std::int64_t missing = 0;
    for (const auto range : table.rows_of(snapshot.columns->forest.tree_on(day).subtree(root)))
        for (auto row = range.begin; row < range.end; ++row)
            missing += table.from[row] == day && grades[row] == stats::no_code && reasons[row] == stats::no_code;
    if (missing == 0) return;
    const auto text = std::to_string(year);
    found.push_back({"grades.missing", "due", "Đảng viên chưa có kết quả xếp loại năm " + text, missing,
                     "/members?figure=members.grade_missing&year=" + text});
}

}  // namespace

std::vector<Attention> attention_of(Context& context, const SnapshotPtr& snapshot, stats::Place organisation,
                                    base::Date on, std::optional<int> graded_year) {
    std::vector<Attention> found;
    add_probations(*snapshot, organisation, on, found);
    if (graded_year) add_missing_grades(*snapshot, organisation, *graded_year, found);
    for (auto& size : SizeFindings{context, snapshot, on}.below(organisation)) found.push_back(std::move(size));
    return found;
}

}  // namespace actions
