// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

// Numbers as Vietnamese documents write them: a point between thousands, a comma before decimals. All by integer
// arithmetic, so that a figure is the same on every machine. Halves are rounded away from zero (half-up, "làm tròn số
// học"); what rounds to zero has no sign. `decimals` is 0 to 9.
namespace base {

// 5907 → "5.907".
std::string format_count(std::int64_t count);

// The share numerator / denominator in per cent: 42 of 49 → "85,7%". Empty when the denominator is 0: there is nothing
// of which it could be a share.
std::string format_percent(std::int64_t numerator, std::int64_t denominator, int decimals = 1);

// The quotient, such as an average age: 1357 / 30 → "45,2". Empty when the denominator is 0.
std::string format_quotient(std::int64_t numerator, std::int64_t denominator, int decimals = 1);

// A number kept as a whole count of its last decimal: (123450, 2) → "1.234,50".
std::string format_decimal(std::int64_t scaled, int decimals);

}  // namespace base
