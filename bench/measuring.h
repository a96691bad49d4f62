// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <vector>

namespace bench {

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Of the last minute: beside every result, for what else ran makes times longer.
inline double load_average() {
    double average = 0;
    getloadavg(&average, 1);
    return average;
}

}  // namespace bench
