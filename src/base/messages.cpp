// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/messages.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "base/number_format.h"

namespace base {

// Defined in the source that CMakeLists.txt writes from messages.vi.txt.
extern const std::string_view messages_text;

namespace {

std::vector<Message> read_messages(std::string_view text) {
    std::vector<Message> messages;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        const auto at = line.find(" = ");
        CHECK(at != std::string_view::npos);
        messages.push_back({line.substr(0, at), line.substr(at + 3)});
    }
    std::sort(messages.begin(), messages.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    return messages;
}

// The number with points between its thousands; any other text as it is.
std::string grouped(const std::string& text) {
    const bool is_number = !text.empty() && text.size() < 19 &&
                           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? format_count(std::stoll(text)) : text;
}

std::string joined(const std::vector<std::string>& args, std::size_t first) {
    std::string text;
    for (std::size_t i = first; i < args.size(); ++i) text.append(i == first ? "" : ", ").append(args[i]);
    return text;
}

// What stands for the hole of that name: a digit and perhaps a sign.
std::string value_of(std::string_view name, const std::vector<std::string>& args) {
    if (name == "*") return joined(args, 0);
    CHECK(!name.empty() && name[0] >= '0' && name[0] <= '9');
    const auto place = static_cast<std::size_t>(name[0] - '0');
    const auto sign = name.substr(1);
    CHECK(sign.empty() || sign == "#" || sign == "*");
    if (place >= args.size()) return {};
    if (sign == "*") return joined(args, place);
    return sign == "#" ? grouped(args[place]) : args[place];
}

// Fills the holes of a text without brackets; `complete` turns false when an argument is missing or empty.
std::string fill(std::string_view text, const std::vector<std::string>& args, bool& complete) {
    std::string result;
    while (!text.empty()) {
        const auto hole = text.find('{');
        result += text.substr(0, hole);
        if (hole == std::string_view::npos) break;
        const auto end = text.find('}', hole);
        CHECK(end != std::string_view::npos);
        const auto value = value_of(text.substr(hole + 1, end - hole - 1), args);
        complete = complete && !value.empty();
        result += value;
        text.remove_prefix(end + 1);
    }
    return result;
}

std::string fill_parts(std::string_view text, const std::vector<std::string>& args) {
    std::string result;
    while (!text.empty()) {
        bool complete = true;
        const auto open = text.find('[');
        result += fill(text.substr(0, open), args, complete);
        if (open == std::string_view::npos) break;
        const auto close = text.find(']', open);
        CHECK(close != std::string_view::npos);
        complete = true;
        const auto part = fill(text.substr(open + 1, close - open - 1), args, complete);
        if (complete) result += part;
        text.remove_prefix(close + 1);
    }
    return result;
}

}  // namespace

std::span<const Message> messages() {
    static const std::vector<Message> all = read_messages(messages_text);
    return all;
}

std::string message(const Refusal& refusal) {
    const auto all = messages();
    const auto found = std::lower_bound(all.begin(), all.end(), refusal.code,
                                        [](const Message& m, const std::string& code) { return m.code < code; });
    std::string text;
    if (found != all.end() && found->code == refusal.code) {
        text = fill_parts(found->text, refusal.args);
    } else {
        text = refusal.code;
        if (!refusal.args.empty()) text.append(": ").append(joined(refusal.args, 0));
    }
    if (!refusal.source.empty()) text.append(" (theo ").append(refusal.source).append(")");
    return text;
}

}  // namespace base
