// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/organisation_tree.h"

#include <gtest/gtest.h>

namespace rules {
namespace {

using records::OrganisationKind;

OrganisationNode node(std::uint8_t number, OrganisationKind kind, std::optional<std::uint8_t> superior = {}) {
    OrganisationNode result;
    result.id = {base::Uuid{{number}}};
    result.code = "O" + std::to_string(number);
    result.name = "Tổ chức " + std::to_string(number);
    result.kind = kind;
    if (superior) result.superior = OrganisationId{base::Uuid{{*superior}}};
    return result;
}

TEST(OrganisationTree, OfNothingIsEmpty) {
    const OrganisationTree tree;
    EXPECT_TRUE(tree.nodes().empty());
    EXPECT_FALSE(tree.find("O1"));
    EXPECT_TRUE(examine_tree(tree).empty());
}

TEST(OrganisationTree, ChildrenComeInOrderOfCode) {
    using enum OrganisationKind;
    const OrganisationTree tree{base::date(2020, 12, 31),
                                {node(9, cell, 1), node(3, cell, 1), node(1, grassroots_party), node(5, cell, 1)}};
    std::string codes;
    for (const auto child : tree.children(*tree.find("O1"))) codes += tree[child].code + " ";
    EXPECT_EQ(codes, "O3 O5 O9 ");
    EXPECT_EQ(tree.on(), base::date(2020, 12, 31));
}

TEST(OrganisationTree, APathEndsAtASuperiorThatIsNotThere) {
    const OrganisationTree tree{base::date(2020, 12, 31), {node(1, OrganisationKind::cell, 7)}};
    EXPECT_EQ(tree.path(0).size(), 1u);
    EXPECT_EQ(examine_tree(tree).at(0).code, "organisation.superior_missing");
}

// Every Party organisation below every other: what is allowed, all at a glance. Rows stand below columns.
TEST(ExamineLevel, WhoMayStandBelowWhom) {
    constexpr std::string_view kinds[] = {
        "central",         "provincial",    "district", "superior",       "commune", "grassroots_party",
        "grassroots_cell", "section_party", "cell",     "temporary_cell", "group"};
    // clang-format off
    constexpr std::string_view allowed[] = {
        //  C P D S M G g B c t o
        /* central          */ "...........",
        /* provincial       */ "x..........",
        /* district         */ "xx.........",
        /* superior         */ "xxx........",
        /* commune          */ "xxx........",
        /* grassroots_party */ "xxxxx......",
        /* grassroots_cell  */ "xxxxx......",
        /* section_party    */ ".....x.....",
        /* cell             */ "xxxxxx.x...",
        /* temporary_cell   */ "xxxxxx.x...",
        /* group            */ "......x.xx.",
    };
    // clang-format on
    for (std::size_t below = 0; below < std::size(kinds); ++below)
        for (std::size_t above = 0; above < std::size(kinds); ++above) {
            const auto refusal =
                examine_level(node(2, *schema::parse_code<OrganisationKind>(kinds[below])),
                              node(1, *schema::parse_code<OrganisationKind>(kinds[above])), base::date(2025, 7, 1));
            EXPECT_EQ(!refusal, allowed[below][above] == 'x') << kinds[below] << " below " << kinds[above];
            EXPECT_TRUE(!refusal || !refusal->source.empty())
                << "no article: " << kinds[below] << " below " << kinds[above];
        }
}

TEST(ExamineLevel, BodiesOutsideThePartyMayStandAnywhere) {
    using enum OrganisationKind;
    EXPECT_FALSE(examine_level(node(2, state_body), node(1, district), base::date(2025, 7, 1)));
    EXPECT_FALSE(examine_level(node(2, enterprise), node(1, state_body), base::date(2025, 7, 1)));
    EXPECT_EQ(examine_level(node(2, cell), node(1, enterprise), base::date(2025, 7, 1))->code,
              "organisation.superior_not_party");
}

}  // namespace
}  // namespace rules
