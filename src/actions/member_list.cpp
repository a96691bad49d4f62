// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/member_list.h"

#include <algorithm>
#include <unordered_map>

#include "actions/load_tree.h"
#include "actions/log_access.h"
#include "actions/reach.h"
#include "base/number_format.h"
#include "base/text.h"
#include "formats/docx_builder.h"
#include "records/party_member.h"
#include "reports/letterhead.h"

namespace actions {
namespace {

using formats::DocxAlign;
using records::Membership;
using records::PartyMember;
using records::Person;
using records::PersonVersion;

struct Line {
    std::size_t cell = 0;  // Place in the preorder of the subtree.
    std::string cell_name;
    PartyMember member;
    Person person;
    PersonVersion version;
};

// Rows of a type by one of their ids, those of the members of the list only.
template <schema::Described R, class Key>
std::unordered_map<base::Uuid, R> rows_by(store::Reader& reader, const store::Query& query, Key key) {
    std::unordered_map<base::Uuid, R> rows;
    for (auto& row : reader.select<R>(query)) {
        const auto id = key(row);
        rows.insert_or_assign(id, std::move(row));
    }
    return rows;
}

std::vector<Line> lines_of(store::Reader& reader, const rules::OrganisationTree& tree,
                           rules::OrganisationTree::Place root, base::Date on) {
    std::unordered_map<base::Uuid, std::size_t> cells;
    const auto subtree = tree.subtree(root);
    for (std::size_t i = 0; i < subtree.size(); ++i) cells.emplace(tree[subtree[i]].id.value, i);

    auto members = rows_by<PartyMember>(reader, {}, [](const auto& row) { return row.id.value; });
    auto persons = rows_by<Person>(reader, {}, [](const auto& row) { return row.id.value; });
    auto versions = rows_by<PersonVersion>(reader, {.on = on}, [](const auto& row) { return row.person_id.value; });

    std::vector<Line> lines;
    for (const auto& membership :
         reader.select<Membership>({.conditions = {{.field = "kind", .values = {std::string{"home"}}}}, .on = on})) {
        const auto cell = cells.find(membership.cell_id.value);
        if (cell == cells.end()) continue;
        Line line{.cell = cell->second, .cell_name = tree[subtree[cell->second]].name};
        line.member = std::move(members[membership.member_id.value]);
        line.version = std::move(versions[line.member.person_id.value]);
        line.person = std::move(persons[line.member.person_id.value]);
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return std::tie(a.cell, a.version.name_sort, a.member.id.value) <
               std::tie(b.cell, b.version.name_sort, b.member.id.value);
    });
    return lines;
}

formats::DocxTable table_of(const std::vector<Line>& lines, bool shows_identifiers) {
    constexpr formats::DocxTextStyle plain{.size = 12}, bold{.bold = true, .size = 12};
    formats::DocxTable table{.widths_mm = {12, 62, 26, 18, 32, 26, 26, 50}, .header_rows = 1};
    std::vector<formats::DocxCell> header;
    for (const auto* title : {"STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số thẻ đảng viên", "Ngày vào Đảng",
                              "Ngày chính thức", "Chi bộ"})
        header.push_back(formats::cell(title, DocxAlign::centre, bold));
    table.rows.push_back(std::move(header));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& [cell, cell_name, member, person, version] = lines[i];
        const auto recognised = member.recognised_on ? base::to_vietnamese(*member.recognised_on) : "";
        table.rows.push_back({
            formats::cell(std::to_string(i + 1), DocxAlign::centre, plain),
            formats::cell(version.full_name, DocxAlign::left, plain),
            formats::cell(base::to_vietnamese(person.born_on), DocxAlign::centre, plain),
            formats::cell(std::string{schema::label_of(person.sex)}, DocxAlign::centre, plain),
            formats::cell(shows_identifiers ? member.card_number : std::string{}, DocxAlign::centre, plain),
            formats::cell(base::to_vietnamese(member.ceremony_on), DocxAlign::centre, plain),
            formats::cell(recognised, DocxAlign::centre, plain),
            formats::cell(cell_name, DocxAlign::left, plain),
        });
    }
    return table;
}

std::string lay_out(const std::string& name, base::Date on, const std::vector<Line>& lines, bool shows_identifiers) {
    formats::DocxBuilder builder{{.is_landscape = true, .top_mm = 20, .bottom_mm = 15, .left_mm = 25, .right_mm = 20}};
    auto organisation = formats::paragraph(base::to_upper(name), DocxAlign::left, {.bold = true, .size = 13});
    organisation.after_points = 6;
    builder.add(organisation);
    builder.add(formats::paragraph("DANH SÁCH ĐẢNG VIÊN", DocxAlign::centre, {.bold = true, .size = 16}));
    auto subtitle = formats::paragraph("Có đến " + reports::date_in_words(on) + ": " +
                                           base::format_count(static_cast<std::int64_t>(lines.size())) + " đảng viên",
                                       DocxAlign::centre, {.italic = true});
    subtitle.after_points = 10;
    builder.add(subtitle);
    builder.add(table_of(lines, shows_identifiers));
    return builder.finish();
}

void note_reads(Context& context, const std::vector<Line>& lines) {
    std::vector<store::AccessLine> shown;
    for (const auto& line : lines)
        shown.push_back({.at_ms = context.now_ms,
                         .actor = context.actor,
                         .action = "member_list",
                         .record_type = std::string{PartyMember::type.name},
                         .record_id = line.member.id.value});
    actions::log_access(context, shown);
}

}  // namespace

base::Result<MemberList> make_member_list(Context& context, std::string_view organisation, base::Date on) {
    TRY(require_organisation(context, rules::Right::export_rows, organisation));
    const bool shows_identifiers = require_organisation(context, rules::Right::reveal, organisation).has_value();
    const auto found = TRY(find_organisation(context.store, organisation));
    const auto version = TRY(version_on(context.store, found, on));
    const auto tree = load_tree(context.store, on);
    const auto lines = lines_of(context.store, tree, *tree.find(found.id), on);
    note_reads(context, lines);
    return MemberList{lines.size(), lay_out(version.name, on, lines, shows_identifiers)};
}

}  // namespace actions
