// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/organisation_acts.h"

#include "actions/load_tree.h"
#include "actions/reach.h"
#include "actions/rest_on_decision.h"
#include "records/party_member.h"

namespace actions {
namespace {

using records::Membership;
using records::Organisation;
using records::OrganisationVersion;

using rules::Right;

// The right to reorganise below that organisation; an empty code is the forest itself.
base::Result<void> require_superior(Context& context, std::string_view code) {
    if (!code.empty()) return require_organisation(context, Right::reorganise, code);
    if (reach_of(context, Right::reorganise).is_everything()) return {};
    return base::Refusal{"access.denied", {std::string{rules::label_of(Right::reorganise)}}, {}};
}

// An act on the place of an organisation belongs to whoever reaches its superior of that day: nobody moves or ends what
// he himself was put over.
base::Result<void> require_place_of(Context& context, std::string_view code, base::Date on) {
    TRY(require_organisation(context, Right::reorganise, code));
    if (context.access.is_local_administrator) return {};
    const auto organisation = TRY(find_organisation(context.store, code));
    const auto version = TRY(version_on(context.store, organisation, on));
    const auto superior = version.superior_id ? context.store.find(*version.superior_id) : std::nullopt;
    const auto allowed = require_superior(context, superior ? superior->code : std::string{});
    if (!allowed)
        return base::Refusal{"access.denied", {std::string{rules::label_of(Right::reorganise)}, std::string{code}}, {}};
    return {};
}

// What `edit` makes of the organisation from `on` on: the row of that day is closed, its changed copy opened.
template <class Edit>
base::Result<void> change_version(Context& context, std::string action, const records::Decision& decision,
                                  base::Date on, std::string_view code, Edit edit) {
    auto [transaction, decision_id] = TRY(rest_on_decision(context, std::move(action), decision));
    const auto organisation = TRY(find_organisation(*transaction, code));
    const auto current = TRY(version_on(*transaction, organisation, on));

    auto changed = current;
    changed.id = {};
    changed.valid_from = on;
    changed.decision_id = decision_id;
    TRY(edit(*transaction, changed));
    TRY(transaction->change(current, changed));

    TRY(examine_structure(*transaction, on));
    transaction->commit();
    return {};
}

// Members of the cell on `on` or later.
std::int64_t members_from(store::Reader& reader, const Organisation& cell, base::Date on) {
    const store::Condition of_cell{.field = "cell_id", .values = {cell.id.value}};
    return reader.count(Membership::type, {.conditions = {of_cell, {.field = "valid_to", .op = store::Op::is_empty}}}) +
           reader.count(Membership::type,
                        {.conditions = {of_cell, {.field = "valid_to", .op = store::Op::greater, .values = {on}}}});
}

}  // namespace

base::Result<base::Id<Organisation>> establish_organisation(Context& context, const EstablishOrganisation& order) {
    TRY(require_superior(context, order.superior_code));
    auto [transaction, decision_id] = TRY(rest_on_decision(context, "establish_organisation", order.decision));

    OrganisationVersion version;
    if (!order.superior_code.empty())
        version.superior_id = TRY(find_organisation(*transaction, order.superior_code)).id;

    Organisation organisation;
    organisation.code = order.code;
    organisation.founded_on = base::PartialDate{order.on};
    version.organisation_id = TRY(transaction->insert(organisation));
    version.valid_from = order.on;
    version.name = order.name;
    version.kind = order.kind;
    version.unit_type = order.unit_type;
    version.decision_id = decision_id;
    TRY(transaction->insert(version));

    TRY(examine_structure(*transaction, order.on));
    transaction->commit();
    return organisation.id;
}

base::Result<void> rename_organisation(Context& context, const RenameOrganisation& order) {
    TRY(require_organisation(context, Right::reorganise, order.code));
    return change_version(context, "rename_organisation", order.decision, order.on, order.code,
                          [&](store::Reader&, OrganisationVersion& version) -> base::Result<void> {
                              version.name = order.name;
                              return {};
                          });
}

base::Result<void> reparent_organisation(Context& context, const ReparentOrganisation& order) {
    TRY(require_place_of(context, order.code, order.on));
    TRY(require_superior(context, order.superior_code));
    return change_version(context, "reparent_organisation", order.decision, order.on, order.code,
                          [&](store::Reader& reader, OrganisationVersion& version) -> base::Result<void> {
                              version.superior_id = TRY(find_organisation(reader, order.superior_code)).id;
                              return {};
                          });
}

base::Result<void> dissolve_organisation(Context& context, const DissolveOrganisation& order) {
    TRY(require_place_of(context, order.code, order.on));
    auto [transaction, decision_id] = TRY(rest_on_decision(context, "dissolve_organisation", order.decision));
    const auto organisation = TRY(find_organisation(*transaction, order.code));
    const auto current = TRY(version_on(*transaction, organisation, order.on));

    const auto tree = load_tree(*transaction, order.on);
    if (auto refused = rules::examine_dissolving(tree, *tree.find(organisation.id),
                                                 members_from(*transaction, organisation, order.on)))
        return *std::move(refused);

    TRY(transaction->close(current, order.on));
    TRY(examine_structure(*transaction, order.on));
    transaction->commit();
    return {};
}

}  // namespace actions
