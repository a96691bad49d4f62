// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/answer.h"

#include "stats/sample_facts.h"

namespace stats_test {
namespace {

using figures::Part;
using Parts = std::vector<Part>;

// T above A and B. Cells A1, A2 and B1. Four members:
//   lan   born 1990, in A1 from 2010; a full member from 01/06/2020.
//   minh  born 1950, from A1 to B1 on 01/04/2020; exempt from 15/05/2020.
//   thu   Tày, from A1 to A2 on 01/05/2020; died on 20/11/2020.
//   nam   admitted to B1 on 03/02/2020.
struct Sample : FactsWriter {
    std::uint32_t t = organisation("T"), a = organisation("A"), b = organisation("B"), a1 = organisation("A1"),
                  a2 = organisation("A2"), b1 = organisation("B1");
    std::uint32_t lan = member(date(1990, 5, 1), "female"), minh = member(date(1950, 5, 1), "male"),
                  thu = member(date(1980, 5, 1), "female", "tay"), nam = member(date(2000, 5, 1), "male");

    Sample() {
        version(t, "provincial", none, 0);
        version(a, "grassroots_party", t, 0);
        version(b, "grassroots_party", t, 0);
        version(a1, "cell", a, 0);
        version(a2, "cell", a, 0);
        version(b1, "cell", b, 0);
        stays(lan, a1, date(2010, 1, 1), date(2020, 6, 1), "probationary");
        stays(lan, a1, date(2020, 6, 1));
        stays(minh, a1, date(2010, 1, 1), date(2020, 4, 1));
        stays(minh, b1, date(2020, 4, 1), {}, "full", "moved");
        stays(thu, a1, date(2010, 1, 1), date(2020, 5, 1));
        stays(thu, a2, date(2020, 5, 1), date(2020, 11, 20), "full", "moved");
        stays(nam, b1, date(2020, 2, 3), {}, "probationary", "admitted");
        facts.departures.push_back({thu, to_day(date(2020, 11, 20)), code(figures::member_exit, "kind", "died")});
        facts.holdings.push_back({minh, to_day(date(2020, 5, 15)), never, exempt_column()});
    }
    static std::uint8_t exempt_column() {
        const auto columns = figures::member_columns();
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].name == "exempt") return static_cast<std::uint8_t>(i);
        throw base::Bug{"no such column"};
    }
};

struct Answers {
    std::shared_ptr<const Columns> columns;
    explicit Answers(const Facts& facts) : columns{build_columns(facts)} {}

    figures::Answer in(base::Period period, std::string_view figure, std::string_view organisation,
                       std::string_view by = {}) const {
        return answer(*columns, {.figure = figures::find(figure),
                                 .organisation = *columns->forest.find(organisation),
                                 .period = period,
                                 .structure = *period.valid_to - 1,
                                 .by = by,
                                 .wants_list = true});
    }
    std::int64_t on(base::Date day, std::string_view figure, std::string_view organisation) const {
        return in({day, day + 1}, figure, organisation).value;
    }
    figures::Answer of_2020(std::string_view figure, std::string_view organisation, std::string_view by = {}) const {
        return in(base::year_period(2020), figure, organisation, by);
    }
};

TEST(Answer, counts_members_on_a_day) {
    const Answers answers{Sample{}.facts};
    EXPECT_EQ(answers.on(date(2020, 2, 2), "members", "T"), 3);
    EXPECT_EQ(answers.on(date(2020, 2, 3), "members", "T"), 4);
    EXPECT_EQ(answers.on(date(2020, 11, 19), "members", "T"), 4);
    EXPECT_EQ(answers.on(date(2020, 11, 20), "members", "T"), 3);
    EXPECT_EQ(answers.on(date(2020, 3, 31), "members", "A"), 3);
    EXPECT_EQ(answers.on(date(2020, 4, 1), "members", "A"), 2);
    EXPECT_EQ(answers.on(date(2009, 12, 31), "members", "T"), 0);
}

