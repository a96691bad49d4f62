// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/check_structure.h"

#include "actions/load_tree.h"
#include "actions/reach.h"
#include "records/party_member.h"
#include "rules/organisation_size.h"

namespace actions {
namespace {

struct Heads {
    std::int64_t members = 0, full_members = 0;
};

// Home members of each place and all below it.
std::vector<Heads> count_heads(store::Reader& reader, const rules::OrganisationTree& tree) {
    std::vector<Heads> heads(tree.nodes().size());
    for (const auto& membership : reader.select<records::Membership>({.on = tree.on()})) {
        if (membership.kind != records::MembershipKind::home) continue;
        const auto cell = tree.find(membership.cell_id);
        if (!cell) continue;
        for (const auto place : tree.path(*cell)) {
            ++heads[place].members;
            heads[place].full_members += membership.status == records::MembershipStatus::full;
        }
    }
    return heads;
}

}  // namespace

base::Result<StructureCheck> check_structure(Context& context, base::Date on) {
    TRY(require(context, rules::Right::see));
    const auto tree = load_seen_tree(context, on);
    const auto heads = count_heads(context.store, tree);

    StructureCheck check{.organisations = tree.nodes().size(), .refusals = rules::examine_tree(tree)};
    for (rules::OrganisationTree::Place place = 0; place < tree.nodes().size(); ++place) {
        const auto& node = tree[place];
        const auto refusals = rules::examine_size({.name = node.name,
                                                   .kind = node.kind,
                                                   .members = heads[place].members,
                                                   .full_members = heads[place].full_members,
                                                   .has_superior_consent = node.has_superior_consent},
                                                  on);
        check.refusals.insert(check.refusals.end(), refusals.begin(), refusals.end());
    }
    return check;
}

}  // namespace actions
