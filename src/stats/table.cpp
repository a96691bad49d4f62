// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/table.h"

#include <algorithm>
#include <numeric>

namespace stats {
namespace {

// The order of the rows by place.
std::vector<std::uint32_t> sorted_by_place(const std::vector<Row>& rows, std::vector<std::uint32_t>& start) {
    for (const auto& row : rows) ++start[row.place + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> next{start}, order(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) order[next[rows[i].place]++] = i;
    return order;
}

}  // namespace

Table::Table(const figures::Subject& of, const std::vector<Row>& rows, std::size_t places)
    : subject{&of}, start(places + 1), codes(of.columns.size()) {
    const auto order = sorted_by_place(rows, start);
    const auto fill = [&](auto& column, auto value_of) {
        column.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) column[i] = value_of(rows[order[i]]);
    };
    const bool is_interval = of.time == figures::Time::interval;

    fill(entity, [](const Row& row) { return row.entity; });
    fill(from, [](const Row& row) { return row.from; });
    if (is_interval) fill(to, [](const Row& row) { return row.to; });
    if (of.time == figures::Time::event) fill(other, [](const Row& row) { return row.other; });
    for (std::size_t c = 0; c < codes.size(); ++c) {
        if (figures::is_age_band(of.columns[c]) && is_interval)
            fill(born, [](const Row& row) { return row.born; });
        else
            fill(codes[c], [c](const Row& row) { return row.codes[c]; });
    }
}

std::vector<Range> Table::rows_of(std::span<const Place> places) const {
    std::vector<Range> ranges;
    bool ascending = true;
    for (const Place place : places) {
        const Range range = rows_of(place);
        if (range.begin == range.end) continue;
        if (!ranges.empty() && ranges.back().end == range.begin) {
            ranges.back().end = range.end;
        } else {
            ascending = ascending && (ranges.empty() || ranges.back().end < range.begin);
            ranges.push_back(range);
        }
    }
    if (ascending) return ranges;

    std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.begin < b.begin; });
    std::vector<Range> joined;
    for (const Range range : ranges) {
        if (!joined.empty() && joined.back().end == range.begin)
            joined.back().end = range.end;
        else
            joined.push_back(range);
    }
    return joined;
}

}  // namespace stats
