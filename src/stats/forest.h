// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "stats/facts.h"

namespace stats {

// An organisation in the columns: its number in preorder of the latest tree.
using Place = std::uint32_t;

// The tree as it stands from one day on, until the next.
struct Tree {
    Day since = 0;
    std::vector<Place> order;             // Preorder; siblings by code.
    std::vector<std::uint32_t> position;  // Of each place in `order`.
    std::vector<std::uint32_t> end;       // Of each place: the position after the last one below it.

    // The place and all below it, in preorder.
    std::span<const Place> subtree(Place place) const {
        return std::span{order}.subspan(position[place], end[place] - position[place]);
    }
    bool is_in(Place place, Place root) const {
        return position[place] >= position[root] && position[place] < end[root];
    }
    std::vector<Place> children(Place place) const;
};

// All organisations that ever were, and their tree on every day: one preorder for each day on which somebody changed
// superior. Every organisation has a place in every tree, so that what lies in it is counted somewhere: one that has
// ended stays where it last was, one that is not yet there is where it will first be.
class Forest {
public:
    Forest() : Forest{Facts{}} {}
    explicit Forest(const Facts& facts);

    std::size_t size() const { return ids_.size(); }
    std::span<const base::Uuid> ids() const { return ids_; }
    const std::string& code(Place place) const { return codes_[place]; }
    std::uint32_t rank(Place place) const { return ranks_[place]; }  // In the order of the codes.
    std::optional<Place> find(std::string_view code) const;
    std::optional<Place> find(const base::Uuid& organisation) const;
    // The place of an organisation of the facts.
    Place place_of(std::uint32_t organisation) const { return places_[organisation]; }
    bool exists_on(Place place, Day day) const { return first_[place] <= day && day < end_[place]; }
    Day end(Place place) const { return end_[place]; }  // The first day on which it is no more; `never` = it goes on.
    bool has_ended_by(Place place, Day day) const { return end_[place] <= day; }
    // Tổ chức kế thừa and tổ chức trước, one step; an organisation may have several of each.
    std::span<const Place> successors_of(Place place) const { return successors_.of(place); }
    std::span<const Place> predecessors_of(Place place) const { return predecessors_.of(place); }

    const Tree& tree_on(Day day) const;
    std::span<const Tree> trees() const { return trees_; }

private:
    std::vector<base::Uuid> ids_;
    std::vector<std::string> codes_;
    std::vector<Place> places_;
    std::vector<Day> first_, end_;  // The days on which it exists.
    // The other ends of the successions of each place.
    struct Ends {
        std::vector<std::uint32_t> start;
        std::vector<Place> places;
        std::span<const Place> of(Place place) const {
            return std::span{places}.subspan(start[place], start[place + 1] - start[place]);
        }
    };
    static Ends gather(std::size_t size, std::vector<std::pair<Place, Place>> pairs);

    Ends successors_, predecessors_;
    std::vector<Place> by_code_, by_id_;
    std::vector<std::uint32_t> ranks_;
    std::vector<Tree> trees_;  // By day; at least one.
};

}  // namespace stats
