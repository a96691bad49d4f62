// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "actions/grants.h"
#include "actions/reach.h"
#include "records/all.h"
#include "records/organisation.h"
#include "records/party_member.h"
#include "records/platform.h"

namespace actions {
namespace {

using rules::Right;
using schema::Protection;

base::Refusal denied(Right right, std::string_view of = {}) {
    return {"access.denied", {std::string{rules::label_of(right)}, std::string{of}}, {}};
}

// One may see one's own file, and all that stands in it.
bool is_sight(Right right) { return right == Right::see || right == Right::open_file; }
bool is_own_right(Right right) { return is_sight(right) || right == Right::reveal; }

// The right over a place in the tree; `absent` is said of what is not even seen.
base::Result<void> require_place(Context& context, Right right, std::optional<stats::Place> place,
                                 const base::Refusal& absent) {
    const auto& reach = reach_of(context, right);
    if (!place) return absent;
    if (reach.holds(*place)) return {};
    const std::string code = reach.forest().code(*place);
    if (right != Right::see && reach_of(context, Right::see).holds(*place)) return denied(right, code);
    return absent;
}

// Of each member, from the stays in the order of days: a later one replaces an earlier one until it lies in the future.
class HomeFinder {
public:
    explicit HomeFinder(base::Date today) : today_{today} {}

