// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/answer.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "stats/birth_limits.h"

namespace stats {
namespace {

using figures::When;

// Rows are looked at in blocks that stay in the first cache; each step is a plain loop that the compiler vectorises.
constexpr std::uint32_t block_rows = 4096;
using Block = std::array<std::uint8_t, block_rows>;

// A condition with its codes as numbers.
struct Test {
    std::size_t column;
    bool accepts_absence;      // Of "is absent" and "is given": which of the two.
    std::vector<Code> one_of;  // Of "is".
};

std::vector<Test> tests_of(const figures::Figure& figure) {
    std::vector<Test> tests;
    for (const auto& condition : figure.conditions()) {
        Test test{figure.subject->index_of(condition.column), condition.op == figures::Op::is_absent, {}};
        for (const auto code : condition.codes) {
            if (code.empty()) break;
            const auto at = figures::list_of(figure.subject->columns[test.column]).index_of(code);
            CHECK(at);
            test.one_of.push_back(static_cast<Code>(*at));
        }
        tests.push_back(std::move(test));
    }
    return tests;
}

// The days between which `from` of a counted row lies, and the day after which it ends.
struct Days {
    Day from_min = 0, from_max = 0, holds_on = 0;
};

Days days_of(const figures::Figure& figure, const base::Period& period) {
    CHECK(period.valid_to);
    const Day last = to_day(*period.valid_to - 1);
    const Day before = to_day(period.valid_from - 1);
    switch (figure.when) {
        case When::at_end: return {0, last, last};
        case When::at_start: return {0, before, before};
        case When::during: return {to_day(period.valid_from), last, 0};
        case When::campaign: return {last, last, 0};
    }
    throw base::Bug{"no such time"};
}

// Which rows count, and what they are.
class Scan {
public:
    Scan(const Columns& columns, const Question& question)
        : table_{columns.table_of(*question.figure->subject)},
          tree_{columns.forest.tree_on(to_day(question.structure))},
          root_{question.organisation},
          tests_{tests_of(*question.figure)},
          days_{days_of(*question.figure, question.period)},
          limits_{to_date(days_.holds_on)} {}

    const Table& table() const { return table_; }
    const Tree& tree() const { return tree_; }

    // 1 for each row of [begin, begin + n) that counts, else 0.
    void select(std::uint32_t begin, std::uint32_t n, Block& counts) const {
        const Day* from = table_.from.data() + begin;
        for (std::uint32_t i = 0; i < n; ++i)
            counts[i] = static_cast<std::uint8_t>((from[i] >= days_.from_min) & (from[i] <= days_.from_max));
        if (!table_.to.empty()) {
            const Day* to = table_.to.data() + begin;
            for (std::uint32_t i = 0; i < n; ++i) counts[i] &= static_cast<std::uint8_t>(to[i] > days_.holds_on);
        }
        Block buffer;
        for (const auto& test : tests_) apply(test, codes(test.column, begin, n, buffer), n, counts);
        if (!table_.other.empty()) leave_out_moves_inside(begin, n, counts);
    }

    // The codes of a column; the age band is worked out into the buffer.
    const Code* codes(std::size_t column, std::uint32_t begin, std::uint32_t n, Block& buffer) const {
        if (!table_.codes[column].empty()) return table_.codes[column].data() + begin;
        const Day* born = table_.born.data() + begin;
        for (std::uint32_t i = 0; i < n; ++i) buffer[i] = limits_.band(born[i]);
        return buffer.data();
    }

private:
    static void apply(const Test& test, const Code* codes, std::uint32_t n, Block& counts) {
        if (test.one_of.empty()) {
            for (std::uint32_t i = 0; i < n; ++i)
                counts[i] &= static_cast<std::uint8_t>((codes[i] == no_code) == test.accepts_absence);
            return;
        }
        Block fits{};
        for (const Code wanted : test.one_of)
            for (std::uint32_t i = 0; i < n; ++i) fits[i] |= static_cast<std::uint8_t>(codes[i] == wanted);
        for (std::uint32_t i = 0; i < n; ++i) counts[i] &= fits[i];
    }

