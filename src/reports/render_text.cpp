// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/render_text.h"

#include "base/text.h"
#include "reports/letterhead.h"
#include "reports/text_table.h"

namespace reports {
namespace {

constexpr std::size_t page_width = 100;

std::string centred(std::string_view text, std::size_t width) {
    const auto used = width_of(text);
    return std::string(used < width ? (width - used) / 2 : 0, ' ') + std::string{text};
}

// Two columns side by side, each centred in its half; what is too long for a half stands on lines of its own.
std::string side_by_side(std::string_view left, std::string_view right) {
    constexpr std::size_t half = page_width / 2;
    std::string text;
    const auto lines = wrap(left, half - 2);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) text += centred(lines[i], half) + "\n";
    auto line = centred(lines.back(), half);
    line.append(half - std::min(half, width_of(line)), ' ');
    line += centred(right, half);
    return text + line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

std::string paragraph(std::string_view text, std::size_t indent = 2) {
    std::string out;
    for (const auto& line : wrap(text, page_width - indent)) out += std::string(indent, ' ') + line + "\n";
    return out;
}

std::string heading_of(const Document& document) {
    const auto head = letterhead(document);
    std::string out;
    if (!head.superior.empty()) {
        out += side_by_side(head.superior, party_name);
        out += side_by_side(head.issuer, "──────────────────────");
    } else {
        out += side_by_side(head.issuer, party_name);
        out += side_by_side("", "──────────────────────");
    }
    out += side_by_side("*", head.date);
    out += side_by_side(head.number, "");
    out += "\n" + centred(head.title, page_width) + "\n";
    for (const auto& line : wrap(head.subject, 80)) out += centred(line, page_width) + "\n";
    return out;
}

void append(std::string& out, const FilledSentence& sentence) { out += "\n" + paragraph(sentence.text()); }

void append(std::string& out, const FilledTable& table) {
    std::vector<TextColumn> columns;
    for (const auto& column : table.columns) columns.push_back({column.header, column.has_numbers});
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const auto& cell : row.cells) cells.push_back(cell.text);
        if (row.style == Style::part) cells[0].insert(0, "  ");
        if (row.style == Style::heading) cells[0] += ":";
        const bool is_sum = row.style == Style::total && &row == &table.rows.back() && rows.size() > 1;
        if (is_sum) rows.emplace_back();
        rows.push_back(std::move(cells));
    }
    out += "\n  " + table.caption + "\n\n";
    out += text_table(columns, rows, page_width);
}

std::string checks_of(const Document& document) {
    std::string out = "\nGhi chú đối chiếu\n\n" + paragraph(summary_of_checks(document));
    for (const auto& note : document.notes) out += paragraph("! " + note.text);
    for (const auto& remark : document.remarks) out += paragraph("! " + remark);
    return out;
}

void append_signature(std::string& out, const Document& document) {
    if (!document.signature) return;
    out += "\n" + paragraph(summary_of_signature(document));
    if (!document.differences.empty()) append(out, table_of_differences(document));
}

}  // namespace

std::string render_text(const Document& document) {
    auto out = heading_of(document);
    for (const auto& section : document.sections) {
        out += "\n" + base::to_upper(section.heading) + "\n";
        for (const auto& block : section.blocks) std::visit([&](const auto& each) { append(out, each); }, block);
    }
    out += checks_of(document);
    append_signature(out, document);
    if (!document.report->remark.empty()) out += "\n" + paragraph(document.report->remark);
    return out;
}

}  // namespace reports
