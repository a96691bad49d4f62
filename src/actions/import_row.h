// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "actions/import_report.h"
#include "actions/register_sheet.h"
#include "schema/record_type.h"

namespace actions {

// One row of a file, read: a value for each column of its register; empty where the file has no such column, where the
// cell is empty, and where it is wrong. Organisations and members are still the text that names them.
struct ImportRow {
    std::uint32_t row = 0;  // As Excel shows it.
    std::vector<schema::Value> values;
    std::vector<std::uint16_t> wrong;  // Columns of the register that have a fault already.

    bool has_fault = false;
    bool is_wrong(std::size_t column) const;
};

// A sheet while it is being read: how the file names its columns, and what is wrong with its rows.
class ImportSheetFaults {
public:
    ImportSheetFaults(const RegisterSheet& of, const ImportSheet& sheet, std::vector<int> column_of_register,
                      ImportReport& report);

    const RegisterSheet& register_sheet() const { return *register_; }
    const std::string& sheet_name() const { return sheet_; }
    // Whether the file has that column of the register.
    bool has(std::size_t column) const { return places_[column] >= 0; }
    // The header as the user wrote it; our label where the file has no such column.
    const std::string& header(std::size_t column) const { return headers_[column]; }

    // `refusal` speaks of the cell: its first argument, where the message needs one, becomes the header. Further faults
    // of the same cell are dropped: the first says enough.
    void add(ImportRow& row, std::size_t column, base::Refusal refusal, std::string value);
    // The same, and the arguments stay as they are.
    void add_as_is(ImportRow& row, std::size_t column, base::Refusal refusal, std::string value);
    // Of the row as a whole.
    void add_to_row(ImportRow& row, base::Refusal refusal);
    // Of a column as a whole.
    void add_to_header(std::size_t column, base::Refusal refusal);
    // Rows that have a fault.
    std::int64_t faulty_rows() const { return faulty_rows_; }

private:
    void mark(ImportRow& row);
    void write(std::uint32_t row, const std::size_t* column, base::Refusal refusal, std::string value);

    const RegisterSheet* register_;
    std::string sheet_;
    std::uint32_t header_row_;
    std::vector<int> places_;  // Column of the file of each column of the register; -1 = none.
    std::vector<std::string> headers_;
    ImportReport* report_;
    std::int64_t faulty_rows_ = 0;
};

// Copies the columns of one record type from rows into records.
class RecordFiller {
public:
    RecordFiller(const RegisterSheet& of, const schema::RecordType& type);
    // A new record of the type with what the row says; references to others are still empty. Takes the values out of
    // the row.
    schema::Record make(ImportRow& row) const;

private:
    const schema::RecordType* type_;
    std::vector<std::pair<std::size_t, std::size_t>> places_;  // Column of the register, field of the record.
};

// What a person would read in the cell: labels instead of codes.
std::string shown(const SheetColumn& column, const schema::Value& value);

}  // namespace actions
