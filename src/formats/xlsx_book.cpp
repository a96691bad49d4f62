// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_book.h"

#include <algorithm>
#include <cstdio>

#include "base/check.h"
#include "formats/text_decoder.h"
#include "formats/xlsx_strings.h"

namespace formats {
namespace {

constexpr time_t created_at = 946'684'800;  // 01/01/2000: the same content must give the same bytes.
constexpr std::size_t name_limit = 31;
constexpr lxw_color_t error_ground = 0xFFC7CE, header_ground = 0xE7E6E6, required_ink = 0xC00000;

const char* number_format_code(XlsxNumberFormat format) {
    switch (format) {
        case XlsxNumberFormat::integer: return "#,##0";
        case XlsxNumberFormat::decimal: return "#,##0.00";
        case XlsxNumberFormat::text: return "@";
        case XlsxNumberFormat::date: return "dd/mm/yyyy";
        case XlsxNumberFormat::month: return "mm/yyyy";
        case XlsxNumberFormat::year: return "yyyy";
        default: return "General";
    }
}

std::uint8_t lxw_align(XlsxAlign align) {
    switch (align) {
        case XlsxAlign::left: return LXW_ALIGN_LEFT;
        case XlsxAlign::centre: return LXW_ALIGN_CENTER;
        case XlsxAlign::right: return LXW_ALIGN_RIGHT;
        default: return LXW_ALIGN_NONE;
    }
}

// Excel holds names equal that differ by case; other letters than ASCII are left to it.
std::string folded(std::string name) {
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}

}  // namespace

void check_xlsx(lxw_error error) {
    if (error != LXW_NO_ERROR) throw base::Fault{std::string{"writing XLSX: "} + lxw_strerror(error)};
}

std::string xlsx_text(std::string_view text, std::size_t limit) {
    auto result = encode_excel_escapes(valid_xml_text(text));
    if (result.size() <= limit) return result;
    std::size_t units = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const char c = result[i];
        if ((c & 0xC0) == 0x80) continue;
        units += 1u + ((c & 0xF8) == 0xF0);
        if (units <= limit) continue;
        result.resize(i);
        break;
    }
    return result;
}

XlsxBook::XlsxBook(std::filesystem::path path) : path_{std::move(path)} {
    lxw_workbook_options options{LXW_TRUE, nullptr, LXW_TRUE};
    book_ = workbook_new_opt(path_.c_str(), &options);
    if (!book_) throw base::Fault{"cannot create " + path_.string()};
    lxw_doc_properties properties{};
    properties.created = created_at;
    check_xlsx(workbook_set_properties(book_, &properties));
}

XlsxBook::~XlsxBook() {
    if (book_) lxw_workbook_free(book_);
}

std::string XlsxBook::unique_name(std::string_view wanted) {
    std::string base = xlsx_text(wanted, name_limit);
    for (char& c : base)
        if (std::string_view{"[]:*?/\\\n\r\t"}.find(c) != std::string_view::npos) c = ' ';
    while (!base.empty() && (base.front() == '\'' || base.front() == ' ')) base.erase(0, 1);
    while (!base.empty() && (base.back() == '\'' || base.back() == ' ')) base.pop_back();
    if (base.empty()) base = "Sheet";
    std::string name = base;
    for (int n = 2; !folded_names_.insert(folded(name)).second; ++n) {
        const auto suffix = " (" + std::to_string(n) + ")";
        name = xlsx_text(base, name_limit - suffix.size()) + suffix;
    }
    return name;
}

lxw_worksheet* XlsxBook::add_sheet(std::string_view wanted_name) {
    const auto name = unique_name(wanted_name);
    auto* sheet = workbook_add_worksheet(book_, name.c_str());
    if (!sheet) throw base::Fault{"writing XLSX: cannot add sheet " + name};
    sheets_.push_back(sheet);
    return sheet;
}

lxw_format* XlsxBook::format(const XlsxStyle& style) {
    auto*& format = formats_[style];
    if (format) return format;
    format = workbook_add_format(book_);
    if (!format) throw base::Fault{"writing XLSX: no memory for a format"};
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, style.size);
    format_set_num_format(format, number_format_code(style.number_format));
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (style.align != XlsxAlign::automatic) format_set_align(format, lxw_align(style.align));
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.wrap) format_set_text_wrap(format);
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    if (style.required) format_set_font_color(format, required_ink);
    if (style.error || style.header) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, style.error ? error_ground : header_ground);
    }
    return format;
}

std::string XlsxBook::list_formula(const std::vector<std::string>& choices) {
    const auto column =
        list_columns_.try_emplace(choices, static_cast<std::uint32_t>(list_columns_.size())).first->second;
    const auto name = column_name(column);
    return "='" + std::string{list_sheet_name} + "'!$" + name + "$1:$" + name + "$" + std::to_string(choices.size());
}

void XlsxBook::write_lists() {
    if (list_columns_.empty()) return;
    auto* sheet = add_sheet(list_sheet_name);
    auto* text = format({.number_format = XlsxNumberFormat::text});
    std::size_t rows = 0;
    for (const auto& [choices, column] : list_columns_) rows = std::max(rows, choices.size());
    for (std::size_t row = 0; row < rows; ++row)
        for (const auto& [choices, column] : list_columns_)
            if (row < choices.size())
                check_xlsx(worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                                  xlsx_text(choices[row], cell_length_limit).c_str(), text));
    worksheet_hide(sheet);
}

void XlsxBook::finish() {
    CHECK(book_);
    write_lists();
    // libxlsxwriter does not look whether its temporary files could be written.
    for (const auto* sheet : sheets_)
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile))
            throw base::Fault{"writing XLSX: the folder of temporary files is full"};
    check_xlsx(workbook_close(std::exchange(book_, nullptr)));
}

}  // namespace formats
