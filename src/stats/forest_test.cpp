// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/forest.h"

#include "stats/sample_facts.h"

namespace stats_test {
namespace {

// T above A and B; the cell C1 moves from A to B on 01/07/2020; C2 below A ends on 01/03/2020; C3 below B begins in
// 2021.
struct Sample : FactsWriter {
    std::uint32_t t = organisation("T"), b = organisation("T.B"), a = organisation("T.A"), c1 = organisation("T.A.1"),
                  c2 = organisation("T.A.2"), c3 = organisation("T.B.3");
    Sample() {
        version(t, "provincial", none, to_day(date(2015, 1, 1)));
        version(a, "grassroots_party", t, to_day(date(2015, 1, 1)));
        version(b, "grassroots_party", t, to_day(date(2015, 1, 1)));
        version(c1, "cell", b, to_day(date(2020, 7, 1)));
        version(c1, "cell", a, to_day(date(2015, 1, 1)), to_day(date(2020, 7, 1)));
        version(c2, "cell", a, to_day(date(2015, 1, 1)), to_day(date(2020, 3, 1)));
        version(c3, "cell", b, to_day(date(2021, 1, 1)));
    }
};

std::vector<std::string> subtree(const Forest& forest, std::string_view code, base::Date on) {
    std::vector<std::string> codes;
    for (const Place place : forest.tree_on(to_day(on)).subtree(*forest.find(code)))
        codes.push_back(forest.code(place));
    return codes;
}

using Strings = std::vector<std::string>;

TEST(Forest, has_a_tree_for_every_day_on_which_a_superior_changes) {
    const Forest forest{Sample{}.facts};
    ASSERT_EQ(forest.trees().size(), 2u);
    EXPECT_EQ(forest.trees()[1].since, to_day(date(2020, 7, 1)));
    EXPECT_EQ(subtree(forest, "T", date(2020, 6, 30)), (Strings{"T", "T.A", "T.A.1", "T.A.2", "T.B", "T.B.3"}));
    EXPECT_EQ(subtree(forest, "T", date(2020, 7, 1)), (Strings{"T", "T.A", "T.A.2", "T.B", "T.A.1", "T.B.3"}));
    EXPECT_EQ(subtree(forest, "T.B", date(2020, 6, 30)), (Strings{"T.B", "T.B.3"}));
    EXPECT_EQ(subtree(forest, "T.B", date(2030, 1, 1)), (Strings{"T.B", "T.A.1", "T.B.3"}));
}

TEST(Forest, keeps_what_has_ended_where_it_was) {
    const Forest forest{Sample{}.facts};
    EXPECT_EQ(subtree(forest, "T.A", date(2025, 1, 1)), (Strings{"T.A", "T.A.2"}));
    const Place ended = *forest.find("T.A.2"), future = *forest.find("T.B.3");
    EXPECT_TRUE(forest.exists_on(ended, to_day(date(2020, 2, 29))));
    EXPECT_FALSE(forest.exists_on(ended, to_day(date(2020, 3, 1))));
    EXPECT_FALSE(forest.exists_on(future, to_day(date(2020, 12, 31))));
    EXPECT_TRUE(forest.exists_on(future, to_day(date(2021, 1, 1))));
}

TEST(Forest, numbers_places_in_preorder_of_the_latest_tree) {
    const Forest forest{Sample{}.facts};
    const Tree& latest = forest.trees().back();
    for (Place place = 0; place < forest.size(); ++place) EXPECT_EQ(latest.order[place], place);
    EXPECT_FALSE(forest.find("T.C"));
    EXPECT_FALSE(forest.find(""));
}

TEST(Forest, names_those_directly_below) {
    const Forest forest{Sample{}.facts};
    const auto children = [&](std::string_view code, base::Date on) {
        Strings codes;
        for (const Place place : forest.tree_on(to_day(on)).children(*forest.find(code)))
            codes.push_back(forest.code(place));
        return codes;
    };
    EXPECT_EQ(children("T", date(2020, 1, 1)), (Strings{"T.A", "T.B"}));
    EXPECT_EQ(children("T.A", date(2020, 1, 1)), (Strings{"T.A.1", "T.A.2"}));
    EXPECT_EQ(children("T.A.1", date(2020, 1, 1)), (Strings{}));
}

TEST(Forest, survives_superiors_in_a_circle) {
    FactsWriter writer;
    const auto x = writer.organisation("X"), y = writer.organisation("Y"), root = writer.organisation("R");
    writer.version(root, "provincial", none, 0);
    writer.version(x, "cell", y, 0);
    writer.version(y, "cell", x, 0);
    const Forest forest{writer.facts};
    EXPECT_EQ(subtree(forest, "R", date(2020, 1, 1)), (Strings{"R"}));
    EXPECT_EQ(subtree(forest, "X", date(2020, 1, 1)), (Strings{"X", "Y"}));
}

TEST(Forest, may_be_empty) {
    const Forest forest{Facts{}};
    EXPECT_EQ(forest.size(), 0u);
    EXPECT_FALSE(forest.find("T"));
}

TEST(Forest, knows_who_took_over_from_whom) {
    Sample sample;
    sample.facts.successions = {{sample.c2, sample.c1}, {sample.c2, sample.c3}};
    const Forest forest{sample.facts};
    const auto codes = [&](std::span<const Place> places) {
        Strings all;
        for (const Place place : places) all.push_back(forest.code(place));
        return all;
    };
    EXPECT_EQ(codes(forest.successors_of(*forest.find("T.A.2"))), (Strings{"T.A.1", "T.B.3"}));
    EXPECT_EQ(codes(forest.predecessors_of(*forest.find("T.B.3"))), (Strings{"T.A.2"}));
    EXPECT_TRUE(forest.successors_of(*forest.find("T")).empty());
    EXPECT_TRUE(forest.has_ended_by(*forest.find("T.A.2"), to_day(date(2020, 3, 1))));
    EXPECT_FALSE(forest.has_ended_by(*forest.find("T.A.2"), to_day(date(2020, 2, 29))));
    EXPECT_FALSE(forest.has_ended_by(*forest.find("T"), to_day(date(2020, 3, 1))));
}

TEST(Forest, finds_an_organisation_by_its_id) {
    const Sample sample;
    const Forest forest{sample.facts};
    for (const auto& organisation : sample.facts.organisations)
        EXPECT_EQ(forest.find(organisation.id), forest.find(organisation.code));
    EXPECT_FALSE(forest.find(base::Uuid{}));
}

}  // namespace
}  // namespace stats_test
