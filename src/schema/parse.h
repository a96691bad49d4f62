// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "schema/record_type.h"

// Text as people type it into a cell or a form → the value of a field.
namespace schema {

// Finds the code of a list that a person meant: by code, label or synonym, as written or else under base::fold ("dai
// hoc", "ĐẠI HỌC" and "Đại  học" are one). What folds to two codes is no answer. Immutable once built; the list must
// outlive it. A look-up allocates nothing when the text is written as in the list, and costs about 30 ns then.
class LabelIndex {
public:
    explicit LabelIndex(const CodeList& list);
    // Null when the list has no such code. Blanks at the ends count: clean the text first.
    const Code* find(std::string_view text) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    // Null = ambiguous.
    std::unordered_map<std::string, const Code*, Hash, std::equal_to<>> codes_;
};

// Reads a whole column: built once for a field, then used for each cell. Thread-safe; the field must outlive it.
//
// The text is cleaned (base::clean_text). Nothing but blanks is the empty value, also of a required field: that is for
// `validate`, as are lengths, ranges and formats. What is read:
//   boolean       có, không, x, 1, 0, đúng, sai, true, false
//   integer       1234, 1.234 or 1 234, -5
//   text          with a format (`accepts`): as typed if it has the format, else, when it begins with a digit, without
//                 blanks, without blanks, dots and dashes, or so in capitals if that has it. Leading zeros stay.
//   date          31/12/2020, 31-12-2020, 31.12.2020 or 2020-12-31; a time of midnight behind it is ignored
//   partial_date  also 12/2020, 2020-12 and 2020
//   code          see LabelIndex
//   reference     an id in its 36 characters; what else people call a record is the caller's to find
// Refusals, with args {label of the field, the text, …}: "wrong_type" {…, what is needed}, "bad_date", "year_only" (the
// day or month is missing where all must be there), "not_in_list" {…, label of the list}.
class FieldParser {
public:
    explicit FieldParser(const Field& field);
    base::Result<Value> parse(std::string_view text) const;
    const Field& field() const { return *field_; }

private:
    const Field* field_;
    std::optional<LabelIndex> labels_;  // Of a code.
};

// One value of one field. For many use a FieldParser: this one builds the index of the list each time.
base::Result<Value> parse_text(const Field& field, std::string_view text);

}  // namespace schema
