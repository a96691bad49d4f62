// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_header.h"

#include <algorithm>

#include "base/text.h"

namespace actions {
namespace {

constexpr std::uint32_t levels_max = 3;
constexpr std::string_view level_separator = " / ";

// Columns that registers have and nobody reads; the last is the one that our error file adds.
constexpr std::string_view known_extras[] = {"stt", "tt", "so tt", "so thu tu", "loi"};

void each_part(std::string_view text, std::string_view separator, auto&& visit) {
    while (true) {
        const auto end = text.find(separator);
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + separator.size());
    }
}

// "Ngày sinh (dd/mm/yyyy)" → "Ngày sinh": what explains a header is no part of its name.
std::string_view without_remark(std::string_view header) { return header.substr(0, header.find_first_of("([*:")); }

// The wordings that a header of several levels can stand for, the most telling first.
std::vector<std::string> wordings_of(std::span<const std::string> levels) {
    std::vector<std::string> wordings;
    const auto add = [&](std::string text) {
        auto folded = base::fold(text);
        if (!folded.empty() && std::find(wordings.begin(), wordings.end(), folded) == wordings.end())
            wordings.push_back(std::move(folded));
    };
    for (const bool bare : {false, true}) {
        const auto part = [&](const std::string& level) {
            return std::string{bare ? without_remark(level) : std::string_view{level}};
        };
        // Each group above with the leaf, before it or behind it: "Ngày vào Đảng" + "Dự bị", "Quyết định kết nạp" +
        // "Số".
        for (std::size_t i = levels.size() - 1; i-- > 0;) {
            add(part(levels[i]) + " " + part(levels.back()));
            add(part(levels.back()) + " " + part(levels[i]));
        }
        add(part(levels.back()));
    }
    return wordings;
}

// The cells of the top of a sheet by row and column, with the text of merged ranges in each of their cells.
class Grid {
public:
    Grid(std::span<const HeaderRow> top, std::span<const formats::CellRange> merged) : top_{top}, merged_{merged} {
        for (const auto& row : top) width_ = std::max(width_, static_cast<std::uint32_t>(row.cells.size()));
        for (const auto& range : merged) width_ = std::max(width_, std::min(range.last_column + 1, width_ + 64));
    }

    std::uint32_t width() const { return width_; }

    const std::string& text(std::uint32_t row, std::uint32_t column) const {
        for (const auto& range : merged_)
            if (row >= range.first_row && row <= range.last_row && column >= range.first_column &&
                column <= range.last_column)
                return own(range.first_row, range.first_column);
        return own(row, column);
    }
    bool has_merges(std::uint32_t row) const {
        return std::any_of(merged_.begin(), merged_.end(),
                           [&](const auto& range) { return range.first_row <= row && row <= range.last_row; });
    }

private:
    const std::string& own(std::uint32_t row, std::uint32_t column) const {
        static const std::string nothing;
        for (const auto& line : top_)
            if (line.row == row) return column < line.cells.size() ? line.cells[column] : nothing;
        return nothing;
    }

