// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/organisation_names.h"

#include <algorithm>

#include "base/text.h"
#include "figures/subject.h"

namespace stats {

OrganisationNames::OrganisationNames(const Facts& facts, const std::vector<std::string>& names, const Forest& forest) {
    struct Version {
        Place place;
        Day from;
        std::size_t number;
    };
    std::vector<Version> versions;
    versions.reserve(facts.organisation_versions.size());
    for (std::size_t i = 0; i < facts.organisation_versions.size(); ++i) {
        const auto& version = facts.organisation_versions[i];
        versions.push_back({forest.place_of(version.organisation), version.from, i});
    }
    std::sort(versions.begin(), versions.end(), [](const Version& a, const Version& b) {
        return std::tie(a.place, a.from, a.number) < std::tie(b.place, b.from, b.number);
    });
    std::size_t kind_column = 0;
    const auto columns = figures::organisation_columns();
    while (columns[kind_column].name != "kind") ++kind_column;

    start_.assign(forest.size() + 1, 0);
    for (const auto& version : versions) {
        ++start_[version.place + 1];
        from_.push_back(version.from);
        kind_.push_back(facts.organisation_versions[version.number].codes[kind_column]);
        names_.add(names[version.number]);
        folded_.add(base::fold(names[version.number]));
        sort_keys_.add(base::sort_key(names[version.number]));
    }
    for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
}

std::size_t OrganisationNames::version(Place place, Day day) const {
    std::size_t at = start_[place];
    while (at + 1 < start_[place + 1] && from_[at + 1] <= day) ++at;
    return at;
}

std::string_view OrganisationNames::name(Place place, Day day) const {
    return start_[place] == start_[place + 1] ? std::string_view{} : names_[version(place, day)];
}

Code OrganisationNames::kind(Place place, Day day) const {
    return start_[place] == start_[place + 1] ? no_code : kind_[version(place, day)];
}

std::string_view OrganisationNames::folded(Place place, Day day) const {
    return start_[place] == start_[place + 1] ? std::string_view{} : folded_[version(place, day)];
}

std::string_view OrganisationNames::sort_key(Place place, Day day) const {
    return start_[place] == start_[place + 1] ? std::string_view{} : sort_keys_[version(place, day)];
}

}  // namespace stats
