// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/number.h"

#include <vector>

#include "base/number_format.h"

namespace checker {
namespace {

__extension__ using Wide = __int128;

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

Wide at_scale(const Number& number, int decimals) {
    return Wide{number.scaled} * power_of_ten(decimals - number.decimals);
}

struct Groups {
    std::vector<std::string_view> digits;
    std::string separators;
};

Groups split(std::string_view text) {
    Groups groups;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '.' && text[i] != ',') continue;
        groups.digits.push_back(text.substr(begin, i - begin));
        if (i < text.size()) groups.separators += text[i];
        begin = i + 1;
    }
    return groups;
}

// 1–3 digits, then groups of three; nothing else parts thousands.
bool are_thousands(const std::vector<std::string_view>& digits, std::size_t count) {
    if (count < 2 || digits[0].empty() || digits[0].size() > 3 || digits[0][0] == '0') return false;
    for (std::size_t i = 1; i < count; ++i)
        if (digits[i].size() != 3) return false;
    return true;
}

std::optional<Number> joined(const Groups& groups, int decimals) {
    Number number{0, decimals};
    int count = 0;
    for (const auto group : groups.digits)
        for (const char digit : group) {
            if (++count > 12) return std::nullopt;
            number.scaled = number.scaled * 10 + (digit - '0');
        }
    return count > 0 ? std::optional{number} : std::nullopt;
}

// part / whole in per cent with `decimals`, rounded half-up or cut.
Wide percent_of(std::int64_t part, std::int64_t whole, int decimals, bool round) {
    const Wide numerator = Wide{part} * 100 * power_of_ten(decimals);
    return round ? (2 * numerator + whole) / (2 * Wide{whole}) : numerator / whole;
}

}  // namespace

std::optional<Number> parse_number(std::string_view text, Before what) {
    const Groups groups = split(text);
    const std::size_t count = groups.digits.size();
    if (count == 1) return joined(groups, 0);
    const int last = static_cast<int>(groups.digits.back().size());
    if (count == 2) {
        const bool thousands = are_thousands(groups.digits, 2) && what == Before::count;
        if (!thousands && last > 6) return std::nullopt;
        return joined(groups, thousands ? 0 : last);
    }
    const char first_separator = groups.separators.front();
    const bool same = groups.separators.find_first_not_of(first_separator) == std::string::npos;
    if (same) return are_thousands(groups.digits, count) ? joined(groups, 0) : std::nullopt;
    // 1.234,5: the last separator alone is another one.
    if (groups.separators.find_first_not_of(first_separator) != groups.separators.size() - 1) return std::nullopt;
    return are_thousands(groups.digits, count - 1) && last <= 6 ? joined(groups, last) : std::nullopt;
}

std::string to_text(const Number& number) { return base::format_decimal(number.scaled, number.decimals); }

int compare(const Number& a, const Number& b) {
    const int decimals = a.decimals > b.decimals ? a.decimals : b.decimals;
    const Wide left = at_scale(a, decimals), right = at_scale(b, decimals);
    return left < right ? -1 : left > right;
}

Number difference(const Number& a, const Number& b) {
    const int decimals = a.decimals > b.decimals ? a.decimals : b.decimals;
    return {static_cast<std::int64_t>(at_scale(a, decimals) - at_scale(b, decimals)), decimals};
}

Number sum(const Number& a, const Number& b) {
    const int decimals = a.decimals > b.decimals ? a.decimals : b.decimals;
    return {static_cast<std::int64_t>(at_scale(a, decimals) + at_scale(b, decimals)), decimals};
}

Fit fit_percent(std::int64_t part, std::int64_t whole, const Number& percent) {
    if (whole <= 0 || part < 0) return Fit::none;
    const Wide stated = percent.scaled;
    if (percent_of(part, whole, percent.decimals, true) == stated) return Fit::rounded;
    Number shorter = percent;
    while (shorter.decimals > 0 && shorter.scaled % 10 == 0) {
        shorter = {shorter.scaled / 10, shorter.decimals - 1};
        // 24,0 for 23,6 says more than a rounded 24 does: only one zero after a decimal is a habit.
        if (shorter.decimals == 0) break;
        if (percent_of(part, whole, shorter.decimals, true) == shorter.scaled) return Fit::padded;
    }
    return percent_of(part, whole, percent.decimals, false) == stated ? Fit::cut : Fit::none;
}

int compare_percent(std::int64_t part, std::int64_t whole, const Number& percent) {
    const Wide exact = Wide{part} * 100 * power_of_ten(percent.decimals), stated = Wide{percent.scaled} * whole;
    return exact < stated ? -1 : exact > stated;
}

}  // namespace checker
