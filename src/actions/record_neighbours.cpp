// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/record_neighbours.h"

#include "records/party_member.h"

namespace actions {
namespace {

using records::Membership;
using records::MembershipStatus;
using records::PartyMember;
using records::PersonVersion;
using schema::Record;

bool follows_on(const Record& row) {
    if (row.type == &PersonVersion::type) return true;
    return row.type == &Membership::type && row["kind"] == schema::Value{std::string{"home"}};
}

// The row of the same owner that has this day at that end.
std::optional<Record> neighbour(store::Transaction& transaction, const Record& row, std::string_view end,
                                const schema::Value& day) {
    const auto& type = *row.type;
    store::Query query{.conditions = {{.field = type.owner, .values = {row[type.owner]}},
                                      {.field = end, .values = {day}},
                                      {.field = "id", .op = store::Op::not_equal, .values = {row.id}}}};
    if (type.find("kind")) query.conditions.push_back({.field = "kind", .values = {row["kind"]}});
    auto found = transaction.select(type, query);
    if (found.size() != 1) return {};
    return std::move(found.front());
}

base::Result<void> move_neighbour(store::Transaction& transaction, const Record& row, std::string_view end,
                                  const schema::Value& from, const schema::Value& to) {
    if (from == to || schema::is_empty(from) || schema::is_empty(to)) return {};
    auto beside = neighbour(transaction, row, end, from);
    if (!beside) return {};
    (*beside)[end] = to;
    return transaction.correct(*beside);
}

std::optional<base::Date> recognised_on(const Record& member) {
    const auto* day = std::get_if<base::Date>(&member["recognised_on"]);
    return day ? std::optional{*day} : std::nullopt;
}

// Where two stays of one cell met on the old day, they meet on the new one, if it lies inside them.
base::Result<void> move_boundary(store::Transaction& transaction, std::vector<Membership>& stays, base::Date old_day,
                                 base::Date new_day) {
    for (std::size_t i = 1; i < stays.size(); ++i) {
        auto &first = stays[i - 1], &second = stays[i];
        const bool meets = first.cell_id == second.cell_id && first.valid_to == old_day &&
                           second.valid_from == old_day && first.status != second.status;
        if (!meets || new_day <= first.valid_from || (second.valid_to && new_day >= *second.valid_to)) continue;
        first.valid_to = second.valid_from = new_day;
        TRY(transaction.correct(first));
        TRY(transaction.correct(second));
    }
    return {};
}

}  // namespace

base::Result<void> move_neighbours(store::Transaction& transaction, const Record& before, const Record& after) {
    if (!follows_on(before)) return {};
    TRY(move_neighbour(transaction, before, "valid_to", before["valid_from"], after["valid_from"]));
    return move_neighbour(transaction, before, "valid_from", before["valid_to"], after["valid_to"]);
}

base::Result<void> close_gap(store::Transaction& transaction, const Record& erased) {
    if (erased.type != &PersonVersion::type) return {};
    if (auto earlier = neighbour(transaction, erased, "valid_to", erased["valid_from"])) {
        (*earlier)["valid_to"] = erased["valid_to"];
        return transaction.correct(*earlier);
    }
    if (schema::is_empty(erased["valid_to"])) return {};
    if (auto later = neighbour(transaction, erased, "valid_from", erased["valid_to"])) {
        (*later)["valid_from"] = erased["valid_from"];
        return transaction.correct(*later);
    }
    return {};
}

base::Result<void> follow_recognition(store::Transaction& transaction, const Record& before, const Record& after) {
    if (before.type != &PartyMember::type || before["recognised_on"] == after["recognised_on"]) return {};
    const auto old_day = recognised_on(before), day = recognised_on(after);
    auto stays = transaction.select<Membership>({.conditions = {{.field = "member_id", .values = {before.id}},
                                                                {.field = "kind", .values = {std::string{"home"}}}},
                                                 .order = {{.field = "valid_from"}}});
    if (old_day && day) TRY(move_boundary(transaction, stays, *old_day, *day));
    for (auto& stay : stays) {
        const bool is_before = !day || (stay.valid_to && *stay.valid_to <= *day);
        const bool is_parted = !is_before && stay.valid_from < *day;
        const auto status = is_before || is_parted ? MembershipStatus::probationary : MembershipStatus::full;
        if (is_parted) {
            auto rest = stay;
            rest.id = {};
            rest.version = 0;
            rest.valid_from = *day;
            rest.status = MembershipStatus::full;
            stay.valid_to = day;
            stay.status = status;
            TRY(transaction.correct(stay));
            TRY(transaction.insert(rest));
        } else if (stay.status != status) {
            stay.status = status;
            TRY(transaction.correct(stay));
        }
    }
    return {};
}

}  // namespace actions
