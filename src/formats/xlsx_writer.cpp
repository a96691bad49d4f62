// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_writer.h"

#include <algorithm>

#include "base/check.h"
#include "formats/xlsx_book.h"
#include "formats/xlsx_styles.h"

namespace formats {
namespace {

constexpr std::size_t inline_list_limit = 255, header_length_limit = 255;
constexpr double width_min = 10, width_max = 60;

struct Merge {
    lxw_row_t first_row, last_row;
    lxw_col_t first_column, last_column;
    lxw_format* format;
};

double header_width(std::string_view header) {
    const auto characters = std::count_if(header.begin(), header.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return std::clamp(static_cast<double>(characters) * 1.3 + 2, width_min, width_max);
}

// An inline list is one string with commas between the choices.
bool fits_inline(const std::vector<std::string>& choices) {
    std::size_t bytes = choices.size() - 1;
    for (const auto& choice : choices) {
        if (choice.empty() || choice.find_first_of(",\"") != choice.npos) return false;
        bytes += choice.size();
    }
    return bytes <= inline_list_limit;
}

}  // namespace

struct XlsxWriter::State {
    XlsxBook book;
    lxw_worksheet* sheet = nullptr;
    XlsxSheet description = {};
    lxw_row_t row = 0;  // The next to be written, from 0.
    lxw_row_t header_row = 0;
    std::vector<Merge> merges = {};  // Not yet at their last row.
    bool is_finished = false;

    XlsxStyle column_style(std::size_t column) const {
        if (column >= description.columns.size()) return {};
        return {.border = true, .wrap = true, .number_format = description.columns[column].number_format};
    }

    void write_titles();
    void write_header();
    void write_cell(lxw_col_t column, const XlsxCell& cell);
    void write_value(lxw_col_t column, const XlsxCell& cell, XlsxStyle style);
    void write_comment(lxw_row_t at_row, lxw_col_t column, const std::string& comment);
    void start_merge(lxw_col_t column, const XlsxCell& cell, lxw_format* format);
    void end_merges();
    void add_choices(lxw_col_t column, const std::vector<std::string>& choices);
    void end_sheet();
};

XlsxCell to_xlsx_cell(const Cell& cell) {
    static constexpr XlsxStyle month{.border = true, .number_format = XlsxNumberFormat::month},
        year{.border = true, .number_format = XlsxNumberFormat::year},
        date{.border = true, .number_format = XlsxNumberFormat::date};
    switch (cell.type) {
        case Cell::Type::empty: return {};
        case Cell::Type::boolean: return {.value = cell.number != 0};
        case Cell::Type::date:
            return {.value = cell.date,
                    .style = cell.precision == base::Precision::year    ? &year
                             : cell.precision == base::Precision::month ? &month
                                                                        : &date};
        case Cell::Type::number:
            // Padded with zeros by a format that the new file does not have.
            if (cell.text.starts_with('0') && cell.text.size() > 1 && cell.text[1] != '.') return {.value = cell.text};
            return {.value = cell.number};
        default: return {.value = cell.text};
    }
}

XlsxWriter::XlsxWriter(std::filesystem::path path) : state_{new State{.book = XlsxBook{std::move(path)}}} {}
XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::begin_sheet(const XlsxSheet& sheet) {
    auto& s = *state_;
    CHECK(!s.is_finished && sheet.columns.size() <= column_limit);
    s.end_sheet();
    s.sheet = s.book.add_sheet(sheet.name);
    s.description = sheet;
    s.row = 0;
    s.merges.clear();
    worksheet_set_paper(s.sheet, 9);  // A4
    s.write_titles();
    if (!sheet.columns.empty()) s.write_header();
}

void XlsxWriter::State::write_titles() {
    const XlsxStyle style{.bold = true, .align = XlsxAlign::centre, .size = 14};
    for (const auto& title : description.titles) {
        const auto text = xlsx_text(title, cell_length_limit);
        const auto last = static_cast<lxw_col_t>(std::max<std::size_t>(description.columns.size(), 1) - 1);
        if (last > 0) {
            check_xlsx(worksheet_merge_range(sheet, row, 0, row, last, text.c_str(), book.format(style)));
        } else {
            check_xlsx(worksheet_write_string(sheet, row, 0, text.c_str(), book.format(style)));
        }
        ++row;
    }
}

void XlsxWriter::State::write_header() {
    header_row = row;
    for (std::size_t i = 0; i < description.columns.size(); ++i) {
        const auto& column = description.columns[i];
        const auto at = static_cast<lxw_col_t>(i);
        const double width = column.width > 0 ? column.width : header_width(column.header);
        check_xlsx(worksheet_set_column(sheet, at, at, width,
                                        book.format({.wrap = true, .number_format = column.number_format})));
        const XlsxStyle style{.bold = true,
                              .border = true,
                              .wrap = true,
                              .header = true,
                              .required = column.is_required,
                              .align = XlsxAlign::centre};
        check_xlsx(worksheet_write_string(sheet, row, at, xlsx_text(column.header, header_length_limit).c_str(),
                                          book.format(style)));
        write_comment(row, at, column.header_comment);
    }
    ++row;
    worksheet_freeze_panes(sheet, row, 0);
    worksheet_repeat_rows(sheet, header_row, header_row);
}

void XlsxWriter::write_row(std::span<const XlsxCell> cells) {
    auto& s = *state_;
    CHECK(s.sheet && s.row < row_limit && cells.size() <= column_limit);
    std::size_t covered_until = 0;  // By the column span of a cell before.
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i < covered_until) continue;
        covered_until = i + cells[i].column_span;
        CHECK(covered_until <= cells.size());
        s.write_cell(static_cast<lxw_col_t>(i), cells[i]);
    }
    s.end_merges();
    ++s.row;
}

