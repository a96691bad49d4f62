// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/shown_record.h"

#include "actions/masking.h"
#include "schema/json.h"

namespace actions {

ShownRecord show(schema::Record record, const ReferenceLabels& labels) {
    ShownRecord shown{.record = std::move(record), .masked = {}, .labels = {}};
    shown.masked = mask(shown.record);
    for (std::size_t i = 0; i < shown.record.values.size(); ++i) {
        const auto& field = shown.record.type->fields[i];
        const auto& value = shown.record.values[i];
        if ((field.list || field.target) && !schema::is_empty(value))
            shown.labels.emplace_back(field.name, labels.text(field, value));
    }
    return shown;
}

std::vector<ShownRecord> show(store::Reader& reader, base::Date on, std::vector<schema::Record> records) {
    ReferenceLabels labels{reader, on};
    for (const auto& record : records) labels.want(record);
    labels.load();
    std::vector<ShownRecord> shown;
    shown.reserve(records.size());
    for (auto& record : records) shown.push_back(show(std::move(record), labels));
    return shown;
}

void append_json(std::string& out, const ShownRecord& shown) {
    schema::append_json(out, shown.record);
    out.back() = ',';  // The closing brace.
    out += "\"_labels\":{";
    for (const auto& [field, text] : shown.labels) {
        schema::append_json_string(out, field);
        out += ':';
        schema::append_json_string(out, text);
        out += ',';
    }
    if (shown.labels.empty())
        out += '}';
    else
        out.back() = '}';
    if (!shown.masked.empty()) {
        out += ",\"_masked\":[";
        for (const auto field : shown.masked) {
            schema::append_json_string(out, field);
            out += ',';
        }
        out.back() = ']';
    }
    out += '}';
}

std::string to_json(const ShownRecord& shown) {
    std::string json;
    append_json(json, shown);
    return json;
}

}  // namespace actions
