// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/registers.h"
#include "figures/figure.h"

namespace actions {

// A figure of one organisation with all below it: of a year, or on a day (today when neither is given).
struct FigureRequest {
    std::string figure;        // Name, e.g. "members.graded".
    std::string organisation;  // Code.
    int year = 0;
    std::optional<base::Date> on = {};
    std::string by = {};                       // Breakdown, or nothing.
    bool list = false;                         // Also who is behind it,
    std::string key = {};                      // and of the breakdown only this part; empty: all.
    std::optional<base::Date> structure = {};  // The tree of another day than the last one of the period.
};

// One part of the breakdown: "excellent", "Hoàn thành xuất sắc nhiệm vụ", 961; or an organisation's code and name.
struct FigurePart {
    std::string key;
    std::string label;
    std::int64_t count = 0;
};

// One member or organisation behind the figure, with the name of the day.
struct FigureItem {
    base::Uuid id;
    std::string name;
    std::string code;  // Profile number, or code of the organisation.
    std::string cell;  // Of members: code and name of the cell in which the row lies.
    std::string cell_name;
};

struct FigureAnswer {
    const figures::Figure* figure = nullptr;
    std::string organisation, organisation_name;
    int year = 0;  // Or 0 and a day.
    std::optional<base::Date> on;
    base::Date structure;
    std::int64_t value = 0;
    std::string by;
    std::vector<FigurePart> parts;  // In the order of the list, or of the codes of organisations; they add up to value.
    bool has_list = false;
    std::vector<FigureItem> list;  // In Vietnamese order of names.
};

// Refused as "figure.unknown" {name, nearest name}, "figure.unknown_breakdown" {by, allowed, …}, "figure.needs_year"
// {label}, "figure.year_or_day" when both are given, "organisation.unknown" {code}.
base::Result<FigureAnswer> answer_figure(Context& context, const FigureRequest& request);

// The figure of that name. Refused as "figure.unknown" {name, nearest name}.
base::Result<const figures::Figure*> figure_named(const std::string& name);

// The year, or the day (today when neither is given). Refused as "figure.needs_year" or "figure.year_or_day".
base::Result<base::Period> figure_period(const figures::Figure& figure, int year, std::optional<base::Date> on,
                                         base::Date today);

// Refused as "figure.unknown_breakdown" {by, allowed, …}; nothing is a breakdown too.
base::Result<void> check_breakdown(const figures::Figure& figure, const std::string& by);

// {"figure", "organisation", "year" or "on", "value", "by": {key: count}, "unit", "label", "labels": {key: label},
// "structure", "list": [{"id", "name", "code", "cell", "cell_name"}]}: what was not asked is not there.
std::string to_json(const FigureAnswer& answer);

}  // namespace actions
