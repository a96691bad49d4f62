// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace figures {

// A figure, or the part of it that has one code of a breakdown.
struct Share {
    std::string_view figure;
    std::string_view by = {};
    std::string_view code = {};
};

// Tỷ lệ: two figures, the base in words as it must stand beside the percentage, and its rounding (half up).
struct Ratio {
    std::string_view name;
    std::string_view label;
    Share numerator;
    Share denominator;
    std::string_view base;  // "trên tổng số …"
    int decimals = 1;
};

std::span<const Ratio> ratios();
const Ratio* find_ratio(std::string_view name);

// 42, 49 → "85,7%"; empty when the base is 0.
std::string to_text(const Ratio& ratio, std::int64_t numerator, std::int64_t denominator);

}  // namespace figures
