// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace stats {

// Dated rows in one vector, by owner and then by day: those of owner i lie together.
template <class Row>
class Grouped {
public:
    Grouped() = default;
    Grouped(const std::vector<Row>& rows, std::uint32_t Row::*owner, auto Row::*day, std::size_t owners)
        : start_(owners + 1) {
        for (const auto& row : rows) ++start_[row.*owner + 1];
        std::partial_sum(start_.begin(), start_.end(), start_.begin());
        rows_.resize(rows.size());
        std::vector<std::uint32_t> next{start_};
        for (const auto& row : rows) rows_[next[row.*owner]++] = row;
        for (std::size_t i = 0; i < owners; ++i)
            std::stable_sort(rows_.begin() + start_[i], rows_.begin() + start_[i + 1],
                             [day](const Row& a, const Row& b) { return a.*day < b.*day; });
    }

    std::span<const Row> of(std::size_t owner) const {
        return std::span{rows_}.subspan(start_[owner], start_[owner + 1] - start_[owner]);
    }
    std::span<const Row> all() const { return rows_; }

private:
    std::vector<Row> rows_;
    std::vector<std::uint32_t> start_;
};

}  // namespace stats
