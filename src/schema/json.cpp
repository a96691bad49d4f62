// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/json.h"

#include <sodium.h>

#include <boost/json.hpp>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace schema {
namespace {

namespace json = boost::json;

std::string to_base64(const Bytes& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // The terminating zero.
    return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t size = 0;
    const int wrong = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr,
                                        sodium_base64_VARIANT_ORIGINAL);
    if (wrong) return {};
    bytes.resize(size);
    return bytes;
}

// A value as Boost sees it.
struct ToJson {
    json::value operator()(std::monostate) const { return nullptr; }
    json::value operator()(bool value) const { return value; }
    json::value operator()(std::int64_t value) const { return value; }
    json::value operator()(const std::string& value) const { return json::string{value}; }
    json::value operator()(base::Date value) const { return json::string{base::to_iso(value)}; }
    json::value operator()(base::PartialDate value) const { return json::string{base::to_iso(value)}; }
    json::value operator()(const base::Uuid& value) const { return json::string{base::to_string(value)}; }
    json::value operator()(const Bytes& value) const { return json::string{to_base64(value)}; }
};

std::string clean_lines(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) return base::clean_text(text);
    std::string result;
    std::size_t breaks = 0;
    while (true) {
        const auto end = text.find('\n');
        const auto line = base::clean_text(text.substr(0, end));
        if (!line.empty()) {
            if (!result.empty()) result.append(breaks, '\n');
            result += line;
            breaks = 0;
        }
        ++breaks;
        if (end == std::string_view::npos) return result;
        text.remove_prefix(end + 1);
    }
}

constexpr std::size_t shown_max = 60;

// What was sent, for the message: short, never cut inside a character.
std::string shown(const json::value& value) {
    const std::string text = value.is_string() ? std::string{value.get_string()} : json::serialize(value);
    if (text.size() <= shown_max) return text;
    std::size_t end = shown_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

base::Refusal refuse(const Field& field, const json::value& value, std::string code, std::string_view more = {}) {
    std::vector<std::string> args{std::string{field.options.label}, shown(value)};
    if (!more.empty()) args.emplace_back(more);
    return {std::move(code), std::move(args), std::string{field.options.source}};
}

base::Result<Value> read_date(const Field& field, const json::value& value, std::string_view text) {
    const auto date = base::parse_iso_partial_date(text);
    if (!date) return refuse(field, value, "bad_date");
    if (field.kind == Kind::partial_date) return Value{*date};
    if (date->precision() != base::Precision::day) return refuse(field, value, "year_only");
    return Value{date->first_day()};
}

std::optional<std::int64_t> read_integer(const json::value& value) {
    if (value.is_int64()) return value.get_int64();
    // For JSON 3.0 and 3 are one number; beyond 2^53 a fraction cannot be told from none.
    if (const auto* number = value.if_double())
        if (std::abs(*number) <= 9007199254740992.0 && *number == std::floor(*number))
            return static_cast<std::int64_t>(*number);
    return {};
}

base::Result<Value> read_value(const Field& field, const json::value& value) {
    if (value.is_null()) return Value{};
    const auto wrong_type = [&] { return refuse(field, value, "wrong_type", label_of(field.kind)); };
    if (field.kind == Kind::boolean) {
        if (const auto* truth = value.if_bool()) return Value{*truth};
        return wrong_type();
    }
    if (field.kind == Kind::integer) {
        if (const auto number = read_integer(value)) return Value{*number};
        return wrong_type();
    }
    if (!value.is_string()) return wrong_type();
    const std::string_view text = value.get_string();
    if (text.empty()) return Value{};
    switch (field.kind) {
        case Kind::date:
        case Kind::partial_date: return read_date(field, value, text);
        case Kind::code:
            if (field.list->index_of(text)) return Value{std::string{text}};
            return refuse(field, value, "not_in_list", field.list->label);
        case Kind::reference:
            if (const auto id = base::parse_uuid(text)) return Value{*id};
            return wrong_type();
        case Kind::bytes:
            if (auto bytes = from_base64(text)) return Value{*std::move(bytes)};
            return wrong_type();
        default: return Value{clean_lines(text)};
    }
}

// "id" and "version" are no fields, so their mistakes belong to the record as a whole.
void read_identity(const json::object& object, Parsed& parsed) {
    const auto refuse_key = [&](std::string_view label, const json::value& value, Kind kind) {
        parsed.errors.push_back(
            {{}, {"wrong_type", {std::string{label}, shown(value), std::string{label_of(kind)}}, {}}});
    };
    if (const auto* id = object.if_contains("id"); id && !id->is_null()) {
        const auto uuid = id->is_string() ? base::parse_uuid(std::string_view{id->get_string()}) : std::nullopt;
        if (uuid)
            parsed.record.id = *uuid;
        else
            refuse_key("id", *id, Kind::reference);
    }
    if (const auto* version = object.if_contains("version"); version && !version->is_null()) {
        const auto number = read_integer(*version);
        if (number && *number >= 0)
            parsed.record.version = *number;
        else
            refuse_key("version", *version, Kind::integer);
    }
}

// Whether JSON knows the field at all.
bool is_spoken_of(const RecordType& type, std::string_view name) {
    const auto* field = type.find(name);
    return field && !field->is_secret();
}

Parsed not_read(const RecordType& type, std::string code, std::vector<std::string> args = {}) {
    Parsed parsed{Record{type}, {}};
    parsed.errors.push_back({{}, {std::move(code), std::move(args), {}}});
    return parsed;
}

}  // namespace

