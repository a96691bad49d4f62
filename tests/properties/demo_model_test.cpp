// SPDX-License-Identifier: AGPL-3.0-or-later
// The made-up city of 2020: every published number exactly, and the laws that any register must keep.
#include <gtest/gtest.h>

#include <set>

#include "demo/apportion.h"
#include "demo/model.h"
#include "demo/random.h"
#include "records/identifiers.h"
#include "rules/admission_age.h"
#include "rules/organisation_tree.h"

namespace demo {
namespace {

using records::DepartureKind;
using records::Entry;
using records::Grade;
using records::NotGradedReason;
using records::OrganisationKind;

const DemoModel& city_model() {
    static const DemoModel model = make_demo_model();
    return model;
}

template <class Predicate>
long count_people(Predicate predicate) {
    const auto& people = city_model().people;
    return std::count_if(people.begin(), people.end(), predicate);
}

template <class Value>
long count_grades(const std::vector<DemoGrade>& grades, std::optional<Value> DemoGrade::*field, Value value) {
    return std::count_if(grades.begin(), grades.end(), [&](const DemoGrade& row) { return row.*field == value; });
}

rules::OrganisationTree tree_on(const DemoCity& city, base::Date day) {
    const auto id = [](std::size_t place) {
        base::Uuid uuid{};
        for (std::size_t i = 0; i < 4; ++i) uuid.bytes[15 - i] = static_cast<std::uint8_t>((place + 1) >> (8 * i));
        return rules::OrganisationId{uuid};
    };
    std::vector<rules::OrganisationNode> nodes;
    for (std::size_t place = 0; place < city.size(); ++place)
        if (const auto& one = city[place]; one.valid_from <= day)
            nodes.push_back({.id = id(place),
                             .code = one.code,
                             .name = one.name,
                             .kind = one.kind,
                             .unit_type = std::string{one.unit_type},
                             .superior = one.superior ? std::optional{id(*one.superior)} : std::nullopt,
                             .has_superior_consent = !one.superior_consent.empty()});
    return {day, std::move(nodes)};
}

TEST(DemoCity, HasFortyNineGrassrootsOrganisationsAndAboutFourHundredCells) {
    const auto& city = city_model().city;
    long grassroots = 0, wards = 0, cells = 0, sections = 0;
    for (const auto& one : city) {
        grassroots += records::is_grassroots(one.kind);
        wards += one.unit_type == "ward";
        cells += records::is_cell(one.kind);
        sections += one.kind == OrganisationKind::section_party;
        EXPECT_EQ(records::is_cell(one.kind), one.members > 0) << one.name;
        EXPECT_EQ(records::is_grassroots(one.kind), records::unit_types.index_of(one.unit_type).has_value())
            << one.name;
        EXPECT_TRUE(records::is_organisation_code(one.code));
    }
    EXPECT_EQ(grassroots, 49);
    EXPECT_EQ(wards, 9);
    EXPECT_GE(cells, 380);
    EXPECT_LE(cells, 420);
    EXPECT_EQ(sections, 6);
    EXPECT_EQ(city.front().code, "DH");
    EXPECT_EQ(city.front().kind, OrganisationKind::district);
}

TEST(DemoCity, IsAValidTreeFromTheBeginningOfTheRegister) {
    const auto& city = city_model().city;
    for (const auto day : {demo_register_start, demo_year_start, demo_year_end}) {
        const auto tree = tree_on(city, day);
        EXPECT_EQ(tree.nodes().size(), city.size());
        EXPECT_TRUE(rules::examine_tree(tree).empty());
        EXPECT_EQ(tree.subtree(*tree.find("DH")).size(), city.size());
    }
    for (const auto& one : city)
        if (one.superior) { EXPECT_GE(one.valid_from, city[*one.superior].valid_from) << one.code; }
}

TEST(DemoCity, FormsOrganisationsByTheirSize) {
    const auto& [numbers, city, people, member_grades, organisation_grades] = city_model();
    std::vector<int> members(city.size()), full(city.size());
    for (const auto& person : people)
        if (person.is_member(demo_year_end)) {
            ++members[person.cell];
            full[person.cell] += person.status() == records::MembershipStatus::full;
        }
    std::vector<int> in_grassroots(city.size());
    int crowded = 0;
    for (std::size_t place = 0; place < city.size(); ++place) {
        EXPECT_EQ(members[place], city[place].members) << city[place].code;
        if (!records::is_cell(city[place].kind)) continue;
        EXPECT_GE(full[place], 3) << city[place].code;
        in_grassroots[*city[place].grassroots] += members[place];
        crowded += members[place] > 30;
        EXPECT_EQ(members[place] > 30, !city[place].superior_consent.empty()) << city[place].code;
    }
    EXPECT_LE(crowded, 10);
    for (std::size_t place = 0; place < city.size(); ++place)
        if (records::is_grassroots(city[place].kind)) {
            EXPECT_EQ(in_grassroots[place] >= 30, city[place].kind == OrganisationKind::grassroots_party)
                << city[place].name;
        }
}

TEST(DemoPeople, MoveSoThatTheYearEndsWithSixThousand) {
    const auto home = [](base::Date day) { return count_people([=](const auto& p) { return p.is_member(day); }); };
    const auto came = [](Entry entry) {
        return count_people([=](const auto& p) { return p.member_from >= demo_year_start && p.entry == entry; });
    };
    const auto left = count_people([](const auto& p) { return p.departure.has_value(); });
    EXPECT_EQ(home(demo_year_end), 6000);
    EXPECT_EQ(home(demo_year_start - 1) + came(Entry::admitted) + came(Entry::transferred_in) - left, 6000);
    EXPECT_EQ(home(demo_year_start - 1), DemoNumbers{}.opening());
    EXPECT_EQ(came(Entry::admitted), DemoNumbers{}.admitted);
    EXPECT_EQ(came(Entry::transferred_in), DemoNumbers{}.transferred_in);
    EXPECT_EQ(came(Entry::registered), 0);
    EXPECT_EQ(left, DemoNumbers{}.left());
    for (const auto kind : {DepartureKind::died, DepartureKind::expelled, DepartureKind::struck_off,
                            DepartureKind::left_on_request, DepartureKind::transferred_out})
        EXPECT_GT(count_people([=](const auto& p) { return p.departure && p.departure->kind == kind; }), 0);
    EXPECT_EQ(count_people([](const auto& p) {
                  return p.is_member(demo_year_end) && p.recognised_on && p.recognised_on->year() == demo_year;
              }),
              DemoNumbers{}.recognised);
}

TEST(DemoPeople, HaveDatesInOrder) {
    const auto& city = city_model().city;
    for (const auto& person : city_model().people) {
        SCOPED_TRACE(person.profile_number);
        EXPECT_EQ(rules::too_young_to_admit(person.born, person.ceremony_on), std::nullopt);
        EXPECT_EQ(rules::too_young_to_admit(person.born_on, person.ceremony_on), std::nullopt);
        EXPECT_LE(person.born_on.first_day(), person.born);
        EXPECT_GE(person.born_on.last_day(), person.born);
        ASSERT_TRUE(person.admission_decided_on);
        EXPECT_LT(*person.admission_decided_on, person.ceremony_on);
        EXPECT_GT(*person.admission_decided_on, person.ceremony_on - 30);
        EXPECT_GE(person.member_from, person.ceremony_on);
        EXPECT_GE(person.member_from, city[person.cell].valid_from);
        const auto last = person.departure ? person.departure->on : demo_year_end;
        EXPECT_LT(person.member_from, last);
        if (person.recognised_on) {
            EXPECT_EQ(*person.recognised_on, base::add_months(person.ceremony_on, 12));
            EXPECT_LE(*person.recognised_on, last);
        } else {
            EXPECT_GT(base::add_months(person.ceremony_on, 12), last);
        }
        if (person.youth_union_joined_on) {
            EXPECT_GE(person.youth_union_joined_on->year, person.born.year() + 15);
            EXPECT_LE(person.youth_union_joined_on->last_day(), person.ceremony_on);
        }
        if (person.exemption) {
            EXPECT_GE(person.exemption->from, person.member_from);
            EXPECT_LE(person.exemption->from, demo_year_end);
        }
        if (person.suspended_from) { EXPECT_EQ(person.suspended_from->year(), demo_year); }
    }
}

TEST(DemoPeople, HaveValidNumbersOnce) {
    std::set<std::string> profiles, cards, ids;
    for (const auto& person : city_model().people) {
        EXPECT_TRUE(records::is_profile_number(person.profile_number)) << person.profile_number;
        EXPECT_TRUE(profiles.insert(person.profile_number).second) << person.profile_number;
        if (!person.card_number.empty()) {
            EXPECT_TRUE(person.recognised_on.has_value());
            EXPECT_EQ(person.card_number.size(), 8u);
            EXPECT_TRUE(records::is_card_number(person.card_number)) << person.card_number;
            EXPECT_TRUE(cards.insert(person.card_number).second) << person.card_number;
        }
        EXPECT_TRUE(records::is_personal_id(person.personal_id)) << person.personal_id;
        EXPECT_TRUE(ids.insert(person.personal_id).second) << person.personal_id;
        // Digit 4: 0 and 1 men and women born 1900–1999, 2 and 3 those of 2000–2099; digits 5–6: the year.
        const int digit = person.personal_id[3] - '0';
        EXPECT_EQ(digit % 2 == 1, person.sex == records::Sex::female);
        EXPECT_EQ(1900 + digit / 2 * 100 + std::stoi(person.personal_id.substr(4, 2)), person.born.year());
    }
    EXPECT_TRUE(profiles.contains("000001QT"));
    EXPECT_EQ(ids.size(), city_model().people.size());
}

TEST(DemoPeople, AreLikeThoseOfACity) {
    const auto share = [](auto predicate) {
        const auto fits = [=](const auto& p) { return p.is_member(demo_year_end) && predicate(p); };
        return static_cast<double>(count_people(fits)) / 60.0;
    };
    EXPECT_NEAR(share([](const auto& p) { return p.sex == records::Sex::female; }), 42, 1.5);
    EXPECT_NEAR(share([](const auto& p) { return p.occupation == "retired"; }), 29, 4);
    EXPECT_NEAR(share([](const auto& p) { return p.ethnicity == "kinh"; }), 98.4, 1);
    EXPECT_NEAR(share([](const auto& p) { return p.born.year() < 1960; }), 27, 5);
    for (const std::string_view group : {"bru_van_kieu", "ta_oi", "hoa"})
        EXPECT_GT(share([=](const auto& p) { return p.ethnicity == group; }), 0);
    EXPECT_GT(share([](const auto& p) { return p.born_on.precision() == base::Precision::year; }), 2);
    for (const auto& person : city_model().people) {
        const int age = demo_year - person.born.year();
        if (person.occupation == "student") { EXPECT_LE(age, 22); }
        if (person.occupation == "armed_forces") { EXPECT_LT(age, 60); }
        if (person.occupation == "retired") { EXPECT_GE(age, 48); }
    }
}

TEST(DemoPeople, AreExemptOrSuspendedAsPublished) {
    EXPECT_EQ(count_people([](const auto& p) { return p.is_member(demo_year_end) && p.exemption; }), 84);
    EXPECT_EQ(count_people([](const auto& p) { return p.is_member(demo_year_end) && p.suspended_from; }), 9);
    EXPECT_EQ(count_people([](const auto& p) { return p.exemption && p.suspended_from; }), 0);
    EXPECT_EQ(count_people([](const auto& p) { return p.departure && (p.exemption || p.suspended_from); }), 0);
}

TEST(DemoGrades, OfMembersAreThePublishedOnes) {
    const auto& model = city_model();
    const auto& rows = model.member_grades;
    EXPECT_EQ(rows.size(), 6000u);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::excellent), 961);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::good), 4706);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::completed), 221);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::not_completed), 19);
    EXPECT_EQ(count_grades(rows, &DemoGrade::not_graded_reason, NotGradedReason::exempt), 84);
    EXPECT_EQ(count_grades(rows, &DemoGrade::not_graded_reason, NotGradedReason::suspended), 9);
    std::set<std::size_t> graded;
    for (const auto& row : rows) {
        EXPECT_TRUE(graded.insert(row.of).second);
        EXPECT_TRUE(model.people[row.of].is_member(demo_year_end));
        EXPECT_NE(row.grade.has_value(), row.not_graded_reason.has_value());
        EXPECT_EQ(row.grade.has_value(), row.decided_on.has_value());
        if (row.decided_on) {
            EXPECT_TRUE(base::date(2020, 12, 25) <= *row.decided_on && *row.decided_on <= demo_year_end);
        }
    }
}

