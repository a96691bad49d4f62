// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/show_member.h"

#include <algorithm>
#include <array>

#include "actions/log_access.h"
#include "actions/masking.h"
#include "actions/reach.h"
#include "records/grading.h"
#include "records/histories.h"
#include "records/member_events.h"
#include "store/member_file.h"

namespace actions {
namespace {

using records::PartyMember;
using schema::Record;
using schema::RecordType;

constexpr std::array parts{
    MemberFilePart{"exemptions", &records::exemption},
    MemberFilePart{"suspensions", &records::suspension},
    MemberFilePart{"departures", &records::departure},
    MemberFilePart{"social_memberships", &records::social_membership},
    MemberFilePart{"military_services", &records::military_service},
    MemberFilePart{"work_histories", &records::work_history},
    MemberFilePart{"education_histories", &records::education_history},
    MemberFilePart{"rewards", &records::reward},
    MemberFilePart{"honorary_titles", &records::honorary_title},
    MemberFilePart{"papers", &records::paper_on_file},
};

bool holds_on(const Record& dated, base::Date on) {
    const auto* from = std::get_if<base::Date>(&dated["valid_from"]);
    const auto* to = std::get_if<base::Date>(&dated["valid_to"]);
    return from && *from <= on && (!to || on < *to);
}

// The rows of a type that belong to a member or person, by their day.
std::vector<Record> rows_of(store::Reader& reader, const RecordType& type, const base::Uuid& owner) {
    const std::string_view by = type.shape == schema::Shape::dated ? "valid_from" : type.on;
    auto rows = reader.select(type, {.conditions = {{.field = type.owner, .values = {owner}}}});
    if (by.empty()) return rows;
    // A handful of rows: sorting them here spares the engine a temporary table.
    const auto at = type.index_of(by);
    std::stable_sort(rows.begin(), rows.end(),
                     [at](const Record& a, const Record& b) { return a.values[at] < b.values[at]; });
    return rows;
}

NamedCell cell_named(const Snapshot& snapshot, const base::Uuid& organisation, base::Date on) {
    const auto place = snapshot.columns->forest.find(organisation);
    if (!place) return {};
    return {snapshot.columns->forest.code(*place), std::string{snapshot.names->name(*place, stats::to_day(on))}};
}

std::vector<GradeOfYear> grades_of(store::Store& store, const Snapshot& snapshot, const base::Uuid& member) {
    std::vector<GradeOfYear> grades;
    for (const auto& row : store::grades_of_member(store, member))
        grades.push_back({row.id, row.version, row.year, row.grade, row.not_graded_reason,
                          cell_named(snapshot, row.cell, base::last_day_of_year(row.year))});
    return grades;
}

std::vector<AttachedFile> attachments_of(store::Store& store, const MemberFile& file) {
    std::vector<AttachedFile> files;
    for (const auto& record : {file.member.id, file.person.id})
        for (auto& row : store::attachments_of(store, record))
            files.push_back({row.id, std::move(row.record_type), std::move(row.record_id), std::move(row.file_name),
                             std::move(row.media_type), row.size});
    return files;
}

// What is true of the member on the day.
void fill_day(MemberFile& file, const Snapshot& snapshot) {
    for (const auto& version : file.versions)
        if (holds_on(version, file.on)) file.version = version;
    // A name holds from its day on, and the first one also before.
    if (!file.versions.empty()) file.full_name = schema::to_text(file.versions.front()["full_name"]);
    for (const auto& version : file.versions)
        if (std::get<base::Date>(version["valid_from"]) <= file.on)
            file.full_name = schema::to_text(version["full_name"]);

    for (const auto& membership : file.memberships) {
        const auto cell = std::get<base::Uuid>(membership["cell_id"]);
        // As it is called on the day, or on the nearest day of the membership.
        auto named_on = std::max(file.on, std::get<base::Date>(membership["valid_from"]));
        if (const auto* to = std::get_if<base::Date>(&membership["valid_to"])) named_on = std::min(named_on, *to - 1);
        file.cells.push_back(cell_named(snapshot, cell, named_on));
        // A home cell comes before one where the member is a guest.
        const auto kind = schema::to_text(membership["kind"]);
        if (!holds_on(membership, file.on) || file.kind == "home" || (file.cell && kind != "home")) continue;
        file.cell = file.cells.back();
        file.status = schema::to_text(membership["status"]);
        file.kind = kind;
    }

    const auto years = [&](base::Date from) { return std::max(0, base::years_between(from, file.on)); };
    if (const auto* born = std::get_if<base::PartialDate>(&file.person["born_on"])) file.age = years(born->first_day());
    const auto* decided = std::get_if<base::Date>(&file.member["admission_decided_on"]);
    const auto* ceremony = std::get_if<base::Date>(&file.member["ceremony_on"]);
    if (const auto* from = decided ? decided : ceremony) file.party_age_years = years(*from);
}

FileRights rights_over(Context& context, const base::Uuid& member, const MemberCells& cells) {
    const auto may = [&](rules::Right right) { return require_member(context, right, member, cells).has_value(); };
    return {.change = may(rules::Right::change),
            .correct = may(rules::Right::correct),
            .reveal = may(rules::Right::reveal),
            .propose = context.access.member_id == member,
            .decide = may(rules::Right::decide_proposal)};
}

base::Result<MemberFile> read_file(Context& context, const Snapshot& snapshot, const base::Uuid& member,
                                   base::Date on) {
    auto& store = context.store;
    MemberFile file{.id = member, .on = on};
    file.memberships = rows_of(store, records::Membership::type, member);
    const auto cells = cells_among(file.memberships, context.today);
    TRY(require_member(context, rules::Right::open_file, member, cells));
    auto found = store.find(PartyMember::type, member);
    if (!found) return not_there(PartyMember::type);
    file.member = *std::move(found);
    const auto person = std::get<base::Uuid>(file.member["person_id"]);
    auto person_found = store.find(records::Person::type, person);
    CHECK(person_found);
    file.person = *std::move(person_found);

    file.versions = rows_of(store, records::PersonVersion::type, person);
    for (const auto& part : parts)
        file.parts.push_back(rows_of(store, *part.type, part.type->owner == "person_id" ? person : member));
    file.grades = grades_of(store, snapshot, member);
    file.attachments = attachments_of(store, file);
    file.can = rights_over(context, member, cells);

    file.masked = mask(file.member);
    for (auto& version : file.versions) mask(version);  // No identifiers there, but keys of search and order.
    const auto of_person = mask(file.person);
    file.masked.insert(file.masked.end(), of_person.begin(), of_person.end());
    fill_day(file, snapshot);
    return file;
}

}  // namespace

std::span<const MemberFilePart> member_file_parts() { return parts; }

base::Result<MemberFile> show_member(Context& context, const base::Uuid& member, base::Date on) {
    base::Result<MemberFile> file = not_there(PartyMember::type);
    const auto snapshot = snapshot_of(context);
    store::read_one_state(context.store, [&] { file = read_file(context, *snapshot, member, on); });
    if (file) log_access(context, "show_member", PartyMember::type, member);
    return file;
}

base::Result<std::string> reveal_identifier(Context& context, const base::Uuid& member, const std::string& field) {
    TRY(require_member(context, rules::Right::reveal, member));
    const auto absent = [](std::string_view label) { return base::Refusal{"not_found", {std::string{label}}, {}}; };
    const auto found = context.store.find(PartyMember::type, member);
    if (!found) return absent(PartyMember::type.label);
    const auto* record = &*found;
    std::optional<Record> person;
    if (!PartyMember::type.find(field)) {
        person = context.store.find(records::Person::type, std::get<base::Uuid>((*found)["person_id"]));
        CHECK(person);
        record = &*person;
    }
    const auto* described = record->type->find(field);
    if (!described || described->options.privacy != schema::Privacy::identifier) return absent(field);
    auto value = schema::to_text((*record)[field]);
    if (value.empty()) return absent(described->options.label);
    log_access(context, "reveal_" + field, PartyMember::type, member);
    return value;
}

}  // namespace actions
