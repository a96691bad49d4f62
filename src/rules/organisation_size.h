// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "records/organisation.h"

namespace rules {

// What the rule needs to know about one Party organisation on one day.
struct OrganisationSize {
    std::string name;
    records::OrganisationKind kind{};
    std::int64_t members = 0;       // Home members, full and probationary; of a đảng bộ with all cells below it.
    std::int64_t full_members = 0;  // Đảng viên chính thức among them.
    bool has_superior_consent = false;  // A paper of the superior allows an unusual form.
};

// Does the form of the organisation fit its size on that day?
//   organisation.too_few_full_members {name, number, least}   a cell below the least number of full members
//   organisation.cell_too_large {name, number, most}          a subordinate cell above the most, without consent
//   organisation.too_small_for_party {name, number, least}    a đảng bộ cơ sở below the least, without consent
//   organisation.too_large_for_cell {name, number, least}     a chi bộ cơ sở that should be a đảng bộ cơ sở, without
//   consent
// A day before the first text that we know is not judged. Source: Điều lệ Đảng (2011), Điều 21; 294-QĐ/TW, Điều 20.
// Pure.
std::vector<base::Refusal> examine_size(const OrganisationSize& size, base::Date on);

}  // namespace rules
