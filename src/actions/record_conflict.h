// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <boost/json/fwd.hpp>
#include <vector>

#include "actions/record_writing.h"

namespace actions {

// What the caller wanted against what stands there now, for each field in which they differ: what the caller sent, and
// what others changed since the version that the caller saw (read back from the audit chain).
std::vector<FieldConflict> compare_with_current(Context& context, const schema::Record& current, std::int64_t seen,
                                                const boost::json::object& fields);

}  // namespace actions
