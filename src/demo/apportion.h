// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace demo {

struct DemoShare {
    int weight = 0;
    int minimum = 0;
    int maximum = 1'000'000'000;
};

// Shares `total` out in proportion to the weights within the bounds (Sainte-Laguë); the shares add up to `total`, which
// the bounds must allow. Where total is the sum of the weights, the shares are the weights.
std::vector<int> apportion(int total, std::span<const DemoShare> shares);

}  // namespace demo
