// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/forest.h"

#include <algorithm>
#include <numeric>

#include "stats/grouped.h"

namespace stats {
namespace {

using Numbers = std::vector<std::uint32_t>;
using Version = Facts::OrganisationVersion;

using Histories = Grouped<Version>;

// Of the version that holds on the day; else of the last one before it; else of the first one.
std::uint32_t superior_on(std::span<const Version> history, Day day) {
    std::uint32_t superior = history.empty() ? none : history.front().superior;
    for (const auto& version : history)
        if (version.from <= day) superior = version.superior;
    return superior;
}

// The days from which some superior differs from the day before; 0 first.
std::vector<Day> days_of_change(const Histories& histories) {
    std::vector<Day> days{0};
    for (std::size_t i = 1; i < histories.all().size(); ++i) {
        const auto &before = histories.all()[i - 1], &version = histories.all()[i];
        if (before.organisation == version.organisation && before.superior != version.superior)
            days.push_back(version.from);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

// One tree over the numbers of the facts. `by_code` lists them in the order of their codes.
Tree grow(const Histories& histories, const Numbers& by_code, Day since) {
    const std::size_t size = by_code.size();
    std::vector<Numbers> below(size);
    Numbers roots;
    for (const auto organisation : by_code) {
        const auto superior = superior_on(histories.of(organisation), since);
        (superior == none ? roots : below[superior]).push_back(organisation);
    }

    Tree tree{since, {}, Numbers(size, none), Numbers(size)};
    tree.order.reserve(size);
    const auto visit = [&](std::uint32_t root) {
        struct Step {
            std::uint32_t organisation;
            std::size_t next_child;
        };
        std::vector<Step> path;
        const auto enter = [&](std::uint32_t organisation) {
            if (tree.position[organisation] != none) return;
            tree.position[organisation] = static_cast<std::uint32_t>(tree.order.size());
            tree.order.push_back(organisation);
            path.push_back({organisation, 0});
        };
        enter(root);
        while (!path.empty()) {
            auto& step = path.back();
            if (const auto& children = below[step.organisation]; step.next_child < children.size()) {
                enter(children[step.next_child++]);
            } else {
                tree.end[step.organisation] = static_cast<std::uint32_t>(tree.order.size());
                path.pop_back();
            }
        }
    };
    for (const auto root : roots) visit(root);
    // Superiors in a circle are refused when they are entered; were there one, it would hang from its first code.
    for (const auto organisation : by_code) visit(organisation);
    return tree;
}

// The same tree over places.
void renumber(Tree& tree, const std::vector<Place>& places) {
    const Tree old = tree;
    for (std::uint32_t organisation = 0; organisation < places.size(); ++organisation) {
        tree.position[places[organisation]] = old.position[organisation];
        tree.end[places[organisation]] = old.end[organisation];
    }
    for (auto& organisation : tree.order) organisation = places[organisation];
}

}  // namespace

std::vector<Place> Tree::children(Place place) const {
    std::vector<Place> places;
    for (std::uint32_t at = position[place] + 1; at < end[place]; at = end[order[at]]) places.push_back(order[at]);
    return places;
}

Forest::Forest(const Facts& facts) {
    const std::size_t size = facts.organisations.size();
    const Histories histories{facts.organisation_versions, &Version::organisation, &Version::from, size};

    Numbers by_code(size);
    std::iota(by_code.begin(), by_code.end(), 0u);
    std::sort(by_code.begin(), by_code.end(),
              [&](auto a, auto b) { return facts.organisations[a].code < facts.organisations[b].code; });

    for (const Day day : days_of_change(histories)) trees_.push_back(grow(histories, by_code, day));

    places_ = trees_.back().position;
    for (auto& tree : trees_) renumber(tree, places_);

    ids_.resize(size);
    codes_.resize(size);
    first_.assign(size, never);
    end_.assign(size, 0);
    for (std::uint32_t i = 0; i < size; ++i) {
        const Place place = places_[i];
        ids_[place] = facts.organisations[i].id;
        codes_[place] = facts.organisations[i].code;
        for (const auto& version : histories.of(i)) {
            first_[place] = std::min(first_[place], version.from);
            end_[place] = std::max(end_[place], version.to);
        }
    }
    by_code_.reserve(size);
    ranks_.resize(size);
    for (const auto organisation : by_code) {
        ranks_[places_[organisation]] = static_cast<std::uint32_t>(by_code_.size());
        by_code_.push_back(places_[organisation]);
    }
    by_id_ = places_;
    std::sort(by_id_.begin(), by_id_.end(), [&](Place a, Place b) { return ids_[a] < ids_[b]; });

    std::vector<std::pair<Place, Place>> forward, back;
    for (const auto& succession : facts.successions) {
        const Place from = places_[succession.predecessor], to = places_[succession.successor];
        forward.emplace_back(from, to);
        back.emplace_back(to, from);
    }
    successors_ = gather(size, std::move(forward));
    predecessors_ = gather(size, std::move(back));
}

Forest::Ends Forest::gather(std::size_t size, std::vector<std::pair<Place, Place>> pairs) {
    std::sort(pairs.begin(), pairs.end());
    Ends ends{Numbers(size + 1), {}};
    for (const auto& [place, other] : pairs) {
        ++ends.start[place + 1];
        ends.places.push_back(other);
    }
    std::partial_sum(ends.start.begin(), ends.start.end(), ends.start.begin());
    return ends;
}

std::optional<Place> Forest::find(std::string_view code) const {
    const auto found =
        std::lower_bound(by_code_.begin(), by_code_.end(), code,
                         [this](Place place, std::string_view wanted) { return codes_[place] < wanted; });
    if (found == by_code_.end() || codes_[*found] != code) return {};
    return *found;
}

std::optional<Place> Forest::find(const base::Uuid& organisation) const {
    const auto found = std::lower_bound(by_id_.begin(), by_id_.end(), organisation,
                                        [this](Place place, const base::Uuid& wanted) { return ids_[place] < wanted; });
    if (found == by_id_.end() || ids_[*found] != organisation) return {};
    return *found;
}

const Tree& Forest::tree_on(Day day) const {
    const auto after = std::upper_bound(trees_.begin(), trees_.end(), day,
                                        [](Day wanted, const Tree& tree) { return wanted < tree.since; });
    return after[-1];
}

}  // namespace stats
