// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/scenario.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace scenario {
namespace {

using Strings = std::vector<std::string>;

constexpr std::string_view feature_text = R"(# language: vi
Tính năng: Đếm đảng viên
  Căn cứ: một văn bản nào đó, nói ở đây

  Bối cảnh:
    Cho một chi bộ

  @nhanh
  Kịch bản: Có bảng
    Khi nhập các dòng:
      | họ tên    | ghi chú |
      | Lò Thị Ẩn | a\|b    |
      |           | c\nd    |
    Thì báo cáo là:
      """
      dòng một
        dòng hai
      """

  Khung kịch bản: Mức theo điểm
    Cho đảng viên đạt <điểm> điểm
    Thì mức là "<mức>":
      | điểm   |
      | <điểm> |

    Dữ liệu:
      | điểm | mức |
      | 90   | tốt |
      | 49   |     |
)";

TEST(Feature, HasOneScenarioForEachRow) {
    const auto feature = parse_feature(feature_text);
    EXPECT_EQ(feature.title, "Đếm đảng viên");
    ASSERT_EQ(feature.scenarios.size(), 3u);
    EXPECT_EQ(feature.scenarios[0].name, "Có bảng");
    EXPECT_EQ(feature.scenarios[1].name, "Mức theo điểm · 90 · tốt");
    EXPECT_EQ(feature.scenarios[2].name, "Mức theo điểm · 49 · ∅");
    EXPECT_EQ(feature.scenarios[0].line, 9);
    EXPECT_EQ(feature.scenarios[2].line, 29);
}

TEST(Feature, PutsTheBackgroundBeforeEachScenario) {
    for (const auto& scenario : parse_feature(feature_text).scenarios) {
        ASSERT_EQ(scenario.steps.size(), 3u);
        EXPECT_EQ(scenario.steps[0].sentence, "một chi bộ");
        EXPECT_EQ(scenario.steps[0].line, 6);
    }
}

TEST(Feature, GivesTablesAndTextToTheSentenceAbove) {
    const auto scenario = parse_feature(feature_text).scenarios[0];
    const Table expected{{"họ tên", "ghi chú"}, {{"Lò Thị Ẩn", "a|b"}, {"", "c\nd"}}};
    EXPECT_EQ(scenario.steps[1].table, expected);
    EXPECT_EQ(scenario.steps[1].table.at(1, "ghi chú"), "c\nd");
    EXPECT_THROW(expected.at(0, "không có"), Failed);
    EXPECT_EQ(scenario.steps[2].text, "dòng một\n  dòng hai\n");
    EXPECT_TRUE(scenario.steps[2].table.columns.empty());
}

TEST(Feature, FillsAnOutlineFromItsRow) {
    const auto scenario = parse_feature(feature_text).scenarios[1];
    EXPECT_EQ(scenario.steps[1].sentence, "đảng viên đạt 90 điểm");
    EXPECT_EQ(scenario.steps[2].sentence, "mức là \"tốt\":");
    EXPECT_EQ(scenario.steps[2].table.at(0, "điểm"), "90");
}

struct Mistake {
    const char* text;
    int line;
};

TEST(Feature, NamesTheLineOfAMistake) {
    const Mistake mistakes[] = {
        {"Kịch bản: a\n  Cho b\n", 1},                                                    // No title.
        {"Tính năng: a\n", 1},                                                            // Nothing in it.
        {"Tính năng: a\nTính năng: b\n", 2},                                              //
        {"Tính năng: a\nKịch bản: b\n  Chop c\n", 3},                                     // No such keyword.
        {"Tính năng: a\nKịch bản: b\n  Cho c\nKịch bản: b\n  Cho c\n", 4},                // Twice the same name.
        {"Tính năng: a\nKịch bản: b\nKịch bản: c\n  Cho d\n", 2},                         // Empty.
        {"Tính năng: a\nKịch bản: b\n  | c |\n", 3},                                      // A table of no sentence.
        {"Tính năng: a\nKịch bản: b\n  Cho c\n  | d | e |\n  | f |\n", 5},                // Uneven.
        {"Tính năng: a\nKịch bản: b\n  Cho c\n  | d\n", 4},                               // Not closed.
        {"Tính năng: a\nKịch bản: b\n  Cho c\n  Dữ liệu:\n", 4},                          // Not an outline.
        {"Tính năng: a\nKhung kịch bản: b\n  Cho <c>\n", 2},                              // No data.
        {"Tính năng: a\nKhung kịch bản: b\n  Cho <c>\n  Dữ liệu:\n |d|\n |1|\n", 3},      // No such column.
        {"Tính năng: a\nKhung kịch bản: b\n  Cho c\n  Dữ liệu:\n |d|\n |1|\n |1|\n", 7},  // Twice the same row.
        {"Tính năng: a\nKịch bản: b\n  Cho c\n  \"\"\"\n  d\n", 5},                       // Text without an end.
        {"Tính năng: a\nKịch bản: b\n  Cho c\nBối cảnh:\n  Cho d\n", 4},                  // Too late.
    };
    for (const auto& [text, line] : mistakes) {
        try {
            parse_feature(text);
            ADD_FAILURE() << "accepted: " << text;
        } catch (const Failed& failed) { EXPECT_EQ(failed.line, line) << text << failed.message; }
    }
}

