// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "figures/subject.h"
#include "stats/forest.h"

namespace stats {

// One row of a table while it is made.
struct Row {
    Place place;
    std::uint32_t entity;      // Number of the member or place of the organisation.
    Place other = none;        // Of moves: the cell on the other side.
    Day from, to = never;      // Events and campaigns: the day, or 31/12, in `from`.
    Day born = never;          // Of members.
    Codes codes = no_codes();  // In the order of the subject's columns.
};

// Rows [begin, end) of a table.
struct Range {
    std::uint32_t begin, end;
};

// The rows of one subject, a vector for each column, grouped by place: the rows of place p are
// [start[p], start[p + 1]), so that a subtree of the latest tree is one range and any subtree a few.
struct Table {
    const figures::Subject* subject = nullptr;
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> entity;
    std::vector<Place> other;  // Of events; else empty.
    std::vector<Day> from;
    std::vector<Day> to;                   // Of intervals; else empty.
    std::vector<Day> born;                 // Of intervals about members; else empty.
    std::vector<std::vector<Code>> codes;  // Of each column; empty for the age band where it depends on the day asked.

    Table() = default;
    // Rows of one place keep their order.
    Table(const figures::Subject& subject, const std::vector<Row>& rows, std::size_t places);

    std::size_t size() const { return entity.size(); }
    Range rows_of(Place place) const { return {start[place], start[place + 1]}; }
    // The rows of all these places, ascending, neighbours joined.
    std::vector<Range> rows_of(std::span<const Place> places) const;
};

}  // namespace stats
