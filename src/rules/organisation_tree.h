// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "records/organisation.h"

namespace rules {

using OrganisationId = base::Id<records::Organisation>;

// One organisation as it stands in the tree on one day.
struct OrganisationNode {
    OrganisationId id;
    std::string code;
    std::string name;
    records::OrganisationKind kind{};
    std::string unit_type;
    std::optional<OrganisationId> superior;
    bool has_superior_consent = false;
};

// Cây tổ chức on one day: a forest by superior. Built once from the versions that hold on that day; immutable.
// Places are indexes into `nodes()`. Building costs about 1 µs a node; questions about a node a hash look-up.
class OrganisationTree {
public:
    using Place = std::uint32_t;

    OrganisationTree() = default;
    OrganisationTree(base::Date on, std::vector<OrganisationNode> nodes);

    base::Date on() const { return on_; }
    std::span<const OrganisationNode> nodes() const { return nodes_; }
    const OrganisationNode& operator[](Place place) const { return nodes_[place]; }

    std::optional<Place> find(const OrganisationId& id) const;
    std::optional<Place> find(std::string_view code) const;
    // Those directly below, in order of code.
    std::span<const Place> children(Place place) const { return children_[place]; }
    // The place itself and all below it, superiors first.
    std::vector<Place> subtree(Place place) const;
    // From the place up to its root, itself first. Stops at a superior that is not in the tree.
    std::vector<Place> path(Place place) const;
    bool is_below(Place place, Place ancestor) const;

private:
    base::Date on_;
    std::vector<OrganisationNode> nodes_;
    std::vector<std::vector<Place>> children_;
    std::unordered_map<base::Uuid, Place> by_id_;
    std::unordered_map<std::string, Place> by_code_;
};

// What must hold for the tree of any day (domain: "tree invariants"), with the article where law says so:
//   organisation.superior_missing {name, code}          the superior does not exist on that day
//   organisation.cycle {name, code}                     an organisation is below itself
//   organisation.superior_is_cell {name, superior}      nothing but a group (tổ đảng) stands below a cell
//   organisation.superior_not_party {name, superior}    a Party organisation is below a body that is none
//   organisation.wrong_level {name, kind, superior kind}  e.g. a đảng bộ bộ phận outside a đảng bộ cơ sở
//   organisation.kind_not_in_force {name, kind, date}   e.g. a district after 30/6/2025
// All that is wrong, at once; empty when nothing is.
std::vector<base::Refusal> examine_tree(const OrganisationTree& tree);

// May the node stand directly below that superior on that day? Nothing = yes; else the refusal above with the article
// of the day.
std::optional<base::Refusal> examine_level(const OrganisationNode& node, const OrganisationNode& superior,
                                           base::Date on);

// Giải thể: may the organisation end on the day of the tree, when so many members stay in it on that day or later?
// Nothing = yes; else organisation.has_members {name, number} or organisation.has_subordinates {name, number}.
std::optional<base::Refusal> examine_dissolving(const OrganisationTree& tree, OrganisationTree::Place place,
                                                std::int64_t members_left);

}  // namespace rules
