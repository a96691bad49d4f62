// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <compare>

#include "base/uuid.h"

namespace base {

// The key of a record, which cannot be mixed up with the key of another record type.
template <class Record>
struct Id {
    Uuid value;

    auto operator<=>(const Id&) const = default;
    constexpr bool is_nil() const { return value.is_nil(); }
};

}  // namespace base
