// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/uuid.h"

namespace quality {

struct Check;

// Nợ dữ liệu: one thing that is missing, impossible or odd in one file.
struct Finding {
    const Check* check = nullptr;
    base::Uuid record = {};              // The row to look at, of the check's record type; nil where there is none.
    std::string value = {};              // What stands in the check's field, unmasked; empty = nothing.
    std::vector<std::string> args = {};  // Fill {0}, {1} of the check's message. Never identifiers.
    // The day from which it is so, where time brought it about (a probation that has run out). Otherwise it is as old
    // as the row: whoever keeps the audit knows.
    std::optional<base::Date> since = {};
};

// What a check writes into.
class Found {
public:
    explicit Found(std::vector<Finding>& findings) : findings_{findings} {}
    void add(Finding finding) {
        finding.check = check_;
        findings_.push_back(std::move(finding));
    }
    void begin(const Check& check) { check_ = &check; }

private:
    std::vector<Finding>& findings_;
    const Check* check_ = nullptr;
};

}  // namespace quality
