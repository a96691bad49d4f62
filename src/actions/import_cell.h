// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "actions/import_report.h"
#include "actions/register_sheet.h"
#include "base/legacy_encoding.h"
#include "formats/table.h"
#include "schema/parse.h"

namespace actions {

// What is done to the cells of a column besides reading them; told to the user after the sheet.
struct CellNotes {
    std::int64_t converted = 0;                // From an old font.
    std::string converted_from, converted_to;  // The first one.
    std::int64_t padded = 0;                   // Identifiers that a number cell had robbed of their leading zeros.
    std::string padded_from, padded_to;
    std::int64_t serials = 0;  // Days that stand there as bare numbers.
    std::string serial_from, serial_to;
};

// Reads the cells of one column of a register. Excel's number and date cells are taken for what they must have been:
//   identifier as number    text; one or two leading zeros are put back where only that makes it valid
//   date as number          1985 is a year; 20000 to 80000 is the day with that serial (from 01/01/1900 or 1904)
//   date cell               that day, month or year, as its number format shows it
// Refusals: those of schema::FieldParser, "too_long" and "bad_identifier" as schema::validate, and "wrong_type" {label,
// value, what is needed} for error cells (#N/A), TRUE and FALSE, a date or a bare number where a name or words are
// expected, a number that is no date.
class CellReader {
public:
    // The column must outlive the reader.
    CellReader(const SheetColumn& column, base::LegacyEncoding encoding, bool has_1904_dates);

    base::Result<schema::Value> read(const formats::Cell& cell);
    const CellNotes& notes() const { return notes_; }
    base::LegacyEncoding encoding() const { return encoding_; }

private:
    base::Result<schema::Value> read_value(const formats::Cell& cell);
    base::Result<schema::Value> read_text(std::string_view text);
    base::Result<schema::Value> read_number(const formats::Cell& cell);
    base::Result<schema::Value> read_date(const formats::Cell& cell);
    base::Result<schema::Value> read_serial(const formats::Cell& cell);
    base::Refusal wrong_type(const formats::Cell& cell) const;
    bool is_date() const;

    const SheetColumn* column_;
    const schema::Field* field_;
    schema::FieldParser parser_;
    base::LegacyEncoding encoding_;
    bool has_1904_dates_;
    CellNotes notes_;
    std::unordered_map<std::string, schema::Value> known_codes_;  // Texts met before in a column of codes.
};

}  // namespace actions
