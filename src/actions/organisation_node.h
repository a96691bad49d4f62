// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/registers.h"
#include "schema/json_writer.h"

namespace actions {

// An organisation as it is called on a day.
struct OrganisationMention {
    base::Uuid id;
    std::string code, name;
    std::string kind, kind_label;  // Empty where nothing is known of it.
};

// The same with what stands in its subtree on that day.
struct OrganisationNode : OrganisationMention {
    std::int64_t members = 0, probationary = 0;  // Home members.
    std::int64_t cells = 0;
    std::int64_t children = 0;           // Directly below.
    std::optional<base::Date> valid_to;  // Of one that ends, or has ended.
};

OrganisationMention mention_of(const Snapshot& snapshot, stats::Place place, base::Date on);
// Those above it, from the top.
std::vector<stats::Place> superiors_of(const stats::Tree& tree, stats::Place place);

// Counts every subtree of a day in one pass: about 0.2 ms for 55,700 members.
class OrganisationCounts {
public:
    OrganisationCounts(SnapshotPtr snapshot, base::Date on);

    const stats::Tree& tree() const { return tree_; }
    OrganisationNode node(stats::Place place) const;
    // Those directly below that exist on the day, in the order of their codes.
    std::vector<stats::Place> children(stats::Place place) const;
    bool exists(stats::Place place) const { return snapshot_->columns->forest.exists_on(place, day_); }
    // Without those below; `full` are the members who are not probationary.
    struct Own {
        std::uint32_t members = 0, full = 0;
    };
    const Own& own(stats::Place place) const { return own_[place]; }

private:
    struct Sums {
        std::int64_t members = 0, probationary = 0, cells = 0;
    };
    SnapshotPtr snapshot_;
    base::Date on_;
    stats::Day day_;
    const stats::Tree& tree_;
    std::vector<Own> own_;    // By place.
    std::vector<Sums> sums_;  // Of all positions of the tree before that one.
};

void write_mention(schema::JsonWriter& json, const OrganisationMention& organisation);
void write_node(schema::JsonWriter& json, const OrganisationNode& node);

}  // namespace actions
