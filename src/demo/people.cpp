// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/people.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

#include "base/text.h"
#include "demo/numbering.h"
#include "demo/person.h"
#include "records/organisation.h"

namespace demo {
namespace {

using records::DepartureKind;

struct Slot {
    std::size_t cell;
    DemoRole role = DemoRole::ordinary;
};

// One slot for each home member on 31/12/2020, in random order.
std::vector<Slot> make_slots(DemoRandom& random, const DemoCity& city) {
    std::vector<Slot> slots;
    for (std::size_t cell = 0; cell < city.size(); ++cell)
        for (int i = 0; i < city[cell].members; ++i) slots.push_back({cell});
    random.shuffle(slots);
    return slots;
}

// Gives `count` slots that role. Admission is hard in residential areas, so those are often passed over.
void give_role(DemoRandom& random, const DemoCity& city, std::vector<Slot>& slots, std::vector<int>& may_be_new,
               DemoRole role, int count) {
    for (std::size_t i = 0; count > 0; i = (i + 1) % slots.size()) {
        auto& slot = slots[i];
        if (slot.role != DemoRole::ordinary) continue;
        if (role != DemoRole::transferred_in) {
            if (city[slot.cell].milieu == DemoMilieu::residential && !random.chance(35)) continue;
            if (may_be_new[slot.cell] == 0) continue;
            --may_be_new[slot.cell];
        }
        slot.role = role;
        --count;
    }
}

std::vector<DemoPerson> make_present(DemoRandom& random, const DemoCity& city, const DemoNumbers& numbers) {
    auto slots = make_slots(random, city);
    // At most a fifth of a cell is new, and three full members stay in the smallest.
    std::vector<int> may_be_new;
    for (const auto& organisation : city) may_be_new.push_back(organisation.members / 5);
    give_role(random, city, slots, may_be_new, DemoRole::admitted, numbers.admitted);
    give_role(random, city, slots, may_be_new, DemoRole::recognised, numbers.recognised);
    give_role(random, city, slots, may_be_new, DemoRole::transferred_in,
              numbers.transferred_in - numbers.came_and_went);
    std::vector<DemoPerson> people;
    people.reserve(slots.size());
    for (const auto& slot : slots) people.push_back(make_demo_person(random, city, slot.cell, slot.role));
    return people;
}

// The dead are mostly of residential cells; the others of any.
std::size_t draw_cell_to_leave(DemoRandom& random, const DemoCity& city, const std::vector<std::size_t>& cells,
                               DemoRole role) {
    while (true) {
        const auto cell = random.pick(cells);
        const bool is_residential = city[cell].milieu == DemoMilieu::residential;
        if (role == DemoRole::died && !is_residential && !random.chance(4)) continue;
        return cell;
    }
}

void add_leavers(DemoRandom& random, const DemoCity& city, const DemoNumbers& numbers,
                 std::vector<DemoPerson>& people) {
    std::vector<std::size_t> cells;
    for (std::size_t i = 0; i < city.size(); ++i)
        if (city[i].members > 0) cells.push_back(i);
    const auto add = [&](int count, DemoRole role, DepartureKind kind) {
        for (int i = 0; i < count; ++i)
            people.push_back(make_demo_person(random, city, draw_cell_to_leave(random, city, cells, role), role, kind));
    };
    add(numbers.died, DemoRole::died, DepartureKind::died);
    add(numbers.expelled, DemoRole::dismissed, DepartureKind::expelled);
    add(numbers.struck_off, DemoRole::dismissed, DepartureKind::struck_off);
    add(numbers.struck_off_probationary, DemoRole::struck_off_probationary, DepartureKind::struck_off);
    add(numbers.left_on_request, DemoRole::dismissed, DepartureKind::left_on_request);
    add(numbers.transferred_out - numbers.came_and_went, DemoRole::transferred_out, DepartureKind::transferred_out);
    add(numbers.came_and_went, DemoRole::came_and_went, DepartureKind::transferred_out);
}

bool may_be_exempt(const DemoPerson& person) {
    return person.recognised_on && *person.recognised_on < demo_year_start && person.member_from < demo_year_start &&
           !person.departure && !person.exemption && !person.suspended_from;
}

struct Ground {
    std::string_view code;
    int share;  // Of 84.
    int youngest, oldest;
    bool women_only;
};
constexpr Ground rare_grounds[]{
    {"long_treatment", 3, 40, 66, false},      {"abroad_alone", 2, 28, 50, false}, {"itinerant_work", 2, 26, 48, false},
    {"awaiting_retirement", 1, 59, 59, false}, {"maternity", 2, 26, 36, true},
};

// Grounds for less than a year: begun in 2020 and still holding.
int add_rare_exemptions(DemoRandom& random, const DemoNumbers& numbers, std::vector<DemoPerson>& people) {
    int given = 0;
    for (const auto& ground : rare_grounds) {
        int left = ground.share * numbers.exempt / DemoNumbers{}.exempt;
        for (std::size_t i = 0; i < people.size() && left > 0; ++i) {
            auto& person = people[i];
            const int age = demo_year - person.born.year();
            if (!may_be_exempt(person) || age < ground.youngest || age > ground.oldest) continue;
            if (ground.women_only && person.sex != records::Sex::female) continue;
            person.exemption = {random.day_between(base::date(demo_year, 3, 1), base::date(demo_year, 11, 30)),
                                ground.code};
            --left;
            ++given;
        }
    }
    return given;
}

// The oldest, give or take some years, and never so many of one cell that it could not work.
void add_exemptions_of_age(DemoRandom& random, const DemoCity& city, int count, std::vector<DemoPerson>& people) {
    std::vector<std::pair<int, std::size_t>> order;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (may_be_exempt(people[i]) && people[i].occupation == "retired")
            order.emplace_back(people[i].born.year() + random.between(0, 14), i);
    std::sort(order.begin(), order.end());
    std::vector<int> in_cell(city.size());
    for (const auto& [key, i] : order) {
        auto& person = people[i];
        if (count == 0) break;
        if (in_cell[person.cell] * 5 >= city[person.cell].members) continue;
        ++in_cell[person.cell];
        --count;
        const auto first = std::max(person.member_from + 30, base::date(2015, 3, 1));
        person.exemption = {random.day_between(first, base::date(demo_year, 11, 30)), "age_or_health"};
    }
    CHECK(count == 0);
}

void add_suspensions(DemoRandom& random, const DemoNumbers& numbers, std::vector<DemoPerson>& people) {
    std::vector<std::size_t> order(people.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(order);
    int left = numbers.suspended;
    for (const auto i : order) {
        const int age = demo_year - people[i].born.year();
        if (left == 0) break;
        if (!may_be_exempt(people[i]) || age < 29 || age > 58) continue;
        people[i].suspended_from = random.day_between(base::date(demo_year, 7, 1), base::date(demo_year, 12, 10));
        --left;
    }
    CHECK(left == 0);
}

}  // namespace

std::vector<DemoPerson> make_demo_people(DemoRandom& random, const DemoCity& city, const DemoNumbers& numbers) {
    auto people = make_present(random, city, numbers);
    const int rare = add_rare_exemptions(random, numbers, people);
    add_exemptions_of_age(random, city, numbers.exempt - rare, people);
    add_suspensions(random, numbers, people);
    add_leavers(random, city, numbers, people);
    number_demo_people(random, people);

    std::vector<std::tuple<std::size_t, std::string, std::size_t>> order;
    for (std::size_t i = 0; i < people.size(); ++i)
        order.emplace_back(people[i].cell, base::name_sort_key(people[i].full_name), i);
    std::sort(order.begin(), order.end());
    std::vector<DemoPerson> sorted;
    sorted.reserve(people.size());
    for (const auto& [cell, name, i] : order) sorted.push_back(std::move(people[i]));
    return sorted;
}

}  // namespace demo
