// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reports {

// Columns that a letter takes on a terminal: every letter of composed Vietnamese takes one.
std::size_t width_of(std::string_view text);

// Broken at blanks into lines of at most `width`; a longer word stays whole.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

struct TextColumn {
    std::string header;
    bool is_right = false;
};

// A table of aligned columns under a ruled header, at most `width` wide if words allow: columns take what their longest
// word or number needs, those of words share what is left. An empty row becomes a rule.
std::string text_table(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                       std::size_t width);

}  // namespace reports
