// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/uuid.h"

namespace schema {

// Text in quotes; escapes only what JSON demands.
void append_json_string(std::string& out, std::string_view text);

// Writes one JSON object member by member into one text, without a tree. Commas, quotes and brackets are its own
// matter.
//   JsonWriter json;
//   json.member("total", page.total).member_if("next", page.next);
//   json.objects("items", page.items, write_item);
//   return json.take();
// What writes an object inside another is a function of the writer and the thing, `void write_item(JsonWriter&, const
// Item&)`, which writes members only: two of them after each other make one object. A lambda that captures the writer
// takes the thing alone.
class JsonWriter {
public:
    // Text, integers, truth, dates (2020-12-31), partial dates (2020-12) and ids.
    template <class Value>
    JsonWriter& member(std::string_view name, const Value& value) {
        key(name);
        append(value);
        return *this;
    }
    // Left out when empty.
    JsonWriter& member_if(std::string_view name, std::string_view text) {
        return text.empty() ? *this : member(name, text);
    }
    JsonWriter& member_if(std::string_view name, base::PartialDate date) {
        return date == base::PartialDate{} ? *this : member(name, date);
    }
    template <class Value>
    JsonWriter& member_if(std::string_view name, const std::optional<Value>& value) {
        return value ? member(name, *value) : *this;
    }

    // An instant in milliseconds since 1970, as "2026-11-21T20:07:03.120Z".
    JsonWriter& time(std::string_view name, std::int64_t milliseconds);
    // Left out when 0: it has not happened.
    JsonWriter& time_if(std::string_view name, std::int64_t milliseconds) {
        return milliseconds == 0 ? *this : time(name, milliseconds);
    }

    JsonWriter& null(std::string_view name) { return raw(name, "null"); }
    // A value that is JSON already.
    JsonWriter& raw(std::string_view name, std::string_view json);

    template <class Write>
    JsonWriter& object(std::string_view name, Write&& write) {
        key(name);
        in_brackets('{', '}', [&] { call(write); });
        return *this;
    }
    template <class Thing, class Write>
    JsonWriter& object(std::string_view name, const Thing& thing, Write&& write) {
        key(name);
        in_brackets('{', '}', [&] { call(write, thing); });
        return *this;
    }
    // An object for each item.
    template <class Items, class Write>
    JsonWriter& objects(std::string_view name, const Items& items, Write&& write) {
        key(name);
        in_brackets('[', ']', [&] {
            for (const auto& item : items) {
                separate();
                in_brackets('{', '}', [&] { call(write, item); });
            }
        });
        return *this;
    }
    // A value for each item: the item itself, or what `value_of` makes of it.
    template <class Items, class ValueOf = std::identity>
    JsonWriter& values(std::string_view name, const Items& items, ValueOf&& value_of = {}) {
        key(name);
        in_brackets('[', ']', [&] {
            for (const auto& item : items) {
                separate();
                append(value_of(item));
            }
        });
        return *this;
    }

    // For long texts of which the size can be guessed.
    void reserve(std::size_t size) { text_.reserve(size); }
    // The object; the writer is used up.
    std::string take() {
        text_ += '}';
        return std::move(text_);
    }

private:
    void key(std::string_view name);
    // Before every member and item but the first.
    void separate() {
        if (needs_comma_) text_ += ',';
        needs_comma_ = true;
    }
    template <class Write>
    void in_brackets(char begin, char end, Write write) {
        text_ += begin;
        needs_comma_ = false;
        write();
        text_ += end;
        needs_comma_ = true;
    }
    template <class Write, class... Thing>
    void call(Write& write, const Thing&... thing) {
        if constexpr (std::invocable<Write&, JsonWriter&, const Thing&...>)
            write(*this, thing...);
        else
            write(thing...);
    }

    void append(std::string_view text) { append_json_string(text_, text); }
    void append(base::Date date);
    void append(base::PartialDate date);
    void append(const base::Uuid& id);
    void append_integer(std::int64_t number);
    template <std::integral Number>
    void append(Number number) {
        if constexpr (std::same_as<Number, bool>)
            text_ += number ? "true" : "false";
        else
            append_integer(static_cast<std::int64_t>(number));
    }

    std::string text_{"{"};
    bool needs_comma_ = false;
};

}  // namespace schema
