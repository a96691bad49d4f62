// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

// Golden files: what the program wrote when a person last read and accepted it (kết quả mẫu).
namespace support {

// Fails the running test, with a short comparison by line, unless tests/golden/<path> holds exactly `actual`.
// `./dev bless` (KT_BLESS=1) writes the file instead; the diff in git is then the review.
void check_golden(std::string_view path, std::string_view actual);

// The same for a file that is generated into the tree, by its path from the root.
void check_generated(std::string_view path, std::string_view actual);

}  // namespace support
