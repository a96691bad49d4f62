// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/apportion.h"

#include <cstdint>

#include "base/check.h"

namespace demo {

std::vector<int> apportion(int total, std::span<const DemoShare> shares) {
    std::vector<int> given;
    for (const auto& share : shares) {
        given.push_back(share.minimum);
        total -= share.minimum;
    }
    CHECK(total >= 0);
    for (; total > 0; --total) {
        std::size_t best = shares.size();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (given[i] >= shares[i].maximum || shares[i].weight <= 0) continue;
            // weight / (2·given + 1), compared without division.
            if (best == shares.size() || std::int64_t{shares[i].weight} * (2 * given[best] + 1) >
                                             std::int64_t{shares[best].weight} * (2 * given[i] + 1))
                best = i;
        }
        CHECK(best < shares.size());
        ++given[best];
    }
    return given;
}

}  // namespace demo
