// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "checker/finding.h"
#include "checker/relation.h"

// Soát báo cáo: what in the figures of a Vietnamese text cannot be true, whoever wrote it. Pure: same text, same
// answer.
//
//   tokenise (token.h) → cut_text (text.h) → find_figures (figure.h) → find_groups, find_shares (relation.h) → rules.h
//
// Precision comes before recall: what has another sensible reading is doubtful, or not said at all. Any bytes are
// accepted; a text of ten pages takes a few milliseconds. Texts above text_size_max bytes, about 500 pages, are cut
// there.
namespace checker {

inline constexpr std::size_t text_size_max = 2u << 20;

// In the order of the text: by the first figure, contradictions first.
std::vector<Finding> check_text(std::string_view text);
// The same for a text that was read before, for who wants its figures too.
std::vector<Finding> check_reading(const Reading& reading);

}  // namespace checker
