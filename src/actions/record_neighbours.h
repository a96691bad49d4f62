// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "schema/record_type.h"
#include "store/store.h"

// What a correction of one row means for the rows beside it. All within the transaction of the correction, so that the
// audit entry shows them together.
namespace actions {

// Versions of a person and home stays follow one on another: when the first or last day of a row is corrected, the row
// that touched it there keeps touching it. Other types: nothing. Call before the row itself is written.
base::Result<void> move_neighbours(store::Transaction& transaction, const schema::Record& before,
                                   const schema::Record& after);

// When a version of a person is erased, the one before it lasts until its end; the first one's days go to the next.
base::Result<void> close_gap(store::Transaction& transaction, const schema::Record& erased);

// When the day of recognition (ngày chính thức) is corrected, home stays are probationary before it and full from it
// on: their boundary moves, or the stay of that day is parted. Call before the member is written.
base::Result<void> follow_recognition(store::Transaction& transaction, const schema::Record& before,
                                      const schema::Record& after);

}  // namespace actions
