// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx_tags.h"

namespace formats {
namespace {

constexpr std::string_view spaces = " \t\n";
constexpr std::size_t shown_bytes = 40;
constexpr std::size_t tag_limit = 500;  // In one paragraph; blocks in it are rendered by recursion.

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    return text.substr(0, text.find_last_not_of(spaces) + 1);
}

// The start of what is wrong, not cut inside a character.
std::string shown(std::string_view text) {
    auto size = std::min(text.size(), shown_bytes);
    while (size < text.size() && size > 0 && (text[size] & 0xC0) == 0x80) --size;
    return std::string{text.substr(0, size)};
}

DocxTag::Kind kind_of(char sign) {
    switch (sign) {
        case '#': return DocxTag::Kind::list;
        case '?': return DocxTag::Kind::flag;
        case '^': return DocxTag::Kind::no_flag;
        case '/': return DocxTag::Kind::close;
        default: return DocxTag::Kind::value;
    }
}

}  // namespace

base::Result<std::vector<DocxTag>> parse_tags(std::string_view text) {
    std::vector<DocxTag> tags;
    for (auto begin = text.find("{{"); begin != text.npos; begin = text.find("{{", tags.back().end)) {
        const auto close = text.find("}}", begin);
        if (close == text.npos) return base::Refusal{"template.tag_not_closed", {shown(text.substr(begin))}, {}};
        const auto whole = text.substr(begin, close + 2 - begin);
        auto name = trimmed(whole.substr(2, whole.size() - 4));
        const auto kind = name.empty() ? DocxTag::Kind::value : kind_of(name.front());
        if (kind != DocxTag::Kind::value) name = trimmed(name.substr(1));
        if (name.empty() || name.find_first_of("{}\t\n") != name.npos)
            return base::Refusal{"template.bad_tag", {shown(whole)}, {}};
        if (tags.size() == tag_limit) return base::Refusal{"template.too_complex", {std::string{name}}, {}};
        tags.push_back({kind, std::string{name}, begin, close + 2});
    }
    return tags;
}

std::optional<std::size_t> closing_tag(const std::vector<DocxTag>& tags, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t i = open; i < tags.size(); ++i) {
        if (tags[i].name != tags[open].name) continue;
        if (tags[i].opens()) ++depth;
        if (tags[i].kind == DocxTag::Kind::close && --depth == 0) return i;
    }
    return {};
}

const DocxTag* lone_tag(const std::vector<DocxTag>& tags, std::string_view text) {
    const bool is_lone = tags.size() == 1 && trimmed(text).size() == tags[0].end - tags[0].begin;
    return is_lone ? &tags[0] : nullptr;
}

}  // namespace formats
