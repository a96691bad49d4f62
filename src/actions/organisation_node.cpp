// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/organisation_node.h"

#include "records/organisation.h"
#include "records/party_member.h"

namespace actions {
OrganisationMention mention_of(const Snapshot& snapshot, stats::Place place, base::Date on) {
    const auto day = stats::to_day(on);
    const auto& forest = snapshot.columns->forest;
    OrganisationMention mention{
        .id = forest.ids()[place], .code = forest.code(place), .name = std::string{snapshot.names->name(place, day)}};
    if (const auto kind = snapshot.names->kind(place, day); kind != stats::no_code) {
        mention.kind = records::organisation_kinds.codes[kind].code;
        mention.kind_label = records::organisation_kinds.codes[kind].label;
    }
    return mention;
}

std::vector<stats::Place> superiors_of(const stats::Tree& tree, stats::Place place) {
    std::vector<stats::Place> superiors;
    for (std::uint32_t at = 0; at < tree.position[place];) {
        const auto other = tree.order[at];
        if (tree.is_in(place, other)) {
            superiors.push_back(other);
            ++at;
        } else {
            at = tree.end[other];
        }
    }
    return superiors;
}

OrganisationCounts::OrganisationCounts(SnapshotPtr snapshot, base::Date on)
    : snapshot_{std::move(snapshot)},
      on_{on},
      day_{stats::to_day(on)},
      tree_{snapshot_->columns->forest.tree_on(day_)},
      own_(snapshot_->columns->forest.size()),
      sums_(own_.size() + 1) {
    const auto& columns = *snapshot_->columns;
    const auto& table = columns.table_of(figures::member_state);
    const auto& status = table.codes[figures::member_state.index_of("status")];
    const auto full = static_cast<stats::Code>(records::MembershipStatus::full);
    for (stats::Place place = 0; place < own_.size(); ++place) {
        const auto range = table.rows_of(place);
        for (auto row = range.begin; row < range.end; ++row) {
            const std::uint32_t counts = table.from[row] <= day_ && day_ < table.to[row];
            own_[place].members += counts;
            own_[place].full += counts & static_cast<std::uint32_t>(status[row] == full);
        }
    }
    for (std::size_t at = 0; at < tree_.order.size(); ++at) {
        const auto place = tree_.order[at];
        auto& next = sums_[at + 1] = sums_[at];
        next.members += own_[place].members;
        next.probationary += own_[place].members - own_[place].full;
        const auto kind = snapshot_->names->kind(place, day_);
        next.cells +=
            kind != stats::no_code && exists(place) && records::is_cell(static_cast<records::OrganisationKind>(kind));
    }
}

std::vector<stats::Place> OrganisationCounts::children(stats::Place place) const {
    auto children = tree_.children(place);
    std::erase_if(children, [this](stats::Place child) { return !exists(child); });
    return children;
}

OrganisationNode OrganisationCounts::node(stats::Place place) const {
    const auto &before = sums_[tree_.position[place]], &after = sums_[tree_.end[place]];
    OrganisationNode node{mention_of(*snapshot_, place, on_)};
    node.members = after.members - before.members;
    node.probationary = after.probationary - before.probationary;
    node.cells = after.cells - before.cells;
    node.children = static_cast<std::int64_t>(children(place).size());
    if (const auto end = snapshot_->columns->forest.end(place); end != stats::never)
        node.valid_to = stats::to_date(end);
    return node;
}

void write_mention(schema::JsonWriter& json, const OrganisationMention& organisation) {
    json.member("id", organisation.id).member("code", organisation.code).member("name", organisation.name);
    json.member("kind", organisation.kind).member("kind_label", organisation.kind_label);
}

void write_node(schema::JsonWriter& json, const OrganisationNode& node) {
    write_mention(json, node);
    json.member("members", node.members).member("probationary", node.probationary).member("cells", node.cells);
    json.member("children", node.children).member_if("valid_to", node.valid_to);
}

}  // namespace actions
