// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/member_form.h"

#include <array>

#include "actions/load_tree.h"
#include "actions/log_access.h"
#include "actions/masking.h"
#include "actions/member_form_layout.h"
#include "actions/reach.h"
#include "records/histories.h"
#include "records/member_events.h"

namespace actions {
namespace {

using records::Membership;
using records::PartyMember;
using records::Person;
using records::PersonVersion;

store::Query with(std::string_view field, schema::Value value) {
    return {.conditions = {{.field = field, .values = {std::move(value)}}}};
}

base::Refusal not_found(std::string_view number) { return {"not_found", {"Đảng viên", std::string{number}}, {}}; }

base::Result<PartyMember> find_member(store::Reader& reader, std::string_view number) {
    const std::string text{number};
    for (const auto* field : {"profile_number", "card_number"})
        if (auto found = reader.select<PartyMember>(with(field, text)); !found.empty()) return std::move(found.front());
    for (const auto& person : reader.select<Person>(with("personal_id", text)))
        if (auto found = reader.select<PartyMember>(with("person_id", person.id.value)); !found.empty())
            return std::move(found.front());
    return not_found(number);
}

// The version that holds on the day, or the last one before it, or the first one.
PersonVersion version_of(store::Reader& reader, base::Id<Person> person, base::Date on) {
    PersonVersion chosen;
    for (auto& version : reader.select<PersonVersion>(
             {.conditions = {{.field = "person_id", .values = {person.value}}}, .order = {{.field = "valid_from"}}}))
        if (chosen.id.is_nil() || version.valid_from <= on) chosen = std::move(version);
    return chosen;
}

// The organisations from the root down to the home cell, where the member still has one; else of the last cell.
std::vector<MemberFormContent::Organisation> organisations_of(store::Reader& reader, base::Id<PartyMember> member,
                                                              base::Date on) {
    std::optional<Membership> last;
    for (auto& membership :
         reader.select<Membership>({.conditions = {{.field = "member_id", .values = {member.value}},
                                                   {.field = "kind", .values = {std::string{"home"}}}},
         .order = {{.field = "valid_from"}}}))
        if (membership.valid_from <= on) last = std::move(membership);
    if (!last) return {};
    const auto last_day = last->valid_to && *last->valid_to <= on ? *last->valid_to - 1 : on;
    const auto tree = load_tree(reader, last_day);
    const auto cell = tree.find(last->cell_id);
    if (!cell) return {};
    std::vector<MemberFormContent::Organisation> organisations;
    for (const auto place : tree.path(*cell))
        organisations.push_back({std::string{schema::label_of(tree[place].kind)}, tree[place].name});
    return {organisations.rbegin(), organisations.rend()};
}

std::vector<MemberFormContent::History> histories_of(store::Reader& reader, const PartyMember& member) {
    const std::array types{&records::social_membership, &records::military_service,  &records::exemption,
                           &records::work_history,      &records::education_history, &records::reward,
                           &records::honorary_title,    &records::paper_on_file};
    std::vector<MemberFormContent::History> histories;
    for (const auto* type : types) {
        const auto owner = type == &records::exemption ? member.id.value : member.person_id.value;
        const auto day = type->shape == schema::Shape::dated ? std::string_view{"valid_from"} : type->on;
        histories.push_back({type, reader.select(*type, {.conditions = {{.field = type->owner, .values = {owner}}},
                                                         .order = {{.field = day}}})});
    }
    return histories;
}

// Who may not reveal identifiers gets them masked on paper as on the page.
void mask_identifiers(Context& context, MemberFormContent& file) {
    if (require_member(context, rules::Right::reveal, file.member.id.value)) return;
    for (auto* identifier : {&file.person.personal_id, &file.person.old_identity_number, &file.member.card_number,
                             &file.member.old_card_number})
        *identifier = mask(*identifier);
}

base::Result<MemberForm> form_of(Context& context, PartyMember member) {
    TRY(require_member(context, rules::Right::open_file, member.id.value));
    MemberFormContent file;
    file.member = std::move(member);
    const auto person = context.store.find(file.member.person_id);
    if (!person) return base::Refusal{"not_found", {"Nhân thân", file.member.profile_number}, {}};
    file.person = *person;
    file.version = version_of(context.store, person->id, context.today);
    file.organisations = organisations_of(context.store, file.member.id, context.today);
    file.histories = histories_of(context.store, file.member);
    mask_identifiers(context, file);
    log_access(context, "member_form", PartyMember::type, file.member.id.value);
    return MemberForm{file.version.full_name, lay_out_member_form(file)};
}

}  // namespace

base::Result<MemberForm> make_member_form(Context& context, std::string_view member) {
    auto form = form_of(context, TRY(find_member(context.store, member)));
    // Out of reach reads as if it were not there, with the number as it was given.
    if (!form && form.error().code == "not_found") return not_found(member);
    return form;
}

base::Result<MemberForm> make_member_form(Context& context, const base::Uuid& member) {
    auto found = context.store.find(base::Id<PartyMember>{member});
    if (!found) return not_there(PartyMember::type);
    return form_of(context, *std::move(found));
}

}  // namespace actions
