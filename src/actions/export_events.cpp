// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "actions/export_rows.h"
#include "actions/import_lookup.h"
#include "records/grading.h"

namespace actions {
namespace {

using records::GradingCampaign;
using records::MemberGrade;
using records::Membership;
using records::OrganisationGrade;
using records::OrganisationVersion;
using records::PartyMember;
using records::Person;
using records::PersonVersion;

base::Uuid id_at(const schema::Record& record, std::string_view field) { return std::get<base::Uuid>(record[field]); }

// Rows about members, each with the numbers and the name of its member, ordered by cell, then by name.
class MemberRows {
public:
    MemberRows(store::Reader& reader, const ExportScope& scope, std::string_view cell_field)
        : scope_{scope}, cell_field_{cell_field} {
        for (std::size_t i = 0; i < scope.places.size(); ++i) order_.emplace(scope.tree[scope.places[i]].id.value, i);
        reader.scan(PartyMember::type, {}, [&](const schema::Record& record) {
            members_.emplace(record.id, record);
            person_of_.emplace(id_at(record, "person_id"), record.id);
        });
        reader.scan(Person::type, {}, [&](const schema::Record& record) {
            if (const auto found = person_of_.find(record.id); found != person_of_.end())
                personal_ids_.emplace(found->second, record["personal_id"]);
        });
        reader.scan(PersonVersion::type, {.on = scope.on}, [&](const schema::Record& record) {
            if (const auto found = person_of_.find(id_at(record, "person_id")); found != person_of_.end())
                names_.emplace(found->second, std::pair{schema::to_text(record["name_sort"]), record["full_name"]});
        });
    }

    void add(const schema::Record& record) {
        if (order_.contains(id_at(record, cell_field_))) rows_.push_back(record);
    }

    void write(const RegisterSheet& sheet, RegisterWriter& writer) {
        const auto key = [&](const schema::Record& record) {
            const auto member = id_at(record, "member_id");
            const auto name = names_.find(member);
            const auto* from = record.type->find("valid_from");
            return std::tuple{order_.at(id_at(record, cell_field_)),
                              name == names_.end() ? std::string{} : name->second.first,
                              schema::to_text(members_.at(member)["profile_number"]), member,
                              from ? std::get<base::Date>(record["valid_from"]) : base::Date{}};
        };
        std::sort(rows_.begin(), rows_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
        RowFiller row{sheet};
        for (const auto& record : rows_) {
            const auto member = id_at(record, "member_id");
            row.clear();
            row.add(record);
            row.set(PartyMember::type, "profile_number", members_.at(member)["profile_number"]);
            row.set(PartyMember::type, "card_number", members_.at(member)["card_number"]);
            row.set(Person::type, "personal_id", personal_ids_[member]);
            if (const auto name = names_.find(member); name != names_.end())
                row.set(PersonVersion::type, "full_name", name->second.second);
            row.set(*record.type, cell_field_, code_of_organisation(scope_, id_at(record, cell_field_)));
            writer.write(row.values());
        }
    }

private:
    const ExportScope& scope_;
    std::string_view cell_field_;
    std::unordered_map<base::Uuid, std::size_t> order_;
    std::unordered_map<base::Uuid, schema::Record> members_;
    std::unordered_map<base::Uuid, base::Uuid> person_of_;
    std::unordered_map<base::Uuid, schema::Value> personal_ids_;
    std::unordered_map<base::Uuid, std::pair<std::string, schema::Value>> names_;
    std::vector<schema::Record> rows_;
};

std::vector<schema::Value> campaigns_of_year(store::Reader& reader, int year) {
    std::vector<schema::Value> ids;
    for (const auto& campaign :
         reader.select<GradingCampaign>({.conditions = {{.field = "year", .values = {std::int64_t{year}}}}}))
        ids.emplace_back(campaign.id.value);
    return ids;
}

}  // namespace

void export_memberships(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer) {
    MemberRows rows{reader, scope, "cell_id"};
    reader.scan(Membership::type, {.on = scope.on}, [&](const schema::Record& record) { rows.add(record); });
    rows.write(memberships_sheet, writer);
}

void export_member_grades(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer) {
    MemberRows rows{reader, scope, "cell_id"};
    for (const auto& record :
         select_in(reader, MemberGrade::type, "campaign_id", campaigns_of_year(reader, scope.on.year())))
        rows.add(record);
    rows.write(member_grades_sheet, writer);
}

void export_organisation_grades(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer) {
    std::unordered_map<base::Uuid, schema::Record> grades;
    for (auto& record :
         select_in(reader, OrganisationGrade::type, "campaign_id", campaigns_of_year(reader, scope.on.year())))
        grades.emplace(id_at(record, "organisation_id"), std::move(record));
    RowFiller row{organisation_grades_sheet};
    for (const auto place : scope.places) {
        const auto& node = scope.tree[place];
        const auto found = grades.find(node.id.value);
        if (found == grades.end()) continue;
        row.clear();
        row.add(found->second);
        row.set(OrganisationGrade::type, "organisation_id", node.code);
        row.set(OrganisationVersion::type, "name", node.name);
        writer.write(row.values());
    }
}

}  // namespace actions
