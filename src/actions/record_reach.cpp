// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/record_reach.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "actions/import_lookup.h"
#include "actions/reach.h"
#include "records/all.h"
#include "records/organisation.h"
#include "records/party_member.h"

namespace actions {
namespace {

using records::Membership;
using records::Organisation;
using records::PartyMember;
using records::Person;
using rules::Right;
using schema::Protection;
using schema::RecordType;
using store::Condition;
using store::Op;
using Conditions = std::vector<Condition>;

// To whose records those of the type belong; null where they belong to nobody or to any record.
const RecordType* owner_of(const RecordType& type) {
    if (type.protection != Protection::belongs || type.belongs_to == "record_id") return nullptr;
    return type.belongs_to == "id" ? &type : type[type.belongs_to].target;
}

// Organisations as values of a condition.
class Area {
public:
    Area(const Reach& reach, std::optional<stats::Place> top, stats::Day today) {
        const auto& forest = reach.forest();
        is_everything_ = reach.is_everything() && !top;
        is_narrowed_ = top.has_value();
        if (is_everything_) return;
        const auto add = [&](stats::Place place) {
            if (reach.holds(place)) ids_.insert(forest.ids()[place]);
        };
        if (top)
            for (const auto place : forest.tree_on(today).subtree(*top)) add(place);
        else
            for (stats::Place place = 0; place < forest.size(); ++place) add(place);
    }

