// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/record_type.h"

#include "base/check.h"

namespace schema {

const Field* RecordType::find(std::string_view field) const {
    for (const auto& candidate : fields)
        if (candidate.name == field) return &candidate;
    return nullptr;
}

std::size_t RecordType::index_of(std::string_view field) const {
    const Field* found = find(field);
    if (!found) throw base::Bug{std::string{name} + " has no field " + std::string{field}};
    return static_cast<std::size_t>(found - fields.data());
}

}  // namespace schema
