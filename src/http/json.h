// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace http {

// {"code", "message", "source"}: what a refusal says to programs and to people.
std::string refusal_json(const base::Refusal& refusal);

// For segments of paths and names in headers: all but letters, digits, '-', '.', '_' and '~' as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace http
