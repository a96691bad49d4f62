// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/numbers.h"

namespace reports {

// Says a sentence text (report.h) about the issuer. A name that is neither number nor ratio is a Bug.
std::vector<Piece> fill_text(std::string_view text, const Issuer& issuer, Numbers& numbers);

FilledSentence fill_sentence(const Sentence& sentence, const Issuer& issuer, Numbers& numbers);

// All that stands in braces in the text.
std::vector<std::string_view> names_in(std::string_view text);

}  // namespace reports
