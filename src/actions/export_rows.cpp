// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_rows.h"

#include "actions/import_lookup.h"

namespace actions {

using records::Organisation;
using records::OrganisationVersion;

void RowFiller::add(const schema::Record& record) {
    for (std::size_t i = 0; i < register_->columns.size(); ++i) {
        const auto& column = register_->columns[i];
        if (column.type == record.type && column.lookup != Lookup::organisation) values_[i] = record[column.field];
    }
}

schema::Value code_of_organisation(const ExportScope& scope, const base::Uuid& id) {
    const auto place = scope.tree.find(rules::OrganisationId{id});
    return place ? schema::Value{scope.tree[*place].code} : schema::Value{};
}

void export_organisations(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer) {
    std::unordered_map<base::Uuid, schema::Record> organisations, versions;
    reader.scan(Organisation::type, {}, [&](const schema::Record& record) {
        if (scope.ids.contains(record.id)) organisations.emplace(record.id, record);
    });
    reader.scan(OrganisationVersion::type, {.on = scope.on}, [&](const schema::Record& record) {
        const auto owner = std::get<base::Uuid>(record["organisation_id"]);
        if (scope.ids.contains(owner)) versions.emplace(owner, record);
    });
    RowFiller row{organisations_sheet};
    for (const auto place : scope.places) {
        const auto& node = scope.tree[place];
        row.clear();
        row.add(organisations.at(node.id.value));
        row.add(versions.at(node.id.value));
        if (node.superior)
            row.set(OrganisationVersion::type, "superior_id", code_of_organisation(scope, node.superior->value));
        writer.write(row.values());
    }
}

}  // namespace actions
