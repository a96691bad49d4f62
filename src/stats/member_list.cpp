// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/member_list.h"

#include <algorithm>
#include <numeric>

#include "stats/answer.h"
#include "stats/birth_limits.h"

namespace stats {
namespace {

// Rows of one table that are on the list, ascending.
struct Chosen {
    const Table* table = nullptr;
    std::vector<std::uint32_t> rows;
};

constexpr std::uint32_t block_rows = 4096;
using Block = std::array<std::uint8_t, block_rows>;

// Sets to 0 what has none of these codes.
void keep(const Code* codes, std::uint32_t n, std::span<const Code> wanted, Block& counts) {
    if (wanted.size() <= 4) {
        Block fits{};
        for (const Code code : wanted)
            for (std::uint32_t i = 0; i < n; ++i) fits[i] |= static_cast<std::uint8_t>(codes[i] == code);
        for (std::uint32_t i = 0; i < n; ++i) counts[i] &= fits[i];
        return;
    }
    std::array<std::uint8_t, 256> fits{};
    for (const Code code : wanted) fits[code] = 1;
    for (std::uint32_t i = 0; i < n; ++i) counts[i] &= fits[codes[i]];
}

// The rows of a table of member_state that hold on the day and have the codes wanted.
Chosen rows_of_day(const Table& table, std::span<const Place> places, const MemberQuery& query) {
    Chosen chosen{&table, {}};
    const Day day = to_day(query.on);
    const BirthLimits limits{query.on};
    Block counts, bands;
    for (const Range range : table.rows_of(places)) {
        for (std::uint32_t begin = range.begin; begin < range.end; begin += block_rows) {
            const std::uint32_t n = std::min(block_rows, range.end - begin);
            const Day *from = table.from.data() + begin, *to = table.to.data() + begin;
            for (std::uint32_t i = 0; i < n; ++i)
                counts[i] = static_cast<std::uint8_t>((from[i] <= day) & (to[i] > day));
            for (const auto& only : query.only) {
                const Code* codes = table.codes[only.column].data() + begin;
                if (table.codes[only.column].empty()) {
                    const Day* born = table.born.data() + begin;
                    for (std::uint32_t i = 0; i < n; ++i) bands[i] = limits.band(born[i]);
                    codes = bands.data();
                }
                keep(codes, n, only.codes, counts);
            }
            // Without a branch: which rows count is not foreseeable.
            const auto kept = chosen.rows.size();
            chosen.rows.resize(kept + n);
            auto* out = chosen.rows.data() + kept;
            for (std::uint32_t i = 0; i < n; ++i) {
                *out = begin + i;
                out += counts[i];
            }
            chosen.rows.resize(static_cast<std::size_t>(out - chosen.rows.data()));
        }
    }
    return chosen;
}

Chosen rows_behind_figure(const Columns& columns, const MemberQuery& query) {
    const Question question{.figure = query.figure->figure,
                            .organisation = query.organisation,
                            .period = query.figure->period,
                            .structure = query.on,
                            .by = query.figure->by};
    return {&columns.table_of(*question.figure->subject), rows_behind(columns, question, query.figure->key)};
}

// Where a row stands in the order: first its bucket, a place in a counted order, then a place within the bucket.
class Order {
public:
    Order(const Columns& columns, const Roster& roster, const MemberQuery& query)
        : forest_{columns.forest}, roster_{roster}, sort_{query.sort}, day_{to_day(query.on)} {}

    std::size_t size() const { return sort_ == MemberSort::cell ? forest_.size() : roster_.span_count(); }

