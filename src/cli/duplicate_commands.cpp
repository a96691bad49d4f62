// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/find_duplicates.h"
#include "actions/merge_members.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "records/party_member.h"

namespace cli {
namespace {

// A member by id or by profile number.
base::Result<base::Uuid> member_of(actions::Context& context, const std::string& name) {
    if (const auto id = base::parse_uuid(name)) return *id;
    const auto found = context.store.select(
        records::PartyMember::type, {.conditions = {{.field = "profile_number", .values = {name}}}, .limit = 1});
    if (found.empty()) return base::Refusal{"not_found", {std::string{records::PartyMember::type.label}, name}, {}};
    return found.front().id;
}

std::string text_of(const actions::DuplicateMember& member) {
    std::string text = member.full_name;
    text.append(" (").append(member.profile_number).append(", sinh ").append(base::to_vietnamese(member.born_on));
    return text.append(", ").append(member.cell_name).append(")");
}

void print_preview(const actions::MergePreview& preview) {
    for (const auto& each : preview.differences)
        print_line(each.name + " (" + std::string{each.label} + "): “" + each.kept + "” | “" + each.merged + "”");
    for (const auto& row : preview.rows)
        print_line(base::to_string(row.id) + " " + std::string{row.label} +
                   (row.is_there_already ? " · bị gộp, đã có"
                    : row.is_of_merged   ? " · bị gộp"
                                         : " · giữ"));
}

}  // namespace

int duplicates(const DuplicateOptions& options) {
    Session session{options.where};
    const auto pairs = actions::find_duplicates(session.context(), {.organisation = options.organisation});
    if (!pairs) return refuse(pairs.error());
    if (options.json) print_line(actions::to_json(*pairs));
    for (const auto& pair : *pairs) {
        if (options.json) break;
        print_line(std::to_string(pair.similarity.score) + " · " + text_of(pair.first) + " · " + text_of(pair.second));
        for (const auto& each : pair.similarity.evidence)
            print_line("    " + std::string{each.points > 0 ? "+" : ""} + std::to_string(each.points) + " " +
                       std::string{each.what});
    }
    if (!options.json && pairs->empty()) print_line("Không có hồ sơ nào giống nhau đến mức phải xem.");
    return pairs->empty() ? Exit::fine : Exit::answer_is_no;
}

int merge_members(const DuplicateOptions& options) {
    Session session{options.where};
    auto& context = session.context();
    const auto kept = member_of(context, options.kept), merged = member_of(context, options.merged);
    for (const auto* member : {&kept, &merged})
        if (!*member) return refuse(member->error());
    if (options.preview) {
        const auto preview = actions::preview_merge(context, *kept, *merged);
        if (!preview) return refuse(preview.error());
        print_preview(*preview);
        return Exit::fine;
    }
    actions::MergeMembers order{
        .kept = *kept, .merged = *merged, .take = options.take, .drop = {}, .basis = {.reason = options.reason}};
    for (const auto& row : options.drop) {
        const auto id = base::parse_uuid(row);
        if (!id) return refuse({"merge.unknown_row", {row}, {}});
        order.drop.push_back(*id);
    }
    const auto entry = actions::merge_members(context, order);
    if (!entry) return refuse(entry.error());
    print_line("Đã gộp; mục nhật ký số " + std::to_string(*entry) + ". Tách lại: kientoan unmerge-members " +
               std::to_string(*entry) + ".");
    return Exit::fine;
}

int unmerge_members(const DuplicateOptions& options) {
    Session session{options.where};
    const auto parted = actions::unmerge_members(session.context(), options.entry, {.reason = options.reason});
    if (!parted) return refuse(parted.error());
    print_line("Đã tách lại hai hồ sơ như trước khi gộp.");
    return Exit::fine;
}

}  // namespace cli
