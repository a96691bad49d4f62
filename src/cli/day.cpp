// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/day.h"

namespace cli {

base::Result<base::Date> parse_day(const std::string& text, std::optional<base::Date> otherwise) {
    if (text.empty() && otherwise) return *otherwise;
    if (const auto day = base::parse_iso_date(text)) return *day;
    if (const auto day = base::parse_vietnamese_date(text)) return *day;
    return base::Refusal{"bad_date", {"ngày", text}, {}};
}

}  // namespace cli
