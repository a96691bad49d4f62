// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "actions/context.h"
#include "actions/import_report.h"
#include "base/legacy_encoding.h"

namespace actions {

// How far an import has come.
struct ImportProgress {
    std::int64_t done = 0;   // Rows read.
    std::int64_t total = 0;  // As the file states; 0 = it does not say.
    std::string_view text;   // What is being done, in Vietnamese.
};

// Which file to read, as which register, and what to do with it.
struct ImportRequest {
    std::string kind;          // organisations, members, memberships, or grades (of members, of organisations or both).
    std::string path;          // XLSX, XLSM or CSV.
    bool dry_run = false;      // Reads and checks all, writes nothing.
    std::string organisation;  // grades: code of the organisation whose campaign it is.
    int year = 0;              // grades: the year of the campaign.
    std::string error_file;    // Where to write the rows back with what is wrong in them (XLSX); empty = nowhere.
    std::optional<base::LegacyEncoding> encoding;  // How old fonts were typed; otherwise recognised column by column.
    // What the columns of a sheet are, where someone says so: sheet → letter → label of our column, "" = not to be
    // read. What is not named is recognised by its header.
    std::map<std::string, std::map<std::string, std::string>> mapping = {};
    // Called on the calling thread, after every few thousand rows and when what is done changes.
    std::function<void(const ImportProgress&)> on_progress = {};
    // Asked as often; true = stop. Then nothing is written, and the import is refused as "import.cancelled".
    std::function<bool()> is_cancelled = {};
};

// Nhập sổ: reads the registers of a file into the store: all of it in one transaction with one audit entry, or nothing
// when any row has a fault. A report with errors is an answer, not a refusal.
//
// A members row makes a person, a person_version (from the first day known), a party_member, the home membership (two
// of them when probation ended inside it) and, where given, exemption, suspension and departure. A memberships row that
// begins inside an open stay closes that stay. A grades row belongs to the campaign of `organisation` and `year`, which
// is opened when there is none.
//
// Rows about organisations or members out of the caller's reach have a fault as if those were not there. New
// organisations need the right to reorganise, and a superior in reach.
//
// Refusals: "access.denied"; those of formats::open_table; "import.unknown_kind" {kind, what there is};
// "import.no_campaign" {} (grades without organisation or year); "import.no_sheet" {register} (no sheet has its
// columns); "organisation.unknown" {code}; "organisation.not_on_day" {code, day}; "grade.campaign_closed" {code, year};
// "import.cancelled"; those of choose_columns (import_header.h) for the mapping. Memory is bounded by what must be
// compared across rows (identifiers; organisations; stays of members that move).
base::Result<ImportReport> import_register(Context& context, const ImportRequest& request);

}  // namespace actions