    std::span<const HeaderRow> top_;
    std::span<const formats::CellRange> merged_;
    std::uint32_t width_ = 0;
};

// The levels of each column's header when it fills rows [first, leaf]; a file without merged cells (CSV) writes a
// group once, above its first column.
std::vector<std::vector<std::string>> levels_of(const Grid& grid, std::uint32_t first, std::uint32_t leaf) {
    std::vector<std::vector<std::string>> columns(grid.width());
    for (auto row = first; row <= leaf; ++row) {
        std::string_view group;
        for (std::uint32_t column = 0; column < grid.width(); ++column) {
            std::string_view text = grid.text(row, column);
            if (row < leaf && !grid.has_merges(row)) {
                if (text.empty() && !grid.text(leaf, column).empty()) text = group;
                group = grid.text(leaf, column).empty() ? std::string_view{} : text;
            }
            auto& levels = columns[column];
            if (!text.empty() && (levels.empty() || levels.back() != text)) levels.emplace_back(text);
        }
    }
    return columns;
}

void split_joined_levels(std::vector<std::string>& levels) {
    if (levels.size() != 1 || levels[0].find(level_separator) == std::string::npos) return;
    std::vector<std::string> parts;
    each_part(levels[0], level_separator, [&](std::string_view part) { parts.emplace_back(part); });
    levels = std::move(parts);
}

HeaderGuess read_header(const Grid& grid, std::uint32_t first, std::uint32_t leaf, const HeaderNames& names) {
    HeaderGuess guess{.first_row = first, .last_row = leaf, .data_after = leaf};
    const auto& columns = names.sheet().columns;
    std::vector<bool> taken(columns.size());
    std::vector<std::vector<std::string>> wordings;

    const auto all_levels = levels_of(grid, first, leaf);
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
        auto levels = all_levels[column];
        if (levels.empty()) continue;
        std::string header;
        for (const auto& level : levels) header += (header.empty() ? "" : std::string{level_separator}) + level;
        split_joined_levels(levels);
        wordings.push_back(wordings_of(levels));
        const auto is_extra = !wordings.back().empty() && std::find(std::begin(known_extras), std::end(known_extras),
                                                                    wordings.back().back()) != std::end(known_extras);
        guess.columns.push_back(
            {.column = column, .header = std::move(header), .recognised = {}, .is_known_extra = is_extra});
    }
    const auto match = [&](auto&& find, int points) {
        for (std::size_t i = 0; i < guess.columns.size(); ++i) {
            auto& column = guess.columns[i];
            if (column.recognised || column.is_known_extra) continue;
            for (const auto& wording : wordings[i]) {
                const auto found = find(wording);
                if (!found || taken[*found]) continue;
                taken[*found] = true;
                column.recognised = found;
                guess.score += points + (columns[*found].is_required() ? 2 : 0);
                break;
            }
        }
    };
    match([&](std::string_view wording) { return names.exact(wording); }, 4);
    match([&](std::string_view wording) { return names.by_prefix(wording); }, 2);

    find_missing(guess, names.sheet());
    return guess;
}

}  // namespace

HeaderNames::HeaderNames(const RegisterSheet& sheet) : sheet_{&sheet} {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& column = sheet.columns[i];
        add(column.shown_label(), i, 0);
        add(column.synonyms, i, 1);
        add(column.described().options.label, i, 2);
        add(column.described().options.synonyms, i, 3);
    }
}

void HeaderNames::add(std::string_view wordings, std::size_t column, int rank) {
    each_part(wordings, "|", [&](std::string_view wording) {
        auto folded = base::fold(wording);
        if (folded.empty()) return;
        const auto [at, is_new] = claims_.emplace(std::move(folded), Claim{column, rank});
        auto& claim = at->second;
        if (is_new || claim.column == column) return;
        if (rank < claim.rank)
            claim = {column, rank};
        else if (rank == claim.rank)
            claim.is_shared = true;
    });
}

std::optional<std::size_t> HeaderNames::exact(std::string_view folded) const {
    const auto found = claims_.find(std::string{folded});
    if (found == claims_.end() || found->second.is_shared) return {};
    return found->second.column;
}

std::optional<std::size_t> HeaderNames::by_prefix(std::string_view folded) const {
    if (folded.find(' ') == std::string_view::npos) return {};
    std::optional<std::size_t> only;
    for (const auto& [wording, claim] : claims_) {
        if (wording.size() <= folded.size() || !wording.starts_with(folded) || wording[folded.size()] != ' ') continue;
        if (claim.is_shared || (only && *only != claim.column)) return {};
        only = claim.column;
    }
    return only;
}

