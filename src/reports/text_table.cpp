// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/text_table.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace reports {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t header_width = 10;  // Headers of number columns break into lines of at most about this width.
constexpr std::size_t words_width_min = 18;

void append_repeated(std::string& out, std::string_view text, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) out += text;
}

void append_cell(std::string& out, std::string_view text, std::size_t width, bool is_right) {
    const auto used = width_of(text);
    const auto space = used < width ? width - used : 0;
    if (is_right) out.append(space, ' ');
    out += text;
    if (!is_right) out.append(space, ' ');
}

std::size_t widest(const std::vector<std::string>& lines) {
    std::size_t width = 0;
    for (const auto& line : lines) width = std::max(width, width_of(line));
    return width;
}

// Leading blanks belong to every line of a cell.
std::vector<std::string> wrap_cell(std::string_view text, std::size_t width) {
    const auto indent = std::min(text.find_first_not_of(' '), text.size());
    auto lines = wrap(text.substr(indent), width > indent ? width - indent : 1);
    for (auto& line : lines) line.insert(0, indent, ' ');
    return lines;
}

// What each column needs when headers of numbers break into lines of about `header_limit`.
std::vector<std::size_t> needed_widths(const std::vector<TextColumn>& columns,
                                       const std::vector<std::vector<std::string>>& rows, std::size_t header_limit) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t width = columns[i].is_right ? widest(wrap(columns[i].header, header_limit)) : 4;
        for (const auto& row : rows)
            if (!row.empty()) width = std::max(width, width_of(row[i]));
        widths.push_back(width);
    }
    return widths;
}

std::size_t total_of(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * (widths.size() - 1);
}

// Columns of words, the widest first, give way until all fit; then headers of numbers break into shorter lines.
std::vector<std::size_t> widths_of(const std::vector<TextColumn>& columns,
                                   const std::vector<std::vector<std::string>>& rows, std::size_t width) {
    for (auto header_limit = header_width;; --header_limit) {
        auto widths = needed_widths(columns, rows, header_limit);
        while (total_of(widths) > width) {
            std::size_t* widest_column = nullptr;
            for (std::size_t i = 0; i < columns.size(); ++i)
                if (!columns[i].is_right && (!widest_column || widths[i] > *widest_column)) widest_column = &widths[i];
            if (!widest_column || *widest_column <= words_width_min) break;
            --*widest_column;
        }
        if (total_of(widths) <= width || header_limit == 1) return widths;
    }
}

}  // namespace

std::size_t width_of(std::string_view text) { return base::count_characters(text); }

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines{""};
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        if (!lines.back().empty() && width_of(lines.back()) + 1 + width_of(word) > width) lines.emplace_back();
        if (!lines.back().empty()) lines.back() += ' ';
        lines.back() += word;
    }
    return lines;
}

std::string text_table(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                       std::size_t width) {
    const auto widths = widths_of(columns, rows, width);
    std::string out;
    const auto append_row = [&](const std::vector<std::string>& cells) {
        std::vector<std::vector<std::string>> lines;
        std::size_t height = 1;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            lines.push_back(wrap_cell(cells[i], widths[i]));
            height = std::max(height, lines.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string text;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                if (i > 0) text.append(gap, ' ');
                append_cell(text, line < lines[i].size() ? lines[i][line] : "", widths[i], columns[i].is_right);
            }
            out += text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
        }
    };
    const auto append_rule = [&] {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (i > 0) append_repeated(out, "─", gap);
            append_repeated(out, "─", widths[i]);
        }
        out += "\n";
    };
    std::vector<std::string> headers;
    for (const auto& column : columns) headers.push_back(column.header);
    append_row(headers);
    append_rule();
    for (const auto& row : rows) {
        if (row.empty())
            append_rule();
        else
            append_row(row);
    }
    return out;
}

}  // namespace reports
