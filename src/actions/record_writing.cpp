// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/record_writing.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "actions/masking.h"
#include "actions/reach.h"
#include "records/decision.h"
#include "records/histories.h"
#include "records/member_events.h"
#include "records/party_member.h"
#include "records/platform.h"

namespace actions {
namespace {

using records::Decision;
using rules::Right;
using schema::RecordType;

using Writes = unsigned;
template <class... W>
constexpr Writes writes(W... each) {
    return (0u | ... | (1u << static_cast<unsigned>(each)));
}

struct Generic {
    const RecordType* type;
    Writes allowed;
    // Fields that neither a correction nor a change touches, separated by commas.
    std::string_view fixed = {};
};

constexpr Writes entity = writes(Write::create, Write::correct, Write::erase);
constexpr Writes dated = entity | writes(Write::change, Write::close);

// What is not here has actions of its own.
constexpr std::array generics{
    Generic{&Decision::type, entity},
    // A person and a member come in by admission, transfer or import: together, or not at all.
    Generic{&records::Person::type, writes(Write::correct)},
    Generic{&records::PartyMember::type, writes(Write::correct), "person_id"},
    // One version follows on another, so none is closed.
    Generic{&records::PersonVersion::type, entity | writes(Write::change), "person_id"},
    Generic{&records::social_membership, entity, "person_id"},
    Generic{&records::military_service, entity, "person_id"},
    Generic{&records::work_history, entity, "person_id"},
    Generic{&records::education_history, entity, "person_id"},
    Generic{&records::reward, entity, "person_id"},
    Generic{&records::honorary_title, entity, "person_id"},
    Generic{&records::paper_on_file, entity, "person_id"},
    // Who leaves a cell goes to another one or out of the Party: a stay is never just closed or erased.
    Generic{&records::Membership::type, writes(Write::create, Write::change, Write::correct), "member_id,kind"},
    Generic{&records::exemption, dated, "member_id"},
    Generic{&records::suspension, dated, "member_id"},
    // The day and the cell are those of the last stay.
    Generic{&records::departure, writes(Write::correct), "member_id,departed_on,cell_id"},
    Generic{&records::setting, dated, "organisation_id,name"},
};

const Generic* generic_of(const RecordType& type) {
    const auto found = std::find_if(generics.begin(), generics.end(), [&](const auto& g) { return g.type == &type; });
    return found == generics.end() ? nullptr : &*found;
}

bool is_in_list(std::string_view list, std::string_view name) {
    while (!list.empty()) {
        const auto end = list.find(',');
        if (list.substr(0, end) == name) return true;
        if (end == std::string_view::npos) return false;
        list.remove_prefix(end + 1);
    }
    return false;
}

// The decision as it is kept, or as it is to be written (its id is nil then).
base::Result<Decision> decision_of(store::Reader& reader, const std::string& json) {
    auto parsed = schema::from_json(Decision::type, json);
    if (!parsed.errors.empty()) return std::move(parsed.errors.front().refusal);
    auto decision = schema::from_record<Decision>(parsed.record);
    decision.id = {};
    decision.version = 0;
    for (auto& kept : reader.select<Decision>({.conditions = {{.field = "number", .values = {decision.number}},
                                                              {.field = "issued_on", .values = {decision.issued_on}},
                                                              {.field = "issuer", .values = {decision.issuer}}}}))
        return std::move(kept);
    return decision;
}

}  // namespace

void WriteFaults::add(std::vector<schema::FieldError> errors, std::string_view prefix) {
    for (auto& error : errors) fields.push_back({std::string{prefix}.append(error.field), std::move(error.refusal)});
}

base::Refusal WriteFaults::refusal() const {
    if (fields.size() == 1) return fields.front().refusal;
    return {"record.invalid", {std::to_string(fields.size())}, {}};
}

base::Result<void> require_generic(const RecordType& type, Write write) {
    const auto* generic = generic_of(type);
    if (generic && (generic->allowed & writes(write))) return {};
    if (generic && write == Write::change && type.shape != schema::Shape::dated)
        return base::Refusal{"change.not_dated", {std::string{type.label}}, {}};
    return base::Refusal{"record.own_action", {std::string{type.label}}, {}};
}

bool is_fixed(const RecordType& type, std::string_view field) {
    const auto* generic = generic_of(type);
    return !generic || is_in_list(generic->fixed, field);
}

Right writing_right(const RecordType& type, Write write) {
    if (&type == &records::setting) return Right::configure;
    return write == Write::correct || write == Write::erase ? Right::correct : Right::change;
}

void examine_basis(const RecordType& type, Write write, const Basis& basis, WriteFaults& faults) {
    const bool is_correction = write == Write::correct || write == Write::erase;
    if (!is_correction && type.basis == schema::Basis::decision) {
        if (!basis.has_decision()) faults.add("decision", {"basis.missing", {std::string{type.label}}, {}});
    } else if (basis.reason.empty() && (is_correction || !basis.has_decision())) {
        faults.add("reason", {"reason.missing", {}, {}});
    }
    if (!basis.decision.empty() && !basis.decision_id)
        faults.add(schema::from_json(Decision::type, basis.decision).errors, "decision.");
}

base::Result<Writing> begin_writing(Context& context, std::string action, const Basis& basis) {
    auto intent = context.intent(std::move(action), basis.reason);
    std::optional<Decision> is_new;
    if (basis.decision_id) {
        if (!context.store.find(Decision::type, *basis.decision_id)) return not_there(Decision::type);
        intent.decision_id = basis.decision_id;
    } else if (!basis.decision.empty()) {
        auto decision = TRY(decision_of(context.store, basis.decision));
        if (decision.id.is_nil()) {
            decision.id.value = base::UuidGenerator{}.next();
            is_new = decision;
        }
        intent.decision_id = decision.id.value;
    }
    Writing writing{.transaction = nullptr, .decision_id = intent.decision_id};
    writing.transaction = context.store.begin(std::move(intent));
    writing.transaction->lock_structure();
    if (is_new) TRY(writing.transaction->insert(*is_new));
    return writing;
}

base::Result<boost::json::object> read_object(std::string_view json) {
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::json::error_code error;
    const auto value = boost::json::parse(json, error, {}, options);
    if (error) return base::Refusal{"invalid_json", {}, {}};
    if (!value.is_object()) return base::Refusal{"not_an_object", {}, {}};
    return value.get_object();
}

schema::Record overlaid(const schema::Record& current, const boost::json::object& fields, WriteFaults& faults) {
    const auto& type = *current.type;
    auto object = schema::to_json(current);
    for (const auto& [name, value] : fields) {
        if (name == "id" || name == "version" || name.starts_with('_')) continue;
        const auto* field = type.find(name);
        if (field && is_identifier(*field) && value.is_string() && !schema::is_empty(current[name]) &&
            std::string_view{value.get_string()} == mask(schema::to_text(current[name])))
            continue;
        object[name] = value;
    }
    auto parsed = schema::from_json(type, boost::json::value(std::move(object)));
    faults.add(std::move(parsed.errors));
    auto& record = parsed.record;
    record.id = current.id;
    record.version = current.version;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = type.fields[i];
        if (record.values[i] != current.values[i] && !field.options.derive && is_fixed(type, field.name))
            faults.add(std::string{field.name}, {"record.fixed_field", {std::string{field.options.label}}, {}});
    }
    return std::move(record);
}

base::Result<void> require_references(Context& context, Right right, const schema::Record& before,
                                      const schema::Record& after) {
    for (std::size_t i = 0; i < after.values.size(); ++i) {
        const auto* id = std::get_if<base::Uuid>(&after.values[i]);
        if (id && after.type->fields[i].target == &records::Organisation::type && after.values[i] != before.values[i])
            TRY(require_organisation(context, right, *id));
    }
    return {};
}

}  // namespace actions
