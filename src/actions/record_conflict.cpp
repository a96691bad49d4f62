// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/record_conflict.h"

#include <boost/json.hpp>

#include "actions/audit_image.h"
#include "actions/masking.h"
#include "actions/reference_labels.h"

namespace actions {

std::vector<FieldConflict> compare_with_current(Context& context, const schema::Record& current, std::int64_t seen,
                                                const boost::json::object& fields) {
    // What the caller saw, where the chain still says it.
    const auto base = version_of(context, current, seen);
    WriteFaults ignored;
    const auto wanted = overlaid(base ? *base : current, fields, ignored);

    ReferenceLabels labels{context.store, context.today};
    labels.want(current);
    labels.want(wanted);
    labels.load();
    std::vector<FieldConflict> conflicts;
    for (std::size_t i = 0; i < current.values.size(); ++i) {
        const auto& field = current.type->fields[i];
        if (current.values[i] == wanted.values[i] || is_hidden(field)) continue;
        conflicts.push_back({field.name, field.options.label, labels.text(field, wanted.values[i]),
                             labels.text(field, current.values[i])});
    }
    return conflicts;
}

}  // namespace actions
