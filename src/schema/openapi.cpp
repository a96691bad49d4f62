// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/openapi.h"

#include <algorithm>
#include <boost/json.hpp>

#include "schema/json.h"

namespace schema {
namespace {

namespace json = boost::json;

constexpr std::string_view date_pattern = R"(^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$)";
constexpr std::string_view partial_date_pattern = R"(^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$)";

std::string_view shape_name(Shape shape) {
    switch (shape) {
        case Shape::entity: return "entity";
        case Shape::dated: return "dated";
        case Shape::event: return "event";
    }
    return {};
}

std::string_view reorganise_name(OnReorganise what) {
    switch (what) {
        case OnReorganise::unstated: return {};
        case OnReorganise::follow: return "follow";
        case OnReorganise::stay: return "stay";
        case OnReorganise::close: return "close";
        case OnReorganise::ask: return "ask";
    }
    return {};
}

// What the shape of a type means, for the reader of the interface.
std::string shape_text(const RecordType& type) {
    const std::string owner{type.owner};
    switch (type.shape) {
        case Shape::entity: return {};
        case Shape::dated:
            return "Đúng với `" + owner +
                   "` từ ngày `valid_from` đến trước ngày `valid_to`; không có `valid_to` là còn đúng.";
        case Shape::event: return "Xảy ra với `" + owner + "` vào ngày `" + std::string{type.on} + "`.";
    }
    return {};
}

// Adds the key unless there is nothing to say.
void say(json::object& object, std::string_view key, std::string_view text) {
    if (!text.empty()) object.emplace(key, text);
}

void add_list(json::object& object, const CodeList& list) {
    json::array codes;
    json::object labels;
    for (const auto& code : list.codes) {
        codes.emplace_back(code.code);
        labels.emplace(code.code, code.label);
    }
    object.emplace("enum", std::move(codes));
    object.emplace("x-list", list.name);
    object.emplace("x-labels", std::move(labels));
}

void add_kind(json::object& object, const Field& field) {
    const auto& options = field.options;
    switch (field.kind) {
        case Kind::boolean: object.emplace("type", "boolean"); return;
        case Kind::integer:
            object.emplace("type", "integer");
            if (options.min != INT64_MIN) object.emplace("minimum", options.min);
            if (options.max != INT64_MAX) object.emplace("maximum", options.max);
            return;
        default: object.emplace("type", "string");
    }
    switch (field.kind) {
        case Kind::text:
            if (options.required) object.emplace("minLength", 1);
            object.emplace("maxLength", field.length_max());
            break;
        case Kind::date:
            object.emplace("format", "date");
            object.emplace("pattern", date_pattern);
            break;
        case Kind::partial_date: object.emplace("pattern", partial_date_pattern); break;
        case Kind::code: add_list(object, *field.list); break;
        case Kind::reference:
            object.emplace("format", "uuid");
            object.emplace("x-references", field.target->name);
            break;
        case Kind::bytes: object.emplace("contentEncoding", "base64"); break;
        default: break;
    }
}

json::object field_schema(const Field& field) {
    const auto& options = field.options;
    json::object object{{"title", options.label}};
    say(object, "description", options.help);
    add_kind(object, field);
    if (options.derive) object.emplace("readOnly", true);
    if (options.unique) object.emplace("x-unique", true);
    if (options.privacy != Privacy::open)
        object.emplace("x-sensitive", options.privacy == Privacy::personal ? "personal" : "identifier");
    say(object, "x-source", options.source);
    say(object, "x-on-reorganise", reorganise_name(options.on_reorganise));
    return object;
}

bool is_plain(const json::value& value) { return !value.is_object() && !value.is_array(); }

void append_readable(std::string& out, const json::value& value, std::size_t depth) {
    const auto line = [&](std::size_t level) { (out += '\n').append(2 * level, ' '); };
    if (const auto* object = value.if_object(); object && !object->empty()) {
        out += '{';
        for (bool first = true; const auto& [key, member] : *object) {
            if (!first) out += ',';
            first = false;
            line(depth + 1);
            append_json_string(out, key);
            append_readable(out += ": ", member, depth + 1);
        }
        line(depth);
        out += '}';
    } else if (const auto* array = value.if_array(); array && !array->empty()) {
        const bool on_one_line = std::all_of(array->begin(), array->end(), is_plain);
        out += '[';
        for (bool first = true; const auto& member : *array) {
            if (!first) out += on_one_line ? ", " : ",";
            first = false;
            if (!on_one_line) line(depth + 1);
            append_readable(out, member, depth + 1);
        }
        if (!on_one_line) line(depth);
        out += ']';
    } else if (const auto* text = value.if_string()) {
        append_json_string(out, *text);
    } else {
        out += json::serialize(value);
    }
}

}  // namespace

json::object openapi_schema(const RecordType& type) {
    json::object properties{
        {"id", {{"type", "string"}, {"format", "uuid"}, {"readOnly", true}}},
        {"version", {{"type", "integer"}, {"minimum", 0}}},
    };
    json::array required;
    for (const auto& field : type.fields) {
        if (field.is_secret()) continue;
        properties.emplace(field.name, field_schema(field));
        if (field.options.required && !field.options.derive) required.emplace_back(field.name);
    }
    json::object object{{"title", type.label}, {"type", "object"}};
    say(object, "description", shape_text(type));
    object.emplace("x-shape", shape_name(type.shape));
    say(object, "x-owner", type.owner);
    say(object, "x-on", type.on);
    object.emplace("additionalProperties", false);
    object.emplace("required", std::move(required));
    object.emplace("properties", std::move(properties));
    return object;
}

json::object openapi_schemas(std::span<const RecordType* const> types) {
    json::object schemas;
    for (const auto* type : types) schemas.emplace(type_name(type->name), openapi_schema(*type));
    return schemas;
}

std::string type_name(std::string_view name) {
    std::string result;
    bool capital = true;
    for (const char c : name) {
        if (c != '_') result += capital && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        capital = c == '_';
    }
    return result;
}

std::string to_readable_text(const json::value& value) {
    std::string out;
    append_readable(out, value, 0);
    return out += '\n';
}

}  // namespace schema
