// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/validate.h"

#include "base/text.h"

namespace schema {
namespace {

bool has_kind(const Value& value, Kind kind) {
    switch (kind) {
        case Kind::boolean: return std::holds_alternative<bool>(value);
        case Kind::integer: return std::holds_alternative<std::int64_t>(value);
        case Kind::text:
        case Kind::code: return std::holds_alternative<std::string>(value);
        case Kind::date: return std::holds_alternative<base::Date>(value);
        case Kind::partial_date: return std::holds_alternative<base::PartialDate>(value);
        case Kind::reference: return std::holds_alternative<base::Uuid>(value);
        case Kind::bytes: return std::holds_alternative<Bytes>(value);
    }
    return false;
}

// A limit for the message; nothing where there is none.
std::string limit_text(std::int64_t limit) {
    return limit == INT64_MIN || limit == INT64_MAX ? std::string{} : std::to_string(limit);
}

// The first thing wrong with one value; an empty code when nothing is.
base::Refusal examine(const Field& field, const Value& value) {
    const auto refuse = [&](std::string code, std::vector<std::string> more = {}) {
        std::vector<std::string> args{std::string{field.options.label}, to_text(value)};
        args.insert(args.end(), more.begin(), more.end());
        return base::Refusal{std::move(code), std::move(args), std::string{field.options.source}};
    };
    if (is_empty(value)) return field.options.required ? refuse("required") : base::Refusal{};
    if (!has_kind(value, field.kind)) return refuse("wrong_type", {std::string{label_of(field.kind)}});
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (field.list)
            return field.list->index_of(*text) ? base::Refusal{}
                                               : refuse("not_in_list", {std::string{field.list->label}});
        if (field.options.accepts && !field.options.accepts(*text))
            return refuse("bad_identifier", {std::string{field.options.help}});
        // Bytes are never fewer than characters: most texts need no counting.
        if (text->size() > field.length_max() && base::count_characters(*text) > field.length_max())
            return refuse("too_long", {std::to_string(field.length_max())});
    }
    if (const auto* number = std::get_if<std::int64_t>(&value))
        if (*number < field.options.min || *number > field.options.max)
            return refuse("out_of_range", {limit_text(field.options.min), limit_text(field.options.max)});
    return {};
}

}  // namespace

std::string_view label_of(Kind kind) {
    switch (kind) {
        case Kind::boolean: return "có hoặc không";
        case Kind::integer: return "số nguyên";
        case Kind::text: return "văn bản";
        case Kind::date: return "ngày";
        case Kind::partial_date: return "ngày, tháng hoặc năm";
        case Kind::code: return "mã trong danh mục";
        case Kind::reference: return "mã hồ sơ";
        case Kind::bytes: return "nội dung tệp";
    }
    return {};
}

void complete(Record& record) {
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& options = record.type->fields[i].options;
        if (options.derive) {
            const auto* origin = std::get_if<std::string>(&record[options.derived_from]);
            record.values[i] = origin ? Value{options.derive(*origin)} : Value{};
        }
        if (const auto* text = std::get_if<std::string>(&record.values[i]); text && text->empty())
            record.values[i] = {};
    }
}

std::vector<FieldError> validate(const Record& record) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Field& field = record.type->fields[i];
        if (auto refusal = examine(field, record.values[i]); !refusal.code.empty())
            errors.push_back({field.name, std::move(refusal)});
    }
    if (errors.empty() && record.type->check) {
        std::vector<base::Refusal> refusals;
        record.type->check(record, refusals);
        for (auto& refusal : refusals) errors.push_back({{}, std::move(refusal)});
    }
    return errors;
}

}  // namespace schema