    void add(const schema::Record& membership) {
        const auto stay = schema::from_record<records::Membership>(membership);
        auto& found = members_[stay.member_id.value];
        if (stay.kind == records::MembershipKind::guest) {
            if (base::Period{stay.valid_from, stay.valid_to}.contains(today_))
                found.guest.push_back(stay.cell_id.value);
        } else if (!found.home || stay.valid_from <= today_) {
            found.home = stay.cell_id.value;
        }
    }
    const MemberCells& of(const base::Uuid& member) { return members_[member]; }

private:
    base::Date today_;
    std::unordered_map<base::Uuid, MemberCells> members_;
};

MemberCells cells_of(Context& context, const base::Uuid& member) {
    return cells_among(
        context.store.select(records::Membership::type,
                             {.conditions = {{.field = "member_id", .values = {member}}}, .order = {{"valid_from"}}}),
        context.today);
}

bool is_reached(const Reach& reach, const MemberCells& cells, bool with_guests) {
    if (reach.is_everything()) return true;
    const auto holds = [&](const base::Uuid& cell) { return reach.holds(cell); };
    return (cells.home && holds(*cells.home)) ||
           (with_guests && std::any_of(cells.guest.begin(), cells.guest.end(), holds));
}

base::Result<void> require_person(Context& context, Right right, const base::Uuid& person) {
    const auto members = context.store.select<records::PartyMember>(
        {.conditions = {{.field = "person_id", .values = {person}}}, .limit = 1});
    if (!members.empty()) return require_member(context, right, members.front().id.value);
    if (reach_of(context, right).is_everything()) return {};
    return not_there(records::Person::type);
}

const base::Uuid* reference_of(const schema::Record& record, std::string_view field) {
    return std::get_if<base::Uuid>(&record[field]);
}

// Of what belongs to no one organisation: seen by whoever sees anything, written by those who reach everything.
base::Result<void> require_whole(Context& context, Right right) {
    if (right == Right::see) return require(context, right);
    if (reach_of(context, right).is_everything()) return {};
    return denied(right);
}

base::Result<void> require_named_record(Context& context, Right right, const schema::Record& record) {
    const auto* type_name = std::get_if<std::string>(&record["record_type"]);
    const auto* id_text = std::get_if<std::string>(&record["record_id"]);
    const auto* type = type_name ? records::find_type(*type_name) : nullptr;
    const auto id = id_text ? base::parse_uuid(*id_text) : std::nullopt;
    if (!type || !id || type->belongs_to == "record_id") return not_there(*record.type);
    const auto named = context.store.find(*type, *id);
    if (!named) return not_there(*record.type);
    return require_record(context, right, *named);
}

base::Result<void> require_owner(Context& context, Right right, const schema::Record& record) {
    const auto& type = *record.type;
    if (type.belongs_to == "record_id") return require_named_record(context, right, record);
    const bool is_itself = type.belongs_to == "id";
    const auto* target = is_itself ? &type : type[type.belongs_to].target;
    const auto* id = is_itself ? &record.id : reference_of(record, type.belongs_to);
    if (!id) return require_whole(context, right);
    if (target == &records::PartyMember::type) return require_member(context, right, *id);
    if (target == &records::Person::type) return require_person(context, right, *id);
    const auto& reach = reach_of(context, right);
    return require_place(context, right, reach.forest().find(*id), not_there(type));
}

}  // namespace

base::Refusal not_there(const schema::RecordType& type) { return {"not_found", {std::string{type.label}}, {}}; }

base::Result<void> require(Context& context, Right right) {
    if (context.access.may_anywhere(right)) return {};
    return denied(right);
}

base::Result<void> require_organisation(Context& context, Right right, std::string_view code) {
    if (context.access.is_local_administrator) return {};
    const auto& reach = reach_of(context, right);
    return require_place(context, right, reach.forest().find(code), {"organisation.unknown", {std::string{code}}, {}});
}

base::Result<void> require_organisation(Context& context, Right right, const base::Uuid& organisation) {
    if (context.access.is_local_administrator) return {};
    const auto& reach = reach_of(context, right);
    return require_place(context, right, reach.forest().find(organisation), not_there(records::Organisation::type));
}

MemberCells cells_among(std::span<const schema::Record> memberships, base::Date today) {
    HomeFinder finder{today};
    for (const auto& membership : memberships) finder.add(membership);
    return memberships.empty() ? MemberCells{} : finder.of(std::get<base::Uuid>(memberships.front()["member_id"]));
}

base::Result<void> require_member(Context& context, Right right, const base::Uuid& member) {
    if (context.access.is_local_administrator) return {};
    if (is_own_right(right) && context.access.is_own_file(member)) return {};
    return require_member(context, right, member, cells_of(context, member));
}

base::Result<void> require_member(Context& context, Right right, const base::Uuid& member, const MemberCells& cells) {
    if (context.access.is_local_administrator) return {};
    const bool is_own = context.access.is_own_file(member);
    if (is_own_right(right) && is_own) return {};
    const auto& reach = reach_of(context, right);
    if (is_reached(reach, cells, is_sight(right))) return {};
    if (right != Right::see && (is_own || is_reached(reach_of(context, Right::see), cells, true))) {
        const auto place = cells.home ? reach.forest().find(*cells.home) : std::nullopt;
        return denied(right, place ? reach.forest().code(*place) : std::string{});
    }
    return not_there(records::PartyMember::type);
}

std::unordered_set<base::Uuid> reached_members(Context& context, Right right, std::span<const base::Uuid> members) {
    constexpr std::size_t values_max = 5'000;  // Of one query.
    const auto& reach = reach_of(context, right);
    if (reach.is_everything()) return {members.begin(), members.end()};
    HomeFinder finder{context.today};
    for (std::size_t from = 0; from < members.size(); from += values_max) {
        const auto some = members.subspan(from, std::min(values_max, members.size() - from));
        store::Condition of_them{.field = "member_id", .op = store::Op::in, .values = {}};
        of_them.values.assign(some.begin(), some.end());
        context.store.scan(records::Membership::type, {.conditions = {of_them}, .order = {{"valid_from"}}},
                           [&](const schema::Record& membership) { finder.add(membership); });
    }
    std::unordered_set<base::Uuid> reached;
    for (const auto& member : members)
        if (is_reached(reach, finder.of(member), is_sight(right)) ||
            (is_own_right(right) && context.access.is_own_file(member)))
            reached.insert(member);
    return reached;
}

base::Result<void> require_record(Context& context, Right right, const schema::Record& record) {
    if (context.access.is_local_administrator) return {};
    switch (record.type->protection) {
        case Protection::open: return require(context, right);
        case Protection::belongs: return require_owner(context, right, record);
        case Protection::administration: {
            const auto* account = record.type == &records::account ? &record.id : reference_of(record, "account_id");
            if (!account) return not_there(*record.type);
            return require_account(context, *account);
        }
        case Protection::own_account: {
            const auto* account = reference_of(record, "account_id");
            if (account && *account == context.access.account_id) return {};
            return not_there(*record.type);
        }
    }
    return not_there(*record.type);
}

bool may(Context& context, Right right, const schema::Record& record) {
    return require_record(context, right, record).has_value();
}

std::string home_of(Context& context) {
    const auto& reach = reach_of(context, Right::see);
    if (!reach.tops().empty()) return reach.forest().code(reach.tops().front());
    const auto& member = context.access.member_id;
    if (const auto cells = member.is_nil() ? MemberCells{} : cells_of(context, member); cells.home)
        if (const auto place = reach.forest().find(*cells.home)) return reach.forest().code(*place);
    return {};
}

}  // namespace actions
