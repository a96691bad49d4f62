// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/masking.h"

#include "base/text.h"

namespace actions {

std::string mask(std::string_view identifier) {
    constexpr std::size_t shown = 3, least = 7;
    std::string masked{"••••••"};
    if (base::count_characters(identifier) < least) return masked;
    // Identifiers are digits and plain letters; what is not is not cut.
    const auto end = identifier.substr(identifier.size() - shown);
    for (const char c : end)
        if (static_cast<unsigned char>(c) >= 0x80) return masked;
    return masked.append(end);
}

bool is_identifier(const schema::Field& field) { return field.options.privacy == schema::Privacy::identifier; }

bool is_hidden(const schema::Field& field) {
    return field.options.privacy == schema::Privacy::secret || field.options.show == schema::Show::nowhere ||
           field.options.derive || field.kind == schema::Kind::bytes;
}

std::vector<std::string_view> mask(schema::Record& record) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = record.type->fields[i];
        auto& value = record.values[i];
        if (schema::is_empty(value)) continue;
        if (is_hidden(field)) {
            value = {};
        } else if (is_identifier(field)) {
            names.push_back(field.name);
            value = mask(schema::to_text(value));
        }
    }
    return names;
}

}  // namespace actions
