// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "base/check.h"
#include "base/text.h"
#include "schema/validate.h"

// Random records of any type, for property tests.
namespace support {

// A text as people type it, cleaned, of at most `length_max` characters; sometimes with line breaks. Never empty.
inline std::string random_text(std::size_t length_max) {
    static const std::vector<std::string> pieces{"a", "Đ", "ế",  "ữ",  "n", "Z", "0", "9", " ", "-",
                                                 ".", ",", "\"", "\\", "/", "'", "{", "€", "🌾", "\n"};
    const auto length = *rc::gen::inRange<std::size_t>(1, std::min<std::size_t>(length_max, 30) + 1);
    std::string text = "x";
    for (std::size_t i = 1; i < length; ++i) text += *rc::gen::elementOf(pieces);
    std::string clean;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = base::clean_text(std::string_view{text}.substr(begin, end - begin));
        if (!line.empty()) clean += (clean.empty() ? "" : "\n") + line;
        begin = end + 1;
    }
    return clean;
}

// A text that the format of an identifier accepts.
inline std::string random_identifier(bool (*accepts)(std::string_view)) {
    const auto digits = [](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('0' + *rc::gen::inRange(0, 10));
        return text;
    };
    for (const auto& text : {digits(12), digits(9), digits(8), "1" + digits(5) + "HN", "1" + digits(5) + "ĐNA",
                             "DH." + digits(3), "lan." + digits(3)})
        if (accepts(text)) return text;
    throw base::Bug{"no random text for this format"};
}

inline base::Date random_date() {
    return {*rc::gen::inRange(base::date(1, 1, 1).days, base::date(9999, 12, 31).days + 1)};
}

inline base::Uuid random_id() {
    base::Uuid id;
    for (auto& byte : id.bytes) byte = *rc::gen::arbitrary<std::uint8_t>();
    id.bytes[6] = 0x70;  // Never nil.
    return id;
}

inline schema::Value random_value(const schema::Field& field) {
    using schema::Kind;
    const auto& options = field.options;
    switch (field.kind) {
        case Kind::boolean: return *rc::gen::arbitrary<bool>();
        case Kind::integer: {
            const auto least = std::max<std::int64_t>(options.min, -9'000'000'000'000'000'000);
            const auto most = std::min<std::int64_t>(options.max, 9'000'000'000'000'000'000);
            return *rc::gen::elementOf(std::vector<std::int64_t>{
                least, most, std::clamp<std::int64_t>(*rc::gen::arbitrary<int>(), least, most)});
        }
        case Kind::text: return options.accepts ? random_identifier(options.accepts) : random_text(field.length_max());
        case Kind::date: return random_date();
        case Kind::partial_date: {
            const base::PartialDate full = random_date();
            return *rc::gen::elementOf(
                std::vector<base::PartialDate>{full, {full.year, full.month, 0}, {full.year, 0, 0}});
        }
        case Kind::code:
            return std::string{field.list->codes[*rc::gen::inRange<std::size_t>(0, field.list->codes.size())].code};
        case Kind::reference: return random_id();
        case Kind::bytes: return *rc::gen::nonEmpty<schema::Bytes>();
    }
    return {};
}

// Complete, and right in every field; what the type's own check says is left to chance.
inline schema::Record random_record(const schema::RecordType& type) {
    schema::Record record{type};
    record.id = random_id();
    record.version = *rc::gen::inRange(0, 1000);
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = type.fields[i];
        if (field.options.required || *rc::gen::inRange(0, 3) > 0) record.values[i] = random_value(field);
    }
    schema::complete(record);
    return record;
}

}  // namespace support
