// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_lookup.h"

#include <algorithm>
#include <cstdint>

#include "actions/reach.h"
#include "base/text.h"

namespace actions {
namespace {

using records::Organisation;
using records::OrganisationVersion;
using records::PartyMember;
using records::Person;
using records::PersonVersion;

constexpr std::size_t values_max = 5'000;  // Of one query.

std::string name_key(std::string_view name) { return base::to_lower(base::canonical_tone(base::clean_text(name))); }

void add_value(std::vector<schema::Value>& values, const std::string& text) {
    if (!text.empty()) values.emplace_back(text);
}

}  // namespace

const OrganisationDirectory::Version* OrganisationDirectory::Entry::on(base::Date day) const {
    if (day < first_day()) return &versions.front();
    for (const auto& version : versions)
        if (version.period.contains(day)) return &version;
    return nullptr;
}

OrganisationDirectory::OrganisationDirectory(store::Reader& reader, const Reach* reach) {
    for (auto& organisation : reader.select<Organisation>())
        entries_.push_back({.id = organisation.id.value, .code = std::move(organisation.code), .versions = {}});
    for (std::size_t i = 0; i < entries_.size(); ++i) by_id_.emplace(entries_[i].id, i);
    reader.scan(OrganisationVersion::type, {.order = {{.field = "valid_from"}}}, [&](const schema::Record& record) {
        auto version = schema::from_record<OrganisationVersion>(record);
        Version kept{{version.valid_from, version.valid_to}, version.kind, {}, std::move(version.name)};
        if (version.superior_id) kept.superior = version.superior_id->value;
        entries_[by_id_.at(version.organisation_id.value)].versions.push_back(std::move(kept));
    });
    std::erase_if(entries_, [](const Entry& entry) { return entry.versions.empty(); });
    by_id_.clear();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        by_id_.emplace(entries_[i].id, i);
        by_code_.emplace(entries_[i].code, i);
        entries_[i].is_reached = !reach || reach->holds(entries_[i].id);
        if (!entries_[i].is_reached) continue;
        const auto [at, is_new] = by_name_.emplace(name_key(entries_[i].versions.back().name), i);
        if (!is_new) at->second = SIZE_MAX;
    }
}

const OrganisationDirectory::Entry* OrganisationDirectory::find(std::string_view code_or_name) const {
    if (const auto* found = find_code(code_or_name)) return found->is_reached ? found : nullptr;
    const auto found = by_name_.find(name_key(code_or_name));
    return found == by_name_.end() || found->second == SIZE_MAX ? nullptr : &entries_[found->second];
}

const OrganisationDirectory::Entry* OrganisationDirectory::find_code(std::string_view code) const {
    const auto found = by_code_.find(std::string{code});
    return found == by_code_.end() ? nullptr : &entries_[found->second];
}

const OrganisationDirectory::Entry* OrganisationDirectory::find(const base::Uuid& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &entries_[found->second];
}

bool OrganisationDirectory::is_within(const base::Uuid& id, const base::Uuid& ancestor, base::Date on) const {
    std::optional<base::Uuid> at = id;
    for (std::size_t steps = 0; at && steps <= entries_.size(); ++steps) {
        if (*at == ancestor) return true;
        const auto* entry = find(*at);
        const auto* version = entry ? entry->on(on) : nullptr;
        at = version ? version->superior : std::nullopt;
    }
    return false;
}

std::vector<schema::Record> select_in(store::Reader& reader, const schema::RecordType& type, std::string_view field,
                                      std::vector<schema::Value> values, std::optional<base::Date> on) {
    std::vector<schema::Record> rows;
    for (std::size_t from = 0; from < values.size(); from += values_max) {
        const auto to = std::min(values.size(), from + values_max);
        store::Query query{.on = on};
        query.conditions.push_back({.field = field, .op = store::Op::in, .values = {}});
        query.conditions[0].values.assign(std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(from)),
                                          std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(to)));
        reader.scan(type, query, [&](const schema::Record& record) { rows.push_back(record); });
    }
    return rows;
}

std::vector<std::optional<KnownMember>> find_members(store::Reader& reader, const std::vector<MemberNumbers>& rows) {
    std::vector<schema::Value> profiles, cards, ids;
    for (const auto& row : rows) {
        // The first number that is given decides; the others are only compared with what is found.
        if (!row.profile_number.empty())
            add_value(profiles, row.profile_number);
        else if (!row.card_number.empty())
            add_value(cards, row.card_number);
        else
            add_value(ids, row.personal_id);
    }

    std::unordered_map<std::string, base::Uuid> person_by_id;
    std::vector<schema::Value> wanted_persons;
    for (const auto& record : select_in(reader, Person::type, "personal_id", std::move(ids))) {
        person_by_id.emplace(schema::to_text(record["personal_id"]), record.id);
        wanted_persons.emplace_back(record.id);
    }

    std::unordered_map<base::Uuid, KnownMember> by_person;
    std::unordered_map<std::string, base::Uuid> person_by_profile, person_by_card;
    const auto keep = [&](const schema::Record& record) {
        const auto person = std::get<base::Uuid>(record["person_id"]);
        KnownMember member{.id = record.id,
                           .person_id = person,
                           .profile_number = schema::to_text(record["profile_number"]),
                           .card_number = schema::to_text(record["card_number"]),
                           .personal_id = {},
                           .full_name = {},
                           .recognised_on = {}};
        if (const auto* day = std::get_if<base::Date>(&record["recognised_on"])) member.recognised_on = *day;
        if (!member.profile_number.empty()) person_by_profile.emplace(member.profile_number, person);
        if (!member.card_number.empty()) person_by_card.emplace(member.card_number, person);
        by_person.insert_or_assign(person, std::move(member));
    };
    for (const auto& record : select_in(reader, PartyMember::type, "profile_number", std::move(profiles))) keep(record);
    for (const auto& record : select_in(reader, PartyMember::type, "card_number", std::move(cards))) keep(record);
    for (const auto& record : select_in(reader, PartyMember::type, "person_id", std::move(wanted_persons)))
        keep(record);

    std::vector<schema::Value> persons;
    for (const auto& [person, member] : by_person) persons.emplace_back(person);
    for (const auto& record : select_in(reader, Person::type, "id", persons))
        by_person.at(record.id).personal_id = schema::to_text(record["personal_id"]);
    std::unordered_map<base::Uuid, base::Date> name_since;
    for (const auto& record : select_in(reader, PersonVersion::type, "person_id", std::move(persons))) {
        const auto person = std::get<base::Uuid>(record["person_id"]);
        const auto since = std::get<base::Date>(record["valid_from"]);
        const auto [at, is_new] = name_since.emplace(person, since);
        if (!is_new && since < at->second) continue;
        at->second = since;
        by_person.at(person).full_name = schema::to_text(record["full_name"]);
    }

    std::vector<std::optional<KnownMember>> found;
    for (const auto& row : rows) {
        const auto& [table, key] = !row.profile_number.empty() ? std::pair{&person_by_profile, &row.profile_number}
                                   : !row.card_number.empty()  ? std::pair{&person_by_card, &row.card_number}
                                                               : std::pair{&person_by_id, &row.personal_id};
        const auto person = table->find(*key);
        const auto member = person == table->end() ? by_person.end() : by_person.find(person->second);
        found.push_back(member == by_person.end() ? std::nullopt : std::optional{member->second});
    }
    return found;
}

bool is_same_name(std::string_view a, std::string_view b) { return name_key(a) == name_key(b); }

}  // namespace actions
