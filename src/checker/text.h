// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "checker/token.h"

namespace checker {

// Câu. A line that ends with a colon and the short items of the list below it (-, +, •, a), 1.) are one sentence: their
// figures belong together.
struct Sentence {
    std::size_t first = 0, last = 0;  // Tokens [first, last).
    std::size_t begin = 0, end = 0;   // Bytes.
    std::size_t paragraph = 0;
};

// A text cut into sentences and paragraphs; `source` must outlive it.
struct Text {
    std::string_view source;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;

    std::string_view text_of(const Sentence& sentence) const {
        return source.substr(sentence.begin, sentence.end - sentence.begin);
    }
};

Text cut_text(std::string_view source);

}  // namespace checker
