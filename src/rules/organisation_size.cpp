// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/organisation_size.h"

#include "law/organisation.h"

namespace rules {

using records::OrganisationKind;

std::vector<base::Refusal> examine_size(const OrganisationSize& size, base::Date on) {
    using namespace law::organisation;
    std::vector<base::Refusal> refusals;
    const auto refuse = [&](std::string code, std::int64_t number, const law::Entry<int>& limit) {
        refusals.push_back({std::move(code),
                            {size.name, std::to_string(number), std::to_string(limit.value)},
                            std::string{limit.source}});
    };

    // Điều 21 (Điều lệ), Điều 20.3: a cell has at least three full members.
    if (records::is_cell(size.kind) && cell_full_members_min.is_in_force(on))
        if (const auto& least = cell_full_members_min.at(on); size.full_members < least.value)
            refuse("organisation.too_few_full_members", size.full_members, least);

    if (size.has_superior_consent) return refusals;

    // Điều 20.3.2: a subordinate cell of more than 30 members needs the consent of the superior.
    if (size.kind == OrganisationKind::cell && cell_members_max.is_in_force(on))
        if (const auto& most = cell_members_max.at(on); size.members > most.value)
            refuse("organisation.cell_too_large", size.members, most);

    // Điều 21 (Điều lệ), Điều 20.3.1: đảng bộ cơ sở from 30 members, below that chi bộ cơ sở.
    if (grassroots_party_members_min.is_in_force(on)) {
        const auto& least = grassroots_party_members_min.at(on);
        if (size.kind == OrganisationKind::grassroots_party && size.members < least.value)
            refuse("organisation.too_small_for_party", size.members, least);
        if (size.kind == OrganisationKind::grassroots_cell && size.members >= least.value)
            refuse("organisation.too_large_for_cell", size.members, least);
    }
    return refusals;
}

}  // namespace rules
