// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/load_forest.h"

#include <unordered_map>

#include "records/organisation.h"
#include "records/organisation_events.h"

namespace actions {

std::shared_ptr<const stats::Forest> load_forest(store::Reader& reader) {
    stats::Facts facts;
    std::unordered_map<base::Uuid, std::uint32_t> numbers;
    for (auto& organisation : reader.select<records::Organisation>()) {
        numbers.emplace(organisation.id.value, static_cast<std::uint32_t>(facts.organisations.size()));
        facts.organisations.push_back({organisation.id.value, std::move(organisation.code)});
    }
    for (const auto& version : reader.select<records::OrganisationVersion>())
        facts.organisation_versions.push_back(
            {.organisation = numbers.at(version.organisation_id.value),
             .from = stats::to_day(version.valid_from),
             .to = stats::to_day(version.valid_to),
             .superior = version.superior_id ? numbers.at(version.superior_id->value) : stats::none});
    const auto& type = records::organisation_succession;
    const auto predecessor = type.index_of("predecessor_id"), successor = type.index_of("successor_id");
    reader.scan(type, {}, [&](const schema::Record& record) {
        facts.successions.push_back({numbers.at(std::get<base::Uuid>(record.values[predecessor])),
                                     numbers.at(std::get<base::Uuid>(record.values[successor]))});
    });
    return std::make_shared<const stats::Forest>(facts);
}

}  // namespace actions