    // The bucket of each row.
    std::vector<std::uint32_t> buckets(const Chosen& chosen) const {
        std::vector<std::uint32_t> buckets(chosen.rows.size());
        const auto& entity = chosen.table->entity;
        if (sort_ == MemberSort::cell) {
            const auto& start = chosen.table->start;
            Place place = 0;
            for (std::size_t i = 0; i < buckets.size(); ++i) {
                const std::uint32_t row = chosen.rows[i];
                if (row >= start[place + 1])
                    place = static_cast<Place>(std::upper_bound(start.begin() + place + 1, start.end(), row) -
                                               start.begin() - 1);
                buckets[i] = forest_.rank(place);
            }
        } else if (const auto ranks = roster_.ranks(sort_); roster_.span_count() == roster_.size()) {
            // Nobody has ever changed the name: spans are members.
            for (std::size_t i = 0; i < buckets.size(); ++i) buckets[i] = ranks[entity[chosen.rows[i]]];
        } else {
            for (std::size_t i = 0; i < buckets.size(); ++i)
                buckets[i] = ranks[roster_.span(entity[chosen.rows[i]], day_)];
        }
        return buckets;
    }
    std::uint32_t within(std::uint32_t member) const {
        return sort_ == MemberSort::cell ? roster_.rank(MemberSort::name, roster_.span(member, day_)) : 0;
    }

private:
    const Forest& forest_;
    const Roster& roster_;
    MemberSort sort_;
    Day day_;
};

// The buckets from which the page comes, and how many rows stand before the first of them.
struct Window {
    std::uint32_t first = 0, last = 0;
    std::size_t before = 0;
};

Window window_of(const std::vector<std::uint32_t>& counts, std::size_t offset, std::size_t limit) {
    Window window;
    std::size_t before = 0;
    std::uint32_t at = 0;
    const auto size = static_cast<std::uint32_t>(counts.size());
    constexpr std::uint32_t step = 64;
    while (at < size) {
        if (at % step == 0 && at + step <= size) {
            const auto sum = std::accumulate(counts.begin() + at, counts.begin() + at + step, std::uint32_t{0});
            if (before + sum <= offset) {
                before += sum;
                at += step;
                continue;
            }
        }
        if (before + counts[at] > offset) break;
        before += counts[at++];
    }
    window.first = at;
    window.before = before;
    while (at + 1 < size && before + counts[at] < offset + limit) before += counts[at++];
    window.last = at;
    return window;
}

// Keeps the rows that fit. Without a branch: which fit is not foreseeable.
template <class Fits>
void keep_rows(std::vector<std::uint32_t>& rows, const Fits& fits) {
    auto* out = rows.data();
    for (const std::uint32_t row : rows) {
        *out = row;
        out += static_cast<std::uint32_t>(fits(row));
    }
    rows.resize(static_cast<std::size_t>(out - rows.data()));
}

// What the columns and the day do not say: the text, and the grade of a year.
void keep_fitting(const Columns& columns, const Roster& roster, const MemberQuery& query, Chosen& chosen) {
    const auto& entity = chosen.table->entity;
    if (!query.grades.empty()) {
        std::array<bool, grade_marks> wanted{};
        for (const auto mark : query.grades) wanted[static_cast<std::size_t>(mark)] = true;
        const auto* year = columns.grades_of(query.grade_year);
        keep_rows(chosen.rows, [&](std::uint32_t row) {
            return wanted[static_cast<std::size_t>(year ? (*year)[entity[row]] : GradeMark::none)];
        });
    }
    const MemberText text{roster, query.text};
    if (text.is_empty()) return;
    const Day day = to_day(query.on);
    keep_rows(chosen.rows,
              [&](std::uint32_t row) { return text.fits(roster, entity[row], roster.span(entity[row], day)); });
}

}  // namespace

MemberPage list_members(const Columns& columns, const Roster& roster, const MemberQuery& query) {
    std::vector<Chosen> all;
    if (query.figure) {
        all.push_back(rows_behind_figure(columns, query));
    } else {
        const auto places = columns.forest.tree_on(to_day(query.on)).subtree(query.organisation);
        if (query.wants_home) all.push_back(rows_of_day(columns.table_of(figures::member_state), places, query));
        if (query.wants_guests) all.push_back(rows_of_day(columns.guests, places, query));
    }
    MemberPage page;
    for (auto& chosen : all) {
        keep_fitting(columns, roster, query, chosen);
        page.total += chosen.rows.size();
    }
    if (query.offset >= page.total || query.limit == 0) return page;

    // A page in descending order is one in ascending order, from the other end.
    const std::size_t limit = std::min(query.limit, page.total - query.offset);
    const std::size_t offset = query.descending ? page.total - query.offset - limit : query.offset;

    const Order order{columns, roster, query};
    std::vector<std::uint32_t> counts(order.size());
    std::vector<std::vector<std::uint32_t>> buckets;
    for (const auto& chosen : all) {
        buckets.push_back(order.buckets(chosen));
        for (const auto bucket : buckets.back()) ++counts[bucket];
    }
    const Window window = window_of(counts, offset, limit);

    struct Placed {
        std::uint32_t bucket, within;
        MemberHit hit;
    };
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& [table, rows] = all[i];
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const auto bucket = buckets[i][at];
            if (bucket - window.first > window.last - window.first) continue;
            const MemberHit hit{table->entity[rows[at]], columns.place_of_row(*table, rows[at]), table, rows[at]};
            placed.push_back({bucket, order.within(hit.member), hit});
        }
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.bucket, a.within) < std::tie(b.bucket, b.within);
    });
    page.hits.reserve(limit);
    for (std::size_t i = 0; i < limit; ++i) page.hits.push_back(placed[offset - window.before + i].hit);
    if (query.descending) std::reverse(page.hits.begin(), page.hits.end());
    return page;
}

}  // namespace stats
