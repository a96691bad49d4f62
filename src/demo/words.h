// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "schema/code_list.h"

namespace demo {

// How an office writes a code of a list: shorter than the official form, where the list knows that wording. `variant`
// chooses where several are usual. Empty for an empty code.
std::string office_word(const schema::CodeList& list, std::string_view code, std::size_t variant = 0);

}  // namespace demo
