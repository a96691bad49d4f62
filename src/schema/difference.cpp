// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/difference.h"

#include "base/check.h"

namespace schema {

std::string to_text(const Field& field, const Value& value) {
    if (is_empty(value)) return {};
    if (field.options.show == Show::nowhere || field.is_secret()) return "(không hiện)";
    if (const auto* code = std::get_if<std::string>(&value); code && field.list)
        return std::string{field.list->label_of(*code)};
    return to_text(value);
}

std::vector<Difference> differences(const Record& before, const Record& after) {
    CHECK(before.type && before.type == after.type);
    std::vector<Difference> found;
    for (std::size_t i = 0; i < before.values.size(); ++i) {
        const Field& field = before.type->fields[i];
        if (field.options.derive || before.values[i] == after.values[i]) continue;
        found.push_back(
            {field.name, field.options.label, to_text(field, before.values[i]), to_text(field, after.values[i])});
    }
    return found;
}

}  // namespace schema
