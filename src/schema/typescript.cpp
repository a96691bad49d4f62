// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/typescript.h"

#include <algorithm>

#include "schema/json_writer.h"
#include "schema/openapi.h"

namespace schema {
namespace {

constexpr std::string_view head = R"(// SPDX-License-Identifier: AGPL-3.0-or-later
// Written by ./dev bless from the descriptions in src/records; edit those.

/** 2020-12-31 */
export type IsoDate = string;
/** 2020-12-31, 2020-12 or 2020 */
export type IsoPartialDate = string;
export type Id = string;
export type Base64 = string;

export type Kind = "boolean" | "integer" | "text" | "date" | "partial_date" | "code" | "reference" | "bytes";

export interface FieldDescription {
  name: string;
  kind: Kind;
  label: string;
  required?: true;
  derived?: true;
  show?: "in_list_and_form" | "nowhere";
  privacy?: "personal" | "identifier";
  help?: string;
  source?: string;
  max_length?: number;
  min?: number;
  max?: number;
  list?: keyof typeof labels;
  references?: keyof RecordTypes;
}

export interface RecordDescription {
  name: keyof RecordTypes;
  label: string;
  shape: "entity" | "dated" | "event";
  owner?: string;
  on?: string;
  basis?: "decision";
  fields: FieldDescription[];
}
)";

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string_view kind_name(Kind kind) {
    switch (kind) {
        case Kind::boolean: return "boolean";
        case Kind::integer: return "integer";
        case Kind::text: return "text";
        case Kind::date: return "date";
        case Kind::partial_date: return "partial_date";
        case Kind::code: return "code";
        case Kind::reference: return "reference";
        case Kind::bytes: return "bytes";
    }
    return {};
}

std::string value_type(const Field& field) {
    switch (field.kind) {
        case Kind::boolean: return "boolean";
        case Kind::integer: return "number";
        case Kind::text: return "string";
        case Kind::date: return "IsoDate";
        case Kind::partial_date: return "IsoPartialDate";
        case Kind::code: return type_name(field.list->name);
        case Kind::reference: return "Id";
        case Kind::bytes: return "Base64";
    }
    return {};
}

void append_list_type(std::string& out, const CodeList& list) {
    out.append("\n/** ").append(list.label).append(" */\nexport type ").append(type_name(list.name)).append(" =");
    for (const auto& code : list.codes) out.append("\n  | ").append(quoted(code.code));
    out += ";\n";
}

void append_labels(std::string& out, std::span<const CodeList* const> lists) {
    out += "\nexport const labels = {\n";
    for (const auto* list : lists) {
        out.append("  ").append(list->name).append(": {\n");
        for (const auto& code : list->codes)
            out.append("    ").append(code.code).append(": ").append(quoted(code.label)).append(",\n");
        out += "  },\n";
    }
    out += "} as const;\n";
}

void append_interface(std::string& out, const RecordType& type) {
    out.append("\n/** ")
        .append(type.label)
        .append(" */\nexport interface ")
        .append(type_name(type.name))
        .append(" {\n");
    out += "  id: Id;\n  version: number;\n";
    for (const auto& field : type.fields) {
        if (field.is_secret()) continue;
        out.append("  /** ").append(field.options.label);
        if (!field.options.source.empty()) out.append(" (").append(field.options.source).append(")");
        out.append(" */\n  ").append(field.name).append(field.options.required ? ": " : "?: ");
        out.append(value_type(field)).append(";\n");
    }
    out += "}\n";
}

void append_field(std::string& out, const Field& field) {
    const auto& options = field.options;
    const auto say = [&](std::string_view key, const std::string& text) {
        out.append(", ").append(key).append(": ").append(text);
    };
    out.append("      { name: ").append(quoted(field.name));
    say("kind", quoted(kind_name(field.kind)));
    say("label", quoted(options.label));
    if (options.required) say("required", "true");
    if (options.derive) say("derived", "true");
    if (options.show != Show::in_form)
        say("show", options.show == Show::nowhere ? "\"nowhere\"" : "\"in_list_and_form\"");
    if (options.privacy != Privacy::open)
        say("privacy", options.privacy == Privacy::personal ? "\"personal\"" : "\"identifier\"");
    if (!options.help.empty()) say("help", quoted(options.help));
    if (!options.source.empty()) say("source", quoted(options.source));
    if (field.kind == Kind::text) say("max_length", std::to_string(field.length_max()));
    if (options.min != INT64_MIN) say("min", std::to_string(options.min));
    if (options.max != INT64_MAX) say("max", std::to_string(options.max));
    if (field.list) say("list", quoted(field.list->name));
    if (field.target) say("references", quoted(field.target->name));
    out += " },\n";
}

void append_description(std::string& out, const RecordType& type) {
    constexpr std::string_view shapes[] = {"entity", "dated", "event"};
    out.append("  {\n    name: ").append(quoted(type.name)).append(",\n    label: ").append(quoted(type.label));
    out.append(",\n    shape: ").append(quoted(shapes[static_cast<std::size_t>(type.shape)])).append(",\n");
    if (!type.owner.empty()) out.append("    owner: ").append(quoted(type.owner)).append(",\n");
    if (!type.on.empty()) out.append("    on: ").append(quoted(type.on)).append(",\n");
    if (type.basis == Basis::decision) out += "    basis: \"decision\",\n";
    out += "    fields: [\n";
    for (const auto& field : type.fields)
        if (!field.is_secret()) append_field(out, field);
    out += "    ],\n  },\n";
}

}  // namespace

std::vector<const CodeList*> lists_of(std::span<const RecordType* const> types) {
    std::vector<const CodeList*> lists;
    for (const auto* type : types)
        for (const auto& field : type->fields)
            if (field.list && std::find(lists.begin(), lists.end(), field.list) == lists.end())
                lists.push_back(field.list);
    return lists;
}

std::string typescript(std::span<const RecordType* const> types) {
    std::string out{head};
    const auto lists = lists_of(types);
    for (const auto* list : lists) append_list_type(out, *list);
    append_labels(out, lists);
    for (const auto* type : types) append_interface(out, *type);

    out += "\nexport interface RecordTypes {\n";
    for (const auto* type : types)
        out.append("  ").append(type->name).append(": ").append(type_name(type->name)).append(";\n");
    out += "}\n\nexport const record_types: RecordDescription[] = [\n";
    for (const auto* type : types) append_description(out, *type);
    return out += "];\n";
}

}  // namespace schema
