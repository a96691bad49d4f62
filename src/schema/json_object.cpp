// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/json_object.h"

#include <cstdio>

#include "base/date.h"
#include "schema/json.h"

namespace schema {

void JsonObject::key(std::string_view name) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
}

void JsonObject::text(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(out_, value);
}

void JsonObject::number(std::string_view name, std::int64_t value) {
    key(name);
    out_ += std::to_string(value);
}

void JsonObject::truth(std::string_view name, bool value) {
    key(name);
    out_ += value ? "true" : "false";
}

void JsonObject::raw(std::string_view name, std::string_view json) {
    key(name);
    out_ += json;
}

void JsonObject::time(std::string_view name, std::int64_t milliseconds) {
    if (milliseconds != 0) text(name, iso_time(milliseconds));
}

std::string iso_time(std::int64_t milliseconds) {
    constexpr std::int64_t day = 86'400'000;
    const auto days = milliseconds / day;
    const auto rest = milliseconds % day;
    char clock[24];
    std::snprintf(clock, sizeof clock, "T%02d:%02d:%02d.%03dZ", static_cast<int>(rest / 3'600'000),
                  static_cast<int>(rest / 60'000 % 60), static_cast<int>(rest / 1000 % 60),
                  static_cast<int>(rest % 1000));
    return base::to_iso(base::date(1970, 1, 1) + static_cast<int>(days)) + clock;
}

}  // namespace schema
