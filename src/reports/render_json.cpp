// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/render_json.h"

#include <boost/json.hpp>

#include "figures/figure.h"
#include "reports/json_layout.h"

namespace reports {
namespace {

namespace json = boost::json;

// A member of an object, made an object itself when it is not there yet.
json::object& object_in(json::object& parent, std::string_view key) {
    auto& child = parent[key];
    if (!child.is_object()) child.emplace_object();
    return child.as_object();
}

json::object& figure_entry(json::object& figures, const figures::Share& share) {
    const bool is_new = !figures.contains(share.figure);
    auto& entry = object_in(figures, share.figure);
    if (is_new) {
        const auto* figure = figures::find(share.figure);
        entry = {{"label", figure->label}, {"unit", figures::label_of(figure->unit)}};
    }
    return entry;
}

// {"members": {"label", "unit", "value", "previous", "by": {"sex": {"female": …}}, "previous_by": {…}}}
json::object figures_of(const Document& document) {
    json::object figures;
    for (const auto& number : document.numbers) {
        if (number.organisation != document.issuer.code) continue;
        const auto share = parse_share(number.name);
        auto& entry = figure_entry(figures, *share);
        const bool is_now = number.year == document.year;
        if (share->code.empty())
            entry[is_now ? "value" : "previous"] = number.value;
        else
            object_in(object_in(entry, is_now ? "by" : "previous_by"), share->by)[share->code] = number.value;
    }
    return figures;
}

json::object ratios_of(const Document& document) {
    json::object ratios;
    for (const auto& piece : document.ratios) {
        const auto* ratio = figures::find_ratio(piece.number);
        ratios[piece.number] = {{"label", ratio->label},
                                {"numerator", piece.value},
                                {"denominator", *piece.denominator},
                                {"base", ratio->base},
                                {"text", piece.text}};
    }
    return ratios;
}

json::array subordinates_of(const Document& document) {
    json::array rows;
    for (const auto& subordinate : document.subordinates) {
        json::object figures;
        for (const auto& number : document.numbers)
            if (number.organisation == subordinate.code) figures[number.name] = number.value;
        // Round brackets: in braces a value becomes a list of one.
        const auto or_null = [](const std::string& code) { return code.empty() ? json::value() : json::value(code); };
        rows.push_back({{"code", subordinate.code},
                        {"name", subordinate.name},
                        {"grade", or_null(subordinate.grade)},
                        {"not_graded_reason", or_null(subordinate.not_graded_reason)},
                        {"figures", std::move(figures)}});
    }
    return rows;
}

json::object sentences_of(const Document& document) {
    json::object sentences;
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* sentence = std::get_if<FilledSentence>(&block))
                sentences[sentence->name] = sentence->text();
    return sentences;
}

json::object checks_of(const Document& document) {
    json::array notes;
    for (const auto& note : document.notes)
        notes.push_back({{"identity", note.identity},
                         {"label", note.label},
                         {"sum", note.sum},
                         {"equals", note.equals},
                         {"text", note.text}});
    return {{"identities", document.identities_checked}, {"broken", std::move(notes)}};
}

json::value signature_of(const Document& document) {
    if (!document.signature) return nullptr;
    json::array changed;
    for (const auto& difference : document.differences)
        changed.push_back({{"number", difference.name},
                           {"organisation", difference.organisation},
                           {"year", difference.year},
                           {"label", difference.label},
                           {"reported", difference.reported},
                           {"now", difference.now}});
    return json::object{{"signer", document.signature->signer},
                        {"on", base::to_iso(document.signature->on)},
                        {"head", document.signature->head},
                        {"differences", std::move(changed)}};
}

}  // namespace

std::string render_json(const Document& document) {
    json::array remarks(document.remarks.begin(), document.remarks.end());
    return lay_out(json::object{{"report", document.report->name},
                                {"organisation", document.issuer.code},
                                {"organisation_name", document.issuer.name},
                                {"year", document.year},
                                {"subject", document.subject},
                                {"figures", figures_of(document)},
                                {"ratios", ratios_of(document)},
                                {"subordinates", subordinates_of(document)},
                                {"sentences", sentences_of(document)},
                                {"checks", checks_of(document)},
                                {"remarks", std::move(remarks)},
                                {"signature", signature_of(document)}});
}

}  // namespace reports
