// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/date.h"

namespace rules {

// The days of a member's life that a register states, in the order in which they must have come. After the admission
// they are no chain: an exemption may come before the recognition.
enum class MemberDate {
    born_on,
    youth_union_joined_on,
    admission_decided_on,
    ceremony_on,
    recognised_on,
    member_of_cell_from,
    exempt_from,
    suspended_from,
    departed_on,
};
constexpr std::size_t member_date_count = 9;

// By MemberDate; nothing where the register says nothing.
using MemberDates = std::array<std::optional<base::PartialDate>, member_date_count>;

// `later` cannot have come after `earlier`.
struct DateConflict {
    MemberDate earlier{}, later{};
    bool operator==(const DateConflict&) const = default;
};

// What contradicts itself on any reading of dates of which only the year or month is known:
//   born < youth union ≤ admission decided ≤ ceremony ≤ recognised     each against the nearest one stated before it,
//   ceremony ≤ member of the cell, exempt, suspended                   so that one wrong date is one conflict
//   ceremony, member of the cell, exempt, suspended < departed
std::vector<DateConflict> find_date_conflicts(const MemberDates& dates);

}  // namespace rules
