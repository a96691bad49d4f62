// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string_view>

#include "base/date.h"

namespace law {

// From `from` on the value holds, because `source` says so.
template <class T>
struct Entry {
    base::Date from;
    T value;
    std::string_view source;  // Document and article.
};

// A figure set by regulation, or a version of a rule: it depends on the date, and every value has a source.
// Entries out of order or without source do not compile.
template <class T, std::size_t N>
class Timeline {
public:
    consteval Timeline(const Entry<T> (&entries)[N]) : entries_{std::to_array(entries)} {
        for (std::size_t i = 0; i < N; ++i) {
            if (i > 0 && !(entries_[i - 1].from < entries_[i].from)) throw "entries must be in date order";
            if (entries_[i].source.empty()) throw "every value needs a legal source";
        }
    }

    // What is in force on that date; std::out_of_range before the first entry.
    constexpr const Entry<T>& at(base::Date date) const {
        for (std::size_t i = N; i-- > 0;)
            if (entries_[i].from <= date) return entries_[i];
        throw std::out_of_range{"no value in force on this date"};
    }
    constexpr bool is_in_force(base::Date date) const { return entries_[0].from <= date; }
    // The article in force on that date; empty before the first entry, where nothing is quoted.
    constexpr std::string_view source_on(base::Date date) const { return is_in_force(date) ? at(date).source : ""; }
    constexpr std::span<const Entry<T>> entries() const { return entries_; }

private:
    std::array<Entry<T>, N> entries_;
};

}  // namespace law
