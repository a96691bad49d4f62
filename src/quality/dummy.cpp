// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/dummy.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace quality {
namespace {

// As base::fold writes them.
constexpr std::array<std::string_view, 32> ways_of_not_knowing{
    "khong ro",
    "khong biet",
    "khong",
    "khong co",
    "khong nho",
    "khong xac dinh",
    "chua ro",
    "chua biet",
    "chua co",
    "chua cap nhat",
    "chua bo sung",
    "chua xac dinh",
    "chua xac minh",
    "chua co thong tin",
    "cap nhat sau",
    "dang cap nhat",
    "bo sung sau",
    "dang bo sung",
    "dang xac minh",
    "khong co thong tin",
    "khong thong tin",
    "se bo sung",
    "de trong",
    "bo trong",
    "khong co du lieu",
    "n a",
    "na",
    "none",
    "null",
    "unknown",
    "test",
    "abc",
};

constexpr std::array<std::string_view, 6> example_names{"nguyen van a", "nguyen van b", "nguyen thi a",
                                                        "nguyen thi b", "tran van b",   "le van c"};

template <class List>
bool is_among(const List& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

// No character, or one that is repeated.
bool is_one_character(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [&](char c) { return c == text.front(); });
}

}  // namespace

bool is_dummy_text(std::string_view text) {
    const auto folded = base::fold(text);
    if (is_one_character(folded) || is_among(ways_of_not_knowing, folded)) return true;
    // A number where words belong.
    const bool has_letters = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !has_letters && folded.size() > 4 && is_dummy_number(folded);
}

bool is_dummy_name(std::string_view text) { return is_dummy_text(text) || is_among(example_names, base::fold(text)); }

bool is_dummy_number(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    if (digits.empty()) return true;
    const auto steps_by = [&](int step) {
        for (std::size_t i = 1; i < digits.size(); ++i)
            if ((digits[i] - digits[i - 1] + 10) % 10 != (step + 10) % 10) return false;
        return true;
    };
    return steps_by(0) || (digits.size() > 3 && (steps_by(1) || steps_by(-1)));
}

bool is_dummy_date(base::PartialDate date) { return date.year <= 1900 || date.year > 2999; }

}  // namespace quality
