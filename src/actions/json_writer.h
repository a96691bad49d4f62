// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/uuid.h"
#include "schema/json.h"

namespace actions {

// Writes JSON text member by member, without a tree: for answers that are asked often. Commas are its own matter.
//   JsonWriter json;
//   json.begin('{').member("total", page.total).key("items").begin('['); … json.end(']').end('}'); json.take()
class JsonWriter {
public:
    JsonWriter& begin(char bracket) {
        separate();
        text_ += bracket;
        needs_comma_ = false;
        return *this;
    }
    JsonWriter& end(char bracket) {
        text_ += bracket;
        needs_comma_ = true;
        return *this;
    }
    JsonWriter& key(std::string_view name) {
        separate();
        text_.append(1, '"').append(name).append("\":");
        needs_comma_ = false;
        return *this;
    }
    JsonWriter& value(std::string_view text) {
        separate();
        schema::append_json_string(text_, text);
        return *this;
    }
    JsonWriter& value(const char* text) { return value(std::string_view{text}); }
    JsonWriter& value(const std::string& text) { return value(std::string_view{text}); }
    JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) JsonWriter& value(Number number) {
        char digits[24];
        return raw(
            {digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits)});
    }
    JsonWriter& value(base::Date date) { return value(base::to_iso(date)); }
    JsonWriter& value(base::PartialDate date) { return value(base::to_iso(date)); }
    JsonWriter& value(const base::Uuid& id) { return value(base::to_string(id)); }
    JsonWriter& null() { return raw("null"); }
    // Text that is JSON already.
    JsonWriter& raw(std::string_view json) {
        separate();
        text_ += json;
        return *this;
    }

    template <class Value>
    JsonWriter& member(std::string_view name, const Value& of) {
        return key(name).value(of);
    }
    // Left out when empty.
    JsonWriter& member_if(std::string_view name, std::string_view text) {
        return text.empty() ? *this : member(name, text);
    }
    template <class Value>
    JsonWriter& member_if(std::string_view name, const std::optional<Value>& of) {
        return of ? member(name, *of) : *this;
    }

    std::string& text() { return text_; }
    std::string take() { return std::move(text_); }

private:
    // Before anything but the first value of a list, object or member.
    void separate() {
        if (needs_comma_) text_ += ',';
        needs_comma_ = true;
    }

    std::string text_;
    bool needs_comma_ = false;
};

}  // namespace actions
