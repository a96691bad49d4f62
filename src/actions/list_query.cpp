// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/list_query.h"

#include <charconv>

#include "actions/masking.h"
#include "base/text.h"
#include "schema/validate.h"

namespace actions {
namespace {

using schema::Field;
using schema::Kind;
using schema::RecordType;
using schema::Value;
using store::Condition;
using store::Op;

constexpr std::size_t values_max = 500;

// A value as it stands in JSON, without its quotes. Nothing when it is none of that kind.
std::optional<Value> read_plain(Kind kind, std::string_view text) {
    switch (kind) {
        case Kind::boolean:
            if (text == "true") return true;
            if (text == "false") return false;
            return {};
        case Kind::integer: {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (error != std::errc{} || end != text.data() + text.size()) return {};
            return number;
        }
        case Kind::date:
            if (const auto day = base::parse_iso_date(text)) return *day;
            return {};
        case Kind::partial_date:
            if (const auto day = base::parse_iso_partial_date(text)) return *day;
            return {};
        case Kind::reference:
            if (const auto id = base::parse_uuid(text)) return *id;
            return {};
        case Kind::text:
        case Kind::code: return std::string{text};
        case Kind::bytes: return {};
    }
    return {};
}

base::Result<Value> read_value(const Field& field, std::string_view text) {
    const auto refuse = [&](std::string code, std::string_view more) {
        return base::Refusal{
            std::move(code), {std::string{field.options.label}, std::string{text}, std::string{more}}, {}};
    };
    auto value = read_plain(field.kind, text);
    if (!value) return refuse("wrong_type", schema::label_of(field.kind));
    if (field.list && !field.list->index_of(text)) return refuse("not_in_list", field.list->label);
    return *std::move(value);
}

// The key by which the texts of a field are searched or sorted; null when there is none.
const Field* key_of(const RecordType& type, const Field& field,
                    std::initializer_list<decltype(Field{}.options.derive)> by) {
    for (const auto& key : type.fields)
        for (const auto derive : by)
            if (key.options.derive == derive && key.options.derived_from == field.name) return &key;
    return nullptr;
}

base::Refusal unknown_field(const RecordType& type, std::string_view name) {
    return {"unknown_field", {std::string{name}, std::string{type.label}}, {}};
}

base::Result<const Field*> open_field(const RecordType& type, std::string_view name) {
    const auto* field = type.find(name);
    if (!field) return unknown_field(type, name);
    // Finding or sorting by a number would tell what the mask hides.
    if (is_hidden(*field) || is_identifier(*field))
        return base::Refusal{"list.not_by_field", {std::string{field->options.label}}, {}};
    return field;
}

base::Result<std::vector<Value>> read_list(const Field& field, std::string_view text) {
    std::vector<Value> values;
    for (;;) {
        const auto end = text.find(',');
        values.push_back(TRY(read_value(field, text.substr(0, end))));
        if (values.size() > values_max) return base::Refusal{"list.too_many_values", {std::to_string(values_max)}, {}};
        if (end == std::string_view::npos) return values;
        text.remove_prefix(end + 1);
    }
}

// "from..to", both included.
base::Result<Condition> range_of(const Field& field, std::string_view from, std::string_view to) {
    std::vector<Condition> both;
    Condition range{.field = field.name, .op = Op::is_not_empty, .values = {}};
    if (!from.empty())
        range = {.field = field.name, .op = Op::greater_or_equal, .values = {TRY(read_value(field, from))}};
    if (to.empty()) return range;
    Condition end{.field = field.name, .op = Op::less_or_equal, .values = {TRY(read_value(field, to))}};
    // Of partial dates "2020" holds all that begins with it.
    if (field.kind == Kind::partial_date)
        end.values = {base::PartialDate{std::get<base::PartialDate>(end.values[0]).last_day()}};
    if (from.empty()) return end;
    return store::all({std::move(range), std::move(end)});
}

constexpr std::string_view hex = "0123456789abcdef";

std::string to_hex(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

std::optional<std::string> from_hex(std::string_view text) {
    if (text.size() % 2) return {};
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hex.find(text[i]), low = hex.find(text[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return {};
        out += static_cast<char>(high << 4 | low);
    }
    return out;
}

// As read_plain reads it.
std::string plain_text(const Value& value) {
    if (const auto* day = std::get_if<base::Date>(&value)) return base::to_iso(*day);
    if (const auto* day = std::get_if<base::PartialDate>(&value)) return base::to_iso(*day);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    return schema::to_text(value);
}

constexpr char separator = '\n';  // No field of one line has it.

}  // namespace

base::Result<Condition> condition_of(const RecordType& type, const RecordFilter& filter) {
    const std::string_view text = filter.value;
    if (filter.field == "id") {
        static constexpr Field id{.name = "id", .kind = Kind::reference, .options = {.label = "id"}};
        return Condition{.field = "id", .op = Op::in, .values = TRY(read_list(id, text))};
    }
    const auto& field = *TRY(open_field(type, filter.field));
    if (text.empty()) return Condition{.field = field.name, .op = Op::is_empty, .values = {}};
    if (field.kind == Kind::text) {
        const auto* key = key_of(type, field, {&base::fold});
        const auto words = base::fold(text);
        if (!key || words.empty()) return Condition{.field = field.name, .values = {std::string{text}}};
        return Condition{.field = key->name, .op = Op::contains, .values = {words}};
    }
    const bool has_range = field.kind == Kind::integer || field.kind == Kind::date || field.kind == Kind::partial_date;
    if (const auto dots = text.find(".."); has_range && dots != std::string_view::npos)
        return range_of(field, text.substr(0, dots), text.substr(dots + 2));
    return Condition{.field = field.name, .op = Op::in, .values = TRY(read_list(field, text))};
}

base::Result<std::vector<store::Order>> order_of(const RecordType& type, std::string_view sort) {
    if (sort.empty()) return std::vector<store::Order>{};
    const bool is_descending = sort.front() == '-';
    if (is_descending) sort.remove_prefix(1);
    const auto& field = *TRY(open_field(type, sort));
    const auto* key =
        key_of(type, field, {&base::sort_key, static_cast<std::string (*)(std::string_view)>(&base::name_sort_key)});
    return std::vector<store::Order>{{.field = key ? key->name : field.name, .descending = is_descending}};
}

std::string cursor_of(const ListRecords& list, const std::vector<store::Order>& order, const schema::Record& last) {
    std::string text = list.sort + separator + base::to_string(last.id);
    for (const auto& by : order)
        if (const auto& value = last[by.field]; !schema::is_empty(value))
            text.append(1, separator).append(plain_text(value));
    return to_hex(text);
}

base::Result<store::After> read_cursor(const ListRecords& list, const std::vector<store::Order>& order) {
    const base::Refusal bad{"list.bad_cursor", {}, {}};
    const auto text = from_hex(list.cursor);
    if (!text) return bad;
    std::string_view rest = *text;
    const auto next = [&] {
        const auto end = rest.find(separator);
        const auto part = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        return part;
    };
    if (next() != list.sort) return bad;
    const auto id = base::parse_uuid(next());
    if (!id) return bad;
    store::After after{.values = {}, .id = *id};
    for (const auto& by : order) {
        after.values.emplace_back();
        if (rest.empty()) continue;
        auto value = read_plain((*list.type)[by.field].kind, rest);
        if (!value) return bad;
        after.values.back() = *std::move(value);
    }
    return after;
}

}  // namespace actions
