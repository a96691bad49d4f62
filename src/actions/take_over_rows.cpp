// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/take_over_rows.h"

#include <algorithm>

#include "records/all.h"

namespace actions {
namespace {

// Owners come before what refers to them.
auto place_of(const schema::Record& record) {
    const auto types = records::all();
    return std::find(types.begin(), types.end(), record.type) - types.begin();
}

}  // namespace

base::Result<std::int64_t> take_over_rows(Context& context, OldRows rows) {
    if (!context.access.is_local_administrator) return base::Refusal{"access.local_only", {context.actor}, {}};
    std::stable_sort(rows.removed.begin(), rows.removed.end(),
                     [](const auto& a, const auto& b) { return place_of(a) > place_of(b); });
    std::stable_sort(rows.written.begin(), rows.written.end(),
                     [](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
    auto transaction = context.store.begin(context.intent("take_over_rows"));
    transaction->lock_structure();
    for (const auto& record : rows.removed) TRY(transaction->erase(*record.type, record.id, record.version));
    for (auto& record : rows.corrected) TRY(transaction->correct(record));
    for (auto& record : rows.written) TRY(transaction->insert_bulk(record));
    TRY(transaction->flush());
    return transaction->commit();
}

}  // namespace actions
