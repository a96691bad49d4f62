// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/shown_record.h"

#include "actions/masking.h"
#include "schema/json.h"

namespace actions {

using schema::JsonWriter;

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

void write_shown(JsonWriter& json, const ShownRecord& shown) {
    write_record(json, shown.record);
    json.object("_labels", [&] {
        for (const auto& [field, text] : shown.labels) json.member(field, text);
    });
    if (!shown.masked.empty()) json.values("_masked", shown.masked);
}

std::string to_json(const ShownRecord& shown) {
    JsonWriter json;
    write_shown(json, shown);
    return json.take();
}

}  // namespace actions
