// SPDX-License-Identifier: AGPL-3.0-or-later
// Figures from memory columns equal the same figures by SQL, on registers made at random, on both engines; and what
// must hold between figures holds.
#include <map>
#include <set>

#include "actions/columns.h"
#include "figures/identity.h"
#include "records/all.h"
#include "stats/answer.h"
#include "store/figure_query.h"
#include "tests/properties/figures_register.h"
#include "tests/store/both_engines.h"

namespace figures {

// How a failing test shows an answer.
void PrintTo(const Part& part, std::ostream* out) { *out << '"' << part.key << "\": " << part.count; }
void PrintTo(const Item& item, std::ostream* out) { *out << base::to_string(item.id) << " in " << item.place; }

}  // namespace figures

namespace figures_test {
namespace {

using base::Period;
using figures::Figure;
using figures::Part;

class FiguresMatchSql : public store_test::BothEngines {
protected:
    // A register, its columns, and a few questions about it.
    void load(std::uint32_t seed) {
        store_.reset();
        address_ = new_address();
        store_ = store::Store::open(address_, records::all(), true);
        register_ = std::make_unique<RandomRegister>(*store_, seed, Size{});
        columns_ = actions::load_columns(*store_);
    }

    Period random_period(const Figure& figure) {
        if (figure.needs_year() || register_->chance(30)) return base::year_period(register_->number(2015, 2022));
        const auto day = register_->random_day();
        return {day, day + 1};
    }

    figures::Answer from_columns(const Figure& figure, int node, Period period, Date structure, std::string_view by,
                                 bool list) {
        const auto place = columns_->forest.find(code(node));
        EXPECT_TRUE(place);
        return stats::answer(*columns_, {&figure, *place, period, structure, by, list});
    }
    figures::Answer by_sql(const Figure& figure, int node, Period period, Date structure, std::string_view by,
                           bool list) {
        const auto subtree = register_->subtree(node, structure);
        const auto graded = register_->graded((*period.valid_to - 1).year());
        return store::answer_by_sql(*store_, {&figure, period, subtree, graded, by, list});
    }
    const std::string& code(int node) const { return register_->nodes()[static_cast<std::size_t>(node)].code; }

    // Parts by the organisation in which rows lie, gathered by those directly below the node.
    std::vector<Part> gathered(const std::vector<Part>& parts, int node, Date structure) {
        std::map<std::string, std::int64_t> sums;
        for (const auto& part : parts) {
            int at = 0;
            while (code(at) != part.key) ++at;
            while (at != node && register_->superior_on(at, structure) != node)
                at = register_->superior_on(at, structure);
            sums[code(at)] += part.count;
        }
        std::vector<Part> gathered;
        for (const auto& [key, count] : sums) gathered.push_back({key, count});
        return gathered;
    }

    void compare(const Figure& figure, int node, Period period, Date structure, std::string_view by) {
        SCOPED_TRACE(std::string{figure.name} + " of " + code(node) + " from " + base::to_iso(period.valid_from) +
                     " to " + base::to_iso(*period.valid_to) + ", tree of " + base::to_iso(structure) + ", by " +
                     std::string{by});
        auto columns = from_columns(figure, node, period, structure, by, true);
        auto sql = by_sql(figure, node, period, structure, by, true);

        EXPECT_EQ(columns.value, sql.value);
        EXPECT_EQ(columns.list.size(), static_cast<std::size_t>(columns.value));
        std::sort(columns.list.begin(), columns.list.end());
        std::sort(sql.list.begin(), sql.list.end());
        EXPECT_EQ(columns.list, sql.list);
        if (figure.subject->time != figures::Time::event) {
            const auto twice = std::adjacent_find(columns.list.begin(), columns.list.end(),
                                                  [](const auto& a, const auto& b) { return a.id == b.id; });
            EXPECT_EQ(twice, columns.list.end()) << "someone is counted twice";
        }

        if (by == figures::by_organisation) {
            std::erase_if(columns.by, [](const Part& part) { return part.count == 0; });
            EXPECT_EQ(columns.by, gathered(sql.by, node, structure));
        } else {
            EXPECT_EQ(columns.by, sql.by);
        }
        std::int64_t sum = 0;
        for (const auto& part : columns.by) sum += part.count;
        EXPECT_TRUE(by.empty() || sum == columns.value);
        if (columns.value > 0) counted_.insert(std::string{figure.name} + " by " + std::string{by});
    }

    std::unique_ptr<RandomRegister> register_;
    std::shared_ptr<const stats::Columns> columns_;
    std::set<std::string> counted_;  // What was ever more than 0.
};

TEST_P(FiguresMatchSql, for_every_figure_and_breakdown) {
    std::size_t asked = 0;
    // PostgreSQL plans each of these statements for longer than it runs.
    const std::uint32_t seeds = is_sqlite() ? 4 : 1;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        load(seed);
        asked = 0;
        for (const auto& figure : figures::all()) {
            auto breakdowns = figures::breakdowns(figure);
            breakdowns.push_back("");
            for (const auto by : breakdowns) {
                ++asked;
                for (int round = 0; round < 2; ++round) {
                    // The root often, since most rows lie below it.
                    const int last = static_cast<int>(register_->nodes().size()) - 1;
                    const int node = register_->chance(30) ? 0 : register_->number(0, last);
                    const auto period = random_period(figure);
                    const auto structure = register_->chance(70) ? *period.valid_to - 1 : register_->random_day();
                    compare(figure, node, period, structure, by);
                }
                if (HasFailure()) return;
            }
        }
    }
    // Figures of which nothing was ever counted would prove nothing.
    EXPECT_GT(counted_.size(), asked * (is_sqlite() ? 9 : 6) / 10) << "of " << asked;
}

TEST_P(FiguresMatchSql, for_every_organisation) {
    load(77);
    for (const auto& figure : figures::all())
        for (int node = 0; node < static_cast<int>(register_->nodes().size()); ++node) {
            const auto period = random_period(figure);
            compare(figure, node, period, *period.valid_to - 1, figures::by_organisation);
        }
}

// A + B − C = D, and every breakdown adds up, for every organisation and year: also where cells move from one superior
// to another within the year. (Whether everyone is graded is up to the register.)
TEST_P(FiguresMatchSql, identities_hold_for_every_organisation_and_year) {
    std::set<std::string_view> moved;
    for (std::uint32_t seed = 100; seed < 104; ++seed) {
        load(seed);
        for (const auto& identity : figures::identities()) {
            if (identity.name.ends_with("_missing") || identity.name.ends_with("_grading")) continue;
            for (int node = 0; node < static_cast<int>(register_->nodes().size()); ++node)
                for (int year = 2016; year <= 2021; ++year) {
                    const auto period = base::year_period(year);
                    const auto sides = figures::evaluate(identity, [&](const figures::Term& term) {
                        const auto answer = from_columns(*figures::find(term.figure), node, period,
                                                         *period.valid_to - 1, term.by, false);
                        if (term.by.empty()) return answer.value;
                        std::int64_t sum = 0;
                        for (const auto& part : answer.by) sum += part.count;
                        return sum;
                    });
                    EXPECT_EQ(sides.sum, sides.equals) << identity.name << " of " << code(node) << " in " << year;
                    if (sides.sum > 0) moved.insert(identity.name);
                }
        }
    }
    EXPECT_EQ(moved.size() + 4, figures::identities().size());
}

ON_BOTH_ENGINES(FiguresMatchSql);

}  // namespace
}  // namespace figures_test
