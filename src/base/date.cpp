// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/date.h"

#include <array>
#include <charconv>

namespace base {
namespace {

using std::chrono::year_month_day;

bool exists(int y, int m, int d) {
    return y >= 1 && y <= 9999 &&
           year_month_day{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                          std::chrono::day{static_cast<unsigned>(d)}}
               .ok();
}

std::optional<PartialDate> make_partial(int y, int m, int d) {
    if (y < 1 || y > 9999 || m < 0 || m > 12 || (d != 0 && !exists(y, m, d))) return {};
    return PartialDate{y, m, d};
}

// Reads digits only; no sign, no blanks.
std::optional<int> number(std::string_view text) {
    int value = 0;
    for (char c : text)
        if (c < '0' || c > '9') return {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

// Appends `value`, which is not negative, with at least `width` digits.
void append_digits(std::string& text, int value, std::size_t width) {
    const auto digits = std::to_string(value);
    text.append(digits.size() < width ? width - digits.size() : 0, '0').append(digits);
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Up to three parts between '/', '-' or '.' (one kind only); empty when there are more or none.
std::size_t split(std::string_view text, std::array<std::string_view, 3>& parts) {
    const auto at = text.find_first_of("/-.");
    if (at == std::string_view::npos) {
        parts[0] = text;
        return 1;
    }
    const char separator = text[at];
    std::size_t count = 0;
    for (;;) {
        if (count == 3) return 0;
        const auto end = text.find(separator);
        parts[count++] = trim(text.substr(0, end));
        if (end == std::string_view::npos) return count;
        text.remove_prefix(end + 1);
    }
}

std::optional<Date> full(std::optional<PartialDate> partial) {
    if (!partial || partial->precision() != Precision::day) return {};
    return date(partial->year, partial->month, partial->day);
}

}  // namespace

Date add_months(Date from, int months) {
    using namespace std::chrono;
    const auto ymd = from.ymd();
    const auto target = year_month{ymd.year(), ymd.month()} + std::chrono::months{months};
    const year_month_day_last last{target.year(), month_day_last{target.month()}};
    const auto day = ymd.day() > last.day() ? last.day() : ymd.day();
    return {static_cast<std::int32_t>(sys_days{target / day}.time_since_epoch().count())};
}

int months_between(Date from, Date to) {
    if (to < from) return -months_between(to, from);
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (add_months(from, months) > to) --months;
    return months;
}

int years_between(Date from, Date to) { return months_between(from, to) / 12; }

Date PartialDate::first_day() const { return date(year, month ? month : 1, day ? day : 1); }

Date PartialDate::last_day() const {
    if (day) return date(year, month, day);
    return add_months(date(year, month ? month : 12, 1), 1) - 1;
}

std::optional<PartialDate> parse_iso_partial_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return {};
    const auto y = number(text.substr(0, 4));
    if (!y) return {};
    if (text.size() == 4) return make_partial(*y, 0, 0);
    const auto m = number(text.substr(5, 2));
    if (text[4] != '-' || !m || *m == 0) return {};
    if (text.size() == 7) return make_partial(*y, *m, 0);
    const auto d = number(text.substr(8, 2));
    if (text[7] != '-' || !d || *d == 0) return {};
    return make_partial(*y, *m, *d);
}

std::optional<Date> parse_iso_date(std::string_view text) { return full(parse_iso_partial_date(text)); }

std::optional<PartialDate> parse_vietnamese_partial_date(std::string_view text) {
    std::array<std::string_view, 3> parts;
    const auto count = split(trim(text), parts);
    if (count == 0 || parts[count - 1].size() != 4) return {};
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = number(parts[i]);
        if (!value || *value == 0 || parts[i].empty() || (i + 1 < count && parts[i].size() > 2)) return {};
        numbers[i] = *value;
    }
    if (count == 1) return make_partial(numbers[0], 0, 0);
    if (count == 2) return make_partial(numbers[1], numbers[0], 0);
    return make_partial(numbers[2], numbers[1], numbers[0]);
}

std::optional<Date> parse_vietnamese_date(std::string_view text) { return full(parse_vietnamese_partial_date(text)); }

std::string to_iso(PartialDate date) {
    std::string text;
    append_digits(text, date.year, 4);
    if (date.month) append_digits(text += '-', date.month, 2);
    if (date.day) append_digits(text += '-', date.day, 2);
    return text;
}

std::string to_iso(Date date) { return to_iso(PartialDate{date}); }

std::string to_vietnamese(PartialDate date) {
    std::string text;
    if (date.day) append_digits(text, date.day, 2), text += '/';
    if (date.month) append_digits(text, date.month, 2), text += '/';
    append_digits(text, date.year, 4);
    return text;
}

std::string to_vietnamese(Date date) { return to_vietnamese(PartialDate{date}); }

}  // namespace base
