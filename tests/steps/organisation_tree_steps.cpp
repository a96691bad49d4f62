// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/messages.h"
#include "rules/organisation_tree.h"
#include "schema/parse.h"
#include "tests/support/scenario.h"

namespace {

using rules::OrganisationTree;
using scenario::expect_equal;
using scenario::Failed;
using scenario::Given;

struct World {
    OrganisationTree tree;
    std::vector<base::Refusal> refusals;
};

// Invented, but the same for the same code: a code names one organisation.
rules::OrganisationId id_of(std::string_view code) {
    base::Uuid id;
    for (std::size_t i = 0; i < code.size(); ++i) id.bytes.at(i) = static_cast<std::uint8_t>(code[i]);
    return {id};
}

OrganisationTree read_tree(base::Date on, const scenario::Table& table) {
    const schema::LabelIndex kinds{records::organisation_kinds};
    std::vector<rules::OrganisationNode> nodes;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto* kind = kinds.find(table.at(row, "loại hình"));
        if (!kind) throw Failed{"không có loại hình: " + table.at(row, "loại hình")};
        const auto& superior = table.at(row, "trực thuộc");
        nodes.push_back({.id = id_of(table.at(row, "mã")),
                         .code = table.at(row, "mã"),
                         .name = table.at(row, "tên"),
                         .kind = *schema::parse_code<records::OrganisationKind>(kind->code),
                         .unit_type = {},
                         .superior = superior.empty() ? std::nullopt : std::optional{id_of(superior)}});
    }
    return {on, std::move(nodes)};
}

OrganisationTree::Place place_of(const World& world, const std::string& code) {
    const auto place = world.tree.find(code);
    if (!place) throw Failed{"cây không có: " + code};
    return *place;
}

scenario::Table as_table(const std::vector<base::Refusal>& refusals) {
    scenario::Table table{{"điểm sai", "theo"}, {}};
    for (const auto& refusal : refusals)
        table.rows.push_back({base::message({refusal.code, refusal.args, {}}), refusal.source});
    return table;
}

void sentences(scenario::Sentences<World>& s) {
    s.add("cây tổ chức ngày {date}:",
          [](World& world, const Given& given) { world.tree = read_tree(given.date(0), given.table()); });
    s.add("xét cây tổ chức", [](World& world, const Given&) { world.refusals = rules::examine_tree(world.tree); });
    s.add("không có gì sai", [](World& world, const Given&) { expect_equal(as_table(world.refusals), as_table({})); });
    s.add("các điểm sai là:",
          [](World& world, const Given& given) { expect_equal(as_table(world.refusals), given.table()); });
    s.add("sai ở {string}, theo {string}", [](World& world, const Given& given) {
        expect_equal(static_cast<std::int64_t>(world.refusals.size()), 1);
        expect_equal(world.refusals[0].code, given[0]);
        expect_equal(world.refusals[0].source, given[1]);
    });
    s.add("dưới {string} có {int} tổ chức", [](World& world, const Given& given) {
        const auto below = world.tree.subtree(place_of(world, given[0])).size() - 1;
        expect_equal(static_cast<std::int64_t>(below), given.integer(1));
    });
    s.add("từ {string} lên là: {}", [](World& world, const Given& given) {
        std::string codes;
        for (const auto place : world.tree.path(place_of(world, given[0])))
            if (const auto& code = world.tree[place].code; code != given[0])
                codes += (codes.empty() ? "" : ", ") + code;
        expect_equal(codes.empty() ? "không có" : codes, given[1]);
    });
}

}  // namespace

SCENARIOS(World, sentences, "rules/organisation_tree.feature")
