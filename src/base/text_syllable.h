// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

namespace base {

// Whether `word` can be a Vietnamese syllable (âm tiết) as to spelling: an initial consonant, a rime and at most one
// tone, which stands on a vowel that may carry it; c, ch, p, t at the end take only sắc or nặng. Either place of the
// tone in oa, oe, uy is good. In NFC and either letter case. It says nothing about whether the word has a meaning.
bool is_vietnamese_syllable(std::string_view word);

}  // namespace base
