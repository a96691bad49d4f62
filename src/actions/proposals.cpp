// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/proposals.h"

#include <algorithm>
#include <boost/json.hpp>

#include "actions/log_access.h"
#include "actions/masking.h"
#include "actions/proposal_words.h"
#include "actions/reach.h"
#include "actions/record_reach.h"
#include "actions/show_record.h"
#include "records/all.h"
#include "records/change_request.h"
#include "records/party_member.h"

namespace actions {
namespace {

namespace json = boost::json;
using records::PartyMember;
using records::Person;
using rules::Right;
using schema::Record;

// Whether the record is part of that member's file.
bool is_in_file(const Record& record, const Record& member) {
    const auto& type = *record.type;
    if (type.belongs_to == "id") return record.id == member.id || schema::Value{record.id} == member["person_id"];
    if (!is_of_file(type) || type.belongs_to == "record_id") return false;
    const auto& owner = record[type.belongs_to];
    return type[type.belongs_to].target == &Person::type ? owner == member["person_id"]
                                                         : owner == schema::Value{member.id};
}

// Faults of fields that nobody may ask for: those that no form shows, and references, which a form chooses by name.
void examine_names(const schema::RecordType& type, const json::object& fields, WriteFaults& faults) {
    for (const auto& [name, value] : fields) {
        const auto* field = type.find(name);
        if (!field) continue;  // Said by the validation.
        if (is_hidden(*field) || field->target || is_fixed(type, field->name))
            faults.add(std::string{name}, {"record.fixed_field", {std::string{field->options.label}}, {}});
    }
}

// {"phone":{"before":…,"proposed":…}} of what differs.
std::string asked_fields(const Record& current, const Record& wanted) {
    const auto before = schema::to_json(current), after = schema::to_json(wanted);
    json::object asked;
    for (std::size_t i = 0; i < current.values.size(); ++i) {
        const auto& field = current.type->fields[i];
        if (current.values[i] == wanted.values[i] || field.options.derive) continue;
        const auto value_in = [&](const json::object& image) {
            const auto* value = image.if_contains(field.name);
            return value ? *value : json::value{};
        };
        json::object pair;
        pair["before"] = value_in(before);
        pair["proposed"] = value_in(after);
        asked[field.name] = std::move(pair);
    }
    return json::serialize(asked);
}

base::Result<Record> find_request(Context& context, Right right, const base::Uuid& id) {
    return find_record(context, context.store, right, records::change_request, id);
}

base::Result<void> require_open(const Record& request) {
    const auto state = schema::to_text(request["state"]);
    if (state == "open") return {};
    return base::Refusal{"proposal.not_open", {std::string{records::change_request_states.label_of(state)}}, {}};
}

Proposal words_of(Context& context, const Record& request) { return std::move(in_words(context, {request}).front()); }

// The proposed values of the accepted fields, as they would be sent.
base::Result<json::object> accepted_fields(const Record& request, const std::vector<std::string>& accept) {
    const auto asked = json::parse(schema::to_text(request["fields"]));
    json::object fields;
    for (const auto& name : accept) {
        const auto* pair = asked.as_object().if_contains(name);
        if (!pair) return base::Refusal{"unknown_field", {name, std::string{records::change_request.label}}, {}};
        fields[name] = pair->as_object().at("proposed");
    }
    return fields;
}

// Writes what was accepted to the record that the proposal is about.
base::Result<void> apply(Context& context, store::Transaction& transaction, const Record& request,
                         const json::object& fields, const ProposalDecision& decision,
                         const std::optional<base::Uuid>& decision_id, WriteFaults& faults) {
    const auto& type = type_of_request(request);
    const auto write = decision.mode == ChangeMode::change ? Write::change : Write::correct;
    const auto current = transaction.find(type, *base::parse_uuid(schema::to_text(request["record_id"])));
    if (!current) return not_there(type);
    TRY(require_record(context, writing_right(type, write), *current));
    auto wanted = overlaid(*current, fields, faults);
    if (!faults.fields.empty()) return faults.refusal();
    if (wanted == *current) return {};
    if (write == Write::change)
        TRY(change_within(transaction, *current, std::move(wanted), *decision.on, decision_id));
    else
        TRY(correct_within(transaction, *current, std::move(wanted)));
    return {};
}

void examine_decision(const Record& request, const ProposalDecision& decision, const Basis& basis,
                      WriteFaults& faults) {
    const bool is_change = decision.mode == ChangeMode::change;
    if (is_change && !decision.on) faults.add("on", {"change.no_day", {}, {}});
    examine_basis(type_of_request(request), is_change ? Write::change : Write::correct, basis, faults);
}

}  // namespace

base::Result<Proposal> propose(Context& context, const NewProposal& proposal, WriteFaults& faults) {
    TRY(require_member(context, Right::open_file, proposal.member_id));
    const auto member = context.store.find(PartyMember::type, proposal.member_id);
    if (!member) return not_there(PartyMember::type);
    const auto* type = records::find_type(proposal.record_type);
    if (!type) return base::Refusal{"record.unknown_type", {proposal.record_type}, {}};
    TRY(require_generic(*type, Write::correct));
    const auto current = context.store.find(*type, proposal.record_id);
    if (!current || !is_in_file(*current, *member))
        return base::Refusal{"proposal.not_in_file", {std::string{type->label}}, {}};

    const auto fields = TRY(read_object(proposal.fields));
    examine_names(*type, fields, faults);
    const auto wanted = overlaid(*current, fields, faults);
    if (proposal.reason.empty()) faults.add("reason", {"reason.missing", {}, {}});
    if (!faults.fields.empty()) return faults.refusal();
    if (wanted == *current) return base::Refusal{"change.nothing", {}, {}};

    auto transaction = context.store.begin(context.intent("propose_correction", proposal.reason));
    const auto open = transaction->count(records::change_request,
                                         {.conditions = {{.field = "member_id", .values = {member->id}},
                                                         {.field = "state", .values = {std::string{"open"}}}}});
    if (open >= open_proposals_max) return base::Refusal{"proposal.too_many", {std::to_string(open_proposals_max)}, {}};
    Record request{records::change_request};
    request["member_id"] = member->id;
    request["record_type"] = std::string{type->name};
    request["record_id"] = base::to_string(current->id);
    request["fields"] = asked_fields(*current, wanted);
    request["reason"] = proposal.reason;
    request["state"] = std::string{"open"};
    request["proposed_by"] = context.actor;
    request["proposed_at_ms"] = context.now_ms;
    TRY(transaction->insert(request));
    transaction->commit();
    return words_of(context, request);
}

base::Result<ProposalPage> list_proposals(Context& context, const ListProposals& list) {
    const auto& type = records::change_request;
    Pinned pinned;
    store::Query query{.order = {{.field = "id", .descending = true}}};
    if (list.member_id) {
        pinned.owners.push_back(*list.member_id);
        query.conditions.push_back({.field = "member_id", .values = {*list.member_id}});
    }
    if (!list.state.empty()) query.conditions.push_back({.field = "state", .values = {list.state}});
    for (auto& condition : TRY(reading_conditions(context, type, list.organisation, pinned)))
        query.conditions.push_back(std::move(condition));

    ProposalPage page;
    page.total = context.store.count(type, query);
    if (list.before) query.after = store::After{.values = {*list.before}, .id = *list.before};
    query.limit = list.limit + 1;
    auto requests = context.store.select(type, query);
    if (requests.size() > list.limit) {
        requests.pop_back();
        page.next = requests.back().id;
    }
    std::vector<const Record*> read;
    for (const auto& request : requests) read.push_back(&request);
    log_access(context, access_lines(context, type, read, "list_proposals"));
    page.items = in_words(context, requests);
    return page;
}

base::Result<Proposal> withdraw_proposal(Context& context, const base::Uuid& id) {
    auto request = TRY(find_request(context, Right::open_file, id));
    if (schema::to_text(request["proposed_by"]) != context.actor) return base::Refusal{"proposal.not_yours", {}, {}};
    TRY(require_open(request));
    auto transaction = context.store.begin(context.intent("withdraw_proposal"));
    request["state"] = std::string{"withdrawn"};
    TRY(transaction->correct(request));
    transaction->commit();
    return words_of(context, request);
}

base::Result<Proposal> decide_proposal(Context& context, const ProposalDecision& decision, WriteFaults& faults) {
    auto request = TRY(find_request(context, Right::decide_proposal, decision.id));
    TRY(require_open(request));
    const auto fields = TRY(accepted_fields(request, decision.accept));
    auto basis = decision.basis;
    if (basis.reason.empty()) basis.reason = "Theo đề nghị: " + schema::to_text(request["reason"]);
    if (!fields.empty()) {
        examine_decision(request, decision, basis, faults);
        if (!faults.fields.empty()) return faults.refusal();
        TRY(require_generic(type_of_request(request),
                            decision.mode == ChangeMode::change ? Write::change : Write::correct));
    }

    auto writing = TRY(begin_writing(context, "decide_proposal", basis));
    auto& transaction = *writing.transaction;
    std::string accepted;
    for (const auto& [name, value] : fields)
        accepted.append(accepted.empty() ? "" : ",").append(std::string_view{name});
    if (!fields.empty()) TRY(apply(context, transaction, request, fields, decision, writing.decision_id, faults));
    request["state"] = std::string{"decided"};
    request["decided_by"] = context.actor;
    request["decided_at_ms"] = context.now_ms;
    if (!decision.remark.empty()) request["remark"] = decision.remark;
    if (!accepted.empty()) request["accepted"] = accepted;
    TRY(transaction.correct(request));
    transaction.commit();
    return words_of(context, request);
}

}  // namespace actions
