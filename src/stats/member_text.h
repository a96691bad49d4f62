// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "stats/roster.h"

namespace stats {

// What someone typed to find members, made into sets. Words of letters stand in any order, each at the beginning of a
// word of the name: without diacritics any tone fits ("hoa": Hoa, Hòa, Hoàng), with diacritics only that spelling
// ("hòa": Hòa, Hoà). Words with digits are the beginning of a profile number, a whole card number, or a birth year.
// All of them must hold. About 20 µs.
class MemberText {
public:
    // Nothing typed: everyone fits.
    MemberText() = default;
    MemberText(const Roster& roster, std::string_view typed);

    bool is_empty() const { return names_.empty() && members_.empty(); }
    bool fits(const Roster& roster, std::uint32_t member, Roster::Span span) const {
        return (names_.empty() || has(names_, roster.name_of(span))) && (members_.empty() || has(members_, member));
    }
    bool fits_name(NameId name) const { return names_.empty() || has(names_, name); }

private:
    using Set = std::vector<std::uint64_t>;  // A bit for each name, or each member. Empty = all.
    static bool has(const Set& set, std::uint32_t at) { return (set[at / 64] >> at % 64 & 1) != 0; }
    static void keep_common(Set& set, Set other);

    Set names_, members_;
};

}  // namespace stats
