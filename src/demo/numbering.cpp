// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/numbering.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace demo {
namespace {

std::string with_zeros(std::size_t number, std::size_t digits) {
    auto text = std::to_string(number);
    CHECK(text.size() <= digits);
    return std::string(digits - text.size(), '0') + text;
}

template <class Key>
std::vector<std::size_t> in_order(std::size_t count, Key key) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });
    return order;
}

void give_profile_numbers(DemoRandom& random, std::vector<DemoPerson>& people) {
    // Members admitted elsewhere keep the number of that province.
    constexpr std::string_view elsewhere[]{"TTH", "QB", "NA", "HT", "HN", "ĐNA"};
    std::size_t number = 1;
    for (const auto i : in_order(people.size(), [&](auto place) { return people[place].ceremony_on; })) {
        const bool came = people[i].entry == records::Entry::transferred_in && random.chance(20);
        people[i].profile_number = with_zeros(number, 6).append(came ? random.pick(elsewhere) : "QT");
        number += random.below(3) + 1;
    }
}

void give_card_numbers(DemoRandom& random, std::vector<DemoPerson>& people) {
    // Cards come two months after recognition.
    const auto last_issue = demo_year_end - 60;
    std::size_t number = 1100;
    const auto recognised = [&](auto place) { return people[place].recognised_on.value_or(demo_year_end); };
    for (const auto i : in_order(people.size(), recognised)) {
        if (!people[i].recognised_on || *people[i].recognised_on > last_issue) continue;
        people[i].card_number = "45" + with_zeros(number, 6);
        number += random.below(4) + 1;
    }
}

// Province, century and sex, year of birth, then six digits that real numbers do not reach.
std::string personal_id(const DemoPerson& person, std::size_t serial) {
    const int century_and_sex = (person.born.year() >= 2000 ? 2 : 0) + (person.sex == records::Sex::female ? 1 : 0);
    return person.personal_id + std::to_string(century_and_sex) +
           with_zeros(static_cast<std::size_t>(person.born.year() % 100), 2) + with_zeros(serial, 6);
}

void give_personal_ids(DemoRandom& random, std::vector<DemoPerson>& people) {
    CHECK(people.size() < 100'000);
    for (std::size_t i = 0; i < people.size(); ++i) {
        // Who came late for a card has a serial of another series.
        const std::size_t series = random.chance(people[i].born.year() < 1945 ? 25 : 4) ? 600'000 : 900'000;
        // 7919 is prime to 100,000: no serial comes twice.
        people[i].personal_id = personal_id(people[i], series + (i * 7919 + 13) % 100'000);
    }
}

}  // namespace

void number_demo_people(DemoRandom& random, std::vector<DemoPerson>& people) {
    give_profile_numbers(random, people);
    give_card_numbers(random, people);
    give_personal_ids(random, people);
}

}  // namespace demo
