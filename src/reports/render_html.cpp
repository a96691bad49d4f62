// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/render_html.h"

#include "reports/letterhead.h"

namespace reports {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #b8b8b8; --soft: #f3f1ec; --note: #9c1c1c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e4df; --paper: #191a1c; --line: #4b4d52; --soft: #24262a; --note: #ff9a8a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--soft); color: var(--ink);
       font: 17px/1.5 "Times New Roman", "Liberation Serif", Tinos, serif; }
main { max-width: 60rem; margin: 0 auto; padding: 3rem clamp(1rem, 5vw, 4rem); background: var(--paper); }
header { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; text-align: center; }
header p { margin: 0; }
header .rule { display: inline-block; border-bottom: 1px solid; }
header .date { font-style: italic; margin-top: .6rem; }
h1 { text-align: center; font-size: 1.3rem; margin: 2rem 0 0; }
h1 + p { text-align: center; font-weight: bold; margin: 0 auto 1.5rem; max-width: 40rem; }
h2 { font-size: 1.1rem; text-transform: uppercase; margin: 2rem 0 .5rem; break-after: avoid; }
main > section > p { text-align: justify; text-indent: 2.5em; margin: .5rem 0; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { font-weight: bold; padding: .4rem; text-align: left; break-after: avoid; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; vertical-align: middle; }
thead th { background: var(--soft); text-align: center; }
tbody th { font-weight: normal; text-align: left; }
td { text-align: right; white-space: nowrap; }
td.words { text-align: left; white-space: normal; }
tr.total th, tr.total td, tr.heading th { font-weight: bold; }
tr.part th { padding-left: 1.6rem; }
.note { border-left: 4px solid var(--note); padding-left: .8rem; }
.note li { color: var(--note); }
footer { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: 2.5rem; break-inside: avoid; }
footer .signer { text-align: center; font-weight: bold; }
footer .signer span { display: block; margin-top: 5rem; }
.recipients { white-space: pre-line; font-size: .85rem; }
.remark { font-size: .8rem; font-style: italic; }
@media print {
  @page { size: A4; margin: 20mm 15mm 20mm 30mm; }
  body, main { background: none; padding: 0; font-size: 13pt; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
)";

std::string escape(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view content, std::string_view attributes = {}) {
    std::string out = "<" + std::string{name};
    if (!attributes.empty()) out += " " + std::string{attributes};
    return out + ">" + std::string{content} + "</" + std::string{name} + ">";
}

// Which number it is, for whoever opens it to the rows behind it.
std::string data_of(const Piece& piece) {
    if (piece.number.empty()) return {};
    auto data = "data-figure=\"" + escape(piece.number) + "\" data-organisation=\"" + escape(piece.organisation) +
                "\" data-year=\"" + std::to_string(piece.year) + "\" data-value=\"" + std::to_string(piece.value) +
                "\"";
    if (piece.denominator) data += " data-of=\"" + std::to_string(*piece.denominator) + "\"";
    return data;
}

void append(std::string& out, const FilledSentence& sentence) {
    out += "<p>";
    for (const auto& piece : sentence.pieces)
        out += piece.number.empty() ? escape(piece.text) : element("span", escape(piece.text), data_of(piece));
    out += "</p>\n";
}

std::string_view class_of(Style style) {
    switch (style) {
        case Style::total: return "class=\"total\"";
        case Style::part: return "class=\"part\"";
        case Style::heading: return "class=\"heading\"";
        case Style::plain: return {};
    }
    return {};
}

std::string row_of(const FilledTable& table, const FilledRow& row) {
    if (row.style == Style::heading)
        return element("th", escape(row.cells[0].text),
                       "scope=\"colgroup\" colspan=\"" + std::to_string(table.columns.size()) + "\"");
    auto cells = element("th", escape(row.cells[0].text), "scope=\"row\"");
    for (std::size_t i = 1; i < row.cells.size(); ++i)
        cells += element("td", escape(row.cells[i].text),
                         table.columns[i].has_numbers ? data_of(row.cells[i]) : "class=\"words\"");
    return cells;
}

void append(std::string& out, const FilledTable& table) {
    out += "<div class=\"scroll\"><table>\n" + element("caption", escape(table.caption)) + "\n<thead><tr>";
    for (const auto& column : table.columns) out += element("th", escape(column.header), "scope=\"col\"");
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) out += element("tr", row_of(table, row), class_of(row.style)) + "\n";
    out += "</tbody></table></div>\n";
}

void append_header(std::string& out, const Letterhead& head) {
    out += "<header>\n<div>";
    if (!head.superior.empty()) out += element("p", escape(head.superior));
    out += element("p", element("strong", escape(head.issuer))) + "<p>*</p>" + element("p", escape(head.number));
    out += "</div>\n<div>" + element("p", element("strong", escape(party_name), "class=\"rule\"")) +
           element("p", escape(head.date), "class=\"date\"") + "</div>\n</header>\n";
    out += element("h1", escape(head.title)) + "\n" + element("p", escape(head.subject)) + "\n";
}

void append_checks(std::string& out, const Document& document) {
    const bool is_fine = document.notes.empty() && document.remarks.empty();
    out += "<section" + std::string{is_fine ? "" : " class=\"note\""} + ">\n";
    out += element("h2", "Ghi chú đối chiếu") + element("p", escape(summary_of_checks(document)));
    std::string items;
    for (const auto& note : document.notes) items += element("li", escape(note.text));
    for (const auto& remark : document.remarks) items += element("li", escape(remark));
    if (!items.empty()) out += element("ul", items);
    out += "\n</section>\n";
}

void append_signature(std::string& out, const Document& document) {
    if (!document.signature) return;
    out += "<section" + std::string{document.differences.empty() ? "" : " class=\"note\""} + ">\n" +
           element("p", escape(summary_of_signature(document))) + "\n";
    if (!document.differences.empty()) append(out, table_of_differences(document));
    out += "</section>\n";
}

}  // namespace

std::string render_html(const Document& document) {
    const auto head = letterhead(document);
    std::string out =
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out += element("title", escape("Báo cáo " + head.subject + " – " + document.issuer.name)) + "\n";
    out += element("style", style) + "\n</head>\n<body>\n<main>\n";
    append_header(out, head);
    for (const auto& section : document.sections) {
        out += "<section>\n" + element("h2", escape(section.heading)) + "\n";
        for (const auto& block : section.blocks) std::visit([&](const auto& each) { append(out, each); }, block);
        out += "</section>\n";
    }
    append_checks(out, document);
    append_signature(out, document);
    out += "<footer>\n" +
           element("div", element("strong", "Nơi nhận:") + "\n" + escape(head.recipients), "class=\"recipients\"") +
           element("div", escape(head.on_behalf_of) + element("span", escape(head.signer)), "class=\"signer\"") +
           "\n</footer>\n";
    if (!document.report->remark.empty())
        out += element("p", escape(document.report->remark), "class=\"remark\"") + "\n";
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace reports
