// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace figures {

// A figure with its sign: its value, or the sum of its parts when broken down.
struct Term {
    int sign = 0;
    std::string_view figure = {};
    std::string_view by = {};
};

// Đẳng thức: what must hold between figures of one organisation and year. Checked whenever a report is made; what
// breaks is printed as a note.
struct Identity {
    std::string_view name;
    std::string_view label;
    std::array<Term, 3> sum;  // Written from the front; the rest is empty.
    Term equals = {};         // Empty = 0.

    std::span<const Term> terms() const;
};

std::span<const Identity> identities();

// Both sides of an identity.
struct Sides {
    std::int64_t sum = 0;
    std::int64_t equals = 0;
    bool hold() const { return sum == equals; }
};
Sides evaluate(const Identity& identity, const std::function<std::int64_t(const Term&)>& value_of);

}  // namespace figures
