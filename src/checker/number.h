// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Numbers as reports print them, exactly: a whole count of their last decimal. No floating point anywhere.
namespace checker {

struct Number {
    std::int64_t scaled = 0;  // 85,39 is 8539 with 2 decimals.
    int decimals = 0;

    bool is_whole() const { return decimals == 0; }
    bool operator==(const Number&) const = default;
};

// Reads digits with separators: 5.907 · 5907 · 85,39 · 79.7 · 1.234,5 · 1,130 (three digits after one comma: thousands
// in the English manner). In front of a per cent sign one separator is always a decimal one. Nothing for what has
// another form (14.10.2023) or more than 12 digits.
enum class Before : std::uint8_t { count, percent };
std::optional<Number> parse_number(std::string_view text, Before what);

// As Vietnamese reports write it: 5.907, 85,39.
std::string to_text(const Number& number);

// −1, 0, 1 as a < b, a = b, a > b.
int compare(const Number& a, const Number& b);
Number difference(const Number& a, const Number& b);
Number sum(const Number& a, const Number& b);

// How a printed percentage agrees with part / whole.
enum class Fit : std::uint8_t {
    rounded,  // Rounded half-up to the printed decimals.
    padded,   // Rounded to fewer decimals, zeros appended: 17,30 for 17,34.
    cut,      // Only when the further decimals are cut off: 85,39 for 85,398.
    none,
};
Fit fit_percent(std::int64_t part, std::int64_t whole, const Number& percent);
// Compares part / whole in per cent with the percentage, exactly: −1, 0, 1.
int compare_percent(std::int64_t part, std::int64_t whole, const Number& percent);

}  // namespace checker
