// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/debt_table.h"
#include "actions/organisation_node.h"

namespace actions {

// Which debts of an organisation and all below it.
struct FindDebts {
    std::string organisation;           // Code.
    std::optional<base::Date> on = {};  // Today if absent.
    std::string checks = {};            // Codes of checks, separated by commas; empty = all.
    std::string severities = {};        // error, debt, note, separated by commas; empty = all.
    int days_min = 0;                   // At least so many days old.
    std::size_t offset = 0, limit = 50;
};

// How many there are, and the oldest.
struct DebtCounts {
    std::array<std::int64_t, quality::severity_count> by_severity{};
    std::optional<base::Date> oldest;

    void add(const Debt& debt);
    std::int64_t total() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
    // Errors and debts: what somebody has to do something about.
    bool has_work() const { return by_severity[0] + by_severity[1] > 0; }
};

// One line of the list: a debt of a member, or of an organisation. Borrowed from the table that the page holds.
struct DebtRow {
    const Debt* debt = nullptr;
    const MemberDebts* member = nullptr;  // Null: it is a debt of the organisation.
    stats::Place owner = stats::none;     // The cell of the member, or the organisation; none = in no cell ever.
};

struct DebtPage {
    DebtTablePtr table;
    OrganisationMention organisation;
    base::Date on;
    int score = 100;
    DebtCounts counts;  // Of all that the filter keeps.
    // How many of each check there are, whatever checks and severities were asked for.
    std::vector<std::pair<const quality::Check*, std::int64_t>> checks;
    std::size_t total = 0, offset = 0;
    std::vector<DebtRow> items;
};

// Nợ dữ liệu: errors first, then debts, then notes; of these the oldest first, then in the order of the tree and of
// names. Right: see. Those who never had a cell are listed to whoever reaches everything. Refusals: those of
// require_organisation; "request.bad_parameter" {name, value, what it should be}.
base::Result<DebtPage> find_debts(Context& context, const FindDebts& request);
std::string to_json(const DebtPage& page);

// Mức đầy đủ of an organisation with all below it: the mean of its members, less the points of the organisations of
// their cells; of one cell its own score.
int score_below(const DebtTable& table, stats::Place root);

std::int64_t age_days(const Debt& debt, base::Date on);

}  // namespace actions
