// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "base/date.h"
#include "schema/record_type.h"
#include "store/store.h"

namespace actions {

// All that contradicts itself in what the record belongs to, beyond the record: the file of a person or member, or the
// settings of one name. Asked before and after a write, so that a fault of old does not forbid mending another.
//   - period.overlap {label, from, from of the other, its end}: two versions, exemptions, suspensions or settings at
//     once
//   - period.gap {label, from, to}: days of a person without a version
//   - overlap {day, cell, from, to}: two home cells on a day
//   - not_a_cell {label, name, kind}, unknown_organisation {label, name, day}: a stay in what is no cell, or was none
//     yet
//   - date_order {label, date, label, date}, under_18_at_admission {label, date, months, months needed}: see
//     rules/import_member_dates.h
std::vector<base::Refusal> examine_owner(store::Reader& reader, const schema::Record& record);

// The first fault of `after` that `before` has not.
base::Result<void> no_new_fault(const std::vector<base::Refusal>& before, std::vector<base::Refusal> after);

}  // namespace actions
