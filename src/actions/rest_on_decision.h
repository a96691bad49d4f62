// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>

#include "actions/context.h"
#include "records/decision.h"

namespace actions {

// Begins a transaction that rests on a decision: one that is already kept (same number, day and issuer) or a new one,
// which is then written in the same transaction. Takes the structure lock. Refusals: validation of the decision.
struct Resting {
    std::unique_ptr<store::Transaction> transaction;
    base::Id<records::Decision> decision_id;
};
base::Result<Resting> rest_on_decision(Context& context, std::string action, const records::Decision& decision);

}  // namespace actions