TEST(DemoGrades, OfMembersStayBelowTheCeilingAndFollowTheirOrganisation) {
    const auto& model = city_model();
    struct Count {
        int excellent = 0, good = 0, all = 0;
    };
    std::vector<Count> counts(model.city.size());
    Count best;
    for (const auto& row : model.member_grades) {
        const auto unit = *model.city[model.people[row.of].cell].grassroots;
        if (!row.grade) continue;
        for (auto* count : {&counts[unit], model.city[unit].grade == Grade::excellent ? &best : nullptr}) {
            if (!count) continue;
            ++count->all;
            count->excellent += *row.grade == Grade::excellent;
            count->good += *row.grade == Grade::good;
        }
    }
    for (std::size_t unit = 0; unit < counts.size(); ++unit)
        EXPECT_LE(counts[unit].excellent * 5, counts[unit].excellent + counts[unit].good) << model.city[unit].name;
    EXPECT_GT(best.excellent * 5907, 961 * best.all);
}

TEST(DemoGrades, OfOrganisationsLeaveOneUnexplained) {
    const auto& rows = city_model().organisation_grades;
    EXPECT_EQ(rows.size(), 49u);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::excellent), 9);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::good), 33);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::completed), 6);
    EXPECT_EQ(count_grades(rows, &DemoGrade::grade, Grade::not_completed), 0);
    EXPECT_EQ(count_grades(rows, &DemoGrade::not_graded_reason, NotGradedReason::not_stated), 1);
}

