// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/model.h"

#include "demo/city.h"
#include "demo/grades.h"
#include "demo/people.h"

namespace demo {

DemoNumbers demo_numbers(DemoScale scale) {
    DemoNumbers numbers;
    if (scale == DemoScale{}) return numbers;
    const auto scaled = [&](int count) {
        return static_cast<int>(std::int64_t{count} * scale.members / DemoNumbers{}.members);
    };
    for (int* count : {&numbers.admitted, &numbers.recognised, &numbers.transferred_in, &numbers.died,
                       &numbers.expelled, &numbers.struck_off, &numbers.struck_off_probationary,
                       &numbers.left_on_request, &numbers.transferred_out, &numbers.came_and_went, &numbers.exempt,
                       &numbers.suspended, &numbers.excellent, &numbers.completed, &numbers.not_completed})
        *count = scaled(*count);
    numbers.members = scale.members;
    return numbers;
}

DemoModel make_demo_model(DemoScale scale) {
    DemoRandom random{1930'02'03};
    DemoModel model;
    model.numbers = demo_numbers(scale);
    model.city = make_demo_city(random, scale);
    model.people = make_demo_people(random, model.city, model.numbers);
    model.member_grades = make_demo_member_grades(random, model.city, model.people, model.numbers);
    model.organisation_grades = make_demo_organisation_grades(model.city);
    return model;
}

}  // namespace demo