void XlsxWriter::State::write_cell(lxw_col_t column, const XlsxCell& cell) {
    auto style = cell.style ? *cell.style : column_style(column);
    style.error |= cell.is_error;
    write_comment(row, column, cell.comment);
    for (const auto& merge : merges)
        if (row > merge.first_row && column >= merge.first_column && column <= merge.last_column) {
            for (auto c = column; c < column + cell.column_span; ++c)
                check_xlsx(worksheet_write_blank(sheet, row, c, merge.format));
            return;
        }
    if (cell.column_span > 1 || cell.row_span > 1) start_merge(column, cell, book.format(style));
    write_value(column, cell, style);
}

void XlsxWriter::State::start_merge(lxw_col_t column, const XlsxCell& cell, lxw_format* format) {
    const auto last_column = static_cast<lxw_col_t>(column + cell.column_span - 1);
    const lxw_row_t last_row = row + cell.row_span - 1u;
    CHECK(last_row < row_limit);
    if (cell.row_span == 1) {
        check_xlsx(worksheet_merge_range(sheet, row, column, row, last_column, "", format));
        return;
    }
    for (auto c = column; c <= last_column; ++c) check_xlsx(worksheet_write_blank(sheet, row, c, format));
    merges.push_back({row, last_row, column, last_column, format});
}

// In constant memory only the current row can be written, so a range is merged when its last row is: libxlsxwriter then
// drops what it would write above.
void XlsxWriter::State::end_merges() {
    std::erase_if(merges, [&](const Merge& merge) {
        if (merge.last_row != row) return false;
        check_xlsx(worksheet_merge_range(sheet, merge.first_row, merge.first_column, merge.last_row, merge.last_column,
                                         "", merge.format));
        return true;
    });
}

void XlsxWriter::State::write_value(lxw_col_t column, const XlsxCell& cell, XlsxStyle style) {
    const auto write_text = [&](std::string_view text) {
        const auto valid = xlsx_text(text, cell_length_limit);
        return worksheet_write_string(sheet, row, column, valid.c_str(), book.format(style));
    };
    const bool is_date_style = style.number_format == XlsxNumberFormat::date ||
                               style.number_format == XlsxNumberFormat::month ||
                               style.number_format == XlsxNumberFormat::year;
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
        check_xlsx(write_text(*text));
    } else if (const auto* number = std::get_if<double>(&cell.value)) {
        if (is_date_style) style.number_format = XlsxNumberFormat::general;
        check_xlsx(worksheet_write_number(sheet, row, column, *number, book.format(style)));
    } else if (const auto* date = std::get_if<base::Date>(&cell.value)) {
        if (!is_date_style) style.number_format = XlsxNumberFormat::date;
        const double serial = serial_of_date(*date);
        // Excel knows no day before 01/01/1900.
        check_xlsx(serial >= 1 ? worksheet_write_number(sheet, row, column, serial, book.format(style))
                               : write_text(base::to_vietnamese(*date)));
    } else if (const auto* boolean = std::get_if<bool>(&cell.value)) {
        check_xlsx(worksheet_write_boolean(sheet, row, column, *boolean, book.format(style)));
    } else if (style != XlsxStyle{}) {
        check_xlsx(worksheet_write_blank(sheet, row, column, book.format(style)));
    }
}

void XlsxWriter::State::write_comment(lxw_row_t at_row, lxw_col_t column, const std::string& comment) {
    if (comment.empty()) return;
    lxw_comment_options options{};
    options.width = 280;
    options.height = 110;
    check_xlsx(
        worksheet_write_comment_opt(sheet, at_row, column, xlsx_text(comment, cell_length_limit).c_str(), &options));
}

void XlsxWriter::State::add_choices(lxw_col_t column, const std::vector<std::string>& choices) {
    lxw_data_validation validation{};
    std::vector<const char*> list;
    std::string formula;
    if (fits_inline(choices)) {
        for (const auto& choice : choices) list.push_back(choice.c_str());
        list.push_back(nullptr);
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = const_cast<decltype(validation.value_list)>(list.data());
    } else {
        formula = book.list_formula(choices);
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = formula.data();
    }
    char title[] = "Không có trong danh sách", message[] = "Hãy chọn một giá trị trong danh sách.";
    validation.error_title = title;
    validation.error_message = message;
    const auto first = header_row + 1,
               last = std::min(std::max(header_row + description.validated_rows, row), row_limit - 1);
    if (first <= last) check_xlsx(worksheet_data_validation_range(sheet, first, column, last, column, &validation));
}

void XlsxWriter::State::end_sheet() {
    if (!sheet || description.columns.empty()) return;
    for (std::size_t i = 0; i < description.columns.size(); ++i)
        if (!description.columns[i].choices.empty())
            add_choices(static_cast<lxw_col_t>(i), description.columns[i].choices);
    if (description.has_filter)
        check_xlsx(worksheet_autofilter(sheet, header_row, 0, std::max(row - 1, header_row),
                                        static_cast<lxw_col_t>(description.columns.size() - 1)));
}

void XlsxWriter::skip_row() { ++state_->row; }

std::uint32_t XlsxWriter::next_row() const { return state_->row + 1; }

void XlsxWriter::set_width(std::uint32_t column, double width) {
    CHECK(state_->sheet && column < column_limit);
    const auto at = static_cast<lxw_col_t>(column);
    check_xlsx(worksheet_set_column(state_->sheet, at, at, width, nullptr));
}

void XlsxWriter::finish() {
    CHECK(state_->sheet && !state_->is_finished);
    state_->end_sheet();
    state_->is_finished = true;
    state_->book.finish();
}

}  // namespace formats