void find_missing(HeaderGuess& guess, const RegisterSheet& of) {
    const auto& columns = of.columns;
    std::vector<bool> taken(columns.size());
    for (const auto& column : guess.columns)
        if (column.recognised) taken[*column.recognised] = true;
    bool names_members = false, has_member = false;
    std::optional<std::size_t> grade;
    bool has_grade = false;
    guess.missing.clear();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].is_required() && !taken[i]) guess.missing.push_back(i);
        if (columns[i].field == "grade") grade = i;
        has_grade |= taken[i] && (columns[i].field == "grade" || columns[i].field == "not_graded_reason");
        names_members |= columns[i].lookup == Lookup::member;
        has_member |= columns[i].lookup == Lookup::member && taken[i];
    }
    if (grade && !has_grade) guess.missing.push_back(*grade);
    guess.lacks_member = names_members && !has_member;
}

base::Result<void> choose_columns(HeaderGuess& guess, const RegisterSheet& of, const ColumnChoice& choice) {
    std::vector<bool> taken(of.columns.size());
    for (const auto& [letter, label] : choice) {
        const auto column = std::find_if(guess.columns.begin(), guess.columns.end(),
                                         [&](const auto& c) { return formats::column_name(c.column) == letter; });
        if (column == guess.columns.end()) return base::Refusal{"import.no_such_letter", {letter}, {}};
        if (label.empty()) {
            column->recognised = {};
            continue;
        }
        const auto wanted =
            std::find_if(of.columns.begin(), of.columns.end(), [&](const auto& c) { return c.shown_label() == label; });
        if (wanted == of.columns.end()) return base::Refusal{"import.unknown_column", {label}, {}};
        const auto place = static_cast<std::size_t>(wanted - of.columns.begin());
        if (taken[place]) return base::Refusal{"import.column_twice", {label}, {}};
        taken[place] = true;
        column->recognised = place;
        column->is_known_extra = false;
    }
    for (auto& column : guess.columns)
        if (column.recognised && taken[*column.recognised] && !choice.contains(formats::column_name(column.column)))
            column.recognised = {};
    find_missing(guess, of);
    return {};
}

std::size_t HeaderGuess::recognised() const {
    return static_cast<std::size_t>(std::count_if(columns.begin(), columns.end(),
                                                  [](const auto& column) { return column.recognised.has_value(); }));
}

bool is_numbering_row(const HeaderRow& row) {
    int expected = 0, numbers = 0;  // 0 = no number met yet.
    for (std::string_view cell : row.cells) {
        if (cell.starts_with('(') && cell.ends_with(')')) cell = cell.substr(1, cell.size() - 2);
        if (cell.empty()) continue;
        const bool is_letter = cell.size() == 1 && cell[0] >= 'A' && cell[0] <= 'Z';
        if (is_letter && expected == 0) continue;
        int number = 0;
        for (const char c : cell) {
            if (c < '0' || c > '9' || number > 1000) return false;
            number = number * 10 + (c - '0');
        }
        if (expected == 0 ? number > 1 : number != expected) return false;
        expected = number + 1;
        ++numbers;
    }
    return numbers >= 3;
}

std::optional<HeaderGuess> guess_header(std::span<const HeaderRow> top, std::span<const formats::CellRange> merged,
                                        const HeaderNames& names) {
    const Grid grid{top, merged};
    std::optional<HeaderGuess> best;
    for (std::uint32_t levels = 1; levels <= levels_max; ++levels)
        for (const auto& leaf : top) {
            if (leaf.row > formats::header_rows_searched || leaf.row < levels) continue;
            auto guess = read_header(grid, leaf.row - levels + 1, leaf.row, names);
            if (!best || guess.score > best->score) best = std::move(guess);
        }
    if (!best || best->recognised() < 2) return {};

    for (const auto& row : top) {
        if (row.row <= best->last_row) continue;
        if (is_numbering_row(row)) best->data_after = row.row;
        break;
    }
    return best;
}

}  // namespace actions
