// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace http {

using Clock = std::chrono::steady_clock;

// How long a body may take to come or to go: never `patience` without a byte, and once `patience` is over, no slower
// than `rate` bytes a second since the beginning. A client that sends a byte now and then is bounded by the second, one
// that went silent after a fast start by the first.
class Pace {
public:
    Pace() = default;
    Pace(Clock::time_point begun, std::chrono::milliseconds patience, std::size_t rate)
        : begun_{begun}, last_{begun}, patience_{patience}, rate_{std::max<std::size_t>(rate, 1)} {}

    void moved(Clock::time_point now, std::size_t bytes) {
        last_ = now;
        bytes_ += bytes;
    }
    Clock::time_point deadline() const {
        return std::min(last_, begun_ + std::chrono::milliseconds{bytes_ * 1000 / rate_}) + patience_;
    }

private:
    Clock::time_point begun_;
    Clock::time_point last_;
    std::chrono::milliseconds patience_{};
    std::size_t rate_ = 1;
    std::size_t bytes_ = 0;
};

}  // namespace http
