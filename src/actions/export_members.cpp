// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "actions/export_rows.h"
#include "actions/import_lookup.h"
#include "records/member_events.h"

namespace actions {
namespace {

using records::Membership;
using records::MembershipKind;
using records::PartyMember;
using records::Person;
using records::PersonVersion;

constexpr std::size_t chunk_members = 2'000;

base::Uuid id_at(const schema::Record& record, std::string_view field) { return std::get<base::Uuid>(record[field]); }
base::Date day_at(const schema::Record& record, std::string_view field) { return std::get<base::Date>(record[field]); }

// A member of the day and where to write him or her.
struct Listed {
    std::size_t order;  // Of the cell.
    base::Uuid member, cell;
    base::Date stay_from;
    schema::Value status;
    std::string name_sort;
    base::Uuid person;
};

using ByMember = std::unordered_map<base::Uuid, schema::Record>;

ByMember rows_of(store::Reader& reader, const schema::RecordType& type, std::string_view owner,
                 const std::vector<schema::Value>& owners, std::optional<base::Date> on) {
    ByMember rows;
    for (auto& record : select_in(reader, type, owner, owners, on)) {
        const auto id = owner == "id" ? record.id : id_at(record, owner);
        rows.emplace(id, std::move(record));
    }
    return rows;
}

// The home members of the day by cell and name, with what of them decides the order.
std::vector<Listed> list_members(store::Reader& reader, const ExportScope& scope) {
    std::unordered_map<base::Uuid, std::size_t> order;
    for (std::size_t i = 0; i < scope.places.size(); ++i) order.emplace(scope.tree[scope.places[i]].id.value, i);
    std::vector<Listed> listed;
    std::unordered_map<base::Uuid, std::size_t> at;
    reader.scan(Membership::type,
                {.conditions = {{.field = "kind", .values = {std::string{schema::code_of(MembershipKind::home)}}}},
                 .on = scope.on},
                [&](const schema::Record& record) {
                    const auto cell = order.find(id_at(record, "cell_id"));
                    if (cell == order.end()) return;
                    const auto member = id_at(record, "member_id");
                    at.emplace(member, listed.size());
                    listed.push_back(
                        {cell->second, member, cell->first, day_at(record, "valid_from"), record["status"], {}, {}});
                });
    std::unordered_map<base::Uuid, std::size_t> by_person;
    reader.scan(PartyMember::type, {}, [&](const schema::Record& record) {
        const auto found = at.find(record.id);
        if (found == at.end()) return;
        listed[found->second].person = id_at(record, "person_id");
        by_person.emplace(id_at(record, "person_id"), found->second);
    });
    reader.scan(PersonVersion::type, {.on = scope.on}, [&](const schema::Record& record) {
        if (const auto found = by_person.find(id_at(record, "person_id")); found != by_person.end())
            listed[found->second].name_sort = schema::to_text(record["name_sort"]);
    });
    return listed;
}

// Since when the member has been in the cell without a break, and how he or she came: a stay is two rows when probation
// ended inside it.
void follow_stay_back(Listed& member, const std::vector<schema::Record>& memberships, schema::Value& entry) {
    bool is_found = true;
    while (is_found) {
        is_found = false;
        for (const auto& row : memberships) {
            if (id_at(row, "cell_id") != member.cell) continue;
            if (day_at(row, "valid_from") == member.stay_from) entry = row["entry"];
            if (row["valid_to"] == schema::Value{member.stay_from}) {
                member.stay_from = day_at(row, "valid_from");
                entry = row["entry"];
                is_found = true;
                break;
            }
        }
    }
}

// Everything about a chunk of members, fetched together.
struct Facts {
    ByMember persons, versions, members, exemptions, suspensions;
    std::unordered_map<base::Uuid, std::vector<schema::Record>> memberships;

    Facts(store::Reader& reader, std::span<const Listed> listed, base::Date on) {
        std::vector<schema::Value> member_ids, person_ids;
        for (const auto& member : listed) {
            member_ids.emplace_back(member.member);
            person_ids.emplace_back(member.person);
        }
        persons = rows_of(reader, Person::type, "id", person_ids, {});
        versions = rows_of(reader, PersonVersion::type, "person_id", person_ids, on);
        members = rows_of(reader, PartyMember::type, "id", member_ids, {});
        exemptions = rows_of(reader, records::exemption, "member_id", member_ids, on);
        suspensions = rows_of(reader, records::suspension, "member_id", member_ids, on);
        for (auto& record : select_in(reader, Membership::type, "member_id", member_ids))
            if (schema::to_text(record["kind"]) == schema::code_of(MembershipKind::home))
                memberships[id_at(record, "member_id")].push_back(std::move(record));
    }
};

}  // namespace

std::vector<base::Uuid> export_members(store::Reader& reader, const ExportScope& scope, RegisterWriter& writer) {
    auto listed = list_members(reader, scope);
    // Number before name: namesakes stand in one order on every machine.
    std::unordered_map<base::Uuid, std::string> numbers;
    reader.scan(PartyMember::type, {}, [&](const schema::Record& record) {
        numbers.emplace(record.id,
                        schema::to_text(record["profile_number"]) + " " + schema::to_text(record["card_number"]));
    });
    std::sort(listed.begin(), listed.end(), [&](const Listed& a, const Listed& b) {
        return std::tie(a.order, a.name_sort, numbers.at(a.member), a.member) <
               std::tie(b.order, b.name_sort, numbers.at(b.member), b.member);
    });

    RowFiller row{members_sheet};
    for (std::size_t from = 0; from < listed.size(); from += chunk_members) {
        const std::span chunk{listed.data() + from, std::min(chunk_members, listed.size() - from)};
        const Facts facts{reader, chunk, scope.on};
        for (auto& member : chunk) {
            row.clear();
            row.add(facts.persons.at(member.person));
            row.add(facts.members.at(member.member));
            if (const auto found = facts.versions.find(member.person); found != facts.versions.end())
                row.add(found->second);
            for (const auto* spells : {&facts.exemptions, &facts.suspensions})
                if (const auto found = spells->find(member.member); found != spells->end()) row.add(found->second);
            schema::Value entry;
            follow_stay_back(member, facts.memberships.at(member.member), entry);
            row.set(Membership::type, "cell_id", code_of_organisation(scope, member.cell));
            row.set(Membership::type, "valid_from", member.stay_from);
            row.set(Membership::type, "entry", std::move(entry));
            row.set(Membership::type, "status", member.status);
            // What had not happened on the day is no part of the register of that day.
            const auto& recognised = facts.members.at(member.member)["recognised_on"];
            if (const auto* day = std::get_if<base::Date>(&recognised); day && *day > scope.on)
                row.set(PartyMember::type, "recognised_on", {});
            writer.write(row.values());
        }
    }
    std::vector<base::Uuid> exported;
    for (const auto& member : listed) exported.push_back(member.member);
    return exported;
}

}  // namespace actions
