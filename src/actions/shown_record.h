// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actions/reference_labels.h"
#include "schema/json_writer.h"
#include "schema/record_type.h"

namespace actions {

// A record as people see it: identifiers masked, what is hidden left out, and beside it the text of each code and each
// reference.
struct ShownRecord {
    schema::Record record;
    std::vector<std::string_view> masked;                          // Fields that have more than is shown.
    std::vector<std::pair<std::string_view, std::string>> labels;  // Field, text.
};

// `labels` has loaded what the record refers to.
ShownRecord show(schema::Record record, const ReferenceLabels& labels);
std::vector<ShownRecord> show(store::Reader& reader, base::Date on, std::vector<schema::Record> records);

// The record's JSON with "_labels":{field:text} and, where there are any, "_masked":[field].
void write_shown(schema::JsonWriter& json, const ShownRecord& shown);
std::string to_json(const ShownRecord& shown);

}  // namespace actions
