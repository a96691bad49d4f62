// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/find_debts.h"

namespace actions {

// {"checks": [{group, check, check_label, severity, severity_label, weight, subject, meaning, remedy, source,
// record_type, record_type_label, field, field_label}]}
std::string checks_to_json();
// docs/data-quality.md, which a test holds against this.
std::string checks_to_markdown();
// One line each, for the command line.
std::string checks_to_text();

// The parts of the JSON that lists share.
void write_check_name(schema::JsonWriter& json, const quality::Check& check);      // check, check_label, severity …
void write_place_of_check(schema::JsonWriter& json, const quality::Check& check);  // record_type, field and labels
void write_counts(schema::JsonWriter& json, const DebtCounts& counts, base::Date on);

}  // namespace actions
