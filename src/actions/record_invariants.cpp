// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/record_invariants.h"

#include <algorithm>

#include "records/member_events.h"
#include "records/party_member.h"
#include "records/platform.h"
#include "rules/admission_age.h"
#include "rules/import_member_dates.h"

namespace actions {
namespace {

using records::Membership;
using records::OrganisationVersion;
using records::PartyMember;
using records::Person;
using records::PersonVersion;
using rules::MemberDate;
using schema::Record;
using schema::RecordType;
using Faults = std::vector<base::Refusal>;

std::vector<Record> rows_of(store::Reader& reader, const RecordType& type, std::string_view field,
                            const base::Uuid& owner) {
    store::Query query{.conditions = {{.field = field, .values = {owner}}}};
    if (type.shape == schema::Shape::dated) query.order = {{.field = "valid_from"}};
    return reader.select(type, query);
}

base::Date from_of(const Record& row) { return std::get<base::Date>(row["valid_from"]); }
std::optional<base::Date> to_of(const Record& row) {
    const auto* to = std::get_if<base::Date>(&row["valid_to"]);
    return to ? std::optional{*to} : std::nullopt;
}
std::string text_of(std::optional<base::Date> day) { return day ? base::to_vietnamese(*day) : std::string{}; }

enum class Gaps { allowed, none };

// The rows are in the order of their days.
void examine_periods(const std::vector<Record>& rows, Gaps gaps, Faults& faults) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto end = to_of(rows[i - 1]);
        const auto from = from_of(rows[i]);
        const std::string label{rows[i].type->label};
        if (!end || *end > from)
            faults.push_back(
                {"period.overlap",
                 {label, base::to_vietnamese(from), base::to_vietnamese(from_of(rows[i - 1])), text_of(end)},
                 {}});
        else if (gaps == Gaps::none && *end < from)
            faults.push_back({"period.gap", {label, base::to_vietnamese(*end), base::to_vietnamese(from)}, {}});
    }
}

// What the organisation is on that day, or at first when the day lies before all that is known.
std::optional<OrganisationVersion> version_at(const std::vector<OrganisationVersion>& versions, base::Date day) {
    for (const auto& version : versions)
        if (base::Period{version.valid_from, version.valid_to}.contains(day)) return version;
    if (!versions.empty() && day < versions.front().valid_from) return versions.front();
    return {};
}

class CellNames {
public:
    explicit CellNames(store::Reader& reader) : reader_{reader} {}
    const std::vector<OrganisationVersion>& of(base::Id<records::Organisation> cell) {
        for (const auto& [id, versions] : known_)
            if (id == cell) return versions;
        known_.emplace_back(cell, reader_.select<OrganisationVersion>(
                                      {.conditions = {{.field = "organisation_id", .values = {cell.value}}},
                                       .order = {{.field = "valid_from"}}}));
        return known_.back().second;
    }
    std::string name(const Membership& stay) {
        const auto version = version_at(of(stay.cell_id), stay.valid_from);
        return version ? version->name : std::string{};
    }

private:
    store::Reader& reader_;
    std::vector<std::pair<base::Id<records::Organisation>, std::vector<OrganisationVersion>>> known_;
};

void examine_cell(const Membership& stay, CellNames& cells, Faults& faults) {
    const std::string label{Membership::type["cell_id"].options.label};
    const auto& versions = cells.of(stay.cell_id);
    const auto version = version_at(versions, stay.valid_from);
    if (!version) {
        const auto name = versions.empty() ? std::string{} : versions.back().name;
        faults.push_back({"unknown_organisation", {label, name, base::to_vietnamese(stay.valid_from)}, {}});
        return;
    }
    if (!records::is_cell(version->kind))
        faults.push_back({"not_a_cell", {label, version->name, std::string{schema::label_of(version->kind)}}, {}});
    if (const auto end = versions.back().valid_to; end && (!stay.valid_to || *end < *stay.valid_to))
        faults.push_back({"unknown_organisation", {label, version->name, base::to_vietnamese(*end)}, {}});
}

void examine_stays(store::Reader& reader, const std::vector<Membership>& stays, Faults& faults) {
    CellNames cells{reader};
    const Membership* home = nullptr;  // The one before.
    for (const auto& stay : stays) {
        examine_cell(stay, cells, faults);
        if (stay.kind != records::MembershipKind::home) continue;
        if (home && (!home->valid_to || *home->valid_to > stay.valid_from))
            faults.push_back({"overlap",
                              {base::to_vietnamese(stay.valid_from), cells.name(*home),
                               base::to_vietnamese(home->valid_from), text_of(home->valid_to)},
                              {}});
        home = &stay;
    }
}

// A day of the file and what it is called.
struct Stated {
    std::optional<base::PartialDate> day;
    std::string_view label;
};
using StatedDates = std::array<Stated, rules::member_date_count>;

// Keeps the earliest day.
void state(StatedDates& dates, MemberDate date, const Record& row, std::string_view field) {
    auto& stated = dates[static_cast<std::size_t>(date)];
    std::optional<base::PartialDate> day;
    if (const auto* full = std::get_if<base::Date>(&row[field])) day = base::PartialDate{*full};
    if (const auto* partial = std::get_if<base::PartialDate>(&row[field])) day = *partial;
    if (!day || (stated.day && *stated.day <= *day)) return;
    stated = {day, (*row.type)[field].options.label};
}

