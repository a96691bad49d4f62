// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_mapping.h"

#include <algorithm>
#include <boost/json.hpp>

#include "actions/import_book.h"
#include "actions/reach.h"
#include "actions/register_template.h"
#include "base/text.h"
#include "records/platform.h"
#include "schema/json_writer.h"

namespace actions {
namespace {

namespace json = boost::json;
using records::saved_view;
using schema::JsonWriter;

// The choices of an account are kept beside its saved lists: what they are of, and for which headers.
std::string view_type(const std::string& kind) { return "import_" + kind; }

// The headers in order, whatever their case and marks, as 16 hexadecimal digits (FNV-1a). Not a secret: two sets that
// meet only suggest a wrong column, which the user sees.
std::string view_name(const PlannedSheet& sheet) {
    std::uint64_t hash = 14695981039346656037ull;
    const auto add = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
        hash = (hash ^ 0xFFu) * 1099511628211ull;
    };
    add(sheet.of->name);
    for (const auto& column : sheet.header.columns) {
        add(formats::column_name(column.column));
        add(base::fold(column.header));
    }
    std::string name{sheet.of->name};
    name += ' ';
    for (int shift = 60; shift >= 0; shift -= 4) name += "0123456789abcdef"[hash >> shift & 15];
    return name;
}

std::optional<schema::Record> find_choice(Context& context, const std::string& kind, const std::string& name) {
    if (context.access.account_id.is_nil()) return {};
    auto found =
        context.store.select(saved_view, {.conditions = {{.field = "account_id", .values = {context.access.account_id}},
                                                         {.field = "record_type", .values = {view_type(kind)}},
                                                         {.field = "name", .values = {name}}}});
    if (found.empty()) return {};
    return std::move(found.front());
}

ColumnChoice read_choice(const schema::Record& view) {
    ColumnChoice choice;
    json::error_code error;
    const auto parsed = json::parse(schema::to_text(view["definition"]), error);
    if (error || !parsed.is_object()) return choice;
    for (const auto& [letter, label] : parsed.as_object())
        if (label.is_string()) choice.emplace(letter, label.as_string());
    return choice;
}

base::Result<PlannedBook> plan(const std::string& path, const std::string& kind,
                               std::optional<base::LegacyEncoding> encoding) {
    const auto wanted = TRY(registers_of(kind));
    const auto reader = TRY(formats::open_table(path));
    return plan_book(*reader, path, wanted, encoding);
}

// What was chosen otherwise than recognised: only that is kept, for recognition may become better.
ColumnChoice differing(const PlannedSheet& planned, const ColumnChoice& choice) {
    ColumnChoice differing;
    for (const auto& column : described(planned).columns)
        if (const auto chosen = choice.find(column.letter); chosen != choice.end() && chosen->second != column.label)
            differing.insert(*chosen);
    return differing;
}

base::Result<void> keep_choice(store::Transaction& transaction, Context& context, const std::string& kind,
                               const std::string& name, const ColumnChoice& choice) {
    json::object definition;
    for (const auto& [letter, label] : choice) definition[letter] = label;
    const schema::Value text{json::serialize(definition)};
    if (auto known = find_choice(context, kind, name)) {
        if (choice.empty()) return transaction.erase(saved_view, known->id, known->version);
        if ((*known)["definition"] == text) return {};
        (*known)["definition"] = text;
        return transaction.correct(*known);
    }
    if (choice.empty()) return {};
    schema::Record view{saved_view};
    view["account_id"] = context.access.account_id;
    view["record_type"] = view_type(kind);
    view["name"] = name;
    view["definition"] = text;
    TRY(transaction.insert(view));
    return {};
}

void write_mapped(JsonWriter& json, const MappedSheet& sheet) {
    write_sheet(json, sheet.sheet);
    json.objects("choices", sheet.of->columns, [&](const SheetColumn& column) {
        json.member("label", column.shown_label()).member("required", column.is_required());
        json.member_if("help", column.described().options.help);
    });
    json.values("missing", sheet.missing).member("lacks_member", sheet.lacks_member);
}

}  // namespace

base::Result<ImportMapping> preview_mapping(Context& context, const std::string& path, const std::string& kind,
                                            std::optional<base::LegacyEncoding> encoding) {
    TRY(require(context, rules::Right::import));
    auto book = TRY(plan(path, kind, encoding));
    ImportMapping mapping{.sheets = {}, .ignored = std::move(book.ignored)};
    for (auto& planned : book.sheets) {
        // A choice of an older program may name columns that are gone: then the guess stands.
        if (const auto known = find_choice(context, kind, view_name(planned)))
            if (auto chosen = planned.header; choose_columns(chosen, *planned.of, read_choice(*known)))
                planned.header = std::move(chosen);
        MappedSheet sheet{.sheet = described(planned), .of = planned.of, .missing = {}};
        for (const auto column : planned.header.missing)
            sheet.missing.push_back(planned.of->columns[column].shown_label());
        sheet.lacks_member = planned.header.lacks_member;
        mapping.sheets.push_back(std::move(sheet));
    }
    return mapping;
}

base::Result<void> remember_mapping(Context& context, const std::string& path, const std::string& kind,
                                    const std::map<std::string, std::map<std::string, std::string>>& mapping) {
    if (context.access.account_id.is_nil() || mapping.empty()) return {};
    const auto book = TRY(plan(path, kind, {}));
    const bool is_said = std::any_of(book.sheets.begin(), book.sheets.end(), [&](const PlannedSheet& planned) {
        const auto choice = mapping.find(planned.name);
        return choice != mapping.end() && (!differing(planned, choice->second).empty() ||
                                           find_choice(context, kind, view_name(planned)).has_value());
    });
    if (!is_said) return {};
    auto transaction = context.store.begin(context.intent("remember_mapping"));
    for (const auto& planned : book.sheets)
        if (const auto choice = mapping.find(planned.name); choice != mapping.end())
            TRY(keep_choice(*transaction, context, kind, view_name(planned), differing(planned, choice->second)));
    transaction->commit();
    return {};
}

std::string to_json(const ImportMapping& mapping) {
    JsonWriter json;
    json.objects("sheets", mapping.sheets, write_mapped).values("ignored", mapping.ignored);
    return json.take();
}

}  // namespace actions
