// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "figures/subject.h"
#include "stats/facts.h"
#include "stats/grouped.h"

namespace stats {

// Fills the columns that a rule answers from the others.
class Rules {
public:
    explicit Rules(std::span<const figures::Column> columns);
    void apply(Codes& codes) const;

private:
    struct Rule {
        std::size_t column, from;
        std::array<Code, 256> answers;  // For each code of `from`.
    };
    std::vector<Rule> rules_;
};

// What is known of each member on any day: figures::member_columns() but the age band.
class MembersKnown {
public:
    explicit MembersKnown(const Facts& facts);

    Codes on(std::uint32_t member, Day day) const;
    // Days inside (from, to) on which something about the member may change, added unsorted.
    void add_changes(std::uint32_t member, Day from, Day to, std::vector<Day>& days) const;

private:
    const Facts& facts_;
    Grouped<Facts::MemberVersion> versions_;
    Grouped<Facts::Holding> holdings_;
    Rules rules_;
    Codes nothing_holds_ = no_codes();
};

// What is known of each organisation on any day: figures::organisation_columns().
class OrganisationsKnown {
public:
    explicit OrganisationsKnown(const Facts& facts);

    Codes on(std::uint32_t organisation, Day day) const;
    std::span<const Facts::OrganisationVersion> versions() const { return versions_.all(); }  // By organisation, day.

private:
    Grouped<Facts::OrganisationVersion> versions_;
    Rules rules_;
};

}  // namespace stats
