// SPDX-License-Identifier: AGPL-3.0-or-later
// The demo city through the product's own import: no row is refused, and the published figures come out.
#include <gtest/gtest.h>

#include "actions/answer_figure.h"
#include "demo/build.h"
#include "records/all.h"
#include "tests/support/process.h"

namespace demo {
using namespace actions;
namespace {

class DemoBuilt : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = new support::TemporaryFolder;
        store = store::Store::open({folder->file("data.sqlite")}, records::all(), true).release();
        context = new Context{*store, "cli:test", base::date(2021, 1, 4), 1'609'743'600'000,
                              rules::Access::local_administrator()};
        auto answer = build_demo(*context, "dong-ha-2020", folder->file("sổ"));
        if (answer)
            build = new DemoBuild{*std::move(answer)};
        else
            refusal = new base::Refusal{answer.error()};
    }
    static void TearDownTestSuite() {
        delete build;
        delete refusal;
        delete context;
        delete store;
        delete folder;
    }
    void SetUp() override { ASSERT_TRUE(build) << refusal->code << testing::PrintToString(refusal->args); }

    static std::int64_t figure(FigureRequest request) {
        request.organisation = "DH";
        const auto answer = answer_figure(*context, request);
        EXPECT_TRUE(answer) << (answer ? "" : answer.error().code);
        return answer ? answer->value : -1;
    }

    inline static support::TemporaryFolder* folder = nullptr;
    inline static store::Store* store = nullptr;
    inline static Context* context = nullptr;
    inline static DemoBuild* build = nullptr;
    inline static base::Refusal* refusal = nullptr;
};

TEST_F(DemoBuilt, ImportsEveryRowOfTheThreeFiles) {
    const auto model = make_demo_model();
    ASSERT_EQ(build->imports.size(), 3u);
    EXPECT_EQ(build->imports[0].rows_valid, static_cast<std::int64_t>(model.city.size()));
    EXPECT_EQ(build->imports[1].rows_valid, static_cast<std::int64_t>(model.people.size()));
    EXPECT_EQ(build->imports[2].rows_valid, 6000 + 49);
    for (const auto& report : build->imports) {
        EXPECT_EQ(report.rows_read, report.rows_valid) << report.file_name;
        for (const auto& sheet : report.sheets)
            for (const auto& column : sheet.columns)
                EXPECT_TRUE(!column.label.empty() || column.header == "STT") << column.header;
    }
}

TEST_F(DemoBuilt, GivesThePublishedFigures) {
    EXPECT_EQ(figure({.figure = "members", .organisation = {}, .on = demo_year_end}), 6000);
    EXPECT_EQ(figure({.figure = "members.graded", .organisation = {}, .year = demo_year}), 5907);
    EXPECT_EQ(figure({.figure = "grassroots_organisations.graded", .organisation = {}, .year = demo_year}), 48);
    EXPECT_EQ(figure({.figure = "grassroots_organisations.not_graded", .organisation = {}, .year = demo_year}), 1);
    EXPECT_EQ(figure({.figure = "members.grade_missing", .organisation = {}, .year = demo_year}), 0);
    EXPECT_EQ(figure({.figure = "members", .organisation = {}, .on = demo_year_start - 1}), DemoNumbers{}.opening());
}

TEST_F(DemoBuilt, AddsUpInTheYearAndInTheOneBefore) {
    for (const int year : {demo_year - 1, demo_year}) {
        const auto of_year = [&](std::string name) {
            return figure({.figure = std::move(name), .organisation = {}, .year = year});
        };
        EXPECT_EQ(of_year("members.at_start") + of_year("members.entered") - of_year("members.left"),
                  of_year("members"));
    }
    const DemoNumbers numbers;
    EXPECT_EQ(figure({.figure = "members.entered", .organisation = {}, .year = demo_year}),
              numbers.admitted + numbers.transferred_in);
    EXPECT_EQ(figure({.figure = "members.left", .organisation = {}, .year = demo_year}), numbers.left());
}

TEST_F(DemoBuilt, RefusesASecondTimeAndAnUnknownSet) {
    const auto again = build_demo(*context, "dong-ha-2020", folder->file("sổ"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "demo.import_failed");
    const auto unknown = build_demo(*context, "hue-2022", folder->file("sổ"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, "demo.unknown_set");
}

}  // namespace
}  // namespace demo
