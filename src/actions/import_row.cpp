// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_row.h"

#include <algorithm>

#include "base/messages.h"
#include "formats/table.h"

namespace actions {

bool ImportRow::is_wrong(std::size_t column) const {
    return std::find(wrong.begin(), wrong.end(), column) != wrong.end();
}

ImportSheetFaults::ImportSheetFaults(const RegisterSheet& of, const ImportSheet& sheet,
                                     std::vector<int> column_of_register, ImportReport& report)
    : register_{&of},
      sheet_{sheet.name},
      header_row_{sheet.header_row},
      places_{std::move(column_of_register)},
      report_{&report} {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        headers_.emplace_back(of.columns[i].shown_label());
        const auto letter =
            places_[i] < 0 ? std::string{} : formats::column_name(static_cast<std::uint32_t>(places_[i]));
        for (const auto& column : sheet.columns)
            if (!letter.empty() && column.letter == letter) headers_.back() = column.header;
    }
}

void ImportSheetFaults::write(std::uint32_t row, const std::size_t* column, base::Refusal refusal, std::string value) {
    ++report_->error_count;
    if (report_->errors.size() >= import_error_limit) return;
    ImportError error{.sheet = sheet_,
                      .row = row,
                      .column = {},
                      .letter = {},
                      .code = refusal.code,
                      .value = std::move(value),
                      .message = base::message(refusal)};
    if (column) {
        error.column = headers_[*column];
        if (places_[*column] >= 0) error.letter = formats::column_name(static_cast<std::uint32_t>(places_[*column]));
    }
    report_->errors.push_back(std::move(error));
}

void ImportSheetFaults::mark(ImportRow& row) {
    if (!row.has_fault) ++faulty_rows_;
    row.has_fault = true;
}

void ImportSheetFaults::add(ImportRow& row, std::size_t column, base::Refusal refusal, std::string value) {
    if (!refusal.args.empty()) refusal.args[0] = headers_[column];
    add_as_is(row, column, std::move(refusal), std::move(value));
}

void ImportSheetFaults::add_as_is(ImportRow& row, std::size_t column, base::Refusal refusal, std::string value) {
    if (row.is_wrong(column)) return;
    row.wrong.push_back(static_cast<std::uint16_t>(column));
    mark(row);
    write(row.row, &column, std::move(refusal), std::move(value));
}

void ImportSheetFaults::add_to_row(ImportRow& row, base::Refusal refusal) {
    mark(row);
    write(row.row, nullptr, std::move(refusal), {});
}

void ImportSheetFaults::add_to_header(std::size_t column, base::Refusal refusal) {
    write(header_row_, &column, std::move(refusal), {});
}

RecordFiller::RecordFiller(const RegisterSheet& of, const schema::RecordType& type) : type_{&type} {
    for (std::size_t i = 0; i < of.columns.size(); ++i)
        if (of.columns[i].type == &type && of.columns[i].lookup == Lookup::none)
            places_.emplace_back(i, type.index_of(of.columns[i].field));
}

schema::Record RecordFiller::make(ImportRow& row) const {
    schema::Record record{*type_};
    for (const auto& [column, field] : places_) record.values[field] = std::move(row.values[column]);
    return record;
}

std::string shown(const SheetColumn& column, const schema::Value& value) {
    if (const auto* list = column.described().list)
        if (const auto* code = std::get_if<std::string>(&value)) return std::string{list->label_of(*code)};
    return schema::to_text(value);
}

}  // namespace actions
