// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_member_rows.h"

#include "records/person.h"

namespace actions {
namespace {

std::string text_at(const ImportRow& row, std::size_t column) {
    const auto* text = value_at<std::string>(row, column);
    return text ? *text : std::string{};
}

// A member out of reach is none.
void forget_unreached(ImportRun& run, std::vector<std::optional<KnownMember>>& found) {
    if (run.reaches_everything()) return;
    std::vector<base::Uuid> ids;
    for (const auto& member : found)
        if (member) ids.push_back(member->id);
    const auto reached = run.reached(ids);
    for (auto& member : found)
        if (member && !reached.contains(member->id)) member.reset();
}

}  // namespace

MemberColumns::MemberColumns(const RegisterSheet& of)
    : profile_{of.index_of(records::PartyMember::type, "profile_number")},
      card_{of.index_of(records::PartyMember::type, "card_number")},
      personal_id_{of.index_of(records::Person::type, "personal_id")},
      name_{of.index_of(records::PersonVersion::type, "full_name")} {}

std::size_t MemberColumns::naming_column(const ImportRow& row) const {
    for (const auto column : {profile_, card_, personal_id_})
        if (!text_at(row, column).empty()) return column;
    return profile_;
}

std::vector<std::optional<KnownMember>> MemberColumns::find(ImportRun& run, std::vector<ImportRow>& rows,
                                                            ImportSheetFaults& faults) const {
    std::vector<MemberNumbers> numbers;
    for (const auto& row : rows)
        numbers.push_back({text_at(row, profile_), text_at(row, card_), text_at(row, personal_id_)});
    auto found = find_members(run.register_before(), numbers);
    forget_unreached(run, found);

    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& row = rows[i];
        const auto column = naming_column(row);
        const auto value = text_at(row, column);
        const auto& member = found[i];
        if (value.empty()) {
            // A number that is there but wrong has its fault already.
            if (row.is_wrong(profile_) || row.is_wrong(card_) || row.is_wrong(personal_id_)) continue;
            std::size_t first = profile_;
            for (const auto there : {personal_id_, card_, profile_})
                if (faults.has(there)) first = there;
            faults.add(row, first, {"required", {{}}, {}}, {});
        } else if (!member) {
            faults.add(row, column, {"unknown_member", {{}, value}, {}}, value);
        } else if (const auto name = text_at(row, name_); !name.empty() && !is_same_name(name, member->full_name)) {
            faults.add(row, column, {"import.other_name", {{}, value, member->full_name}, {}}, value);
        } else if (const auto id = text_at(row, personal_id_);
                   !id.empty() && !member->personal_id.empty() && id != member->personal_id) {
            faults.add(row, personal_id_, {"import.other_name", {{}, id, member->full_name}, {}}, id);
        }
    }
    return found;
}

}  // namespace actions
