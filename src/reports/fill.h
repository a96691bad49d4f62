// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/numbers.h"

namespace reports {

// About whom and when a report speaks.
struct Scope {
    Issuer issuer;
    std::vector<Subordinate> subordinates;  // In the order in which they are to stand.
    int year = 0;
};

// Fills a report, asking each number once. Signature, differences and remarks are left to the caller.
Document fill(const Report& report, const Scope& scope, const Ask& ask);

}  // namespace reports
