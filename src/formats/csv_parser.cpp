// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/csv_parser.h"

#include "base/check.h"
#include "formats/csv_writer.h"

namespace formats {
base::Result<void> CsvParser::feed(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        // Runs of ordinary characters are the bulk.
        std::size_t end = i;
        if (state_ == State::plain) {
            while (end < text.size() && text[end] != separator_ && text[end] != '\n' && text[end] != '\r') ++end;
        } else if (state_ == State::quoted) {
            end = std::min(text.find('"', i), text.size());
        }
        if (end > i) {
            current().text += text.substr(i, end - i);
            if (current().text.size() > 4 * cell_length_limit) {
                if (state_ == State::quoted) return quote_not_closed();
                return end_cell();
            }
            i = end;
        } else {
            TRY(step(text[i++]));
        }
    }
    return {};
}

base::Result<void> CsvParser::step(char c) {
    if (state_ == State::after_cr) {
        state_ = State::cell_start;
        if (c == '\n') return {};
    }
    switch (state_) {
        case State::cell_start:
            if (c == '"') {
                state_ = State::quoted;
                return {};
            }
            break;
        case State::quoted: state_ = State::after_quote; return {};
        case State::after_quote:
            if (c == '"') {
                current().text += '"';
                state_ = State::quoted;
                return {};
            }
            break;
        default: break;
    }
    if (c == separator_) return end_cell();
    if (c == '\n' || c == '\r') {
        TRY(end_row());
        state_ = c == '\r' ? State::after_cr : State::cell_start;
        return {};
    }
    current().text += c;
    state_ = State::plain;
    return {};
}

base::Result<void> CsvParser::end_cell() {
    auto& cell = current();
    if (exceeds_cell_length(cell.text)) {
        if (state_ == State::after_quote) return quote_not_closed();
        return base::Refusal{
            "file.cell_too_long", {"", cell_name(row_, count_), std::to_string(cell_length_limit)}, {}};
    }
    if (count_ >= column_limit)
        return base::Refusal{"file.too_many_columns", {"", std::to_string(row_), std::to_string(column_limit)}, {}};
    if (has_csv_apostrophe(cell.text)) cell.text.erase(0, 1);
    cell.type = cell.text.empty() ? Cell::Type::empty : Cell::Type::text;
    ++count_;
    if (!cell.text.empty()) width_ = count_;
    if (cells_.size() <= count_) cells_.emplace_back();
    current().text.clear();
    state_ = State::cell_start;
    return {};
}

base::Result<void> CsvParser::end_row() {
    TRY(end_cell());
    if (row_ > row_limit) return base::Refusal{"file.too_many_rows", {"", std::to_string(row_limit)}, {}};
    if (width_ > 0) TRY(on_row_({"", row_, {cells_.data(), width_}}));
    ++row_;
    count_ = width_ = 0;
    current().text.clear();
    return {};
}

base::Result<void> CsvParser::finish() {
    if (state_ == State::quoted) return quote_not_closed();
    if (state_ != State::after_cr && (state_ != State::cell_start || count_ > 0)) return end_row();
    return {};
}

base::Refusal CsvParser::quote_not_closed() const { return {"file.csv_quote_not_closed", {std::to_string(row_)}, {}}; }

}  // namespace formats
