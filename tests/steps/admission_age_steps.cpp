// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/admission_age.h"
#include "tests/support/scenario.h"

namespace {

using scenario::expect_equal;
using scenario::Failed;
using scenario::Given;

struct World {
    base::PartialDate born_on;
    std::optional<rules::TooYoung> answer;
};

void sentences(scenario::Sentences<World>& s) {
    s.add("người sinh ngày {}", [](World& world, const Given& given) {
        const auto born_on = base::parse_vietnamese_partial_date(given[0]);
        if (!born_on) throw Failed{"không phải là ngày: " + given[0]};
        world.born_on = *born_on;
    });
    s.add("kết nạp ngày {date}", [](World& world, const Given& given) {
        world.answer = rules::too_young_to_admit(world.born_on, given.date(0));
    });
    s.add("đủ tuổi", [](World& world, const Given&) {
        if (world.answer) throw Failed{"chưa đủ tuổi: " + std::to_string(world.answer->age_months) + " tháng"};
    });
    s.add("chưa đủ tuổi: mới {int} trong {int} tháng, theo {string}", [](World& world, const Given& given) {
        if (!world.answer) throw Failed{"đủ tuổi"};
        expect_equal(world.answer->age_months, given.integer(0));
        expect_equal(world.answer->age_months_min, given.integer(1));
        expect_equal(world.answer->source, given[2]);
    });
}

}  // namespace

SCENARIOS(World, sentences, "rules/admission_age.feature")
