// SPDX-License-Identifier: AGPL-3.0-or-later
// Phép kiểm tra dữ liệu: the table of all checks of the data-debt list. docs/data-quality.md is printed from it.
#pragma once

#include <span>
#include <string_view>

#include "quality/finding.h"
#include "schema/record_type.h"

namespace quality {

struct MemberFile;
struct OrganisationFile;

// error (sai): impossible, or it breaks a form that the register must give. debt (nợ): missing, or overdue. note (lưu
// ý): odd, or asked by a text that we know only at second hand; it costs no points and nobody must do anything.
enum class Severity : std::uint8_t { error, debt, note };
inline constexpr std::size_t severity_count = 3;
std::string_view name_of(Severity severity);   // "error"
std::string_view label_of(Severity severity);  // "Sai"
std::optional<Severity> find_severity(std::string_view name);

// Whose files a check looks at. The files of those who have left are closed but for how they left.
enum class Whose : std::uint8_t { present, departed, both };

// One row of the table. Texts are Vietnamese, for the secretary of a cell.
struct Check {
    std::string_view code;  // Stable: record type and what is wrong, e.g. "person.personal_id_missing".
    Severity severity{};
    int weight = 0;                            // Points of 100 that a file loses by it, once. 0 for notes.
    std::string_view label;                    // A few words, as a heading of a list.
    std::string_view message;                  // One sentence of the one case, with {0}, {1} filled by Finding::args.
    std::string_view meaning;                  // What is wrong with it, and for what.
    std::string_view remedy;                   // What to do.
    std::string_view source = {};              // Documents and articles, parted by "; ", where there are any.
    const schema::RecordType* type = nullptr;  // Where to look.
    std::string_view field = {};               // Of that type; empty = the whole row.
    Whose whose = Whose::present;
    // One of the two is set: a check is of members or of organisations.
    void (*of_member)(const MemberFile& file, Found& found) = nullptr;
    void (*of_organisation)(const OrganisationFile& file, Found& found) = nullptr;

    bool is_of_members() const { return of_member != nullptr; }
};

// All checks, grouped by what they are about. In the order of the table.
struct CheckGroup {
    std::string_view label;
    std::span<const Check> checks;
};
std::span<const CheckGroup> check_groups();
std::span<const Check* const> checks();
const Check* find_check(std::string_view code);

// The message of one finding.
std::string text_of(const Finding& finding);

// Of the sources of a check those that were in force on the day.
std::string source_on(const Check& check, base::Date day);

// All that is wrong with one file on its day, in the order of the table.
std::vector<Finding> examine(const MemberFile& file);
std::vector<Finding> examine(const OrganisationFile& file);

// Mức đầy đủ: 100 less the weights of the checks that found something, each once; never below 0. Exactly 100 only
// without errors and debts. A dummy value counts as none, so that it cannot raise it.
int score_of(std::span<const Finding> findings);

}  // namespace quality
