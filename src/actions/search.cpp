// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/search.h"

#include <algorithm>

#include "actions/reach.h"
#include "base/text.h"
#include "stats/member_text.h"

namespace actions {
namespace {

using schema::JsonWriter;
using stats::Place;

// How well a name fits, best first.
enum Fit : std::uint8_t { whole_name, whole_words, beginnings, initials, no_fit };

bool is_initials(std::string_view word) {
    return word.size() >= 2 && word.size() <= 6 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_word(const stats::NameTable& names, stats::NameId name, std::string_view word) {
    for (const auto id : names.words_of(name))
        if (names.folded[id] == word) return true;
    return false;
}

bool has_initials(const stats::NameTable& names, stats::NameId name, std::string_view letters) {
    const auto words = names.words_of(name);
    if (words.size() < letters.size()) return false;
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (!names.folded[words[i]].starts_with(letters[i])) return false;
    return true;
}

// How each distinct name fits what was typed.
std::vector<Fit> fits_of_names(const stats::Roster& roster, const stats::MemberText& text, const std::string& typed) {
    const auto& names = roster.names();
    const auto folded = base::fold(typed);
    std::vector<std::string_view> words;
    stats::for_each_word(folded, [&](std::string_view word) { words.push_back(word); });
    const bool may_be_initials = words.size() == 1 && is_initials(words[0]);
    std::vector<Fit> fits(names.size(), no_fit);
    for (stats::NameId name = 0; name < names.size(); ++name) {
        if (!text.fits_name(name)) {
            if (may_be_initials && has_initials(names, name, words[0])) fits[name] = initials;
            continue;
        }
        const bool is_whole =
            std::all_of(words.begin(), words.end(), [&](auto word) { return has_word(names, name, word); });
        fits[name] = !is_whole ? beginnings : base::fold(names.texts[name]) == folded ? whole_name : whole_words;
    }
    return fits;
}

class Search {
public:
    Search(Context& context, base::Date on)
        : snapshot_{snapshot_of(context)},
          columns_{*snapshot_->columns},
          roster_{*snapshot_->roster},
          on_{on},
          day_{stats::to_day(on)},
          reach_{reach_of(context, rules::Right::see)} {}

    std::vector<FoundPerson> persons(const std::string& typed, std::size_t limit) const {
        const stats::MemberText text{roster_, typed};
        if (text.is_empty()) return {};
        const auto fits = fits_of_names(roster_, text, typed);
        // Best first in one number: who is not there on the day, how the name fits, its place in the order.
        std::vector<std::pair<std::uint64_t, std::uint32_t>> found;
        for (std::uint32_t member = 0; member < roster_.size(); ++member) {
            const auto span = roster_.span(member, day_);
            const auto fit = fits[roster_.name_of(span)];
            if (fit == no_fit || (fit != initials && !text.fits(roster_, member, span))) continue;
            const bool is_there = columns_.state_on(member, day_) != stats::none;
            found.emplace_back(
                std::uint64_t{!is_there} << 40 | std::uint64_t{fit} << 32 | roster_.rank(stats::MemberSort::name, span),
                member);
        }
        // Few of many are wanted: a heap gives them one by one.
        std::make_heap(found.begin(), found.end(), std::greater<>{});
        std::vector<FoundPerson> persons;
        while (!found.empty() && persons.size() < limit) {
            std::pop_heap(found.begin(), found.end(), std::greater<>{});
            const auto member = found.back().second;
            found.pop_back();
            const auto cell = cell_of(member);
            if (!cell || !is_reached(*cell)) continue;
            persons.push_back({roster_.id(member), std::string{roster_.full_name(member, day_)},
                               std::string{roster_.profile_number(member)}, roster_.born_on(member),
                               columns_.forest.code(*cell), std::string{snapshot_->names->name(*cell, day_)}});
        }
        return persons;
    }

    std::vector<FoundOrganisation> organisations(const std::string& typed, std::size_t limit) const {
        const auto folded = base::fold(typed), upper = base::to_upper(base::clean_text(typed));
        if (folded.empty()) return {};
        struct Match {
            std::uint8_t order;
            std::uint32_t position;
            Place place;
            auto operator<=>(const Match&) const = default;
        };
        const auto& forest = columns_.forest;
        const auto& tree = forest.tree_on(day_);
        std::vector<Match> found;
        for (const auto place : tree.order) {
            if (!forest.exists_on(place, day_)) continue;
            const auto name = snapshot_->names->folded(place, day_);
            const auto code = base::to_upper(forest.code(place));
            int order = -1;
            if (code == upper)
                order = 0;
            else if (name == folded)
                order = 1;
            else if (name.starts_with(folded))
                order = 2;
            else if (code.starts_with(upper))
                order = 3;
            else if (has_beginnings(name, folded))
                order = 4;
            if (order >= 0 && is_reached(place))
                found.push_back({static_cast<std::uint8_t>(order), tree.position[place], place});
        }
        const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
        std::partial_sort(found.begin(), end, found.end());
        std::vector<FoundOrganisation> organisations;
        for (auto at = found.begin(); at != end; ++at)
            organisations.push_back({mention_of(*snapshot_, at->place, on_), path_to(tree, at->place)});
        return organisations;
    }

private:
    // Places are numbered anew with each state of the registers; reach may know another one.
    bool is_reached(Place place) const { return reach_.is_everything() || reach_.holds(columns_.forest.ids()[place]); }

    std::optional<Place> cell_of(std::uint32_t member) const {
        const auto& states = columns_.table_of(figures::member_state);
        if (const auto row = columns_.state_on(member, day_); row != stats::none)
            return columns_.place_of_row(states, row);
        for (const auto row : columns_.guests_of.of(member))
            if (columns_.guests.from[row] <= day_ && day_ < columns_.guests.to[row])
                return columns_.place_of_row(columns_.guests, row);
        std::optional<std::uint32_t> last;
        for (const auto row : columns_.states_of.of(member))
            if (!last || states.from[row] > states.from[*last]) last = row;
        if (!last) return {};
        return columns_.place_of_row(states, *last);
    }

    // Each word typed is the beginning of a word of the name.
    static bool has_beginnings(std::string_view name, std::string_view folded) {
        bool all = true;
        stats::for_each_word(folded, [&](std::string_view typed) {
            bool one = false;
            stats::for_each_word(name, [&](std::string_view word) { one = one || word.starts_with(typed); });
            all = all && one;
        });
        return all;
    }

    std::string path_to(const stats::Tree& tree, Place place) const {
        std::string path;
        for (const auto above : superiors_of(tree, place)) {
            if (!is_reached(above)) continue;
            if (!path.empty()) path += " › ";
            path += snapshot_->names->name(above, day_);
        }
        return path;
    }

    SnapshotPtr snapshot_;
    const stats::Columns& columns_;
    const stats::Roster& roster_;
    base::Date on_;
    stats::Day day_;
    const Reach& reach_;
};

}  // namespace

SearchResult search(Context& context, const std::string& typed, base::Date on, std::size_t limit) {
    const Search search{context, on};
    return {search.persons(typed, limit), search.organisations(typed, limit)};
}

std::string to_json(const SearchResult& result) {
    JsonWriter json;
    json.objects("persons", result.persons, [&](const FoundPerson& person) {
        json.member("id", person.id).member("full_name", person.full_name).member_if("born_on", person.born_on);
        json.member_if("profile_number", person.profile_number);
        json.object("cell", [&] { json.member("code", person.cell).member("name", person.cell_name); });
    });
    json.objects("organisations", result.organisations, [&](const FoundOrganisation& organisation) {
        write_mention(json, organisation);
        json.member("path", organisation.path);
    });
    return json.take();
}

}  // namespace actions
