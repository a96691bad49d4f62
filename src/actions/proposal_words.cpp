// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/proposal_words.h"

#include <boost/json.hpp>
#include <map>
#include <unordered_map>

#include "actions/import_lookup.h"
#include "actions/masking.h"
#include "actions/reach.h"
#include "records/all.h"
#include "records/change_request.h"
#include "records/party_member.h"
#include "records/platform.h"
#include "schema/difference.h"
#include "schema/json.h"

namespace actions {
namespace {

namespace json = boost::json;
using records::Membership;
using records::Organisation;
using records::PartyMember;
using schema::JsonWriter;
using schema::Record;

std::int64_t number_at(const Record& record, std::string_view field) {
    const auto* number = std::get_if<std::int64_t>(&record[field]);
    return number ? *number : 0;
}

// What all rows of a page have in common to look up.
class Words {
public:
    Words(Context& context, const std::vector<Record>& requests)
        : context_{context}, labels_{context.store, context.today} {
        std::vector<schema::Value> members;
        for (const auto& request : requests) {
            members.push_back(request["member_id"]);
            labels_.want(request);
            for (const auto* field : {"proposed_by", "decided_by"})
                actors_.emplace(schema::to_text(request[field]), std::string{});
        }
        load_cells(std::move(members));
        load_actors();
        labels_.load();
    }

    Proposal proposal(const Record& request) {
        const auto& type = type_of_request(request);
        Proposal shown{.id = request.id,
                       .member_id = std::get<base::Uuid>(request["member_id"]),
                       .record_type = std::string{type.name},
                       .record_type_label = std::string{type.label},
                       .record_id = base::parse_uuid(schema::to_text(request["record_id"])).value(),
                       .proposed_at_ms = number_at(request, "proposed_at_ms"),
                       .proposed_by = schema::to_text(request["proposed_by"]),
                       .reason = schema::to_text(request["reason"]),
                       .state = schema::to_text(request["state"]),
                       .fields = {},
                       .decided_at_ms = number_at(request, "decided_at_ms"),
                       .decided_by = schema::to_text(request["decided_by"]),
                       .remark = schema::to_text(request["remark"])};
        shown.member_name = labels_.of(PartyMember::type, shown.member_id);
        if (const auto cell = cells_.find(shown.member_id); cell != cells_.end()) {
            shown.cell_code = codes_[cell->second];
            shown.cell_name = labels_.of(Organisation::type, cell->second);
        }
        shown.proposed_by_name = actors_[shown.proposed_by];
        shown.decided_by_name = actors_[shown.decided_by];
        shown.state_label = records::change_request_states.label_of(shown.state);
        add_fields(request, type, shown);
        return shown;
    }

private:
    void load_cells(std::vector<schema::Value> members) {
        std::vector<schema::Value> cells;
        for (const auto& stay :
             select_in(context_.store, Membership::type, "member_id", std::move(members), context_.today)) {
            if (schema::to_text(stay["kind"]) != "home") continue;
            const auto cell = std::get<base::Uuid>(stay["cell_id"]);
            cells_[std::get<base::Uuid>(stay["member_id"])] = cell;
            cells.emplace_back(cell);
            labels_.want(Organisation::type, cell);
        }
        for (const auto& cell : select_in(context_.store, Organisation::type, "id", std::move(cells)))
            codes_[cell.id] = schema::to_text(cell["code"]);
    }

    void load_actors() {
        std::vector<schema::Value> names;
        for (auto& [actor, name] : actors_) {
            name = actor;
            if (!actor.empty()) names.emplace_back(actor);
        }
        for (const auto& account : select_in(context_.store, records::account, "name", std::move(names)))
            actors_[schema::to_text(account["name"])] = schema::to_text(account["display_name"]);
    }