TEST(Answer, breaks_down_by_columns_as_they_were_on_the_day) {
    const Answers answers{Sample{}.facts};
    const base::Period may{date(2020, 5, 14), date(2020, 5, 15)}, later{date(2020, 5, 15), date(2020, 5, 16)};
    EXPECT_EQ(answers.in(may, "members", "T", "exempt").by, (Parts{{"yes", 0}, {"no", 4}}));
    EXPECT_EQ(answers.in(later, "members", "T", "exempt").by, (Parts{{"yes", 1}, {"no", 3}}));
    EXPECT_EQ(answers.in(may, "members", "T", "status").by, (Parts{{"probationary", 2}, {"full", 2}}));
    EXPECT_EQ(answers.of_2020("members", "T", "status").by, (Parts{{"probationary", 1}, {"full", 2}}));
    EXPECT_EQ(answers.in(may, "members", "T", "minority").by, (Parts{{"yes", 1}, {"no", 3}}));
    EXPECT_EQ(answers.in(may, "members", "T", "age_band").by, (Parts{{"18_30", 2},
                                                                     {"31_35", 0},
                                                                     {"36_40", 1},
                                                                     {"41_45", 0},
                                                                     {"46_50", 0},
                                                                     {"51_55", 0},
                                                                     {"56_60", 0},
                                                                     {"over_60", 1}}));
    // Nothing is known of their occupation.
    EXPECT_EQ(answers.in(may, "members", "T", "occupation").by.back(), (Part{"", 4}));
}

TEST(Answer, breaks_down_by_organisation_and_cell) {
    const Answers answers{Sample{}.facts};
    EXPECT_EQ(answers.of_2020("members", "T", "organisation").by, (Parts{{"A", 1}, {"B", 2}}));
    EXPECT_EQ(answers.of_2020("members", "A", "organisation").by, (Parts{{"A1", 1}, {"A2", 0}}));
    EXPECT_EQ(answers.of_2020("members", "A1", "organisation").by, (Parts{{"A1", 1}}));
    EXPECT_EQ(answers.of_2020("members", "T", "cell").by, (Parts{{"A1", 1}, {"B1", 2}}));
}

TEST(Answer, counts_a_move_only_where_it_crosses_the_border) {
    const Answers answers{Sample{}.facts};
    // Within T nobody entered but the one admitted; from A to B one moved; within A it does not count.
    EXPECT_EQ(answers.of_2020("members.entered", "T").value, 1);
    EXPECT_EQ(answers.of_2020("members.left", "T").value, 1);
    EXPECT_EQ(answers.of_2020("members.entered", "A").value, 0);
    EXPECT_EQ(answers.of_2020("members.left", "A").value, 2);
    EXPECT_EQ(answers.of_2020("members.entered", "A2").value, 1);

    const auto entered = answers.of_2020("members.entered", "B", "kind").by;
    EXPECT_EQ(entered,
              (Parts{{"registered", 0}, {"admitted", 1}, {"transferred_in", 1}, {"restored", 0}, {"moved", 0}}));
    const auto left = answers.of_2020("members.left", "A", "kind").by;
    EXPECT_EQ(left.front(), (Part{"died", 1}));
    EXPECT_EQ(left.back(), (Part{"transferred_out", 1}));
    EXPECT_EQ(answers.of_2020("members.left", "A", "organisation").by, (Parts{{"A1", 1}, {"A2", 1}}));
    EXPECT_EQ(answers.of_2020("members.departed", "T").value, 1);
    EXPECT_EQ(answers.of_2020("members.admitted", "T").value, 1);
}

TEST(Answer, counts_a_full_member_after_probation_as_no_entry) {
    const Answers answers{Sample{}.facts};
    EXPECT_EQ(answers.of_2020("members.entered", "A1").value, 0);
    EXPECT_EQ(answers.of_2020("members.left", "A1").value, 2);  // Minh and Thu, not Lan.
}

