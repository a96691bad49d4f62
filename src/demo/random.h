// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/date.h"

namespace demo {

// Chance that is the same on every machine and with every library: splitmix64 (Steele, Lea, Flood 2014) and our own
// ways of drawing from it. The distributions of <random> differ between libraries.
class DemoRandom {
public:
    explicit DemoRandom(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    // 0 … count − 1; count is 1 to 2^32.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(((next() >> 32) * count) >> 32); }
    // low … high, both included.
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

    base::Date day_between(base::Date first, base::Date last) { return first + between(0, last - first); }

    template <class Range>
    const auto& pick(const Range& choices) {
        return choices[below(std::size(choices))];
    }

    // A place in `weights`, each as likely as its weight.
    std::size_t weighted(std::span<const int> weights) {
        std::size_t total = 0;
        for (const int weight : weights) total += static_cast<std::size_t>(weight);
        CHECK(total > 0);
        std::size_t drawn = below(total), place = 0;
        while (drawn >= static_cast<std::size_t>(weights[place])) drawn -= static_cast<std::size_t>(weights[place++]);
        return place;
    }

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

private:
    std::uint64_t state_;
};

}  // namespace demo
