// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/sequence.h"

namespace store {

std::int64_t last_sequence(Store& store) {
    std::int64_t sequence = 0;
    const schema::Value tenant{std::int64_t{store.tenant}};
    store.query("select sequence from audit_head where tenant = $1", {&tenant, 1},
                [&](std::span<const schema::Value> row) { sequence = std::get<std::int64_t>(row[0]); });
    return sequence;
}

}  // namespace store
