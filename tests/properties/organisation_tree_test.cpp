// SPDX-License-Identifier: AGPL-3.0-or-later
// What holds for every tree of organisations, whatever its shape.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "rules/organisation_tree.h"

namespace {

using records::OrganisationKind;
using rules::OrganisationNode;
using rules::OrganisationTree;
using Place = OrganisationTree::Place;

rules::OrganisationId id_of(std::size_t number) {
    base::Uuid id;
    id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(number + 1);
    return {id};
}

// Node i stands below node superiors[i]; below itself = a root. Codes do not follow the numbers.
OrganisationTree make_tree(const std::vector<std::size_t>& superiors,
                           OrganisationKind kind = OrganisationKind::state_body) {
    std::vector<OrganisationNode> nodes;
    for (std::size_t i = 0; i < superiors.size(); ++i) {
        OrganisationNode node;
        node.id = id_of(i);
        node.code = std::to_string(i * 7919 % 1009) + "." + std::to_string(i);
        node.name = "Tổ chức " + std::to_string(i);
        node.kind = kind;
        if (superiors[i] != i) node.superior = id_of(superiors[i]);
        nodes.push_back(node);
    }
    return {base::date(2020, 12, 31), std::move(nodes)};
}

// A forest: each node stands below an earlier one, or is a root.
std::vector<std::size_t> any_forest() {
    const auto size = *rc::gen::inRange<std::size_t>(1, 60);
    std::vector<std::size_t> superiors;
    for (std::size_t i = 0; i < size; ++i) superiors.push_back(*rc::gen::inRange<std::size_t>(0, i + 1));
    return superiors;
}

// Any node below any other: circles are likely.
std::vector<std::size_t> any_links() {
    const auto size = *rc::gen::inRange<std::size_t>(1, 20);
    return *rc::gen::container<std::vector<std::size_t>>(size, rc::gen::inRange<std::size_t>(0, size));
}

std::vector<Place> all_places(const OrganisationTree& tree) {
    std::vector<Place> places(tree.nodes().size());
    for (Place place = 0; place < places.size(); ++place) places[place] = place;
    return places;
}

RC_GTEST_PROP(OrganisationTreeProperties, SubtreesAddUp, ()) {
    const auto tree = make_tree(any_forest());
    std::size_t in_roots = 0;
    for (const auto place : all_places(tree)) {
        std::size_t in_children = 1;
        for (const auto child : tree.children(place)) in_children += tree.subtree(child).size();
        RC_ASSERT(tree.subtree(place).size() == in_children);
        if (!tree[place].superior) in_roots += in_children;
    }
    RC_ASSERT(in_roots == tree.nodes().size());
}

RC_GTEST_PROP(OrganisationTreeProperties, ASubtreeHoldsEachOnceSuperiorsFirst, ()) {
    const auto tree = make_tree(any_forest());
    for (const auto place : all_places(tree)) {
        const auto places = tree.subtree(place);
        RC_ASSERT(places.front() == place);
        for (std::size_t i = 1; i < places.size(); ++i) {
            const auto superior = tree.find(*tree[places[i]].superior);
            RC_ASSERT(std::find(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(i), *superior) !=
                      places.begin() + static_cast<std::ptrdiff_t>(i));
            RC_ASSERT(std::count(places.begin(), places.end(), places[i]) == 1);
        }
    }
}

RC_GTEST_PROP(OrganisationTreeProperties, PathSubtreeAndIsBelowAgree, ()) {
    const auto tree = make_tree(any_forest());
    for (const auto ancestor : all_places(tree)) {
        const auto below = tree.subtree(ancestor);
        for (const auto place : all_places(tree)) {
            const auto path = tree.path(place);
            const bool on_path = std::find(path.begin(), path.end(), ancestor) != path.end();
            const bool in_subtree = std::find(below.begin(), below.end(), place) != below.end();
            RC_ASSERT(on_path == in_subtree);
            RC_ASSERT(tree.is_below(place, ancestor) == (on_path && place != ancestor));
        }
    }
}

RC_GTEST_PROP(OrganisationTreeProperties, EveryNodeIsFoundByIdAndCode, ()) {
    const auto tree = make_tree(any_forest());
    for (const auto place : all_places(tree)) {
        RC_ASSERT(tree.find(tree[place].id) == place);
        RC_ASSERT(tree.find(tree[place].code) == place);
    }
    RC_ASSERT(!tree.find("không có"));
    RC_ASSERT(!tree.find(id_of(60'000)));
    RC_ASSERT(std::is_sorted(tree.nodes().begin(), tree.nodes().end(),
                             [](const auto& a, const auto& b) { return a.code < b.code; }));
}

// The order in which rows come from the store is nothing to the tree.
RC_GTEST_PROP(OrganisationTreeProperties, TheOrderOfNodesDoesNotMatter, ()) {
    const auto tree = make_tree(any_forest());
    std::vector<OrganisationNode> reversed(tree.nodes().rbegin(), tree.nodes().rend());
    const OrganisationTree other{tree.on(), reversed};
    for (const auto place : all_places(tree)) {
        RC_ASSERT(other[place].code == tree[place].code);
        RC_ASSERT(other.subtree(place) == tree.subtree(place));
    }
}

// A forest of bodies outside the Party breaks no rule; one of equal Party organisations breaks one at every link.
RC_GTEST_PROP(OrganisationTreeProperties, AForestHasNoCircle, ()) {
    const auto superiors = any_forest();
    RC_ASSERT(rules::examine_tree(make_tree(superiors)).empty());

    std::size_t links = 0;
    for (std::size_t i = 0; i < superiors.size(); ++i) links += superiors[i] != i;
    RC_ASSERT(rules::examine_tree(make_tree(superiors, OrganisationKind::grassroots_party)).size() == links);
}

// On a circle is who comes back to itself by going up. The refusals name exactly those, and every question about the
// tree still ends.
RC_GTEST_PROP(OrganisationTreeProperties, CirclesAreFoundExactly, ()) {
    const auto superiors = any_links();
    const auto tree = make_tree(superiors);
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < superiors.size(); ++i) {
        std::size_t at = superiors[i];
        for (std::size_t step = 0; step < superiors.size() && at != i && superiors[at] != at; ++step)
            at = superiors[at];
        if (superiors[i] != i && at == i) expected.push_back(tree[*tree.find(id_of(i))].code);
    }
    std::vector<std::string> named;
    for (const auto& refusal : rules::examine_tree(tree)) {
        RC_ASSERT(refusal.code == "organisation.cycle");
        named.push_back(refusal.args.at(1));
    }
    std::sort(expected.begin(), expected.end());
    std::sort(named.begin(), named.end());
    RC_ASSERT(named == expected);
    for (const auto place : all_places(tree)) {
        RC_ASSERT(tree.path(place).size() <= tree.nodes().size() + 1);
        RC_ASSERT(!tree.subtree(place).empty());
    }
}

}  // namespace
