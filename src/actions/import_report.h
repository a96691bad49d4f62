// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "schema/json_writer.h"

namespace actions {

// One thing wrong in one row. Codes, with the arguments of their messages ({0} is the header as the user wrote it):
//   required {0}   wrong_type, bad_date, year_only, bad_identifier {0, value}   not_in_list {0, value, list}
//   too_long {0, value, limit}   out_of_range {0, value, min, max}
//   unknown_organisation {0, code, day}   not_a_cell {0, code, kind}   unknown_member {0, value}
//   import.other_name {0, value, name in the register}      the number belongs to someone else
//   duplicate_in_file {0, value, row}   duplicate_in_register {0, value, whose}
//   date_order {earlier, date, later, date}   under_18_at_admission {0, date, months, months needed}
//   overlap {day, cell, from, to}   import.probationary_recognised {label, date}
//   grade.grade_or_reason {}   grade.not_home_member {day}   grade.other_cell {0, code, home cell}
//   grade.outside_campaign {0, code, campaign}   import.missing_column {label}   import.missing_member_column {}, and
//   those of rules/organisation_tree.h
struct ImportError {
    std::string sheet;      // Empty for CSV.
    std::uint32_t row = 0;  // As Excel shows it; the header row for what is wrong with a column as a whole.
    std::string column;     // The header as the user wrote it; our label where the file has no such column.
    std::string letter;     // "D"; empty where the file has no such column.
    std::string code;
    std::string value;    // What the cell shows.
    std::string message;  // Vietnamese.
};

// A column of the file and what it was taken for.
struct ImportColumn {
    std::string header;  // As written; two-level headers as "Ngày vào Đảng / Dự bị".
    std::string letter;
    std::string label;  // Ours; empty = not recognised, not read.
};

// A sheet of the file that was read as a register.
struct ImportSheet {
    std::string name;
    std::string register_name;  // RegisterSheet::name.
    std::string label;
    std::uint32_t header_row = 0;  // The last of its header rows.
    std::vector<ImportColumn> columns;
    std::int64_t rows_read = 0;
    std::int64_t rows_valid = 0;
};

// Something done or left out that the user should know: old fonts converted, identifiers padded, formulas not computed…
struct ImportNote {
    std::string code;
    std::string message;  // Vietnamese.
    bool operator==(const ImportNote&) const = default;
};

struct WrittenRows {
    std::string type;   // Record type.
    std::string label;  // Vietnamese.
    std::int64_t rows = 0;
};

// Errors kept one by one; beyond, they are only counted.
constexpr std::size_t import_error_limit = 100'000;

struct ImportReport {
    std::string kind;
    std::string file_name;  // Without its folder.
    bool dry_run = false;
    std::vector<ImportSheet> sheets;
    std::vector<ImportNote> notes;
    std::int64_t rows_read = 0;
    std::int64_t rows_valid = 0;
    std::vector<ImportError> errors;  // By sheet, row and column.
    std::int64_t error_count = 0;
    std::string batch;                 // Id of the import_batch; empty when nothing was written.
    std::vector<WrittenRows> written;  // Or that would have been written, of a dry run without errors.

    bool has_errors() const { return error_count > 0; }
};

std::string to_json(const ImportReport& report);
void write_sheet(schema::JsonWriter& json, const ImportSheet& sheet);
std::string to_text(const ImportReport& report);  // A few readable lines in Vietnamese; at most 200 errors one by one.

}  // namespace actions
