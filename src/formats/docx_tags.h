// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace formats {

// A tag of a template: {{name}}, {{#list}}, {{?flag}}, {{^flag}} or {{/name}}.
struct DocxTag {
    enum class Kind : std::uint8_t { value, list, flag, no_flag, close };
    Kind kind;
    std::string name;
    std::size_t begin, end;  // Bytes in the paragraph's text, braces included.

    bool opens() const { return kind == Kind::list || kind == Kind::flag || kind == Kind::no_flag; }
};

// The tags of one paragraph's text, in order. Refusals: template.tag_not_closed, template.bad_tag,
// template.too_complex.
base::Result<std::vector<DocxTag>> parse_tags(std::string_view text);

// The index of the tag that closes the block opened by tags[open], if it is among them.
std::optional<std::size_t> closing_tag(const std::vector<DocxTag>& tags, std::size_t open);

// The tag, when it is all that the text has besides spaces.
const DocxTag* lone_tag(const std::vector<DocxTag>& tags, std::string_view text);

}  // namespace formats
