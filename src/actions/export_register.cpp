// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_register.h"

#include <algorithm>
#include <set>

#include "actions/export_rows.h"
#include "actions/export_table.h"
#include "actions/load_tree.h"
#include "actions/register_template.h"

namespace actions {
namespace {

// The part of the tree that is asked for, superiors first, those of one superior by code.
base::Result<ExportScope> scope_of(Context& context, const ExportRequest& request) {
    ExportScope scope{.tree = load_tree(context.store, request.on), .places = {}, .ids = {}, .on = request.on};
    if (request.organisation.empty()) {
        for (rules::OrganisationTree::Place place = 0; place < scope.tree.nodes().size(); ++place) {
            const auto& superior = scope.tree[place].superior;
            if (superior && scope.tree.find(*superior)) continue;
            for (const auto below : scope.tree.subtree(place)) scope.places.push_back(below);
        }
    } else {
        const auto organisation = TRY(find_organisation(context.store, request.organisation));
        TRY(version_on(context.store, organisation, request.on));
        scope.places = scope.tree.subtree(*scope.tree.find(organisation.id));
    }
    for (const auto place : scope.places) scope.ids.insert(scope.tree[place].id.value);
    return scope;
}

}  // namespace

base::Result<ExportReport> export_register(Context& context, const ExportRequest& request) {
    const auto sheets = TRY(registers_of(request.kind));
    if (sheets.size() > 1 && !is_xlsx_name(request.path)) return base::Refusal{"export.two_tables", {}, {}};
    const auto scope = TRY(scope_of(context, request));

    RegisterWriter writer{request.path};
    for (const auto* sheet : sheets) {
        writer.begin(*sheet);
        auto& reader = context.store;
        if (sheet == &organisations_sheet) export_organisations(reader, scope, writer);
        if (sheet == &members_sheet) export_members(reader, scope, writer);
        if (sheet == &memberships_sheet) export_memberships(reader, scope, writer);
        if (sheet == &member_grades_sheet) export_member_grades(reader, scope, writer);
        if (sheet == &organisation_grades_sheet) export_organisation_grades(reader, scope, writer);
    }
    writer.finish();
    return ExportReport{writer.rows()};
}

}  // namespace actions
