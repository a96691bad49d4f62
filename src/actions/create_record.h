// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/record_writing.h"
#include "actions/shown_record.h"

namespace actions {

// A new record of a type that is written generically.
struct NewRecord {
    const schema::RecordType* type = nullptr;
    std::string fields;  // JSON object.
    Basis basis = {};
};

// Writes it in one transaction with its audit entry ("create_reward" and its like). Needs Right::change over what it
// belongs to (settings: Right::configure), and over each organisation that it names. Where the type has a decision_id
// that was not sent, the decision of the basis is filled in. Refusals: "record.own_action"; of the fields all at once
// in `faults`; "not_unique", "not_found"; those of examine_owner; "access.denied" and what reads as absent.
base::Result<ShownRecord> create_record(Context& context, const NewRecord& record, WriteFaults& faults);

}  // namespace actions
