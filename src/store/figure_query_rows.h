// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace store {

// The rows from which memory columns are built, cut down to what figures ask. What the values of each are, in order;
// ids as ids, days as ISO text, codes as text. "member columns" are one value for each of figures::member_columns(),
// empty where it does not come from that table; so with organisations.
enum class FigureRow {
    organisation,          // id, code
    organisation_version,  // organisation, valid_from, valid_to, superior, organisation columns
    succession,            // predecessor, successor
    member,                // id, person, born_on, member columns
    member_version,        // person, valid_from, valid_to, member columns
    holding,               // member, valid_from, valid_to, place of the member column that it answers
    membership,            // member, cell, valid_from, valid_to, status, entry; home memberships only
    departure,             // member, departed_on, kind
    campaign,              // organisation, year
    member_grade,          // member, cell, year, grade, reason
    organisation_grade,    // organisation, year, grade, reason
};

// Visits all of them, of one and the same state of the store, kind by kind in this order and each kind by id.
// One row in memory at a time; about 1 µs a row.
void scan_figure_rows(Store& store, const std::function<void(FigureRow, std::span<const schema::Value>)>& visit);

// How the members of a list are called: member, profile number, the day from which the name holds, full name and its
// sort key; by day. Members who were never given a name do not come.
void scan_member_names(Store& store, const std::function<void(std::span<const schema::Value>)>& visit);

}  // namespace store
