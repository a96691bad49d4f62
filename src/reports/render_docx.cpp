// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/render_docx.h"

#include "base/number_format.h"
#include "formats/docx.h"
#include "reports/docx_template.h"
#include "reports/letterhead.h"
#include "reports/placeholders.h"

namespace reports {
namespace {

using formats::DocxData;
using formats::DocxItem;

void add_letterhead(DocxData& data, const Document& document) {
    const auto head = letterhead(document);
    data.values = {
        {"superior", head.superior},
        {"issuer", head.issuer},
        {"organisation", document.issuer.name},
        {"number", head.number},
        {"date", head.date},
        {"title", head.title},
        {"subject", head.subject},
        {"year", std::to_string(document.year)},
        {"previous_year", std::to_string(document.year - 1)},
        {"last_day", base::to_vietnamese(base::last_day_of_year(document.year))},
        {"recipients", head.recipients},
        {"on_behalf_of", head.on_behalf_of},
        {"signer", head.signer},
        {"checks", summary_of_checks(document)},
        {"signature", summary_of_signature(document)},
        {"remark", std::string{document.report->remark}},
    };
}

// Numbers that the report did not count are of an organisation that has nothing of the kind.
void add_numbers(DocxData& data, const Document& document) {
    for (const auto& name : number_names(*document.report)) data.values.emplace(name, "0");
    for (const auto& number : document.numbers) {
        if (number.organisation != document.issuer.code) continue;
        const auto suffix = number.year == document.year ? "" : "@previous";
        data.values[number.name + suffix] = base::format_count(number.value);
    }
    for (const auto& ratio : document.ratios) data.values[ratio.number] = ratio.text.empty() ? "—" : ratio.text;
}

std::string_view flag_of(Style style) {
    switch (style) {
        case Style::plain: return "plain";
        case Style::total: return "total";
        case Style::part: return "part";
        case Style::heading: return "heading";
    }
    return {};
}

// A blank that keeps the height of the letters in a cell without any.
constexpr std::string_view no_break_space = "\u00a0";

std::vector<DocxItem> items_of(const FilledTable& table) {
    std::vector<DocxItem> items;
    for (const auto& row : table.rows) {
        DocxItem item{{std::string{flag_of(row.style)}, "1"}};
        for (std::size_t i = 0; i < row.cells.size(); ++i) item[std::string{table.columns[i].name}] = row.cells[i].text;
        items.push_back(std::move(item));
    }
    return items;
}

// A template may name a block that this organisation has no use for.
void add_blocks(DocxData& data, const Document& document) {
    for (const auto& each : template_placeholders(*document.report)) {
        if (each.kind == formats::DocxPlaceholder::Kind::list)
            data.lists[each.name];
        else if (each.list.empty())
            data.values.emplace(each.name, "");
    }
    for (std::size_t i = 0; i < document.report->sections.size(); ++i)
        for (const auto& section : document.sections)
            if (section.heading == document.report->sections[i].heading)
                data.values[heading_name(i)] = std::string{section.heading};
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks) {
            if (const auto* sentence = std::get_if<FilledSentence>(&block))
                data.values["sentence." + std::string{sentence->name}] = sentence->text();
            else if (const auto* table = std::get_if<FilledTable>(&block))
                data.lists["table." + std::string{table->name}] = items_of(*table);
        }
    for (const auto& note : document.notes) data.lists["notes"].push_back({{"text", note.text}});
    for (const auto& remark : document.remarks) data.lists["notes"].push_back({{"text", remark}});
    data.lists["differences"] = items_of(table_of_differences(document));
}

}  // namespace

base::Result<std::string> render_docx(const Document& document, std::string_view office_template) {
    DocxData data;
    add_letterhead(data, document);
    add_numbers(data, document);
    add_blocks(data, document);
    if (office_template.empty()) return formats::fill_docx(default_template(*document.report), data);
    TRY(check_template(*document.report, office_template));
    return formats::fill_docx(office_template, data);
}

}  // namespace reports