TEST(DemoModel, GrowsAndShrinksWithItsScale) {
    for (const DemoScale scale : {DemoScale{49, 2400}, DemoScale{120, 15'000}, DemoScale{450, 55'700}}) {
        const auto model = make_demo_model(scale);
        const auto home = std::count_if(model.people.begin(), model.people.end(),
                                        [](const auto& p) { return p.is_member(demo_year_end); });
        EXPECT_EQ(home, scale.members);
        EXPECT_EQ(model.organisation_grades.size(), static_cast<std::size_t>(scale.grassroots));
        EXPECT_EQ(model.member_grades.size(), static_cast<std::size_t>(scale.members));
        EXPECT_TRUE(rules::examine_tree(tree_on(model.city, demo_year_end)).empty());
        std::set<std::string> codes, numbers;
        for (const auto& one : model.city) EXPECT_TRUE(codes.insert(one.code).second) << one.code;
        for (const auto& person : model.people) EXPECT_TRUE(numbers.insert(person.profile_number).second);
    }
}

TEST(DemoApportion, GivesExactSharesWithinBounds) {
    EXPECT_EQ(apportion(10, std::vector<DemoShare>{{7}, {2}, {1}}), (std::vector<int>{7, 2, 1}));
    EXPECT_EQ(apportion(20, std::vector<DemoShare>{{7}, {2}, {1}}), (std::vector<int>{14, 4, 2}));
    EXPECT_EQ(apportion(10, std::vector<DemoShare>{{1, 0, 3}, {1}}), (std::vector<int>{3, 7}));
    EXPECT_EQ(apportion(10, std::vector<DemoShare>{{100}, {1, 4}}), (std::vector<int>{6, 4}));
    EXPECT_THROW(apportion(5, std::vector<DemoShare>{{1, 0, 2}, {1, 0, 2}}), base::Bug);
}

TEST(DemoRandom, IsTheSameEverywhere) {
    // First values of splitmix64 with seed 1234567, as published with the algorithm.
    DemoRandom random{1234567};
    EXPECT_EQ(random.next(), 6457827717110365317u);
    EXPECT_EQ(random.next(), 3203168211198807973u);
    EXPECT_EQ(random.next(), 9817491932198370423u);
    for (int i = 0; i < 1000; ++i) {
        const int drawn = random.between(-3, 3);
        EXPECT_TRUE(-3 <= drawn && drawn <= 3);
    }
}

}  // namespace
}  // namespace demo
