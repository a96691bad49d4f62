// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/columns.h"

#include "actions/register_facts.h"

namespace actions {

std::shared_ptr<const stats::Columns> load_columns(store::Store& store) {
    RegisterFacts facts;
    facts.load(store);
    return stats::build_columns(facts.facts());
}

}  // namespace actions
