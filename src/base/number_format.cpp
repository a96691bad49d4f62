// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/number_format.h"

#include <algorithm>

#include "base/check.h"

namespace base {
namespace {

// Holds any 64-bit number times 100 times 10^9.
__extension__ using Wide = __int128;

Wide power_of_ten(int exponent) {
    CHECK(exponent >= 0 && exponent <= 9);
    Wide power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

// numerator / denominator to the nearest whole number, halves away from zero.
Wide rounded_quotient(Wide numerator, Wide denominator) {
    const bool is_negative = (numerator < 0) != (denominator < 0);
    if (numerator < 0) numerator = -numerator;
    if (denominator < 0) denominator = -denominator;
    const Wide quotient = (numerator * 2 + denominator) / (denominator * 2);
    return is_negative ? -quotient : quotient;
}

std::string format_scaled(Wide scaled, int decimals) {
    CHECK(decimals >= 0 && decimals <= 9);
    const bool is_negative = scaled < 0;
    if (is_negative) scaled = -scaled;
    std::string reversed;
    const auto put_digit = [&] {
        reversed += static_cast<char>('0' + static_cast<int>(scaled % 10));
        scaled /= 10;
    };
    for (int i = 0; i < decimals; ++i) put_digit();
    if (decimals > 0) reversed += ',';
    int digits = 0;
    do {
        if (digits > 0 && digits % 3 == 0) reversed += '.';
        put_digit();
        ++digits;
    } while (scaled != 0);
    if (is_negative) reversed += '-';
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

}  // namespace

std::string format_count(std::int64_t count) { return format_scaled(count, 0); }

std::string format_percent(std::int64_t numerator, std::int64_t denominator, int decimals) {
    if (denominator == 0) return {};
    return format_scaled(rounded_quotient(Wide{numerator} * 100 * power_of_ten(decimals), denominator), decimals) + '%';
}

std::string format_quotient(std::int64_t numerator, std::int64_t denominator, int decimals) {
    if (denominator == 0) return {};
    return format_scaled(rounded_quotient(Wide{numerator} * power_of_ten(decimals), denominator), decimals);
}

std::string format_decimal(std::int64_t scaled, int decimals) { return format_scaled(scaled, decimals); }

}  // namespace base
