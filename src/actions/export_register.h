// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "actions/context.h"

namespace actions {

struct ExportRequest {
    std::string kind;          // organisations, members, memberships, grades, member_grades or organisation_grades.
    std::string organisation;  // Code: this one and all below it on that day. Empty = all that may be exported.
    base::Date on;             // What is true on that day. Grades: of the campaign of its year.
    std::string path;  // .xlsx, else CSV. Grades as CSV: member_grades or organisation_grades, a file has one table.
};

struct ExportReport {
    std::int64_t rows = 0;
};

// Xuất sổ: writes a register with the columns of its template, so that it can be imported again; equal registers give
// equal bytes. Organisations by code, superiors first; persons by cell, then by name. Only those who are members on the
// day are in it: who has left is in the memberships and departures, not in the list of members.
// Identifiers are left empty unless the caller may see those of all that is exported; whoever is in a register of
// members finds that in the access log. Refusals: "access.denied"; "import.unknown_kind" {kind, what there is},
// "organisation.unknown" {code}, "organisation.not_on_day" {code, day}, "export.two_tables" {} (grades as CSV).
base::Result<ExportReport> export_register(Context& context, const ExportRequest& request);

}  // namespace actions
