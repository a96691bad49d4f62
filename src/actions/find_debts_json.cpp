// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/describe_checks.h"
#include "actions/find_debts.h"

namespace actions {
namespace {

using schema::JsonWriter;

void write_owner(JsonWriter& json, std::string_view name, const DebtPage& page, stats::Place place) {
    json.object(name, mention_of(page.table->snapshot(), place, page.on), write_mention);
}

void write_member(JsonWriter& json, const DebtPage& page, const DebtRow& row) {
    const auto& roster = *page.table->snapshot().roster;
    json.member("id", row.member->id);
    if (const auto number = roster.find(row.member->id))
        json.member("full_name", roster.full_name(*number, stats::to_day(page.on)))
            .member("profile_number", roster.profile_number(*number));
    if (row.owner != stats::none) write_owner(json, "cell", page, row.owner);
}

void write_row(JsonWriter& json, const DebtPage& page, const DebtRow& row) {
    const auto& debt = *row.debt;
    if (row.member)
        json.object("member", [&] { write_member(json, page, row); });
    else
        write_owner(json, "organisation", page, row.owner);
    write_check_name(json, *debt.check);
    json.member("message", debt.text).member("meaning", debt.check->meaning).member("remedy", debt.check->remedy);
    json.member_if("source", quality::source_on(*debt.check, page.on));
    write_place_of_check(json, *debt.check);
    if (!debt.record.is_nil()) json.member("record_id", debt.record);
    json.member_if("value", debt.value);
    json.member("since", debt.since).member("age_days", age_days(debt, page.on));
}

}  // namespace

std::string to_json(const DebtPage& page) {
    JsonWriter json;
    json.object("organisation", page.organisation, write_mention).member("on", page.on).member("score", page.score);
    json.object("counts", [&] { write_counts(json, page.counts, page.on); });
    json.objects("checks", page.checks, [&](const auto& counted) {
        write_check_name(json, *counted.first);
        json.member("count", counted.second);
    });
    json.member("total", page.total).member("offset", page.offset);
    json.objects("items", page.items, [&](const DebtRow& row) { write_row(json, page, row); });
    return json.take();
}

}  // namespace actions
