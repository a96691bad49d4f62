// SPDX-License-Identifier: AGPL-3.0-or-later
// What is declared must fit together: names, columns, codes.
#include <algorithm>
#include <set>

#include "figures/figure.h"
#include "figures/identity.h"
#include "figures/ratio.h"

namespace figures {
namespace {

TEST(Subjects, take_codes_from_lists_and_days_apart) {
    for (const auto* subject : subjects()) {
        std::set<std::string_view> names;
        for (const auto& column : subject->columns) {
            EXPECT_TRUE(names.insert(column.name).second) << column.name << " stands twice in " << subject->name;
            EXPECT_FALSE(label_of(column).empty()) << column.name;
            EXPECT_GE(list_of(column).codes.size(), 2u) << column.name;
            EXPECT_LT(list_of(column).codes.size(), 255u) << column.name;
            if (column.rule) { EXPECT_TRUE(subject->find(column.from)) << column.name; }
        }
        EXPECT_LE(subject->columns.size(), 16u) << subject->name;
        // Builders of rows rely on it.
        const bool of_members = subject->entity == member_state.entity;
        const auto known = of_members ? member_columns() : organisation_columns();
        EXPECT_EQ(subject->columns.last(known.size()).front().name, known.front().name) << subject->name;
        EXPECT_EQ(subject->columns.back().name, known.back().name) << subject->name;
    }
}

TEST(Figures, name_columns_and_codes_that_are_there) {
    std::set<std::string_view> names;
    for (const auto& figure : all()) {
        EXPECT_TRUE(names.insert(figure.name).second) << figure.name;
        EXPECT_EQ(find(figure.name), &figure);
        for (const auto& condition : figure.conditions()) {
            const auto* column = figure.subject->find(condition.column);
            ASSERT_TRUE(column) << figure.name << " " << condition.column;
            EXPECT_EQ(condition.op == Op::is, !condition.codes[0].empty()) << figure.name;
            for (const auto code : condition.codes) {
                EXPECT_TRUE(code.empty() || list_of(*column).index_of(code)) << figure.name << " " << code;
            }
        }
        const bool is_event = figure.subject->time == Time::event, is_campaign = figure.subject->time == Time::campaign;
        EXPECT_EQ(figure.when == When::during, is_event) << figure.name;
        EXPECT_EQ(figure.when == When::campaign, is_campaign) << figure.name;
    }
    EXPECT_EQ(find("members.gradde"), nullptr);
}

TEST(Figures, break_down_by_what_their_filter_leaves_open) {
    const auto names = breakdowns(*find("members.graded"));
    const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    EXPECT_EQ(names[0], "organisation");
    EXPECT_EQ(names[1], "cell");
    EXPECT_TRUE(has("grade"));
    EXPECT_TRUE(has("sex"));
    EXPECT_FALSE(has("not_graded_reason"));  // A graded member has none.
    EXPECT_EQ(label_of_key(*find("members.graded"), "grade", "good"), "Hoàn thành tốt nhiệm vụ");
    EXPECT_EQ(label_of_key(*find("members"), "occupation", ""), "Chưa có thông tin");
}

void expect_share(const Share& share, std::string_view of) {
    const auto* figure = find(share.figure);
    ASSERT_TRUE(figure) << of;
    if (share.by.empty()) return;
    const auto* column = figure->subject->find(share.by);
    ASSERT_TRUE(column) << of;
    EXPECT_TRUE(list_of(*column).index_of(share.code)) << of;
}

TEST(Ratios, name_figures_and_codes_that_are_there) {
    for (const auto& ratio : ratios()) {
        expect_share(ratio.numerator, ratio.name);
        expect_share(ratio.denominator, ratio.name);
        EXPECT_TRUE(ratio.base.starts_with("trên ")) << ratio.name;
        EXPECT_EQ(find_ratio(ratio.name), &ratio);
    }
}

TEST(Ratios, read_as_in_the_published_report) {
    EXPECT_EQ(to_text(*find_ratio("grassroots_organisations.good_or_better_share"), 42, 49), "85,7%");
    EXPECT_EQ(to_text(*find_ratio("members.excellent_share"), 961, 5907), "16,3%");
    EXPECT_EQ(to_text(*find_ratio("members.excellent_share"), 0, 0), "");
}

TEST(Identities, name_figures_and_breakdowns_that_are_there) {
    std::set<std::string_view> names;
    const auto expect_term = [](const Term& term, std::string_view of) {
        const auto* figure = find(term.figure);
        ASSERT_TRUE(figure) << of;
        const auto allowed = breakdowns(*figure);
        EXPECT_TRUE(term.by.empty() || std::find(allowed.begin(), allowed.end(), term.by) != allowed.end()) << of;
    };
    for (const auto& identity : identities()) {
        EXPECT_TRUE(names.insert(identity.name).second) << identity.name;
        EXPECT_FALSE(identity.terms().empty()) << identity.name;
        for (const auto& term : identity.terms()) expect_term(term, identity.name);
        if (identity.equals.sign != 0) expect_term(identity.equals, identity.name);
    }
}

TEST(Identities, hold_or_break) {
    const auto& flow = identities().front();
    // A = 55.000; B = 1.335; C = 735; D = 55.600.
    const auto value_of = [](const Term& term) -> std::int64_t {
        if (term.figure == "members.at_start") return 55'000;
        if (term.figure == "members.entered") return 1'335;
        if (term.figure == "members.left") return 735;
        return 55'600;
    };
    EXPECT_EQ(evaluate(flow, value_of).sum, 55'600);
    EXPECT_TRUE(evaluate(flow, value_of).hold());
    EXPECT_FALSE(evaluate(flow, [&](const Term& term) { return value_of(term) + (term.sign < 0); }).hold());

    const Identity missing{"x", "x", {Term{+1, "members.grade_missing"}}};
    EXPECT_TRUE(evaluate(missing, [](const Term&) { return 0; }).hold());
    EXPECT_FALSE(evaluate(missing, [](const Term&) { return 1; }).hold());
}

}  // namespace
}  // namespace figures
