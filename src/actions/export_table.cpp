// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_table.h"

#include "actions/import_row.h"
#include "actions/register_template.h"
#include "formats/csv_writer.h"
#include "formats/xlsx_writer.h"

namespace actions {

struct RegisterWriter::Output {
    std::optional<formats::XlsxWriter> xlsx;
    std::optional<formats::CsvWriter> csv;
    std::vector<formats::XlsxCell> cells = {};
    std::vector<std::string> texts = {};
};

bool is_xlsx_name(std::string_view path) { return path.ends_with(".xlsx") || path.ends_with(".XLSX"); }

RegisterWriter::RegisterWriter(const std::string& path) : output_{new Output{}} {
    if (is_xlsx_name(path))
        output_->xlsx.emplace(path);
    else
        output_->csv.emplace(path);
}
RegisterWriter::~RegisterWriter() = default;

void RegisterWriter::begin(const RegisterSheet& sheet) {
    sheet_ = &sheet;
    hidden_.clear();
    for (const auto& column : sheet.columns)
        hidden_.push_back(hides_identifiers_ && column.described().options.privacy == schema::Privacy::identifier);
    if (output_->xlsx) {
        formats::XlsxSheet described{.name = std::string{sheet.label}};
        for (const auto& column : sheet.columns) described.columns.push_back(template_column(column));
        output_->xlsx->begin_sheet(described);
        return;
    }
    output_->texts.clear();
    for (const auto& column : sheet.columns) output_->texts.emplace_back(column.shown_label());
    output_->csv->write_row(output_->texts);
}

void RegisterWriter::write(std::span<const schema::Value> values) {
    CHECK(sheet_ && values.size() == sheet_->columns.size());
    ++rows_;
    if (output_->csv) {
        output_->texts.clear();
        for (std::size_t i = 0; i < values.size(); ++i)
            output_->texts.push_back(hidden_[i] ? std::string{} : shown(sheet_->columns[i], values[i]));
        output_->csv->write_row(output_->texts);
        return;
    }
    output_->cells.assign(values.size(), {});
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (schema::is_empty(values[i]) || hidden_[i]) continue;
        auto& cell = output_->cells[i].value;
        const auto* partial = std::get_if<base::PartialDate>(&values[i]);
        if (const auto* day = std::get_if<base::Date>(&values[i]))
            cell = *day;
        else if (partial && partial->precision() == base::Precision::day)
            cell = partial->first_day();
        else
            cell = shown(sheet_->columns[i], values[i]);
    }
    output_->xlsx->write_row(output_->cells);
}

void RegisterWriter::finish() {
    if (output_->xlsx) output_->xlsx->finish();
    if (output_->csv) output_->csv->finish();
}

}  // namespace actions