TEST(Answer, finds_those_whose_grade_is_missing) {
    Sample sample;
    sample.facts.campaigns.push_back({sample.a, 2020});
    sample.facts.campaigns.push_back({sample.t, 2021});
    sample.facts.member_grades.push_back(
        {sample.minh, sample.b1, 2021, code(figures::member_grading, "grade", "good"), no_code});
    sample.facts.member_grades.push_back(
        {sample.nam, sample.b1, 2021, no_code, code(figures::member_grading, "not_graded_reason", "absent")});
    const Answers answers{sample.facts};
    // In 2020 only A is graded: Lan is there on 31/12.
    EXPECT_EQ(answers.of_2020("members.grade_missing", "T").value, 1);
    EXPECT_EQ(answers.of_2020("members.grade_missing", "B").value, 0);
    const auto of_2021 = base::year_period(2021);
    EXPECT_EQ(answers.in(of_2021, "members.to_grade", "T").value, 3);
    EXPECT_EQ(answers.in(of_2021, "members.graded", "T", "grade").by[1], (Part{"good", 1}));
    EXPECT_EQ(answers.in(of_2021, "members.not_graded", "T").value, 1);
    const auto missing = answers.in(of_2021, "members.grade_missing", "T");
    EXPECT_EQ(missing.list, (std::vector<figures::Item>{{sample.facts.members[sample.lan].id, "A1"}}));
    EXPECT_EQ(answers.of_2020("grassroots_organisations.grade_missing", "T").value, 1);
    EXPECT_EQ(answers.in(of_2021, "grassroots_organisations.grade_missing", "T").value, 2);
}

TEST(Answer, takes_one_of_two_grades_of_a_year) {
    Sample sample;
    const auto reason = code(figures::member_grading, "not_graded_reason", "absent");
    const auto good = code(figures::member_grading, "grade", "good"),
               completed = code(figures::member_grading, "grade", "completed");
    sample.facts.campaigns = {{sample.a, 2020}, {sample.t, 2020}};
    sample.facts.member_grades = {{sample.lan, sample.a1, 2020, no_code, reason},
                                  {sample.lan, sample.a1, 2020, good, no_code},
                                  {sample.lan, sample.a1, 2020, completed, no_code}};
    const Answers answers{sample.facts};
    EXPECT_EQ(answers.of_2020("members.graded", "A", "grade").by,
              (Parts{{"excellent", 0}, {"good", 1}, {"completed", 0}, {"not_completed", 0}}));
    EXPECT_EQ(answers.of_2020("members.not_graded", "A").value, 0);
}

TEST(Answer, counts_organisations_by_kind) {
    const Answers answers{Sample{}.facts};
    EXPECT_EQ(answers.of_2020("organisations", "T").value, 6);
    EXPECT_EQ(answers.of_2020("organisations", "T", "organisation").by, (Parts{{"A", 3}, {"B", 2}, {"T", 1}}));
    EXPECT_EQ(answers.of_2020("grassroots_organisations", "T").value, 2);
    EXPECT_EQ(answers.of_2020("cells", "A").value, 2);
}

// More rows than one block of the scan.
TEST(Answer, counts_across_blocks) {
    FactsWriter writer;
    const auto t = writer.organisation("T"), cell = writer.organisation("C");
    writer.version(t, "grassroots_party", none, 0);
    writer.version(cell, "cell", t, 0);
    for (int i = 0; i < 10'000; ++i) {
        const auto member = writer.member(date(1990, 1, 1), i % 3 ? "male" : "female");
        writer.stays(member, cell, date(2000, 1, 1), i % 5 ? std::optional<base::Date>{} : date(2010, 1, 1));
    }
    const Answers answers{writer.facts};
    const auto answer = answers.of_2020("members", "T", "sex");
    EXPECT_EQ(answer.value, 8'000);
    EXPECT_EQ(answer.list.size(), 8'000u);
    EXPECT_EQ(answer.by, (Parts{{"male", 5'333}, {"female", 2'667}}));
}

}  // namespace
}  // namespace stats_test
