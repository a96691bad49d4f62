// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace schema {

// Writes one JSON object at the end of a text: `{` when made, `}` when it goes. What is not there (an empty optional
// text, a time of 0) is left out by the calls that say so.
class JsonObject {
public:
    explicit JsonObject(std::string& out) : out_{out} { out_ += '{'; }
    ~JsonObject() { out_ += '}'; }
    JsonObject(const JsonObject&) = delete;
    JsonObject& operator=(const JsonObject&) = delete;

    void text(std::string_view name, std::string_view value);
    void number(std::string_view name, std::int64_t value);
    void truth(std::string_view name, bool value);
    void raw(std::string_view name, std::string_view json);       // JSON already.
    void time(std::string_view name, std::int64_t milliseconds);  // ISO 8601, UTC; left out when 0.
    void text_if(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }
    // write(out, item) for each.
    template <class Items, class Write>
    void list(std::string_view name, const Items& items, Write write) {
        key(name);
        out_ += '[';
        bool is_first = true;
        for (const auto& item : items) {
            if (!is_first) out_ += ',';
            is_first = false;
            write(out_, item);
        }
        out_ += ']';
    }

private:
    void key(std::string_view name);

    std::string& out_;
    bool is_first_ = true;
};

// "2026-11-21T20:07:03.120Z"
std::string iso_time(std::int64_t milliseconds);

}  // namespace schema
