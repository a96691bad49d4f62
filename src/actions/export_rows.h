// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <unordered_set>
#include <vector>

#include "actions/export_table.h"
#include "rules/organisation_tree.h"
#include "store/store.h"

// The rows of each register, from the store.
namespace actions {

// The organisations asked for, in the order in which they are written, as they stand on that day.
struct ExportScope {
    rules::OrganisationTree tree;
    std::vector<rules::OrganisationTree::Place> places;
    std::unordered_set<base::Uuid> ids;
    base::Date on;
};

void export_organisations(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer);
// Home members of the day, cell by cell, by name. Answers who they are.
std::vector<base::Uuid> export_members(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer);
// Stays that hold on the day, home and guest, member by member.
void export_memberships(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer);
// Grades of the year of that day, of all campaigns.
void export_member_grades(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer);
void export_organisation_grades(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer);

// Puts the fields of records into the columns of one register.
class RowFiller {
public:
    explicit RowFiller(const RegisterSheet& of) : register_{&of}, values_(of.columns.size()) {}

    void clear() { values_.assign(values_.size(), {}); }
    // All columns that the register has of that record's type, but those that name other records.
    void add(const schema::Record& record);
    void set(const schema::RecordType& type, std::string_view field, schema::Value value) {
        values_[register_->index_of(type, field)] = std::move(value);
    }
    std::span<const schema::Value> values() const { return values_; }

private:
    const RegisterSheet* register_;
    std::vector<schema::Value> values_;
};

// The code of an organisation of the tree; empty when it is not in it.
schema::Value code_of_organisation(const ExportScope& scope, const base::Uuid& id);

}  // namespace actions
