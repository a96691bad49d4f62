// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/reach.h"

#include <algorithm>

#include "actions/load_forest.h"
#include "actions/registers.h"
#include "records/organisation.h"
#include "store/sequence.h"

namespace actions {
namespace {

using stats::Place;

// Those that no other of them has below it, in preorder.
std::vector<Place> highest(const stats::Tree& tree, std::vector<Place> places) {
    std::sort(places.begin(), places.end(), [&](Place a, Place b) { return tree.position[a] < tree.position[b]; });
    std::vector<Place> tops;
    for (const Place place : places)
        if (tops.empty() || !tree.is_in(place, tops.back())) tops.push_back(place);
    return tops;
}

}  // namespace

Reach::Reach(std::shared_ptr<const stats::Forest> forest) : forest_{std::move(forest)}, is_everything_{true} {
    const auto& tree = forest_->trees().back();
    for (std::uint32_t at = 0; at < tree.order.size(); at = tree.end[tree.order[at]]) tops_.push_back(tree.order[at]);
}

Reach::Reach(std::shared_ptr<const stats::Forest> forest, std::span<const base::Uuid> roots, base::Date today)
    : forest_{std::move(forest)}, bits_((forest_->size() + 63) / 64) {
    const stats::Day day = stats::to_day(today);
    const auto& tree = forest_->tree_on(day);
    std::vector<Place> places;
    for (const auto& root : roots)
        if (const auto place = forest_->find(root)) places.push_back(*place);
    tops_ = highest(tree, std::move(places));

    std::size_t count = 0;
    std::vector<Place> heirs;  // In reach, their predecessors not yet looked at.
    const auto enter = [&](Place place) {
        auto& word = bits_[place / 64];
        const std::uint64_t bit = std::uint64_t{1} << place % 64;
        if (word & bit) return;
        word |= bit;
        ++count;
        if (!forest_->predecessors_of(place).empty()) heirs.push_back(place);
    };
    // Of what has ended, all that ended with it: it lies where it last was.
    const auto enter_ended = [&](Place root) {
        const auto subtree = tree.subtree(root);
        for (std::size_t at = 0; at < subtree.size();) {
            const Place place = subtree[at];
            if (!forest_->has_ended_by(place, day)) {
                at += tree.end[place] - tree.position[place];
            } else {
                enter(place);
                ++at;
            }
        }
    };
    for (const Place top : tops_)
        for (const Place place : tree.subtree(top)) enter(place);
    while (!heirs.empty()) {
        const Place heir = heirs.back();
        heirs.pop_back();
        for (const Place predecessor : forest_->predecessors_of(heir))
            if (forest_->has_ended_by(predecessor, day)) enter_ended(predecessor);
    }
    is_everything_ = count == forest_->size() && count > 0;
}

bool Reach::holds(const base::Uuid& organisation) const {
    const auto place = forest_->find(organisation);
    return place && holds(*place);
}

// What was worked out for one context: it holds while neither the registers nor who asks have changed.
struct KeptReach {
    std::int64_t sequence = -1;
    base::Date today;
    rules::Access access;
    std::shared_ptr<const stats::Forest> forest;
    std::array<std::shared_ptr<const Reach>, rules::right_count> reaches;
};

namespace {

bool is_same(const rules::Access& a, const rules::Access& b) {
    return a.is_local_administrator == b.is_local_administrator && a.account_id == b.account_id && a.grants == b.grants;
}

KeptReach& kept(Context& context) {
    if (!context.reach) context.reach = std::make_shared<KeptReach>();
    auto& kept = *context.reach;
    if (context.registers) {
        if (const auto snapshot = snapshot_of(context); kept.sequence != snapshot->sequence)
            kept = {.sequence = snapshot->sequence, .forest = {snapshot->columns, &snapshot->columns->forest}};
    } else if (const auto sequence = store::last_sequence(context.store); kept.sequence != sequence) {
        kept = {.sequence = sequence, .forest = load_forest(context.store)};
    }
    if (kept.today != context.today || !is_same(kept.access, context.access)) {
        kept.today = context.today;
        kept.access = context.access;
        kept.reaches = {};
    }
    return kept;
}

}  // namespace

std::shared_ptr<const stats::Forest> forest_of(Context& context) { return kept(context).forest; }

const Reach& reach_of(Context& context, rules::Right right) {
    auto& all = kept(context);
    auto& reach = all.reaches[static_cast<std::size_t>(right)];
    if (reach) return *reach;
    if (context.access.is_local_administrator) return *(reach = std::make_shared<const Reach>(all.forest));
    std::vector<base::Uuid> roots;
    for (const auto& grant : context.access.grants)
        if (rules::allows(grant.role, right)) roots.push_back(grant.organisation.value);
    reach = context.registers ? context.registers->reaches().find(all.forest, roots, context.today)
                              : std::make_shared<const Reach>(all.forest, roots, context.today);
    return *reach;
}

}  // namespace actions
