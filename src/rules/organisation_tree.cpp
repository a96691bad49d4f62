// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/organisation_tree.h"

#include <algorithm>

#include "law/organisation.h"

namespace rules {
namespace {

using records::OrganisationKind;

base::Refusal refuse(std::string code, std::vector<std::string> args, std::string_view source = {}) {
    return {std::move(code), std::move(args), std::string{source}};
}

std::string label(OrganisationKind kind) { return std::string{schema::label_of(kind)}; }

// The level of a Party organisation, from the top; equal levels may not stand below each other.
int level_of(OrganisationKind kind) {
    switch (kind) {
        case OrganisationKind::central: return 0;
        case OrganisationKind::provincial: return 1;
        case OrganisationKind::district: return 2;
        case OrganisationKind::superior:
        case OrganisationKind::commune: return 3;
        case OrganisationKind::grassroots_party:
        case OrganisationKind::grassroots_cell: return 4;
        case OrganisationKind::section_party: return 5;
        case OrganisationKind::cell:
        case OrganisationKind::temporary_cell: return 6;
        case OrganisationKind::group: return 7;
        default: return 8;
    }
}

}  // namespace

OrganisationTree::OrganisationTree(base::Date on, std::vector<OrganisationNode> nodes)
    : on_{on}, nodes_{std::move(nodes)} {
    std::sort(nodes_.begin(), nodes_.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    children_.resize(nodes_.size());
    by_id_.reserve(nodes_.size());
    by_code_.reserve(nodes_.size());
    for (Place place = 0; place < nodes_.size(); ++place) {
        by_id_.emplace(nodes_[place].id.value, place);
        by_code_.emplace(nodes_[place].code, place);
    }
    for (Place place = 0; place < nodes_.size(); ++place)
        if (nodes_[place].superior)
            if (const auto above = find(*nodes_[place].superior)) children_[*above].push_back(place);
}

std::optional<OrganisationTree::Place> OrganisationTree::find(const OrganisationId& id) const {
    const auto found = by_id_.find(id.value);
    if (found == by_id_.end()) return {};
    return found->second;
}

std::optional<OrganisationTree::Place> OrganisationTree::find(std::string_view code) const {
    const auto found = by_code_.find(std::string{code});
    if (found == by_code_.end()) return {};
    return found->second;
}

std::vector<OrganisationTree::Place> OrganisationTree::subtree(Place place) const {
    std::vector<Place> places{place};
    // A cycle cannot lengthen the list past the number of nodes: such a tree is refused before it is stored.
    for (std::size_t i = 0; i < places.size() && places.size() <= nodes_.size(); ++i)
        for (const Place child : children_[places[i]]) places.push_back(child);
    return places;
}

std::vector<OrganisationTree::Place> OrganisationTree::path(Place place) const {
    std::vector<Place> places{place};
    while (places.size() <= nodes_.size()) {
        const auto& superior = nodes_[places.back()].superior;
        const auto above = superior ? find(*superior) : std::nullopt;
        if (!above) break;
        places.push_back(*above);
    }
    return places;
}

bool OrganisationTree::is_below(Place place, Place ancestor) const {
    const auto above = path(place);
    return std::find(above.begin() + 1, above.end(), ancestor) != above.end();
}

std::optional<base::Refusal> examine_level(const OrganisationNode& node, const OrganisationNode& superior,
                                           base::Date on) {
    using namespace law::organisation;
    if (!records::is_party(node.kind)) return {};
    if (!records::is_party(superior.kind)) return refuse("organisation.superior_not_party", {node.name, superior.name});

    // 294-QĐ/TW, Điều 20.3.2: a cell is divided into groups; nothing else stands below it.
    if (records::is_cell(superior.kind) && node.kind != OrganisationKind::group)
        return refuse("organisation.superior_is_cell", {node.name, superior.name},
                      only_groups_below_cell.source_on(on));

    const auto wrong_level = [&](std::string_view source) {
        return refuse("organisation.wrong_level", {node.name, label(node.kind), label(superior.kind)}, source);
    };
    // The same article: groups are parts of a cell.
    if (node.kind == OrganisationKind::group && !records::is_cell(superior.kind))
        return wrong_level(only_groups_below_cell.source_on(on));

    // 294-QĐ/TW, Điều 20.3.3: đảng bộ bộ phận only inside a đảng bộ cơ sở.
    if (node.kind == OrganisationKind::section_party && superior.kind != OrganisationKind::grassroots_party)
        return wrong_level(section_party_in_grassroots_party.source_on(on));

    if (level_of(node.kind) <= level_of(superior.kind)) return wrong_level(levels_in_order.source_on(on));

    return {};
}

std::optional<base::Refusal> examine_dissolving(const OrganisationTree& tree, OrganisationTree::Place place,
                                                std::int64_t members_left) {
    using namespace law::organisation;
    const auto& name = tree[place].name;
    if (members_left > 0)
        return refuse("organisation.has_members", {name, std::to_string(members_left)},
                      members_leave_before_dissolving.source_on(tree.on()));
    if (const auto below = tree.children(place); !below.empty())
        return refuse("organisation.has_subordinates", {name, std::to_string(below.size())},
                      nothing_below_when_dissolving.source_on(tree.on()));
    return {};
}

std::vector<base::Refusal> examine_tree(const OrganisationTree& tree) {
    using law::organisation::district_level_exists;
    std::vector<base::Refusal> refusals;
    for (OrganisationTree::Place place = 0; place < tree.nodes().size(); ++place) {
        const auto& node = tree[place];

        // 294-QĐ/TW, Điều 10: from 01/7/2025 there is no district level.
        if (node.kind == OrganisationKind::district && district_level_exists.is_in_force(tree.on()))
            if (const auto& level = district_level_exists.at(tree.on()); !level.value)
                refusals.push_back(refuse("organisation.kind_not_in_force",
                                          {node.name, label(node.kind), base::to_vietnamese(tree.on())}, level.source));

        if (!node.superior) continue;
        const auto above = tree.find(*node.superior);
        if (!above) {
            refusals.push_back(refuse("organisation.superior_missing", {node.name, node.code}));
        } else if (tree.is_below(place, place)) {
            refusals.push_back(refuse("organisation.cycle", {node.name, node.code}));
        } else if (auto wrong = examine_level(node, tree[*above], tree.on())) {
            refusals.push_back(*std::move(wrong));
        }
    }
    return refusals;
}

}  // namespace rules
