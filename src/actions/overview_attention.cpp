// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/overview_attention.h"

#include <map>
#include <set>

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

// Of these organisations those of which a paper of the superior is recorded that allows the form of the day.
std::set<base::Uuid> with_consent(Context& context, std::vector<schema::Value> organisations, base::Date on) {
    std::set<base::Uuid> found;
    if (organisations.empty()) return found;
    context.store.scan(
        records::OrganisationVersion::type,
        {.conditions = {{.field = "organisation_id", .op = store::Op::in, .values = std::move(organisations)},
                        {.field = "superior_consent", .op = store::Op::is_not_empty}},
         .on = on},
        [&](const schema::Record& version) { found.insert(std::get<base::Uuid>(version["organisation_id"])); });
    return found;
}

class SizeFindings {
public:
    SizeFindings(Context& context, const SnapshotPtr& snapshot, base::Date on)
        : context_{context}, snapshot_{snapshot}, on_{on}, counts_{snapshot, on} {}

    std::vector<Attention> below(stats::Place root) {
        // Whether there is a consent is asked of those only that would need one.
        std::vector<std::pair<stats::Place, rules::OrganisationSize>> suspects;
        std::vector<schema::Value> ids;
        for (const auto place : counts_.tree().subtree(root)) {
            const auto size = counts_.exists(place) ? size_of(place) : std::nullopt;
            if (!size || rules::examine_size(*size, on_).empty()) continue;
            suspects.emplace_back(place, *size);
            ids.emplace_back(id_of(place));
        }
        const auto consents = with_consent(context_, std::move(ids), on_);
        for (auto& [place, size] : suspects) {
            size.has_superior_consent = consents.contains(id_of(place));
            for (const auto& refusal : rules::examine_size(size, on_)) add(place, refusal);
        }
        std::vector<Attention> found;
        for (auto& [code, attention] : by_code_) found.push_back(std::move(attention));
        return found;
    }

private:
    const base::Uuid& id_of(stats::Place place) const { return snapshot_->columns->forest.ids()[place]; }

    // Nothing for organisations whose size no rule looks at.
    std::optional<rules::OrganisationSize> size_of(stats::Place place) const {
        const auto kind = snapshot_->names->kind(place, stats::to_day(on_));
        if (kind == stats::no_code) return {};
        rules::OrganisationSize size{.kind = static_cast<records::OrganisationKind>(kind)};
        if (records::is_cell(size.kind)) {
            size.members = counts_.own(place).members;
            size.full_members = counts_.own(place).full;
            return size;
        }
        if (size.kind != records::OrganisationKind::grassroots_party) return {};
        size.members = counts_.node(place).members;
        return size;
    }

    void add(stats::Place place, const base::Refusal& refusal) {
        auto& attention = by_code_[refusal.code];
        const auto& code = snapshot_->columns->forest.code(place);
        if (attention.count == 0)
            attention = {refusal.code, "warning", text_of_size(refusal), 1, "/organisations/" + code};
        else
            attention = {refusal.code, "warning", std::move(attention.text), attention.count + 1, "/organisations"};
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
