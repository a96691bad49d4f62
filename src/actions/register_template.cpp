// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/register_template.h"

#include <array>

#include "actions/export_table.h"
#include "formats/csv_writer.h"

namespace actions {
namespace {

struct Word {
    std::string_view kind;
    std::span<const RegisterSheet* const> sheets;
};

constexpr std::array organisations{&organisations_sheet};
constexpr std::array members{&members_sheet};
constexpr std::array memberships{&memberships_sheet};
constexpr std::array grades{&member_grades_sheet, &organisation_grades_sheet};
constexpr std::array member_grades{&member_grades_sheet};
constexpr std::array organisation_grades{&organisation_grades_sheet};
constexpr std::array words{
    Word{"organisations", organisations}, Word{"members", members},
    Word{"memberships", memberships},     Word{"grades", grades},
    Word{"member_grades", member_grades}, Word{"organisation_grades", organisation_grades},
};

std::string kind_of_entry(const SheetColumn& column) {
    if (column.lookup == Lookup::organisation) return "Mã của tổ chức trong sổ";
    switch (column.described().kind) {
        case schema::Kind::date: return "Ngày, đủ ngày/tháng/năm";
        case schema::Kind::partial_date: return "Ngày; có thể chỉ ghi năm hoặc tháng/năm";
        case schema::Kind::code: return "Chọn trong danh sách";
        default: return column.described().options.accepts ? "Dãy số, giữ các số 0 ở đầu" : "Chữ";
    }
}

std::string need_of(const SheetColumn& column) {
    if (column.lookup == Lookup::member) return "Cần một trong các số";
    return column.is_required() ? "Bắt buộc" : "";
}

void write_guide(formats::XlsxWriter& writer, std::span<const RegisterSheet* const> sheets) {
    formats::XlsxSheet guide{.name = "Hướng dẫn", .has_filter = false};
    guide.columns = {{.header = "Trang tính", .width = 24},
                     {.header = "Cột", .width = 36},
                     {.header = "Phải có", .width = 20},
                     {.header = "Cách ghi", .width = 40},
                     {.header = "Ví dụ", .width = 28},
                     {.header = "Giải thích", .width = 48},
                     {.header = "Theo biểu, văn bản", .width = 32}};
    writer.begin_sheet(guide);
    for (const auto* sheet : sheets)
        for (const auto& column : sheet->columns) {
            const auto& options = column.described().options;
            const std::array<std::string, 7> texts{
                std::string{sheet->label},  std::string{column.shown_label()}, need_of(column),
                kind_of_entry(column),      std::string{column.example},       std::string{options.help},
                std::string{options.source}};
            std::vector<formats::XlsxCell> cells;
            for (const auto& text : texts) cells.push_back({.value = text});
            writer.write_row(cells);
        }
}

}  // namespace

formats::XlsxColumn template_column(const SheetColumn& column) {
    const auto& field = column.described();
    formats::XlsxColumn described{.header = std::string{column.shown_label()}, .is_required = column.is_required()};
    // Where a year alone may stand, a date format would turn the year that someone types into a day of 1905.
    described.number_format =
        field.kind == schema::Kind::date ? formats::XlsxNumberFormat::date : formats::XlsxNumberFormat::text;
    described.header_comment = kind_of_entry(column);
    if (!field.options.help.empty()) described.header_comment += ". " + std::string{field.options.help};
    if (field.list)
        for (const auto& code : field.list->codes) described.choices.emplace_back(code.label);
    return described;
}

base::Result<std::span<const RegisterSheet* const>> registers_of(std::string_view kind) {
    std::string known;
    for (const auto& word : words) {
        if (word.kind == kind) return word.sheets;
        known += (known.empty() ? "" : ", ") + std::string{word.kind};
    }
    return base::Refusal{"import.unknown_kind", {std::string{kind}, known}, {}};
}

base::Result<void> write_template(std::string_view kind, const std::string& path) {
    const auto sheets = TRY(registers_of(kind));
    if (!is_xlsx_name(path)) {
        if (sheets.size() > 1) return base::Refusal{"export.two_tables", {}, {}};
        formats::CsvWriter writer{path};
        std::vector<std::string> header;
        for (const auto& column : sheets[0]->columns) header.emplace_back(column.shown_label());
        writer.write_row(header);
        writer.finish();
        return {};
    }
    formats::XlsxWriter writer{path};
    for (const auto* sheet : sheets) {
        formats::XlsxSheet described{.name = std::string{sheet->label}};
        for (const auto& column : sheet->columns) described.columns.push_back(template_column(column));
        writer.begin_sheet(described);
    }
    write_guide(writer, sheets);
    writer.finish();
    return {};
}

}  // namespace actions
