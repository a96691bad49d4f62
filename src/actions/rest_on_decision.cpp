// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/rest_on_decision.h"

namespace actions {

using records::Decision;

base::Result<Resting> rest_on_decision(Context& context, std::string action, const records::Decision& decision) {
    const auto kept =
        context.store.select<Decision>({.conditions = {{.field = "number", .values = {decision.number}},
                                                       {.field = "issued_on", .values = {decision.issued_on}},
                                                       {.field = "issuer", .values = {decision.issuer}}}});
    Decision basis = kept.empty() ? decision : kept.front();
    if (kept.empty()) basis.id.value = base::UuidGenerator{}.next();

    auto intent = context.intent(std::move(action));
    intent.decision_id = basis.id.value;
    auto transaction = context.store.begin(std::move(intent));
    transaction->lock_structure();
    if (kept.empty()) TRY(transaction->insert(basis));
    return Resting{std::move(transaction), basis.id};
}

}  // namespace actions
