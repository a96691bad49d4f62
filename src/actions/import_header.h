// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actions/register_sheet.h"
#include "base/result.h"
#include "formats/table.h"

// Finds the header of a register in a sheet that people made: with titles above it, two-level headers in merged cells,
// a row of column numbers below. Pure.
namespace actions {

// Every wording under which the columns of a register are known, folded (base::fold). A wording of the register itself
// goes before one of the described field; what two columns claim equally is nobody's.
class HeaderNames {
public:
    explicit HeaderNames(const RegisterSheet& sheet);

    const RegisterSheet& sheet() const { return *sheet_; }
    // The place of the column in the register. `folded` is a whole wording.
    std::optional<std::size_t> exact(std::string_view folded) const;
    // The only column of which a wording begins with these whole words; at least two of them.
    std::optional<std::size_t> by_prefix(std::string_view folded) const;

private:
    struct Claim {
        std::size_t column;
        int rank;  // 0 = the register's label, 1 = its synonyms, 2 = the field's label, 3 = its synonyms.
        bool is_shared = false;
    };
    void add(std::string_view wordings, std::size_t column, int rank);

    const RegisterSheet* sheet_;
    std::unordered_map<std::string, Claim> claims_;
};

// A row at the top of a sheet, its cells cleaned and in Unicode.
struct HeaderRow {
    std::uint32_t row = 0;  // As Excel shows it.
    std::vector<std::string> cells;
};

// One column of the file under the header.
struct GuessedColumn {
    std::uint32_t column = 0;               // From 0.
    std::string header;                     // Levels joined: "Ngày vào Đảng / Dự bị". Never empty.
    std::optional<std::size_t> recognised;  // Place in the register.
    bool is_known_extra = false;            // STT, Lỗi: nothing to read, nothing to mention.
};

struct HeaderGuess {
    std::uint32_t first_row = 0, last_row = 0;  // The rows of the header.
    std::uint32_t data_after = 0;  // Data begin below this row: the row of column numbers, if there is one.
    std::vector<GuessedColumn> columns;
    std::vector<std::size_t> missing;  // Required columns of the register that the header lacks.
    bool lacks_member = false;         // Rows name members, but no column says by which number.
    int score = 0;

    std::size_t recognised() const;
    bool is_complete() const { return missing.empty() && !lacks_member; }
};

// The best reading of the first rows as header of that register: at least two columns are recognised, else nothing.
// `merged` as from formats::TableReader. A column recognised twice is the leftmost one's.
std::optional<HeaderGuess> guess_header(std::span<const HeaderRow> top, std::span<const formats::CellRange> merged,
                                        const HeaderNames& names);

// Fills in which required columns of the register the columns of the guess lack.
void find_missing(HeaderGuess& guess, const RegisterSheet& of);

// What someone says the columns of a sheet are: letter → label of our column, "" = not to be read.
using ColumnChoice = std::map<std::string, std::string>;

// Takes the columns as chosen; what is not named stays as guessed, unless its column of the register was chosen for
// another. Refusals: "import.unknown_column" {label}; "import.column_twice" {label}; "import.no_such_letter" {letter}.
base::Result<void> choose_columns(HeaderGuess& guess, const RegisterSheet& of, const ColumnChoice& choice);

// Whether the row numbers the columns: 1 2 3 …, (1) (2) (3) …, A B 1 2 ….
bool is_numbering_row(const HeaderRow& row);

}  // namespace actions
