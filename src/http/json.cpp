// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/json.h"

#include "base/messages.h"
#include "schema/json_object.h"

namespace http {

std::string refusal_json(const base::Refusal& refusal) {
    std::string out;
    {
        schema::JsonObject object{out};
        object.text("code", refusal.code);
        object.text("message", base::message(refusal));
        object.text_if("source", refusal.source);
    }
    return out;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                              c == '.' || c == '_' || c == '~';
        if (is_plain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4];
            encoded += digits[byte & 15];
        }
    }
    return encoded;
}

}  // namespace http
