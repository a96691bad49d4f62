// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "actions/import_cell.h"
#include "actions/import_header.h"
#include "actions/import_report.h"
#include "formats/table.h"

namespace actions {

// A sheet of the file that is one of the registers looked for, and how to read it.
struct PlannedSheet {
    std::size_t place = 0;  // Of the sheet in the file.
    std::string name;
    const RegisterSheet* of = nullptr;
    HeaderGuess header;
    std::vector<int> places;                      // Column of the file of each column of the register; -1 = none.
    std::vector<base::LegacyEncoding> encodings;  // Of each column of the register.
};

// By the name of the sheet; "" of a CSV file.
using ColumnChoices = std::map<std::string, ColumnChoice>;

struct PlannedBook {
    std::vector<PlannedSheet> sheets;
    std::vector<std::string> ignored;  // Visible sheets that are none of the registers.
    bool has_1904_dates = false;
};

// Which sheets of the file are which of the registers: each by its own header. A sheet that has most of the columns but
// lacks a required one is planned too, so that the user is told; others are left out.
// `encoding` = how old fonts were typed, where the user says so; otherwise recognised by column from the first rows.
// `choices` = what the columns of a sheet are, where the user says so. Refused as "import.no_sheet" {registers} when
// there is none, and as choose_columns of import_header.h.
base::Result<PlannedBook> plan_book(formats::TableReader& reader, const std::filesystem::path& path,
                                    std::span<const RegisterSheet* const> wanted,
                                    std::optional<base::LegacyEncoding> encoding, const ColumnChoices& choices = {});

// How the sheet is described to people: its columns and what each was taken for.
ImportSheet described(const PlannedSheet& planned);

// Streams the rows below the header that have a value in a recognised column, and are no repetition of the header.
base::Result<void> read_planned(formats::TableReader& reader, const PlannedSheet& sheet,
                                const formats::RowHandler& on_row);

}  // namespace actions
