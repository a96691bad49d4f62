// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/find_duplicates.h"

#include "actions/reach.h"
#include "base/text.h"
#include "figures/subject.h"
#include "records/party_member.h"
#include "records/person.h"
#include "schema/json_writer.h"

namespace actions {
namespace {

using quality::Traits;
using schema::Record;

// What memory knows of all members, in the order of the roster.
std::vector<Traits> traits_of(const stats::Roster& roster, stats::Day day) {
    std::vector<Traits> traits(roster.size());
    for (std::uint32_t i = 0; i < traits.size(); ++i) {
        auto& one = traits[i];
        one.member = roster.id(i);
        one.person = roster.person(i);
        one.full_name = roster.full_name(i, day);
        one.folded_name = base::fold(one.full_name);
        one.born_on = roster.born_on(i);
        one.card_number = roster.card_number(i);
        one.profile_number = roster.profile_number(i);
        if (const auto ceremony = roster.ceremony_on(i); ceremony != stats::never)
            one.ceremony_on = stats::to_date(ceremony);
    }
    return traits;
}

// The rest stands in the store.
void add_persons(store::Reader& reader, std::vector<Traits>& traits) {
    std::unordered_map<base::Uuid, Traits*> by_person;
    for (auto& one : traits) by_person.emplace(one.person, &one);
    const auto visit = [&](const schema::RecordType& type, std::string_view id_field, const auto& read) {
        reader.scan(type, {}, [&](const Record& record) {
            const auto id = id_field.empty() ? record.id : std::get<base::Uuid>(record[id_field]);
            if (const auto found = by_person.find(id); found != by_person.end()) read(*found->second, record);
        });
    };
    visit(records::Person::type, {}, [](Traits& one, const Record& record) {
        const auto person = schema::from_record<records::Person>(record);
        one.sex = person.sex;
        one.ethnicity = person.ethnicity;
        one.personal_id = person.personal_id;
        one.old_identity_number = person.old_identity_number;
        one.native_place = base::fold(person.native_place);
    });
    visit(records::PersonVersion::type, "person_id", [](Traits& one, const Record& record) {
        if (auto phone = schema::to_text(record["phone"]); !phone.empty()) one.phone = std::move(phone);
    });
}

// The home cell of the day, or the last one.
stats::Place cell_of(const stats::Columns& columns, std::uint32_t member, stats::Day day) {
    const auto& table = columns.table_of(figures::member_state);
    if (const auto row = columns.state_on(member, day); row != stats::none) return columns.place_of_row(table, row);
    const auto rows = columns.states_of.of(member);
    return rows.empty() ? stats::none : columns.place_of_row(table, rows.back());
}

DuplicateMember shown(const Snapshot& snapshot, const Traits& traits, stats::Place cell, stats::Day day) {
    DuplicateMember member{.id = traits.member,
                           .full_name = traits.full_name,
                           .profile_number = traits.profile_number,
                           .cell_code = {},
                           .cell_name = {},
                           .born_on = traits.born_on};
    if (cell == stats::none) return member;
    member.cell_code = snapshot.columns->forest.code(cell);
    member.cell_name = snapshot.names->name(cell, day);
    return member;
}

void write_member(schema::JsonWriter& json, const DuplicateMember& member) {
    json.member("id", member.id).member("full_name", member.full_name);
    json.member("profile_number", member.profile_number).member("born_on", member.born_on);
    json.object("cell", [&] { json.member("code", member.cell_code).member("name", member.cell_name); });
}

}  // namespace

base::Result<std::vector<Duplicate>> find_duplicates(Context& context, const FindDuplicates& request) {
    TRY(require(context, rules::Right::correct));
    if (!request.organisation.empty()) TRY(require_organisation(context, rules::Right::correct, request.organisation));
    const auto snapshot = snapshot_of(context);
    const auto day = stats::to_day(context.today);
    const auto& columns = *snapshot->columns;
    const auto& tree = columns.forest.trees().back();
    const auto top = columns.forest.find(request.organisation);
    auto traits = traits_of(*snapshot->roster, day);
    add_persons(context.store, traits);
    const auto pairs = quality::find_pairs(traits);

    std::vector<base::Uuid> members;
    for (const auto& pair : pairs) members.insert(members.end(), {traits[pair.a].member, traits[pair.b].member});
    const auto reached = reached_members(context, rules::Right::correct, members);
    std::vector<Duplicate> duplicates;
    for (const auto& pair : pairs) {
        const auto &a = traits[pair.a], &b = traits[pair.b];
        if (pair.similarity.score < request.least_score || !reached.contains(a.member) || !reached.contains(b.member))
            continue;
        const auto cell_a = cell_of(columns, pair.a, day), cell_b = cell_of(columns, pair.b, day);
        const auto is_below = [&](stats::Place cell) { return cell != stats::none && tree.is_in(cell, *top); };
        if (!request.organisation.empty() && !(top && (is_below(cell_a) || is_below(cell_b)))) continue;
        duplicates.push_back({shown(*snapshot, a, cell_a, day), shown(*snapshot, b, cell_b, day), pair.similarity});
    }
    return duplicates;
}

std::string to_json(const std::vector<Duplicate>& duplicates) {
    schema::JsonWriter json;
    json.objects("pairs", duplicates, [&](const Duplicate& pair) {
        json.member("score", pair.similarity.score);
        json.object("first", [&] { write_member(json, pair.first); });
        json.object("second", [&] { write_member(json, pair.second); });
        json.objects("evidence", pair.similarity.evidence, [&](const quality::Evidence& each) {
            json.member("what", each.what).member("points", each.points);
        });
    });
    return json.take();
}

}  // namespace actions
