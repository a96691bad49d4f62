// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/message.h"

#include <algorithm>
#include <charconv>

namespace http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Takes the part before the next `separator` off `rest`.
std::string_view cut(std::string_view& rest, char separator) {
    const auto end = std::min(rest.find(separator), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

// Calls `visit(name, value)`, both encoded, until it returns false.
template <class Visit>
void for_each_pair(std::string_view query, Visit visit) {
    while (!query.empty()) {
        std::string_view value = cut(query, '&');
        if (value.empty()) continue;
        const std::string_view name = cut(value, '=');
        if (!visit(name, value)) return;
    }
}

}  // namespace

bool same_token(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string percent_decoded(std::string_view text, Plus plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        if (text[i] == '%' && i + 2 < text.size()) {
            const char* digits = text.data() + i + 1;
            if (const auto [end, error] = std::from_chars(digits, digits + 2, byte, 16); end == digits + 2) {
                out += static_cast<char>(byte);
                i += 2;
                continue;
            }
        }
        out += text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
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

bool accepts_encoding(std::string_view accept_encoding, std::string_view encoding) {
    while (!accept_encoding.empty()) {
        std::string_view weight = cut(accept_encoding, ',');
        const auto name = trimmed(cut(weight, ';'));
        if (!same_token(name, encoding)) continue;
        weight = trimmed(weight);
        if (!weight.starts_with("q=") && !weight.starts_with("Q=")) return true;
        return weight.find_first_of("123456789") != weight.npos;
    }
    return false;
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (same_token(key, name)) return value;
    return {};
}

std::string_view Request::parameter(std::string_view name) const {
    for (const auto& [key, value] : parameters)
        if (key == name) return value;
    return {};
}

std::optional<std::string> Request::query_value(std::string_view name) const {
    std::optional<std::string> found;
    for_each_pair(query, [&](std::string_view key, std::string_view value) {
        if (percent_decoded(key, Plus::is_space) != name) return true;
        found = percent_decoded(value, Plus::is_space);
        return false;
    });
    return found;
}

std::vector<std::pair<std::string, std::string>> Request::query_values() const {
    std::vector<std::pair<std::string, std::string>> values;
    for_each_pair(query, [&](std::string_view key, std::string_view value) {
        values.emplace_back(percent_decoded(key, Plus::is_space), percent_decoded(value, Plus::is_space));
        return true;
    });
    return values;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (!same_token(key, "Cookie")) continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            std::string_view content = trimmed(cut(rest, ';'));
            if (cut(content, '=') == name) return std::string{content};
        }
    }
    return std::nullopt;
}

void Stream::wake() {
    const std::lock_guard lock{mutex_};
    if (std::exchange(is_woken_, true)) return;
    if (waker_) waker_();
}

}  // namespace http
