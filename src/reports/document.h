// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "reports/report.h"

namespace reports {

// Who reports: an organisation as it was on the last day of the period.
struct Issuer {
    std::string code;
    std::string name;      // "Đảng bộ thành phố Đông Hà"
    std::string kind;      // Of records::organisation_kinds.
    std::string superior;  // Name of the organisation above; empty for a root.
};

// An organisation directly below the issuer on the last day of the year.
struct Subordinate {
    std::string code;
    std::string name;
    std::string grade;              // Of records::grades; empty where it has none.
    std::string not_graded_reason;  // Of records::not_graded_reasons; empty where it has a grade or nothing is known.
};

// Something printed: words, or a number and which one. A percentage has a denominator, a count has none.
struct Piece {
    std::string text;               // "5.907", "85,7%", "trong đó"; "" where there is nothing to say.
    std::string number = {};        // Its name (report.h); empty = words.
    std::string organisation = {};  // Code, where it is not the issuer's.
    int year = 0;                   // Of numbers.
    std::int64_t value = 0;         // Of counts; the numerator of percentages.
    std::optional<std::int64_t> denominator = {};

    bool operator==(const Piece&) const = default;
};

// A sentence as printed; empty when it has nothing to say about this organisation.
struct FilledSentence {
    std::string_view name;
    std::vector<Piece> pieces;

    std::string text() const;
};

struct FilledRow {
    Style style = Style::plain;
    std::vector<Piece> cells;  // One for each column.
};

// One column of a table. `name` is that of its placeholder in DOCX templates.
struct FilledColumn {
    std::string_view name;
    std::string header;
    bool has_numbers = false;
};

struct FilledTable {
    std::string_view name;
    std::string caption;
    std::vector<FilledColumn> columns;
    std::vector<FilledRow> rows;
};

struct FilledSection {
    std::string_view heading;
    std::vector<std::variant<FilledSentence, FilledTable>> blocks;
};

// One number of the report, printed or not, as it is exchanged and frozen.
struct Number {
    std::string name;
    std::string label;
    std::string organisation;  // Code.
    int year = 0;
    std::int64_t value = 0;

    bool operator==(const Number&) const = default;
};

// An identity that does not hold (ghi chú đối chiếu).
struct Note {
    std::string_view identity;
    std::string_view label;
    std::int64_t sum = 0;
    std::int64_t equals = 0;
    std::string text;  // Both numbers and what to do.
};

// A number that was signed as something else.
struct Difference {
    std::string name;
    std::string organisation;  // Code.
    int year = 0;
    std::string label;          // With the organisation and the year where they are not the report's.
    std::int64_t reported = 0;  // Số đã báo cáo.
    std::int64_t now = 0;       // Số hiện tại.

    bool operator==(const Difference&) const = default;
};

// The signature that the document bears, or with which it is compared.
struct Signature {
    std::string signer;
    base::Date on;
    std::string head;  // Head of the audit chain then.
};

// A report filled for one organisation and year: what every renderer shows.
struct Document {
    const Report* report = nullptr;
    Issuer issuer;
    int year = 0;
    std::string subject;  // "công tác xây dựng Đảng về tổ chức, đảng viên năm 2020"
    std::vector<FilledSection> sections;
    std::vector<Subordinate> subordinates;
    std::vector<Number> numbers;  // All, in the order of the report.
    std::vector<Piece> ratios;    // All, whether printed or not.
    std::size_t identities_checked = 0;
    std::vector<Note> notes;
    std::vector<std::string> remarks;  // Besides identities: that the year is not over.
    std::optional<Signature> signature;
    std::vector<Difference> differences;  // Of an earlier signature.
};

// "Đã đối chiếu 14 đẳng thức số liệu: tất cả đều khớp."
std::string summary_of_checks(const Document& document);
// "Đã ký: Nguyễn Văn A, ngày 05/01/2021. …"; empty without signature.
std::string summary_of_signature(const Document& document);
// Số liệu | Số đã báo cáo | Số hiện tại; without rows when nothing changed.
FilledTable table_of_differences(const Document& document);

}  // namespace reports