void examine_age(const StatedDates& dates, Faults& faults) {
    const auto& born = dates[static_cast<std::size_t>(MemberDate::born_on)].day;
    if (!born) return;
    for (const auto date : {MemberDate::admission_decided_on, MemberDate::ceremony_on}) {
        const auto& [day, label] = dates[static_cast<std::size_t>(date)];
        if (!day) continue;
        if (const auto young = rules::too_young_to_admit(*born, day->first_day()))
            faults.push_back({"under_18_at_admission",
                              {std::string{label}, base::to_vietnamese(day->first_day()),
                               std::to_string(young->age_months), std::to_string(young->age_months_min)},
                              std::string{young->source}});
        return;
    }
}

void examine_dates(const StatedDates& stated, Faults& faults) {
    rules::MemberDates dates;
    for (std::size_t i = 0; i < dates.size(); ++i) dates[i] = stated[i].day;
    bool is_admission_clear = true;
    for (const auto& conflict : rules::find_date_conflicts(dates)) {
        const auto& earlier = stated[static_cast<std::size_t>(conflict.earlier)];
        const auto& later = stated[static_cast<std::size_t>(conflict.later)];
        faults.push_back({"date_order",
                          {std::string{earlier.label}, base::to_vietnamese(*earlier.day), std::string{later.label},
                           base::to_vietnamese(*later.day)},
                          {}});
        is_admission_clear &= conflict.later > MemberDate::ceremony_on;
    }
    if (is_admission_clear) examine_age(stated, faults);
}

void examine_member(store::Reader& reader, const Record& member, StatedDates& dates, Faults& faults) {
    state(dates, MemberDate::admission_decided_on, member, "admission_decided_on");
    state(dates, MemberDate::ceremony_on, member, "ceremony_on");
    state(dates, MemberDate::recognised_on, member, "recognised_on");
    std::vector<Membership> stays;
    for (const auto& row : rows_of(reader, Membership::type, "member_id", member.id)) {
        stays.push_back(schema::from_record<Membership>(row));
        state(dates, MemberDate::member_of_cell_from, row, "valid_from");
    }
    examine_stays(reader, stays, faults);
    for (const auto& [type, date] : {std::pair{&records::exemption, MemberDate::exempt_from},
                                     std::pair{&records::suspension, MemberDate::suspended_from}}) {
        const auto rows = rows_of(reader, *type, "member_id", member.id);
        for (const auto& row : rows) state(dates, date, row, "valid_from");
        examine_periods(rows, Gaps::allowed, faults);
    }
    for (const auto& row : rows_of(reader, records::departure, "member_id", member.id))
        state(dates, MemberDate::departed_on, row, "departed_on");
}

Faults examine_file(store::Reader& reader, const base::Uuid& person) {
    Faults faults;
    StatedDates dates;
    if (const auto row = reader.find(Person::type, person)) {
        state(dates, MemberDate::born_on, *row, "born_on");
        state(dates, MemberDate::youth_union_joined_on, *row, "youth_union_joined_on");
    }
    examine_periods(rows_of(reader, PersonVersion::type, "person_id", person), Gaps::none, faults);
    for (const auto& member : rows_of(reader, PartyMember::type, "person_id", person))
        examine_member(reader, member, dates, faults);
    examine_dates(dates, faults);
    return faults;
}

// Of one name, for one organisation or for all.
Faults examine_settings(store::Reader& reader, const Record& setting) {
    store::Query query{.conditions = {{.field = "name", .values = {setting["name"]}}},
                       .order = {{.field = "valid_from"}}};
    if (schema::is_empty(setting["organisation_id"]))
        query.conditions.push_back({.field = "organisation_id", .op = store::Op::is_empty, .values = {}});
    else
        query.conditions.push_back({.field = "organisation_id", .values = {setting["organisation_id"]}});
    Faults faults;
    examine_periods(reader.select(records::setting, query), Gaps::allowed, faults);
    return faults;
}

}  // namespace

Faults examine_owner(store::Reader& reader, const Record& record) {
    const auto& type = *record.type;
    if (&type == &records::setting) return examine_settings(reader, record);
    if (&type == &Person::type) return examine_file(reader, record.id);
    if (const auto* field = type.find("person_id"); field && field->target == &Person::type)
        return examine_file(reader, std::get<base::Uuid>(record["person_id"]));
    if (const auto* field = type.find("member_id"); field && field->target == &PartyMember::type)
        if (const auto member = reader.find(PartyMember::type, std::get<base::Uuid>(record["member_id"])))
            return examine_file(reader, std::get<base::Uuid>((*member)["person_id"]));
    return {};
}

base::Result<void> no_new_fault(const Faults& before, Faults after) {
    for (auto& fault : after)
        if (std::find(before.begin(), before.end(), fault) == before.end()) return std::move(fault);
    return {};
}

}  // namespace actions
