// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/load_tree.h"

#include <set>
#include <unordered_map>

#include "actions/reach.h"

namespace actions {

using records::Organisation;
using records::OrganisationVersion;

rules::OrganisationTree load_tree(store::Reader& reader, base::Date on) {
    std::unordered_map<base::Uuid, std::string> codes;
    for (auto& organisation : reader.select<Organisation>())
        codes.emplace(organisation.id.value, std::move(organisation.code));

    std::vector<rules::OrganisationNode> nodes;
    nodes.reserve(codes.size());
    for (auto& version : reader.select<OrganisationVersion>({.on = on}))
        nodes.push_back({.id = version.organisation_id,
                         .code = codes[version.organisation_id.value],
                         .name = std::move(version.name),
                         .kind = version.kind,
                         .unit_type = std::move(version.unit_type),
                         .superior = version.superior_id,
                         .has_superior_consent = !version.superior_consent.empty()});
    return {on, std::move(nodes)};
}

rules::OrganisationTree load_seen_tree(Context& context, base::Date on) {
    auto tree = load_tree(context.store, on);
    const auto& reach = reach_of(context, rules::Right::see);
    if (reach.is_everything()) return tree;
    std::vector<rules::OrganisationNode> seen;
    for (const auto& node : tree.nodes()) {
        if (!reach.holds(node.id.value)) continue;
        seen.push_back(node);
        if (node.superior && !reach.holds(node.superior->value)) seen.back().superior.reset();
    }
    return {on, std::move(seen)};
}

base::Result<Organisation> find_organisation(store::Reader& reader, std::string_view code) {
    auto found = reader.select<Organisation>({.conditions = {{.field = "code", .values = {std::string{code}}}}});
    if (found.empty()) return base::Refusal{"organisation.unknown", {std::string{code}}, {}};
    return std::move(found.front());
}

base::Result<OrganisationVersion> version_on(store::Reader& reader, const Organisation& organisation, base::Date on) {
    auto found = reader.select<OrganisationVersion>(
        {.conditions = {{.field = "organisation_id", .values = {organisation.id.value}}}, .on = on});
    if (found.empty())
        return base::Refusal{"organisation.not_on_day", {organisation.code, base::to_vietnamese(on)}, {}};
    return std::move(found.front());
}

base::Result<void> examine_structure(store::Reader& reader, base::Date from) {
    std::set<base::Date> days{from};
    for (const auto& version : reader.select<OrganisationVersion>()) {
        if (version.valid_from > from) days.insert(version.valid_from);
        if (version.valid_to && *version.valid_to > from) days.insert(*version.valid_to);
    }
    for (const auto day : days)
        if (auto refusals = rules::examine_tree(load_tree(reader, day)); !refusals.empty())
            return std::move(refusals.front());
    return {};
}

}  // namespace actions
