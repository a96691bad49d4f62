// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "stats/forest.h"
#include "stats/name_table.h"

namespace stats {

// What organisations are called on every day, and how they are found by name. Never changed after it is built.
class OrganisationNames {
public:
    OrganisationNames() = default;
    // `names` in the order of Facts::organisation_versions.
    OrganisationNames(const Facts& facts, const std::vector<std::string>& names, const Forest& forest);

    // The name that holds on the day, else the last one before, else the first one.
    std::string_view name(Place place, Day day) const;
    // The kind of that version as a code of records::organisation_kinds.
    Code kind(Place place, Day day) const;
    std::string_view folded(Place place, Day day) const;
    std::string_view sort_key(Place place, Day day) const;

private:
    std::size_t version(Place place, Day day) const;

    std::vector<std::uint32_t> start_;  // Of each place: its first version.
    std::vector<Day> from_;
    std::vector<Code> kind_;
    TextBlock names_, folded_, sort_keys_;
};

}  // namespace stats
