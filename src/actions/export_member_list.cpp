// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_member_list.h"

#include <algorithm>
#include <array>

#include "actions/log_access.h"
#include "actions/reach.h"
#include "base/number_format.h"
#include "formats/xlsx_writer.h"
#include "records/grading.h"
#include "records/lists.h"
#include "records/party_member.h"

namespace actions {
namespace {

constexpr std::array columns_of_list{
    MemberListColumn{"full_name", "Họ và tên"},
    MemberListColumn{"born_on", "Ngày sinh"},
    MemberListColumn{"sex", "Giới tính"},
    MemberListColumn{"cell", "Mã chi bộ"},
    MemberListColumn{"cell_name", "Chi bộ"},
    MemberListColumn{"status", "Tư cách"},
    MemberListColumn{"profile_number", "Số lý lịch"},
    MemberListColumn{"card_number", "Số thẻ đảng viên"},
    MemberListColumn{"ceremony_on", "Ngày vào Đảng"},
    MemberListColumn{"recognised_on", "Ngày chính thức"},
    MemberListColumn{"ethnicity", "Dân tộc"},
    MemberListColumn{"occupation", "Nghề nghiệp"},
    MemberListColumn{"professional_education", "Trình độ chuyên môn"},
    MemberListColumn{"political_theory", "Lý luận chính trị"},
    MemberListColumn{"grade", "Xếp loại"},
};

using formats::XlsxCell;

XlsxCell text_cell(std::string_view text) { return text.empty() ? XlsxCell{} : XlsxCell{.value = std::string{text}}; }
XlsxCell code_cell(const schema::CodeList& list, std::string_view code) { return text_cell(list.label_of(code)); }
XlsxCell day_cell(const std::optional<base::Date>& day) { return day ? XlsxCell{.value = *day} : XlsxCell{}; }

XlsxCell birth_cell(base::PartialDate born) {
    if (born == base::PartialDate{}) return {};
    return born.day != 0 ? XlsxCell{.value = born.first_day()} : text_cell(base::to_vietnamese(born));
}

XlsxCell grade_cell(std::string_view code) {
    if (records::grades.index_of(code)) return code_cell(records::grades, code);
    return code_cell(records::not_graded_reasons, code);
}

XlsxCell cell_of(std::string_view column, const MemberRow& row) {
    if (column == "full_name") return text_cell(row.full_name);
    if (column == "born_on") return birth_cell(row.born_on);
    if (column == "sex") return code_cell(records::sexes, row.sex);
    if (column == "cell") return text_cell(row.cell);
    if (column == "cell_name") return text_cell(row.cell_name);
    if (column == "status") return code_cell(records::membership_statuses, row.status);
    if (column == "profile_number") return text_cell(row.profile_number);
    if (column == "card_number") return text_cell(row.card_number);
    if (column == "ceremony_on") return day_cell(row.ceremony_on);
    if (column == "recognised_on") return day_cell(row.recognised_on);
    if (column == "ethnicity") return code_cell(records::ethnic_groups, row.ethnicity);
    if (column == "occupation") return code_cell(records::occupations, row.occupation);
    if (column == "professional_education")
        return code_cell(records::professional_education_levels, row.professional_education);
    if (column == "political_theory") return code_cell(records::political_theory_levels, row.political_theory);
    return grade_cell(row.grade);
}

base::Result<std::vector<const MemberListColumn*>> columns_named(std::span<const std::string> names) {
    std::vector<const MemberListColumn*> columns;
    for (const auto& column : columns_of_list)
        if (names.empty()) columns.push_back(&column);
    for (const auto& name : names) {
        const auto found = std::find_if(columns_of_list.begin(), columns_of_list.end(),
                                        [&](const MemberListColumn& column) { return column.name == name; });
        if (found == columns_of_list.end()) {
            std::string known;
            for (const auto& column : columns_of_list) known.append(known.empty() ? "" : ", ").append(column.name);
            return base::Refusal{"request.bad_parameter", {"columns", name, known}, {}};
        }
        columns.push_back(&*found);
    }
    return columns;
}

constexpr std::size_t everyone = 100'000'000;

// The filter in words, so that the file says which rows it has.
std::string filter_text(const FindMembers& request) {
    std::string text;
    const auto add = [&](std::string_view name, std::string_view value) {
        text.append(text.empty() ? "Lọc: " : "; ").append(name).append(" = ").append(value);
    };
    if (!request.text.empty()) add("tìm", request.text);
    for (const auto& [column, codes] : request.only) add(column, codes);
    if (!request.figure.empty()) add("số liệu", figures::find(request.figure)->label);
    if (!request.key.empty()) add(request.by, request.key);
    if (request.year != 0) add("năm", std::to_string(request.year));
    return text;
}

std::vector<std::string> titles_of(const FindMembers& request, const MemberPage& page) {
    std::string when = "Ngày ";
    when.append(base::to_vietnamese(page.on)).append(", ");
    when.append(base::format_count(static_cast<std::int64_t>(page.total))).append(" người");
    std::vector<std::string> titles{"Danh sách đảng viên " + std::string{page.organisation_name}, std::move(when)};
    if (auto filter = filter_text(request); !filter.empty()) titles.push_back(std::move(filter));
    return titles;
}

formats::XlsxColumn column_of(const MemberListColumn& column) {
    using enum formats::XlsxNumberFormat;
    const bool is_day = column.name.ends_with("_on");
    const bool is_wide = column.name == "full_name" || column.name == "cell_name";
    return {.header = std::string{column.label}, .number_format = is_day ? date : text, .width = is_wide ? 32.0 : 16.0};
}

}  // namespace

std::span<const MemberListColumn> member_list_columns() { return columns_of_list; }

base::Result<std::size_t> export_member_list(Context& context, FindMembers request,
                                             std::span<const std::string> column_names, const std::string& path) {
    TRY(require_organisation(context, rules::Right::export_rows, request.organisation));
    const auto columns = TRY(columns_named(column_names));
    request.offset = 0;
    request.limit = everyone;
    const auto page = TRY(find_members(context, request));

    formats::XlsxWriter writer{path};
    formats::XlsxSheet sheet{.name = "Đảng viên", .titles = titles_of(request, page)};
    for (const auto* column : columns) sheet.columns.push_back(column_of(*column));
    writer.begin_sheet(sheet);
    std::vector<XlsxCell> cells;
    for (const auto& row : page.items) {
        cells.clear();
        for (const auto* column : columns) cells.push_back(cell_of(column->name, row));
        writer.write_row(cells);
    }
    writer.finish();
    log_access(context, "export_member_list", records::Organisation::type, page.organisation_id);
    return page.items.size();
}

}  // namespace actions
