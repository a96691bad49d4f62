// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/sentence.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace scenario {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The lengths of the number and of the day at the start of `text`; 0 for none.
std::size_t number_length(std::string_view text) {
    const std::size_t start = text.starts_with('-') ? 1 : 0;
    std::size_t length = start;
    while (length < text.size() && is_digit(text[length])) ++length;
    if (length == start) return 0;
    const auto thousands_follow = [&] {
        const auto group = text.substr(length).substr(0, 4);
        return group.size() == 4 && group[0] == '.' && std::all_of(group.begin() + 1, group.end(), is_digit);
    };
    while (thousands_follow()) length += 4;
    return length;
}

std::size_t date_length(std::string_view text) {
    std::size_t length = 0;
    for (const std::size_t digits : {2u, 2u, 4u}) {
        const auto start = length;
        while (length < text.size() && length - start < digits && is_digit(text[length])) ++length;
        if (length == start) return 0;
        if (digits == 4) return length - start == 4 ? length : 0;
        if (length == text.size() || text[length++] != '/') return 0;
    }
    return 0;
}

struct Quotes {
    std::string_view open, close;
};
constexpr Quotes quotes[] = {{"\"", "\""}, {"“", "”"}};

std::set<std::string, std::less<>> words(std::string_view text) {
    std::set<std::string, std::less<>> found;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" ,:"), text.size());
        const auto word = text.substr(0, end);
        if (!word.empty() && !word.starts_with('{') && !word.starts_with('"')) found.emplace(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

}  // namespace

Pattern::Pattern(std::string_view text) : text_{text} {
    const auto fail = [&](const char* why) { throw std::invalid_argument{text_ + ": " + why}; };
    while (!text.empty()) {
        if (text.front() != '{') {
            const auto end = std::min(text.find('{'), text.size());
            pieces_.push_back({Hole::none, std::string{text.substr(0, end)}});
            text.remove_prefix(end);
            continue;
        }
        const auto end = text.find('}');
        if (end == text.npos) fail("a hole is not closed");
        const auto name = text.substr(1, end - 1);
        const auto hole = name.empty()       ? Hole::any
                          : name == "string" ? Hole::quoted
                          : name == "int"    ? Hole::integer
                          : name == "date"   ? Hole::date
                                             : Hole::none;
        if (hole == Hole::none) fail("no such hole");
        if (!pieces_.empty() && pieces_.back().hole == Hole::any && hole == Hole::any) fail("two {} touch");
        pieces_.push_back({hole, {}});
        text.remove_prefix(end + 1);
    }
}

std::optional<std::vector<std::string>> Pattern::match(std::string_view sentence) const {
    std::vector<std::string> captures;
    if (!match_from(0, sentence, captures)) return {};
    return captures;
}

bool Pattern::match_from(std::size_t piece, std::string_view rest, std::vector<std::string>& captures) const {
    if (piece == pieces_.size()) return rest.empty();
    const auto& [hole, literal] = pieces_[piece];
    // Takes `length` bytes, of which `value` is kept, and goes on with the rest.
    const auto take = [&](std::size_t length, std::string_view value) {
        captures.emplace_back(value);
        if (match_from(piece + 1, rest.substr(length), captures)) return true;
        captures.pop_back();
        return false;
    };
    switch (hole) {
        case Hole::none:
            return rest.starts_with(literal) && match_from(piece + 1, rest.substr(literal.size()), captures);
        case Hole::any:
            for (std::size_t length = 1; length <= rest.size(); ++length)
                if (take(length, rest.substr(0, length))) return true;
            return false;
        case Hole::quoted:
            for (const auto& [open, close] : quotes) {
                if (!rest.starts_with(open)) continue;
                const auto end = rest.find(close, open.size());
                return end != rest.npos && take(end + close.size(), rest.substr(open.size(), end - open.size()));
            }
            return false;
        case Hole::integer: {
            const auto length = number_length(rest);
            return length > 0 && take(length, rest.substr(0, length));
        }
        case Hole::date: {
            const auto length = date_length(rest);
            return length > 0 && take(length, rest.substr(0, length));
        }
    }
    return false;
}

double likeness(std::string_view sentence, std::string_view pattern) {
    const auto a = words(sentence), b = words(pattern);
    if (a.empty() || b.empty()) return 0;
    const auto common = std::count_if(b.begin(), b.end(), [&](const auto& word) { return a.contains(word); });
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

}  // namespace scenario
