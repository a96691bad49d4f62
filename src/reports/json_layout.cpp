// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/json_layout.h"

#include <algorithm>
#include <boost/json.hpp>

namespace reports {
namespace {

namespace json = boost::json;

bool is_plain(const json::value& value) { return !value.is_structured(); }

bool is_one_line(const json::value& value) {
    if (const auto* array = value.if_array()) return std::all_of(array->begin(), array->end(), is_plain);
    if (const auto* object = value.if_object())
        return std::all_of(object->begin(), object->end(), [](const auto& each) { return is_plain(each.value()); });
    return true;
}

void append(std::string& out, const json::value& value, std::size_t depth);

void append_line(std::string& out, std::size_t depth, bool is_first) {
    out += is_first ? "\n" : ",\n";
    out.append(2 * depth, ' ');
}

// Keys and plain values as Boost writes them, with a blank after each comma and colon.
void append_one_line(std::string& out, const json::value& value) {
    if (is_plain(value)) {
        out += json::serialize(value);
        return;
    }
    const bool is_array = value.is_array();
    out += is_array ? "[" : "{";
    bool is_first = true;
    const auto separate = [&] {
        if (!is_first) out += ", ";
        is_first = false;
    };
    if (is_array) {
        for (const auto& each : value.get_array()) separate(), out += json::serialize(each);
    } else {
        for (const auto& each : value.get_object())
            separate(), out += json::serialize(each.key()) + ": " + json::serialize(each.value());
    }
    out += is_array ? "]" : "}";
}

void append(std::string& out, const json::value& value, std::size_t depth) {
    if (is_one_line(value)) return append_one_line(out, value);
    const bool is_array = value.is_array();
    out += is_array ? "[" : "{";
    bool is_first = true;
    if (is_array) {
        for (const auto& each : value.get_array()) {
            append_line(out, depth + 1, is_first);
            append(out, each, depth + 1);
            is_first = false;
        }
    } else {
        for (const auto& each : value.get_object()) {
            append_line(out, depth + 1, is_first);
            out += json::serialize(each.key()) + ": ";
            append(out, each.value(), depth + 1);
            is_first = false;
        }
    }
    out += "\n";
    out.append(2 * depth, ' ');
    out += is_array ? "]" : "}";
}

}  // namespace

std::string lay_out(const json::value& value) {
    std::string out;
    append(out, value, 0);
    return out + "\n";
}

}  // namespace reports
