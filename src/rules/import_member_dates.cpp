// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/import_member_dates.h"

#include <initializer_list>

namespace rules {

std::vector<DateConflict> find_date_conflicts(const MemberDates& dates) {
    using enum MemberDate;
    const auto at = [&](MemberDate date) -> const std::optional<base::PartialDate>& {
        return dates[static_cast<std::size_t>(date)];
    };
    std::vector<DateConflict> conflicts;
    const auto require = [&](MemberDate earlier, MemberDate later, bool may_be_equal) {
        if (!at(earlier) || !at(later)) return true;
        const auto first = at(earlier)->first_day(), second = at(later)->last_day();
        if (may_be_equal ? first <= second : first < second) return true;
        conflicts.push_back({earlier, later});
        return false;
    };

    auto before = born_on;
    for (const auto date : {youth_union_joined_on, admission_decided_on, ceremony_on, recognised_on}) {
        if (!at(date)) continue;
        require(before, date, before != born_on);
        before = date;
    }
    for (const auto date : {member_of_cell_from, exempt_from, suspended_from}) require(ceremony_on, date, true);
    for (const auto date : {member_of_cell_from, suspended_from, exempt_from, ceremony_on})
        if (!require(date, departed_on, false)) break;
    return conflicts;
}

}  // namespace rules
