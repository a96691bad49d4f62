// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "actions/context.h"
#include "base/result.h"
#include "reports/document.h"

namespace actions {

struct ReportRequest {
    std::string report = "year-end";  // Name in reports::all_reports().
    std::string organisation;         // Code.
    int year = 0;
};

// Lập báo cáo: the report of one organisation and year, filled from one state of the registers, by the tree of 31/12.
// When it was signed before, numbers that have changed since stand in `differences`. Changes nothing.
// Refusals: "report.unknown" {name, what there is}, "out_of_range" {label, year, first year}, "report.year_not_begun"
// {year}, "organisation.unknown" {code}, "organisation.not_on_day" {code, day}.
base::Result<reports::Document> make_report(Context& context, const ReportRequest& request);

}  // namespace actions
