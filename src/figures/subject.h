// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "schema/record_type.h"

namespace figures {

// What can be asked about a row of a subject: one code of a list, or none ("chưa có thông tin").
// It comes from one of four places; the other three are empty.
struct Column {
    std::string_view name;
    // 1. A described code field: label and list follow from its description.
    // 2. Without a field: whether a dated record of that type holds for the member on the day (yes or no).
    const schema::RecordType* type = nullptr;
    std::string_view field = {};
    // 3. A rule that answers yes or no from another column of the same row.
    std::string_view from = {};
    bool (*rule)(std::string_view code) = nullptr;
    std::string_view rule_label = {};
    // 4. Neither: the age band (figures/age_band.h) on the day of the figure, or of the event.
};

std::string_view label_of(const Column& column);
const schema::CodeList& list_of(const Column& column);
constexpr bool is_age_band(const Column& column) { return !column.type && !column.rule; }

// Có / không: the list of columns that hold or that a rule answers.
extern const schema::CodeList yes_no;

// How the rows of a subject lie in time.
enum class Time : std::uint8_t {
    interval,  // True over [valid_from, valid_to): counted on a day.
    event,     // Happened on a day: counted over a period.
    campaign,  // Belongs to the grading of a year, as of its 31/12.
};

// What is counted: rows of a table that nobody stores, each with a place in the tree of organisations.
struct Subject {
    std::string_view name;
    std::string_view label;
    Time time{};
    const schema::RecordType* entity = nullptr;  // What a row leads to: a member or an organisation.
    std::span<const Column> columns;

    const Column* find(std::string_view column) const;
    // Place of a column that is there.
    std::size_t index_of(std::string_view column) const;
};

// Đảng viên đang sinh hoạt: one row for each span of days over which all columns of a member in a home cell stay the
// same, so that on any day a member has at most one row. Place: the home cell.
extern const Subject member_state;

// Tăng, giảm: one row where a home membership begins, or ends, and the next one is not in the same cell. Place: the
// cell entered, or left; beside it the cell on the other side of a move. A move counts for an organisation when the
// other cell is outside it, then as transferred in or out: so A + B − C = D holds for every organisation. A departure
// record explains the end of the membership that held on its day or ended on it; an end without one is not stated.
extern const Subject member_entry;
extern const Subject member_exit;

// Xếp loại đảng viên: the grade rows of a year, and a row without grade and reason for each home member on 31/12 in the
// subtree of an organisation that has a campaign of that year. Place: the cell stored with the grade, or the home cell.
// One row a member: of grades in two campaigns the given one counts, then the one entered first.
extern const Subject member_grading;

// Tổ chức: one row for each version of an organisation. Place: itself.
extern const Subject organisation_state;

// Xếp loại tổ chức đảng: the grade rows of a year, and a row without grade and reason for each grassroots organisation
// on 31/12 in the subtree of an organisation that has a campaign of that year. Place: itself.
extern const Subject organisation_grading;

std::span<const Subject* const> subjects();

// What is known of a member, or of an organisation, on a day: the last columns of each subject about them.
std::span<const Column> member_columns();
std::span<const Column> organisation_columns();

}  // namespace figures
