// SPDX-License-Identifier: AGPL-3.0-or-later
#include <optional>
#include <string>

#include "base/date.h"
#include "tests/support/scenario.h"

namespace {

using scenario::expect_equal;
using scenario::Given;

struct World {
    std::optional<base::PartialDate> read;
    base::Date from, to;
};

void sentences(scenario::Sentences<World>& s) {
    s.add("đọc {string}",
          [](World& world, const Given& given) { world.read = base::parse_vietnamese_partial_date(given[0]); });
    s.add("được ngày {}, sớm nhất là {date}, muộn nhất là {date}", [](World& world, const Given& given) {
        if (!world.read) throw scenario::Failed{"không đọc được"};
        expect_equal(base::to_vietnamese(*world.read), given[0]);
        expect_equal(base::to_vietnamese(world.read->first_day()), base::to_vietnamese(given.date(1)));
        expect_equal(base::to_vietnamese(world.read->last_day()), base::to_vietnamese(given.date(2)));
    });
    s.add("không đọc được", [](World& world, const Given&) {
        if (world.read) throw scenario::Failed{"đọc được: " + base::to_vietnamese(*world.read)};
    });
    s.add("đếm từ ngày {date} đến ngày {date}", [](World& world, const Given& given) {
        world.from = given.date(0);
        world.to = given.date(1);
    });
    s.add("được {int} tháng tròn và {int} năm tròn", [](World& world, const Given& given) {
        expect_equal(base::months_between(world.from, world.to), given.integer(0));
        expect_equal(base::years_between(world.from, world.to), given.integer(1));
    });
}

}  // namespace

SCENARIOS(World, sentences, "base/date.feature")
