// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace store {

// The number of the last entry of the audit chain, whoever wrote it: what was worked out from the registers still holds
// while it is the same. About 5 µs.
std::int64_t last_sequence(Store& store);

}  // namespace store