    void leave_out_moves_inside(std::uint32_t begin, std::uint32_t n, Block& counts) const {
        for (std::uint32_t i = 0; i < n; ++i) {
            const Place other = table_.other[begin + i];
            if (counts[i] && other != none && tree_.is_in(other, root_)) counts[i] = 0;
        }
    }

    const Table& table_;
    const Tree& tree_;
    Place root_;
    std::vector<Test> tests_;
    Days days_;
    BirthLimits limits_;
};

// Calls visit(begin, n, counts) for each block of the ranges.
template <class Visit>
void for_each_block(const Scan& scan, std::span<const Range> ranges, const Visit& visit) {
    Block counts;
    for (const Range range : ranges)
        for (std::uint32_t begin = range.begin; begin < range.end; begin += block_rows) {
            const std::uint32_t n = std::min(block_rows, range.end - begin);
            scan.select(begin, n, counts);
            visit(begin, n, counts);
        }
}

std::int64_t count(const Scan& scan, std::span<const Range> ranges) {
    std::int64_t total = 0;
    for_each_block(scan, ranges, [&](std::uint32_t, std::uint32_t n, const Block& counts) {
        std::uint32_t of_block = 0;
        for (std::uint32_t i = 0; i < n; ++i) of_block += counts[i];
        total += of_block;
    });
    return total;
}

std::vector<figures::Part> count_by_column(const Scan& scan, std::span<const Range> ranges, std::size_t column) {
    // Four counters for each code in turn: neighbouring rows often have the same code, and one counter would have to
    // wait for itself.
    std::array<std::array<std::uint32_t, 4>, 256> of_code{};
    Block buffer;
    for_each_block(scan, ranges, [&](std::uint32_t begin, std::uint32_t n, const Block& counts) {
        const Code* codes = scan.codes(column, begin, n, buffer);
        for (std::uint32_t i = 0; i < n; ++i) of_code[codes[i]][i % 4] += counts[i];
    });
    const auto total = [&](std::size_t code) {
        return std::accumulate(of_code[code].begin(), of_code[code].end(), std::int64_t{0});
    };

    std::vector<figures::Part> parts;
    const auto& list = figures::list_of(scan.table().subject->columns[column]);
    for (std::size_t code = 0; code < list.codes.size(); ++code)
        parts.push_back({std::string{list.codes[code].code}, total(code)});
    if (total(no_code) > 0) parts.push_back({"", total(no_code)});
    return parts;
}

// Those directly below that exist on the day, and any other part that counts something.
std::vector<figures::Part> count_by_organisation(const Columns& columns, const Scan& scan, const Question& question) {
    std::vector<figures::Part> parts;
    const auto add = [&](Place place, std::span<const Range> ranges, bool always) {
        const std::int64_t of_place = count(scan, ranges);
        if (of_place > 0 || always) parts.push_back({columns.forest.code(place), of_place});
    };
    const Range own = scan.table().rows_of(question.organisation);
    add(question.organisation, {&own, 1}, false);
    for (const Place child : scan.tree().children(question.organisation))
        add(child, scan.table().rows_of(scan.tree().subtree(child)),
            columns.forest.exists_on(child, to_day(question.structure)));
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return parts;
}

// One scan of the subtree; the rows of a place lie together.
std::vector<figures::Part> count_by_cell(const Columns& columns, const Scan& scan, std::span<const Place> places) {
    const Table& table = scan.table();
    std::vector<Place> ascending{places.begin(), places.end()};
    std::sort(ascending.begin(), ascending.end());
    std::vector<std::uint32_t> of_place(ascending.size());
    std::size_t at = 0;
    for_each_block(scan, table.rows_of(ascending), [&](std::uint32_t begin, std::uint32_t n, const Block& counts) {
        for (std::uint32_t row = begin; row < begin + n;) {
            while (table.rows_of(ascending[at]).end <= row) ++at;
            const std::uint32_t end = std::min(begin + n, table.rows_of(ascending[at]).end);
            for (; row < end; ++row) of_place[at] += counts[row - begin];
        }
    });

    std::vector<std::size_t> counted;
    for (std::size_t i = 0; i < ascending.size(); ++i)
        if (of_place[i] > 0) counted.push_back(i);
    std::sort(counted.begin(), counted.end(), [&](std::size_t a, std::size_t b) {
        return columns.forest.rank(ascending[a]) < columns.forest.rank(ascending[b]);
    });
    std::vector<figures::Part> parts;
    parts.reserve(counted.size());
    for (const std::size_t i : counted) parts.push_back({columns.forest.code(ascending[i]), of_place[i]});
    return parts;
}

// By place, so that each item knows its own.
std::vector<figures::Item> list(const Columns& columns, const Scan& scan, std::span<const Place> places) {
    std::vector<figures::Item> items;
    for (const Place place : places) {
        const Range own = scan.table().rows_of(place);
        for_each_block(scan, {&own, 1}, [&](std::uint32_t begin, std::uint32_t n, const Block& counts) {
            for (std::uint32_t i = 0; i < n; ++i)
                if (counts[i])
                    items.push_back({columns.id_of(*scan.table().subject, scan.table().entity[begin + i]),
                                     columns.forest.code(place)});
        });
    }
    return items;
}

// The ranges of a table in which a part of a breakdown lies: one organisation directly below, or one cell.
std::vector<Range> ranges_of_key(const Columns& columns, const Scan& scan, const Question& question,
                                 std::string_view key) {
    const auto place = columns.forest.find(key);
    if (!place || !scan.tree().is_in(*place, question.organisation)) return {};
    if (question.by == figures::by_cell || *place == question.organisation) return {scan.table().rows_of(*place)};
    const auto children = scan.tree().children(question.organisation);
    if (std::find(children.begin(), children.end(), *place) == children.end()) return {};
    return scan.table().rows_of(scan.tree().subtree(*place));
}

}  // namespace

std::vector<std::uint32_t> rows_behind(const Columns& columns, const Question& question, std::string_view key) {
    const Scan scan{columns, question};
    const bool by_place = question.by == figures::by_organisation || question.by == figures::by_cell;
    const bool by_column = !question.by.empty() && !by_place;
    const auto ranges = by_place ? ranges_of_key(columns, scan, question, key)
                                 : scan.table().rows_of(scan.tree().subtree(question.organisation));
    std::size_t column = 0;
    Code wanted = no_code;
    if (by_column) {
        column = scan.table().subject->index_of(question.by);
        if (!key.empty()) {
            const auto at = figures::list_of(scan.table().subject->columns[column]).index_of(key);
            if (!at) return {};
            wanted = static_cast<Code>(*at);
        }
    }
    std::vector<std::uint32_t> rows;
    Block buffer;
    for_each_block(scan, ranges, [&](std::uint32_t begin, std::uint32_t n, const Block& counts) {
        const Code* codes = by_column ? scan.codes(column, begin, n, buffer) : nullptr;
        for (std::uint32_t i = 0; i < n; ++i)
            if (counts[i] && (!codes || codes[i] == wanted)) rows.push_back(begin + i);
    });
    return rows;
}

figures::Answer answer(const Columns& columns, const Question& question) {
    const Scan scan{columns, question};
    const auto places = scan.tree().subtree(question.organisation);
    const auto ranges = scan.table().rows_of(places);

    figures::Answer answer;
    if (question.by == figures::by_organisation)
        answer.by = count_by_organisation(columns, scan, question);
    else if (question.by == figures::by_cell)
        answer.by = count_by_cell(columns, scan, places);
    else if (!question.by.empty())
        answer.by = count_by_column(scan, ranges, scan.table().subject->index_of(question.by));

    if (question.by.empty())
        answer.value = count(scan, ranges);
    else
        for (const auto& part : answer.by) answer.value += part.count;
    if (question.wants_list) answer.list = list(columns, scan, places);
    return answer;
}

}  // namespace stats
