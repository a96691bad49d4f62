// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"

namespace cli {

// A day as people or programs write it: 31/12/2020 or 2020-12-31; `otherwise` when nothing was written.
// Refused as "bad_date" {"ngày", text}.
base::Result<base::Date> parse_day(const std::string& text, std::optional<base::Date> otherwise = {});

}  // namespace cli