TEST(Sentence, HolesTakeWhatTheyName) {
    EXPECT_EQ(Pattern{"{} có {} đảng viên"}.match("Chi bộ A có 12 đảng viên"), (Strings{"Chi bộ A", "12"}));
    EXPECT_EQ(Pattern{"xếp loại {string}"}.match("xếp loại \"\""), (Strings{""}));
    EXPECT_EQ(Pattern{"{string} vào {string}"}.match("“Chi bộ A” vào \"B\""), (Strings{"Chi bộ A", "B"}));
    EXPECT_EQ(Pattern{"có {int}."}.match("có 5.907."), (Strings{"5.907"}));
    EXPECT_EQ(Pattern{"có {int}% và {int}"}.match("có 93% và -4"), (Strings{"93", "-4"}));
    EXPECT_EQ(Pattern{"ngày {date}, {}"}.match("ngày 1/7/2026, sau"), (Strings{"1/7/2026", "sau"}));
    EXPECT_EQ(Pattern{"không có gì"}.match("không có gì"), Strings{});
}

TEST(Sentence, AnotherFormDoesNotMatch) {
    EXPECT_FALSE(Pattern{"có {int} người"}.match("có mười người"));
    EXPECT_FALSE(Pattern{"có {int} người"}.match("có 5 người nữa"));
    EXPECT_FALSE(Pattern{"có {int}"}.match("có 5.90"));
    EXPECT_FALSE(Pattern{"có {} người"}.match("có  người"));
    EXPECT_FALSE(Pattern{"ngày {date}"}.match("ngày 31/12"));
    EXPECT_FALSE(Pattern{"ngày {date}"}.match("ngày 31/12/20201"));
    EXPECT_FALSE(Pattern{"là {string}"}.match("là tốt"));
    EXPECT_FALSE(Pattern{"là {string}"}.match("là \"tốt"));
}

TEST(Sentence, AWrongPatternIsRefused) {
    EXPECT_THROW(Pattern{"a {"}, std::invalid_argument);
    EXPECT_THROW(Pattern{"a {}{}"}, std::invalid_argument);
    EXPECT_THROW(Pattern{"a {number}"}, std::invalid_argument);
}

struct World {
    std::int64_t members = 1;
};

void sentences(Sentences<World>& s) {
    s.add("thêm {int} đảng viên", [](World& world, const Given& given) { world.members += given.integer(0); });
    s.add("có {int} đảng viên",
          [](World& world, const Given& given) { expect_equal(world.members, given.integer(0)); });
    s.add("có {} đảng viên nữa", [](World&, const Given&) { throw std::runtime_error{"hết"}; });
    s.add("có {string} hoặc {}", [](World&, const Given&) {});
    s.add("có {} hoặc {string}", [](World&, const Given&) {});
    s.add("các dòng:", [](World&, const Given& given) {
        expect_equal(Table{{"b", "a"}, {{"2", "1"}}}, given.table());
    });
}

// Runs one scenario of these steps; empty when all hold, else "line: message".
std::string outcome(std::string_view steps) {
    Sentences<World> s;
    sentences(s);
    const auto feature = parse_feature("Tính năng: t\nKịch bản: k\n" + std::string{steps});
    try {
        run_scenario(feature.scenarios[0], s.vocabulary, [] { return std::make_shared<World>(); });
    } catch (const Failed& failed) { return std::to_string(failed.line) + ": " + failed.message; }
    return {};
}

TEST(Scenario, RunsItsSentencesInOneWorld) {
    EXPECT_EQ(outcome("Khi thêm 5.906 đảng viên\nThì có 5907 đảng viên\n"), "");
    EXPECT_EQ(outcome("Cho các dòng:\n | a |\n | 1 |\n"), "");
}

TEST(Scenario, SaysWhatCameInstead) {
    EXPECT_EQ(outcome("Khi thêm 2 đảng viên\nThì có 4 đảng viên\nVà gì nữa\n"),
              "4: Thì có 4 đảng viên\n  → mong đợi: 4\n       có: 3");
    EXPECT_EQ(outcome("Cho các dòng:\n | a | b |\n | 1 | 3 |\n"),
              "3: Cho các dòng:\n  → mong đợi: \n  | 1 | 3 |\n       có: \n  | 1 | 2 |");
    EXPECT_EQ(outcome("Cho các dòng:\n | c |\n | 1 |\n"), "3: Cho các dòng:\n  → bảng không có cột “c”");
}

TEST(Scenario, ReportsWhatASentenceThrows) {
    EXPECT_EQ(outcome("Khi có 2 đảng viên nữa\n"), "3: Khi có 2 đảng viên nữa\n  → lỗi: hết");
    EXPECT_EQ(outcome("Cho các dòng:\n"), "3: Cho các dòng:\n  → câu này cần một bảng ở dưới");
}

TEST(Scenario, AnUnknownSentenceIsAFailureThatSuggestsTheNearest) {
    const auto message = outcome("Khi thêm năm đảng viên\n");
    EXPECT_TRUE(message.starts_with(
        "3: Khi thêm năm đảng viên\n  → không có câu nào như vậy\n  gần giống: thêm {int} đảng viên"))
        << message;
    EXPECT_EQ(message.find("các dòng"), message.npos);
}

TEST(Scenario, AnAmbiguousSentenceIsAFailure) {
    EXPECT_NE(outcome("Thì có \"a\" hoặc \"b\"\n").find("nhiều cách hiểu"), std::string::npos);
}

TEST(Scenario, ReadsNumbersAndDays) {
    EXPECT_EQ(to_integer("5.907"), 5907);
    EXPECT_EQ(to_integer("-12"), -12);
    EXPECT_THROW(to_integer("12a"), Failed);
    EXPECT_EQ(to_date("31/12/2020"), base::date(2020, 12, 31));
    EXPECT_THROW(to_date("31/02/2020"), Failed);
}

}  // namespace
}  // namespace scenario
