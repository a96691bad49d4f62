// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/person.h"

#include <algorithm>

#include "demo/names.h"
#include "demo/places.h"
#include "law/admission.h"

namespace demo {
namespace {

using records::Entry;

// One month more than the law asks, so that nobody is a border case.
base::Date old_enough_on(base::Date born) {
    return base::add_months(born, law::admission::age_months_min.at(demo_year_end).value + 1);
}

std::string_view draw_ethnicity(DemoRandom& random) {
    constexpr std::string_view codes[]{"kinh", "bru_van_kieu", "ta_oi", "hoa", "muong", "tay"};
    constexpr int weights[]{9840, 90, 40, 16, 8, 6};
    return codes[random.weighted(weights)];
}

std::string_view draw_religion(DemoRandom& random) {
    constexpr std::string_view codes[]{"none", "buddhism", "catholicism", "protestantism"};
    constexpr int weights[]{950, 40, 8, 2};
    return codes[random.weighted(weights)];
}

// What the file knows of a birth date: the older, the less.
base::PartialDate known_birth_date(DemoRandom& random, base::Date born) {
    const int year_only = born.year() < 1945 ? 40 : born.year() < 1955 ? 16 : born.year() < 1965 ? 4 : 0;
    if (random.chance(year_only)) return {born.year(), 0, 0};
    if (born.year() < 1965 && random.chance(4)) return {born.year(), born.month(), 0};
    return born;
}

base::Date draw_birth_date(DemoRandom& random, int age) {
    const int year = demo_year - age;
    return random.day_between(base::first_day_of_year(year), base::last_day_of_year(year));
}

// Half of the ceremonies are held on days that the Party celebrates.
base::Date draw_ceremony(DemoRandom& random, base::Date first, base::Date last) {
    constexpr std::pair<int, int> days[]{{2, 3}, {3, 26}, {5, 19}, {6, 28}, {9, 2}, {11, 7}, {12, 22}};
    const auto drawn = random.day_between(first, last);
    if (random.chance(50)) return drawn;
    const auto [month, day] = random.pick(days);
    const auto celebrated = base::date(drawn.year(), month, day);
    return first <= celebrated && celebrated <= last ? celebrated : drawn;
}

base::Date draw_old_ceremony(DemoRandom& random, base::Date born) {
    struct Span {
        int first, last;  // Years of age.
    };
    constexpr Span spans[]{{19, 22}, {23, 27}, {28, 32}, {33, 40}, {41, 54}};
    constexpr int weights[]{22, 33, 22, 16, 7};
    const auto last_day = base::date(demo_year - 2, 12, 22);
    const auto earliest = old_enough_on(born);
    const auto& span = spans[random.weighted(weights)];
    const auto first = std::max(earliest, base::add_months(born, span.first * 12));
    const auto last = base::add_months(born, span.last * 12 + 11);
    if (last > last_day || first >= last) return draw_ceremony(random, earliest, last_day);
    return draw_ceremony(random, first, last);
}

std::string draw_decision_number(DemoRandom& random, base::Date decided) {
    if (decided.year() < 1992 && random.chance(60)) return {};
    const std::string_view issuer = decided.year() < 1986               ? "-QĐ/KN"
                                    : decided < base::date(2009, 8, 11) ? "-QĐ/TXU"
                                                                        : "-QĐ/ThU";
    return std::to_string(random.between(11, 980)).append(issuer);
}

void fill_person(DemoRandom& random, DemoPerson& person, const DemoOrganisation& cell, DemoBody body) {
    person.sex = body.sex;
    person.born = draw_birth_date(random, body.age);
    person.born_on = known_birth_date(random, person.born);
    person.ethnicity = draw_ethnicity(random);
    person.religion = draw_religion(random);
    person.full_name = make_demo_name(random, body.sex, person.born.year(), person.ethnicity);
    // Noms de guerre of those who were grown up before 1975.
    if (person.born.year() < 1950 && random.chance(12))
        person.other_name = make_demo_name(random, body.sex, 1950, person.ethnicity);
    auto birth = make_demo_birth_place(random, person.ethnicity);
    person.personal_id = birth.province;  // Completed once all are known.
    person.native_place = random.chance(78) ? birth.text : make_demo_birth_place(random, person.ethnicity).text;
    person.birth_place = std::move(birth.text);
    person.residence = make_demo_residence(random, cell.area);
    // The prefix 095 is assigned to nobody.
    if (random.chance(body.age > 75 ? 35 : 88))
        person.phone =
            "0950 " + std::to_string(random.between(100, 999)) + " " + std::to_string(random.between(100, 999));
    if (person.born.year() >= 1940 && random.chance(90)) {
        const int joined = person.born.year() + random.between(15, 17);
        person.youth_union_joined_on =
            joined >= 1988 ? base::PartialDate{joined, 3, 26} : base::PartialDate{joined, 0, 0};
    }
}

void fill_party_dates(DemoRandom& random, DemoPerson& person, DemoRole role) {
    const auto earliest = old_enough_on(person.born);
    const int year = role == DemoRole::admitted ? demo_year : demo_year - 1;
    if (is_new_member(role)) {
        // Those struck off later in the year have not yet ended their probation then.
        const auto first = base::date(year, role == DemoRole::struck_off_probationary ? 8 : 1, 6);
        const auto last = role == DemoRole::admitted ? base::date(year, 12, 22) : base::date(year, 12, 20);
        person.ceremony_on = draw_ceremony(random, std::max(first, earliest), std::max(last, earliest));
    } else {
        person.ceremony_on = draw_old_ceremony(random, person.born);
    }
    const auto decided = person.ceremony_on - random.between(3, 12);
    // Of old admissions some papers were found again only when the register was made: numbered by the day.
    person.admission_decided_on = decided;
    if (person.ceremony_on.year() >= 1980 || random.chance(35))
        person.admission_decision_number = draw_decision_number(random, decided);
    if (person.admission_decision_number.empty())
        person.admission_decision_number = std::to_string(std::abs(decided.days) % 90 + 101) + "-XN/ThU";
    const bool is_probationary = role == DemoRole::admitted || role == DemoRole::struck_off_probationary;
    if (!is_probationary)
        person.recognised_on =
            base::add_months(person.ceremony_on, law::admission::probation_months.at(demo_year_end).value);
    if (person.ceremony_on.year() >= 2005 && random.chance(75)) {
        person.introducers =
            make_demo_name(random, random.chance(60) ? records::Sex::male : records::Sex::female, 1968, "kinh");
        person.introducers += random.chance(50) ? "; BCH Đoàn cơ sở" : "; BCH Công đoàn cơ sở";
    }
}

void fill_membership(DemoRandom& random, DemoPerson& person, DemoRole role) {
    if (role == DemoRole::transferred_in || role == DemoRole::came_and_went) {
        person.entry = Entry::transferred_in;
        const auto last = base::date(demo_year, role == DemoRole::came_and_went ? 5 : 12, 20);
        person.member_from = random.day_between(base::date(demo_year, 1, 6), last);
        return;
    }
    const bool was_before = person.ceremony_on < demo_register_start;
    person.entry = was_before ? Entry::registered : Entry::admitted;
    person.member_from = was_before ? demo_register_start : person.ceremony_on;
    // Some full members came from elsewhere in the years before.
    const auto came_first = std::max(base::date(2015, 1, 12), person.recognised_on.value_or(demo_year_end) + 60);
    const auto came_last = base::date(demo_year - 1, 12, 10);
    if (!is_new_member(role) && came_first < came_last && random.chance(13)) {
        person.entry = Entry::transferred_in;
        person.member_from = random.day_between(came_first, came_last);
    }
}

base::Date draw_departure(DemoRandom& random, DemoRole role) {
    const auto first = base::date(demo_year, role == DemoRole::came_and_went ? 8 : 1, 8);
    const auto last = base::date(demo_year, role == DemoRole::struck_off_probationary ? 7 : 12, 21);
    return random.day_between(first, last);
}

}  // namespace

DemoPerson make_demo_person(DemoRandom& random, const DemoCity& city, std::size_t cell, DemoRole role,
                            records::DepartureKind kind) {
    const auto& home = city[cell];
    const auto body = draw_body(random, home.milieu, role);
    DemoPerson person;
    person.cell = cell;
    fill_person(random, person, home, body);
    fill_party_dates(random, person, role);
    fill_membership(random, person, role);
    const auto schooling = draw_schooling(random, home, body, role);
    person.general_education = schooling.general;
    person.professional_education = schooling.professional;
    person.professional_field = schooling.field;
    person.political_theory = schooling.theory;
    auto work = draw_work(random, home, city[*home.grassroots].unit_type, body, role);
    person.occupation = work.occupation;
    person.occupation_detail = std::move(work.detail);
    const bool leaves = role >= DemoRole::died;
    if (leaves) person.departure = DemoDeparture{draw_departure(random, role), kind};
    return person;
}

}  // namespace demo
