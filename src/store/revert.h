// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace store {

// Undoes an audit entry: every row that it touched is again as it was before, with the same id (and a later version).
// The steps are taken back one by one from the last to the first, within `transaction`, whose own entry tells of them.
// Returns the number of steps. About 30 µs a step.
//
// Refusals, after which `transaction` must be given up: "not_found" {"Nhật ký", number}; "changed_since" {label, number
// of rows} when rows were changed or removed since; "in_use" {label, number of rows} when rows that came later refer to
// what the entry has added; "not_unique" when a row that came later has the place of one that would come back;
// "revert.batch" {number} for an entry that wrote a batch without images (erase_inserted_by undoes those);
// "revert.content_gone" {label} when the entry removed bytes or a secret, of which the chain keeps the digest alone.
base::Result<std::int64_t> revert(Store& store, Transaction& transaction, std::int64_t sequence);

}  // namespace store
