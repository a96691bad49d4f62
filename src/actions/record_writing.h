// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <boost/json/fwd.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "schema/json.h"
#include "schema/record_type.h"

// What the generic writing of records (create_record.h, change_record.h) and the proposals of members share.
namespace actions {

// On what a write rests (căn cứ).
struct Basis {
    std::string reason = {};
    std::optional<base::Uuid> decision_id = {};  // A decision that is kept.
    std::string decision = {};                   // Or one as JSON: kept by number, day and issuer, else written too.
    bool has_decision() const { return decision_id || !decision.empty(); }
};

// What is wrong with one field of what was sent: "phone", "reason", "decision.number"; "" = the record as a whole.
struct FieldFault {
    std::string field;
    base::Refusal refusal;
};

// One field that the caller and someone who wrote first see differently.
struct FieldConflict {
    std::string_view field, label;
    std::string yours, theirs;  // For people; identifiers masked.
};

// Beside a refusal: all that is wrong, field by field, and of "conflict" the comparison.
struct WriteFaults {
    std::vector<FieldFault> fields;
    std::vector<FieldConflict> differences;

    void add(std::string field, base::Refusal refusal) { fields.push_back({std::move(field), std::move(refusal)}); }
    void add(std::vector<schema::FieldError> errors, std::string_view prefix = {});
    // The refusal of what was gathered: the only fault itself, or "record.invalid" {number}.
    base::Refusal refusal() const;
};

enum class Write { create, change, close, correct, erase };

// Which types may be written generically, and how. Refused as "record.own_action" {label}: organisations, grades,
// accounts and what else has actions that guard more than this can. "change.not_dated" {label}: only what is true over
// time is changed.
base::Result<void> require_generic(const schema::RecordType& type, Write write);

// Whether the field stays as it was created, or belongs to another action.
bool is_fixed(const schema::RecordType& type, std::string_view field);

// The right that the write needs over the record.
rules::Right writing_right(const schema::RecordType& type, Write write);

// Adds what the basis lacks: a decision where the type asks for one, else a reason; corrections ask for a reason.
void examine_basis(const schema::RecordType& type, Write write, const Basis& basis, WriteFaults& faults);

// Begins the transaction of a write, with the structure lock. A decision sent along is written when it is not kept
// yet. Refused as "not_found" {label} when there is no such decision.
struct Writing {
    std::unique_ptr<store::Transaction> transaction;
    std::optional<base::Uuid> decision_id;
};
base::Result<Writing> begin_writing(Context& context, std::string action, const Basis& basis);

// JSON of an object. Refused as "invalid_json", "not_an_object".
base::Result<boost::json::object> read_object(std::string_view json);

// The record with some of its fields as sent. What was sent as the mask of what is there counts as not sent, as do
// "id", "version" and names that begin with '_'. Faults: validation, "record.fixed_field" {label}.
schema::Record overlaid(const schema::Record& current, const boost::json::object& fields, WriteFaults& faults);

// Every organisation that the record newly refers to must be in reach of the right.
base::Result<void> require_references(Context& context, rules::Right right, const schema::Record& before,
                                      const schema::Record& after);

}  // namespace actions
