// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "schema/record_type.h"

namespace actions {

// How a column names another record.
enum class Lookup : std::uint8_t {
    none,
    organisation,  // By its code.
    member,        // By profile number, else card number, else personal id: the first of these columns that is filled.
};

// One column of a register in Excel or CSV. Label, synonyms, kind, list and format follow from the described field;
// only what is particular to the register is written here.
struct SheetColumn {
    const schema::RecordType* type;
    std::string_view field;
    bool required = false;  // In this register, besides what the field requires itself.
    bool optional = false;  // In this register, though the field is required: import knows what follows then.
    Lookup lookup = Lookup::none;
    std::string_view label = {};     // Where the register words it otherwise than the form.
    std::string_view synonyms = {};  // Further headers, separated by '|'.
    std::string_view example = {};   // Shown in the template.

    const schema::Field& described() const { return (*type)[field]; }
    std::string_view shown_label() const { return label.empty() ? described().options.label : label; }
    bool is_required() const { return !optional && (required || described().options.required); }
};

// A register (sổ, danh sách) that people keep in Excel: what one row is, and its columns in the order of the template.
struct RegisterSheet {
    // Word of the command line: organisations, members, memberships, member_grades, organisation_grades.
    std::string_view name;
    std::string_view label;  // Title of the sheet.
    std::string_view row;    // What one row is, for messages.
    std::span<const SheetColumn> columns;

    // Null when the register does not have that field.
    const SheetColumn* find(const schema::RecordType& type, std::string_view field) const;
    // Its place in `columns`; a Bug when there is none.
    std::size_t index_of(const schema::RecordType& type, std::string_view field) const;
};

extern const RegisterSheet organisations_sheet;  // One row: an organisation and what is true of it from a day on.
extern const RegisterSheet members_sheet;  // One row: a member: person, file, present cell; how he or she left, if so.
extern const RegisterSheet memberships_sheet;  // One row: a member's stay in a cell (transfers, guests).
extern const RegisterSheet
    member_grades_sheet;  // One row: the grade of a member in the campaign that the command names.
extern const RegisterSheet organisation_grades_sheet;  // One row: the grade of an organisation in that campaign.

std::span<const RegisterSheet* const> register_sheets();

}  // namespace actions