void write_record(JsonWriter& out, const Record& record) {
    out.member("id", record.id).member("version", record.version);
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = record.type->fields[i];
        if (is_empty(record.values[i]) || field.is_secret()) continue;
        std::visit(
            [&](const auto& value) {
                using Held = std::decay_t<decltype(value)>;
                if constexpr (std::same_as<Held, Bytes>)
                    out.member(field.name, to_base64(value));
                else if constexpr (!std::same_as<Held, std::monostate>)
                    out.member(field.name, value);
            },
            record.values[i]);
    }
}

std::string to_json_text(const Record& record) {
    JsonWriter out;
    write_record(out, record);
    return out.take();
}

json::object to_json(const Record& record) {
    json::object object{{"id", base::to_string(record.id)}, {"version", record.version}};
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!is_empty(record.values[i]) && !record.type->fields[i].is_secret())
            object.emplace(record.type->fields[i].name, std::visit(ToJson{}, record.values[i]));
    return object;
}

Parsed from_json(const RecordType& type, std::string_view text) {
    if (text.size() > json_size_max) return not_read(type, "json_too_large", {std::to_string(json_size_max)});
    json::parse_options options;
    options.max_depth = 32;
    json::stream_parser parser{{}, options};
    json::error_code error;
    const auto read = parser.write_some(text.data(), text.size(), error);
    if (!error) parser.finish(error);
    if (error || read != text.size()) return not_read(type, "invalid_json", {std::to_string(read + 1)});
    return from_json(type, parser.release());
}

Parsed from_json(const RecordType& type, const json::value& value) {
    if (!value.is_object()) return not_read(type, "not_an_object");
    const json::object& object = value.get_object();
    Parsed parsed{Record{type}, {}};
    read_identity(object, parsed);

    std::vector<std::optional<base::Refusal>> unread(type.fields.size());
    bool all_read = true;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        const auto* sent = object.if_contains(field.name);
        if (!sent || field.options.derive || field.is_secret()) continue;
        auto read = read_value(field, *sent);
        if (read)
            parsed.record.values[i] = *std::move(read);
        else
            unread[i] = std::move(read).error(), all_read = false;
    }
    complete(parsed.record);

    // What could not be read is empty now: validate has nothing to add about it.
    const auto judged = validate(parsed.record);
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        if (unread[i]) {
            parsed.errors.push_back({type.fields[i].name, *std::move(unread[i])});
            continue;
        }
        for (const auto& error : judged)
            if (error.field == type.fields[i].name) parsed.errors.push_back(error);
    }
    for (const auto& [key, ignored] : object)
        if (const std::string_view name = key; name != "id" && name != "version" && !is_spoken_of(type, name))
            parsed.errors.push_back({{}, {"unknown_field", {std::string{name}, std::string{type.label}}, {}}});
    if (all_read)
        for (const auto& error : judged)
            if (error.field.empty()) parsed.errors.push_back(error);
    return parsed;
}

}  // namespace schema
