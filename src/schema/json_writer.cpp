// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/json_writer.h"

#include <charconv>
#include <cstdio>

namespace schema {
namespace {

std::string iso_time(std::int64_t milliseconds) {
    constexpr std::int64_t day = 86'400'000;
    const auto days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day;
    const auto rest = static_cast<int>(milliseconds - days * day);
    char clock[24];
    std::snprintf(clock, sizeof clock, "T%02d:%02d:%02d.%03dZ", rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60,
                  rest % 1000);
    return base::to_iso(base::date(1970, 1, 1) + static_cast<int>(days)).append(clock);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, done, i - done);
        done = i + 1;
        out += '\\';
        switch (c) {
            case '"':
            case '\\': out += static_cast<char>(c); break;
            case '\b': out += 'b'; break;
            case '\f': out += 'f'; break;
            case '\n': out += 'n'; break;
            case '\r': out += 'r'; break;
            case '\t': out += 't'; break;
            default: out.append("u00").append(1, hex[c >> 4]).append(1, hex[c & 15]);
        }
    }
    out.append(text, done, text.size() - done);
    out += '"';
}

JsonWriter& JsonWriter::time(std::string_view name, std::int64_t milliseconds) {
    return member(name, iso_time(milliseconds));
}

JsonWriter& JsonWriter::raw(std::string_view name, std::string_view json) {
    key(name);
    text_ += json;
    return *this;
}

void JsonWriter::key(std::string_view name) {
    separate();
    append_json_string(text_, name);
    text_ += ':';
}

void JsonWriter::append(base::Date date) { append(base::to_iso(date)); }
void JsonWriter::append(base::PartialDate date) { append(base::to_iso(date)); }
void JsonWriter::append(const base::Uuid& id) { append(base::to_string(id)); }

void JsonWriter::append_integer(std::int64_t number) {
    char digits[24];
    text_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

}  // namespace schema
