// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/list_organisations.h"

#include "actions/reach.h"

namespace actions {

base::Result<std::vector<OrganisationNode>> list_organisations(Context& context, const std::string& superior,
                                                               base::Date on) {
    const auto snapshot = snapshot_of(context);
    const OrganisationCounts counts{snapshot, on};
    std::vector<OrganisationNode> nodes;
    if (superior.empty()) {
        // Places are numbered anew with each state: the reach may know another one.
        const auto& reach = reach_of(context, rules::Right::see);
        for (const auto top : reach.tops())
            if (const auto place = snapshot->columns->forest.find(reach.forest().ids()[top]))
                if (counts.exists(*place)) nodes.push_back(counts.node(*place));
        return nodes;
    }
    TRY(require_organisation(context, rules::Right::see, superior));
    const auto place = snapshot->columns->forest.find(superior);
    if (!place) return base::Refusal{"organisation.unknown", {superior}, {}};
    for (const auto child : counts.children(*place)) nodes.push_back(counts.node(child));
    return nodes;
}

std::string to_json(const std::vector<OrganisationNode>& nodes) {
    schema::JsonWriter json;
    json.objects("items", nodes, write_node);
    return json.take();
}

}  // namespace actions
