// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/summarise_debts.h"

#include <algorithm>

#include "actions/describe_checks.h"
#include "actions/reach.h"

namespace actions {
namespace {

using schema::JsonWriter;
using stats::Place;

DebtStanding standing_of(const DebtTable& table, Place root) {
    const auto& forest = table.snapshot().columns->forest;
    const auto& tree = forest.tree_on(stats::to_day(table.on()));
    DebtStanding standing{.organisation = mention_of(table.snapshot(), root, table.on()),
                          .score = score_below(table, root)};
    for (const auto place : tree.subtree(root)) {
        standing.members += table.organisations()[place].members;
        for (const auto& debt : table.organisations()[place].debts) standing.counts.add(debt);
    }
    for (const auto child : tree.children(root))
        standing.children += forest.exists_on(child, stats::to_day(table.on()));
    return standing;
}

void write_standing(JsonWriter& json, const DebtStanding& standing, base::Date on) {
    json.object("organisation", standing.organisation, write_mention);
    json.member("members", standing.members).member("members_in_order", standing.members_in_order);
    json.member("children", standing.children).member("score", standing.score);
    write_counts(json, standing.counts, on);
}

}  // namespace

base::Result<DebtSummary> summarise_debts(Context& context, const std::string& organisation, base::Date on) {
    TRY(require_organisation(context, rules::Right::see, organisation));
    const auto table = debts_on(context, on);
    const auto& forest = table->snapshot().columns->forest;
    const auto root = forest.find(organisation);
    if (!root) return base::Refusal{"organisation.unknown", {organisation}, {}};
    const auto day = stats::to_day(on);
    const auto& tree = forest.tree_on(day);
    DebtSummary summary{.on = on, .whole = standing_of(*table, *root)};
    std::vector<Place> places;
    for (const auto child : tree.children(*root))
        if (forest.exists_on(child, day)) {
            places.push_back(child);
            summary.parts.push_back(standing_of(*table, child));
        }
    const bool with_homeless = reach_of(context, rules::Right::see).is_everything();
    for (const auto& member : table->members()) {
        const bool is_homeless = member.owner == stats::none;
        if (is_homeless ? !with_homeless : !tree.is_in(member.owner, *root)) continue;
        const bool is_in_order =
            member.is_home && std::none_of(member.debts.begin(), member.debts.end(),
                                           [](auto& debt) { return debt.check->severity != quality::Severity::note; });
        const auto count = [&](DebtStanding& standing) {
            standing.members_in_order += is_in_order;
            for (const auto& debt : member.debts) standing.counts.add(debt);
        };
        count(summary.whole);
        for (std::size_t i = 0; i < places.size() && !is_homeless; ++i)
            if (tree.is_in(member.owner, places[i])) count(summary.parts[i]);
    }
    return summary;
}

std::string to_json(const DebtSummary& summary) {
    JsonWriter json;
    json.member("on", summary.on);
    write_standing(json, summary.whole, summary.on);
    json.objects("organisations", summary.parts,
                 [&](const DebtStanding& part) { write_standing(json, part, summary.on); });
    return json.take();
}

}  // namespace actions