    // A value of the JSON as the record would show it.
    ProposedValue shown(const schema::RecordType& type, const schema::Field& field, const json::value& value,
                        bool is_masked) const {
        if (value.is_null()) return {};
        const auto record = schema::from_json(type, json::value(json::object{{field.name, value}})).record;
        ProposedValue shown{.text = labels_.text(field, record[field.name]), .json = json::serialize(value)};
        if (!is_identifier(field)) return shown;
        if (is_masked)
            shown.json = json::serialize(json::string{shown.text});
        else
            shown.text = schema::to_text(field, record[field.name]);
        return shown;
    }

    void add_fields(const Record& request, const schema::RecordType& type, Proposal& shown) {
        const auto now = context_.store.find(type, shown.record_id);
        const auto accepted = "," + schema::to_text(request["accepted"]) + ",";
        const bool is_masked = !require_member(context_, rules::Right::reveal, shown.member_id).has_value();
        const auto current = now ? schema::to_json(*now) : json::object{};
        const auto parsed = json::parse(schema::to_text(request["fields"]));
        for (const auto& [name, pair] : parsed.as_object()) {
            const auto* field = type.find(name);
            if (!field) continue;
            const auto& values = pair.as_object();
            auto& line = shown.fields.emplace_back();
            line.field = name;
            line.label = field->options.label;
            line.before = this->shown(type, *field, values.at("before"), true);
            line.proposed = this->shown(type, *field, values.at("proposed"), is_masked);
            if (const auto* value = current.if_contains(field->name))
                line.now = this->shown(type, *field, *value, true);
            if (shown.state == "decided") line.accepted = accepted.find("," + line.field + ",") != std::string::npos;
        }
    }

    Context& context_;
    ReferenceLabels labels_;
    std::map<std::string, std::string> actors_;
    std::unordered_map<base::Uuid, base::Uuid> cells_;
    std::unordered_map<base::Uuid, std::string> codes_;
};

void write_field(JsonWriter& json, const ProposedField& field) {
    json.member("field", field.field).member("label", field.label);
    json.raw("before", field.before.json).member("before_text", field.before.text);
    json.raw("proposed", field.proposed.json).member("proposed_text", field.proposed.text);
    json.raw("now", field.now.json).member("now_text", field.now.text);
    if (field.accepted) json.member("decision", *field.accepted ? "accepted" : "refused");
}

void write_proposal(JsonWriter& json, const Proposal& proposal) {
    json.member("id", proposal.id).object("member", [&] {
        json.member("id", proposal.member_id).member("full_name", proposal.member_name);
        if (!proposal.cell_code.empty())
            json.object("cell", [&] { json.member("code", proposal.cell_code).member("name", proposal.cell_name); });
    });
    json.member("record_type", proposal.record_type).member("record_type_label", proposal.record_type_label);
    json.member("record_id", proposal.record_id).time("proposed_at", proposal.proposed_at_ms);
    json.member("proposed_by", proposal.proposed_by).member("proposed_by_name", proposal.proposed_by_name);
    json.member("reason", proposal.reason).member("state", proposal.state);
    json.member("state_label", proposal.state_label).objects("fields", proposal.fields, write_field);
    json.member_if("decided_by", proposal.decided_by).member_if("decided_by_name", proposal.decided_by_name);
    json.time_if("decided_at", proposal.decided_at_ms).member_if("remark", proposal.remark);
}

}  // namespace

const schema::RecordType& type_of_request(const Record& request) {
    const auto* type = records::find_type(schema::to_text(request["record_type"]));
    CHECK(type);
    return *type;
}

std::vector<Proposal> in_words(Context& context, const std::vector<Record>& requests) {
    Words words{context, requests};
    std::vector<Proposal> proposals;
    for (const auto& request : requests) proposals.push_back(words.proposal(request));
    return proposals;
}

std::string to_json(const Proposal& proposal) {
    JsonWriter json;
    write_proposal(json, proposal);
    return json.take();
}

std::string to_json(const ProposalPage& page) {
    JsonWriter json;
    json.member("total", page.total).objects("items", page.items, write_proposal).member_if("next", page.next);
    return json.take();
}

}  // namespace actions
