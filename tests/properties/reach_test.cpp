// SPDX-License-Identifier: AGPL-3.0-or-later
// On random trees, successions and grants, reach is what its definition says, read as a naive recursion.
#include "actions/reach.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "stats/facts.h"

namespace {

using stats::Day;
using stats::Facts;

constexpr base::Date today = base::date(2025, 6, 1);

// Organisations 0…n−1; a superior has a smaller number, so that there is no circle. Some change superior, some end,
// some begin later; successions lead anywhere, also in circles.
Facts random_facts() {
    Facts facts;
    const auto size = *rc::gen::inRange<std::uint32_t>(1, 25);
    const auto day = [](base::Date date) { return stats::to_day(date); };
    for (std::uint32_t i = 0; i < size; ++i) {
        base::Uuid id;
        id.bytes[0] = static_cast<std::uint8_t>(*rc::gen::inRange(1, 200));
        id.bytes[15] = static_cast<std::uint8_t>(i);
        facts.organisations.push_back({id, "O" + std::to_string(i)});
        const auto superior = [&] { return i == 0 ? stats::none : *rc::gen::inRange<std::uint32_t>(0, i); };
        const bool is_root = i == 0 || *rc::gen::inRange(0, 8) == 0;
        const auto fate = *rc::gen::inRange(0, 6);
        const Day begin = day(fate == 5 ? base::date(2026, 1, 1) : base::date(2010, 1, 1));
        const Day end = fate <= 1 ? day(base::date(2024, 1, 1) + 200 * fate) : stats::never;
        const Day moved = day(base::date(2018, 1, 1));
        if (fate == 2 || fate == 1) {
            facts.organisation_versions.push_back(
                {.organisation = i, .from = begin, .to = moved, .superior = is_root ? stats::none : superior()});
            facts.organisation_versions.push_back(
                {.organisation = i, .from = moved, .to = end, .superior = is_root ? stats::none : superior()});
        } else {
            facts.organisation_versions.push_back(
                {.organisation = i, .from = begin, .to = end, .superior = is_root ? stats::none : superior()});
        }
    }
    for (auto left = *rc::gen::inRange<std::uint32_t>(0, size); left > 0; --left)
        facts.successions.push_back(
            {*rc::gen::inRange<std::uint32_t>(0, size), *rc::gen::inRange<std::uint32_t>(0, size)});
    return facts;
}

// The definition: an organisation is reached when a grant lies on it or above it in today's tree; one that has ended
// also when a successor is reached, or its last superior is.
class Naive {
public:
    Naive(const Facts& facts, std::vector<std::uint32_t> roots) : facts_{facts}, roots_{std::move(roots)} {
        // A circle of successions needs the least fixed point, not a recursion: repeat until nothing is added.
        reached_.assign(facts.organisations.size(), false);
        for (bool grows = true; grows;) {
            grows = false;
            for (std::uint32_t i = 0; i < reached_.size(); ++i)
                if (!reached_[i] && is_reached(i)) grows = reached_[i] = true;
        }
    }
    bool holds(std::uint32_t organisation) const { return reached_[organisation]; }

private:
    const Facts::OrganisationVersion& version(std::uint32_t organisation) const {
        const Facts::OrganisationVersion *first = nullptr, *last = nullptr;
        for (const auto& version : facts_.organisation_versions) {
            if (version.organisation != organisation) continue;
            if (!first) first = &version;
            if (version.from <= stats::to_day(today)) last = &version;
        }
        return last ? *last : *first;
    }
    bool has_ended(std::uint32_t organisation) const { return version(organisation).to <= stats::to_day(today); }
    bool is_granted(std::uint32_t organisation) const {
        if (std::find(roots_.begin(), roots_.end(), organisation) != roots_.end()) return true;
        const auto superior = version(organisation).superior;
        return superior != stats::none && is_granted(superior);
    }
    bool is_reached(std::uint32_t organisation) const {
        if (is_granted(organisation)) return true;
        if (!has_ended(organisation)) return false;
        for (const auto& succession : facts_.successions)
            if (succession.predecessor == organisation && reached_[succession.successor]) return true;
        const auto superior = version(organisation).superior;
        return superior != stats::none && reached_[superior];
    }

    const Facts& facts_;
    std::vector<std::uint32_t> roots_;
    std::vector<bool> reached_;
};

RC_GTEST_PROP(Reach, IsWhatItsDefinitionSays, ()) {
    const auto facts = random_facts();
    const auto size = static_cast<std::uint32_t>(facts.organisations.size());
    const auto roots = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, size));
    std::vector<base::Uuid> ids;
    for (const auto root : roots) ids.push_back(facts.organisations[root].id);

    const auto forest = std::make_shared<const stats::Forest>(facts);
    const actions::Reach reach{forest, ids, today};
    const Naive naive{facts, roots};
    bool is_all = true;
    for (std::uint32_t i = 0; i < size; ++i) {
        RC_LOG() << facts.organisations[i].code << "\n";
        RC_ASSERT(reach.holds(facts.organisations[i].id) == naive.holds(i));
        is_all = is_all && naive.holds(i);
    }
    RC_ASSERT(reach.is_everything() == is_all);
    RC_ASSERT(!reach.holds(base::Uuid{}));
}

// More grants never reach less, and the tops reach what all of them together do.
RC_GTEST_PROP(Reach, GrowsWithGrantsAndIsMadeByItsTops, ()) {
    const auto facts = random_facts();
    const auto size = static_cast<std::uint32_t>(facts.organisations.size());
    const auto forest = std::make_shared<const stats::Forest>(facts);
    std::vector<base::Uuid> ids;
    std::vector<bool> before(size, false);
    for (auto left = *rc::gen::inRange(1, 5); left > 0; --left) {
        ids.push_back(facts.organisations[*rc::gen::inRange<std::uint32_t>(0, size)].id);
        const actions::Reach reach{forest, ids, today};
        std::vector<base::Uuid> tops;
        for (const auto top : reach.tops()) tops.push_back(forest->ids()[top]);
        const actions::Reach of_tops{forest, tops, today};
        for (std::uint32_t i = 0; i < size; ++i) {
            const bool now = reach.holds(facts.organisations[i].id);
            RC_ASSERT(now || !before[i]);
            RC_ASSERT(now == of_tops.holds(facts.organisations[i].id));
            before[i] = now;
        }
    }
}

}  // namespace
