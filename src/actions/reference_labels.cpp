// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/reference_labels.h"

#include <algorithm>

#include "actions/import_lookup.h"
#include "actions/masking.h"
#include "records/grading.h"
#include "records/organisation.h"
#include "records/party_member.h"
#include "records/platform.h"
#include "schema/difference.h"

namespace actions {
namespace {

using records::Decision;
using records::GradingCampaign;
using records::Organisation;
using records::OrganisationVersion;
using records::PartyMember;
using records::Person;
using records::PersonVersion;

std::vector<schema::Value> values_of(const std::vector<base::Uuid>& ids) { return {ids.begin(), ids.end()}; }

// The name that each owner bears on the day, or bore last before it, or will bear first.
void add_names(store::Reader& reader, const schema::RecordType& type, std::string_view name, base::Date on,
               const std::vector<base::Uuid>& ids, std::unordered_map<base::Uuid, std::string>& labels) {
    std::unordered_map<base::Uuid, base::Date> since;
    for (const auto& version : select_in(reader, type, type.owner, values_of(ids))) {
        const auto owner = std::get<base::Uuid>(version[type.owner]);
        const auto from = std::get<base::Date>(version["valid_from"]);
        const auto [at, is_new] = since.emplace(owner, from);
        const bool is_better = from <= on ? at->second > on || from > at->second : from < at->second;
        if (!is_new && !is_better) continue;
        at->second = from;
        labels[owner] = schema::to_text(version[name]);
    }
}

}  // namespace

void ReferenceLabels::want(const schema::RecordType& target, const base::Uuid& id) {
    if (labels_.emplace(id, std::string{}).second) wanted_[&target].push_back(id);
}

void ReferenceLabels::want(const schema::Field& field, const schema::Value& value) {
    if (const auto* id = std::get_if<base::Uuid>(&value); id && field.target) want(*field.target, *id);
}

void ReferenceLabels::want(const schema::Record& record) {
    for (std::size_t i = 0; i < record.values.size(); ++i) want(record.type->fields[i], record.values[i]);
}

void ReferenceLabels::load() {
    const auto wanted = std::exchange(wanted_, {});
    for (const auto& [type, ids] : wanted) {
        if (type == &Organisation::type)
            load_organisations(ids);
        else if (type == &Person::type)
            load_persons(ids);
        else if (type == &PartyMember::type)
            load_members(ids);
        else if (type == &GradingCampaign::type)
            load_campaigns(ids);
        else
            load_others(*type, ids);
    }
}

void ReferenceLabels::load_organisations(const Ids& ids) {
    add_names(reader_, OrganisationVersion::type, "name", on_, ids, labels_);
}

void ReferenceLabels::load_persons(const Ids& ids) {
    add_names(reader_, PersonVersion::type, "full_name", on_, ids, labels_);
}

void ReferenceLabels::load_members(const Ids& ids) {
    std::unordered_map<base::Uuid, base::Uuid> person_of;
    Ids persons;
    for (const auto& member : select_in(reader_, PartyMember::type, "id", values_of(ids))) {
        const auto person = std::get<base::Uuid>(member["person_id"]);
        person_of.emplace(member.id, person);
        persons.push_back(person);
    }
    std::unordered_map<base::Uuid, std::string> names;
    add_names(reader_, PersonVersion::type, "full_name", on_, persons, names);
    for (const auto& [member, person] : person_of) labels_[member] = names[person];
}

void ReferenceLabels::load_campaigns(const Ids& ids) {
    const auto campaigns = select_in(reader_, GradingCampaign::type, "id", values_of(ids));
    Ids organisations;
    for (const auto& campaign : campaigns) organisations.push_back(std::get<base::Uuid>(campaign["organisation_id"]));
    std::unordered_map<base::Uuid, std::string> names;
    add_names(reader_, OrganisationVersion::type, "name", on_, organisations, names);
    for (const auto& campaign : campaigns) {
        auto label = "Năm " + schema::to_text(campaign["year"]);
        const auto& name = names[std::get<base::Uuid>(campaign["organisation_id"])];
        if (!name.empty()) label.append(", ").append(name);
        labels_[campaign.id] = std::move(label);
    }
}

void ReferenceLabels::load_others(const schema::RecordType& type, const Ids& ids) {
    if (&type != &Decision::type && &type != &records::account) return;
    for (const auto& record : select_in(reader_, type, "id", values_of(ids))) {
        if (&type == &Decision::type)
            labels_[record.id] = schema::to_text(record["number"]) + ", " + schema::to_text(record["issued_on"]);
        else
            labels_[record.id] = schema::to_text(record["display_name"]);
    }
}

std::string ReferenceLabels::of(const schema::RecordType& target, const base::Uuid& id) const {
    const auto found = labels_.find(id);
    if (found == labels_.end() || found->second.empty()) return std::string{target.label};
    return found->second;
}

std::string ReferenceLabels::text(const schema::Field& field, const schema::Value& value) const {
    if (schema::is_empty(value)) return {};
    if (const auto* id = std::get_if<base::Uuid>(&value); id && field.target) return of(*field.target, *id);
    if (is_identifier(field) && !is_hidden(field)) return mask(schema::to_text(value));
    return schema::to_text(field, value);
}

}  // namespace actions