    bool is_everything() const { return is_everything_; }
    bool is_narrowed() const { return is_narrowed_; }
    bool holds(const base::Uuid& organisation) const { return is_everything_ || ids_.contains(organisation); }
    Condition condition(std::string_view field) const {
        return {.field = field, .op = Op::in, .values = {ids_.begin(), ids_.end()}};
    }

private:
    bool is_everything_ = false, is_narrowed_ = false;
    std::unordered_set<base::Uuid> ids_;
};

// Members without a home cell today whose last home cell, or else the first one to come, lies in the area.
std::vector<schema::Value> members_without_home(Context& context, const Area& area) {
    const Condition home{.field = "kind", .values = {std::string{"home"}}};
    auto no_home_today =
        store::among("member_id", Membership::type, "member_id", {.conditions = {home}, .on = context.today});
    no_home_today.op = Op::not_among;

    struct Best {
        base::Uuid cell;
        base::Date from;
    };
    std::unordered_map<base::Uuid, Best> best;
    for (const auto& stay : context.store.select<Membership>({.conditions = {home, no_home_today}})) {
        const auto [at, is_new] = best.emplace(stay.member_id.value, Best{stay.cell_id.value, stay.valid_from});
        if (is_new) continue;
        auto& kept = at->second;
        const bool is_past = stay.valid_from <= context.today, was_past = kept.from <= context.today;
        if (is_past != was_past ? is_past : is_past == (stay.valid_from > kept.from))
            kept = {stay.cell_id.value, stay.valid_from};
    }
    std::vector<schema::Value> members;
    for (const auto& [member, last] : best)
        if (area.holds(last.cell)) members.emplace_back(member);
    return members;
}

// `field` names a member whose file may be opened.
Condition member_condition(Context& context, std::string_view field, const Area& area) {
    // Home or guest: both give sight of the file.
    std::vector<Condition> parts{store::among(field, Membership::type, "member_id",
                                              {.conditions = {area.condition("cell_id")}, .on = context.today})};
    auto others = members_without_home(context, area);
    if (const auto& own = context.access.member_id; !own.is_nil() && !area.is_narrowed()) others.emplace_back(own);
    if (!others.empty()) parts.push_back({.field = field, .op = Op::in, .values = std::move(others)});
    return store::any(std::move(parts));
}

Condition person_condition(Context& context, std::string_view field, const Area& area) {
    return store::among(field, PartyMember::type, "person_id", {.conditions = {member_condition(context, "id", area)}});
}

base::Result<Conditions> conditions_of_owner(Context& context, const RecordType& type, const RecordType& owner,
                                             std::string_view organisation) {
    const auto right = reading_right(type);
    const auto& reach = reach_of(context, right);
    std::optional<stats::Place> top;
    if (!organisation.empty()) {
        TRY(require_organisation(context, Right::see, organisation));
        top = reach.forest().find(organisation);
        if (!top) return base::Refusal{"organisation.unknown", {std::string{organisation}}, {}};
    }
    const bool may_own = owner.name != Organisation::type.name && !context.access.member_id.is_nil();
    if (!may_own) TRY(require(context, right));

    const Area area{reach, top, stats::to_day(context.today)};
    const auto field = type.belongs_to;
    if (&owner == &PartyMember::type || &owner == &Person::type) {
        if (area.is_everything()) return Conditions{};
        return Conditions{&owner == &Person::type ? person_condition(context, field, area)
                                                  : member_condition(context, field, area)};
    }
    if (area.is_everything()) return Conditions{};
    // What belongs to no organisation is for all to see.
    if (field != "id" && !type[field].options.required && organisation.empty())
        return Conditions{store::any({area.condition(field), {.field = field, .op = Op::is_empty}})};
    return Conditions{area.condition(field)};
}

base::Result<void> require_owner(Context& context, Right right, const RecordType& owner, const base::Uuid& id) {
    const auto record = context.store.find(owner, id);
    if (!record) return not_there(owner);
    return require_record(context, right, *record);
}

base::Result<void> require_pinned_record(Context& context, const Pinned& pinned) {
    const auto* type = records::find_type(pinned.record_type);
    const auto id = base::parse_uuid(pinned.record_id);
    if (!type || !id || type->belongs_to == "record_id") return base::Refusal{"list.needs_record", {}, {}};
    return require_owner(context, Right::open_file, *type, *id);
}

}  // namespace

bool is_of_file(const RecordType& type) {
    if (type.belongs_to == "record_id") return true;
    const auto* owner = owner_of(type);
    return owner == &PartyMember::type || owner == &Person::type;
}

Right reading_right(const RecordType& type) { return is_of_file(type) ? Right::open_file : Right::see; }

base::Result<Conditions> reading_conditions(Context& context, const RecordType& type, std::string_view organisation,
                                            const Pinned& pinned) {
    switch (type.protection) {
        case Protection::open: TRY(require(context, Right::see)); return Conditions{};
        case Protection::administration: return base::Refusal{"record.own_action", {std::string{type.label}}, {}};
        case Protection::own_account: return Conditions{{.field = "account_id", .values = {context.access.account_id}}};
        case Protection::belongs: break;
    }
    if (type.belongs_to == "record_id") {
        TRY(require_pinned_record(context, pinned));
        return Conditions{};
    }
    const auto* owner = owner_of(type);
    if (organisation.empty() && !pinned.owners.empty()) {
        for (const auto& id : pinned.owners) TRY(require_owner(context, reading_right(type), *owner, id));
        return Conditions{};
    }
    return conditions_of_owner(context, type, *owner, organisation);
}

std::vector<store::AccessLine> access_lines(Context& context, const RecordType& type,
                                            const std::vector<const schema::Record*>& records,
                                            std::string_view action) {
    std::vector<store::AccessLine> lines;
    if (!is_of_file(type)) return lines;
    std::vector<schema::Value> members, persons;
    const auto* owner = owner_of(type);
    std::unordered_set<base::Uuid> seen;
    const auto add = [&](const RecordType& of, const base::Uuid& id) {
        if (!seen.insert(id).second) return;
        if (&of == &PartyMember::type) members.emplace_back(id);
        if (&of == &Person::type) persons.emplace_back(id);
    };
    for (const auto* record : records) {
        if (owner) {
            const auto* id =
                type.belongs_to == "id" ? &record->id : std::get_if<base::Uuid>(&(*record)[type.belongs_to]);
            if (id) add(*owner, *id);
            continue;
        }
        const auto* named = records::find_type(schema::to_text((*record)["record_type"]));
        const auto id = base::parse_uuid(schema::to_text((*record)["record_id"]));
        const auto named_record = named && id ? context.store.find(*named, *id) : std::nullopt;
        const auto* named_owner = named ? owner_of(*named) : nullptr;
        if (!named_record || !named_owner) continue;
        if (named->belongs_to == "id")
            add(*named_owner, *id);
        else if (const auto* of = std::get_if<base::Uuid>(&(*named_record)[named->belongs_to]))
            add(*named_owner, *of);
    }
    for (const auto& member : select_in(context.store, PartyMember::type, "person_id", std::move(persons)))
        members.emplace_back(member.id);
    for (const auto& member : members)
        lines.push_back({.at_ms = context.now_ms,
                         .actor = context.actor,
                         .action = std::string{action},
                         .record_type = std::string{PartyMember::type.name},
                         .record_id = std::get<base::Uuid>(member)});
    return lines;
}

}  // namespace actions
