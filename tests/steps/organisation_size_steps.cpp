// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/organisation_size.h"

#include "tests/support/scenario.h"

namespace {

using scenario::expect_equal;
using scenario::Given;

struct World {
    rules::OrganisationSize size;
    std::vector<base::Refusal> refusals;
};

std::string codes(const World& world) {
    std::string text;
    for (const auto& refusal : world.refusals) text += (text.empty() ? "" : ", ") + refusal.code;
    return text.empty() ? "đúng quy định" : text;
}

void sentences(scenario::Sentences<World>& s) {
    s.add("{string} có {int} đảng viên, trong đó {int} chính thức", [](World& world, const Given& given) {
        for (const auto& code : records::organisation_kinds.codes)
            if (code.label == given[0]) world.size.kind = *schema::parse_code<records::OrganisationKind>(code.code);
        world.size.name = given[0];
        world.size.members = given.integer(1);
        world.size.full_members = given.integer(2);
    });
    s.add("cấp trên đã đồng ý bằng văn bản",
          [](World& world, const Given&) { world.size.has_superior_consent = true; });
    s.add("kiểm tra ngày {date}",
          [](World& world, const Given& given) { world.refusals = rules::examine_size(world.size, given.date(0)); });
    s.add("kết quả là {string}", [](World& world, const Given& given) { expect_equal(codes(world), given[0]); });
    s.add("kết quả là {string} theo {string}", [](World& world, const Given& given) {
        expect_equal(codes(world), given[0]);
        expect_equal(world.refusals.at(0).source, given[1]);
    });
}

}  // namespace

SCENARIOS(World, sentences, "rules/organisation_size.feature")
