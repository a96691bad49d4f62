// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "actions/registers.h"
#include "stats/member_list.h"

namespace actions {

// Which members, as asked in words.
struct FindMembers {
    std::string organisation;           // Code; with all below it.
    std::optional<base::Date> on = {};  // Today if absent; of a year's figure its last day.
    std::string text = {};              // Typed to find someone: stats/member_text.h.
    std::string sort = {};              // name (if empty), born_on, party_age, ceremony_on, recognised_on,
                                        // profile_number, cell; "-name" = the other way round.
    // Column and codes, separated by commas; an empty code = not given. Columns: those of figures::member_state, `kind`
    // (home, the default, or guest), `grade` (a grade, not_graded, missing, none) of `year`.
    std::vector<std::pair<std::string, std::string>> only = {};
    int year = 0;
    // Instead of who is there: the rows that make this figure, of `year` or on a day; `by` and `key` pick a part of it.
    std::string figure = {}, by = {}, key = {};
    std::size_t offset = 0, limit = 50;
};

// One row of the list. Codes and texts are borrowed from the snapshot that the page holds.
struct MemberRow {
    base::Uuid id;
    std::string_view full_name, profile_number;
    std::string card_number;  // Masked.
    base::PartialDate born_on;
    std::optional<base::Date> ceremony_on, recognised_on;
    std::string_view kind;    // home or guest
    std::string_view status;  // Empty where nobody was a member.
    std::string_view sex, ethnicity, occupation, professional_education, political_theory;
    std::string_view grade;  // When a year was given.
    std::string_view cell, cell_name;
};

struct MemberPage {
    SnapshotPtr snapshot;
    std::size_t total = 0, offset = 0;
    std::vector<MemberRow> items;
    std::string_view organisation, organisation_name, organisation_kind;
    base::Uuid organisation_id;
    base::Date on;
};

// Danh sách đảng viên. Names, ages and memberships are those of the day. Nothing is logged: identifiers are masked. Of
// 55,700 members about 0.4 ms. Refusals: "organisation.unknown" {code}; "request.bad_parameter" {name, value, what it
// should be}; those of answer_figure; "figure.not_of_members" {label}.
base::Result<MemberPage> find_members(Context& context, const FindMembers& request);

// {"total", "offset", "on", "organisation": {…}, "items": […]}: what is empty is not there.
std::string to_json(const MemberPage& page);

}  // namespace actions
