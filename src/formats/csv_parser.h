// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/table.h"

namespace formats {

// Splits UTF-8 that comes in pieces into records. Lenient as Excel: a quote inside an unquoted cell is a quote, text
// after a closing quote belongs to the cell. CR, LF and CRLF end a record.
class CsvParser {
public:
    CsvParser(char separator, const RowHandler& on_row) : separator_{separator}, on_row_{on_row} {}

    base::Result<void> feed(std::string_view text);
    base::Result<void> finish();

private:
    enum class State : std::uint8_t { cell_start, plain, quoted, after_quote, after_cr };

    base::Result<void> step(char c);
    base::Result<void> end_cell();
    base::Result<void> end_row();
    base::Refusal quote_not_closed() const;
    Cell& current() { return cells_[count_]; }

    const char separator_;
    const RowHandler& on_row_;
    State state_ = State::cell_start;
    std::vector<Cell> cells_ = std::vector<Cell>(1);
    std::uint32_t count_ = 0;  // Cells of this record that are complete.
    std::uint32_t width_ = 0;  // Up to the last filled cell.
    std::uint32_t row_ = 1;
};

}  // namespace formats
