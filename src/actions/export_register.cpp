// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_register.h"

#include <algorithm>
#include <set>

#include "actions/export_rows.h"
#include "actions/export_table.h"
#include "actions/load_tree.h"
#include "actions/log_access.h"
#include "actions/reach.h"
#include "actions/register_template.h"
#include "records/party_member.h"

namespace actions {
namespace {

// The part of the tree that is asked for, superiors first, those of one superior by code.
base::Result<ExportScope> scope_of(Context& context, const ExportRequest& request) {
    ExportScope scope{.tree = load_tree(context.store, request.on), .places = {}, .ids = {}, .on = request.on};
    if (request.organisation.empty()) {
        const auto& reach = reach_of(context, rules::Right::export_rows);
        for (rules::OrganisationTree::Place place = 0; place < scope.tree.nodes().size(); ++place) {
            const auto& superior = scope.tree[place].superior;
            if (superior && scope.tree.find(*superior)) continue;
            for (const auto below : scope.tree.subtree(place))
                if (reach.is_everything() || reach.holds(scope.tree[below].id.value)) scope.places.push_back(below);
        }
    } else {
        TRY(require_organisation(context, rules::Right::export_rows, request.organisation));
        const auto organisation = TRY(find_organisation(context.store, request.organisation));
        TRY(version_on(context.store, organisation, request.on));
        scope.places = scope.tree.subtree(*scope.tree.find(organisation.id));
    }
    for (const auto place : scope.places) scope.ids.insert(scope.tree[place].id.value);
    return scope;
}

// Whether identifiers may be shown whole of everybody in it.
bool may_reveal(Context& context, const ExportScope& scope) {
    if (context.access.is_local_administrator) return true;
    const auto& reach = reach_of(context, rules::Right::reveal);
    return std::all_of(scope.ids.begin(), scope.ids.end(), [&](const base::Uuid& id) { return reach.holds(id); });
}

void note_reads(Context& context, const std::vector<base::Uuid>& members) {
    std::vector<store::AccessLine> lines;
    for (const auto& member : members)
        lines.push_back({.at_ms = context.now_ms,
                         .actor = context.actor,
                         .action = "export_members",
                         .record_type = std::string{records::PartyMember::type.name},
                         .record_id = member});
    log_access(context, lines);
}

}  // namespace

base::Result<ExportReport> export_register(Context& context, const ExportRequest& request) {
    const auto sheets = TRY(registers_of(request.kind));
    if (sheets.size() > 1 && !is_xlsx_name(request.path)) return base::Refusal{"export.two_tables", {}, {}};
    TRY(require(context, rules::Right::export_rows));
    const auto scope = TRY(scope_of(context, request));

    RegisterWriter writer{request.path};
    if (!may_reveal(context, scope)) writer.hide_identifiers();
    for (const auto* sheet : sheets) {
        writer.begin(*sheet);
        auto& reader = context.store;
        if (sheet == &organisations_sheet) export_organisations(reader, scope, writer);
        if (sheet == &members_sheet) note_reads(context, export_members(reader, scope, writer));
        if (sheet == &memberships_sheet) export_memberships(reader, scope, writer);
        if (sheet == &member_grades_sheet) export_member_grades(reader, scope, writer);
        if (sheet == &organisation_grades_sheet) export_organisation_grades(reader, scope, writer);
    }
    writer.finish();
    return ExportReport{writer.rows()};
}

}  // namespace actions
