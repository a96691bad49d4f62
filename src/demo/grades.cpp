// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/grades.h"

#include <algorithm>

#include "demo/apportion.h"

namespace demo {
namespace {

using records::Grade;
using records::NotGradedReason;

// How often members get a grade, per mille of those graded, by the grade of their grassroots organisation.
struct GradeShares {
    int excellent, completed, not_completed;
};
constexpr GradeShares shares_of(std::optional<Grade> organisation_grade) {
    if (!organisation_grade) return {110, 60, 6};
    switch (*organisation_grade) {
        case Grade::excellent: return {190, 15, 1};
        case Grade::good: return {160, 36, 3};
        default: return {90, 90, 8};
    }
}

// The members of one grassroots organisation who are graded, the best first.
struct Unit {
    std::vector<std::size_t> people;
    GradeShares shares{};
    int size() const { return static_cast<int>(people.size()); }
};

int score(DemoRandom& random, const DemoPerson& person, int cell_bias) {
    int points = random.between(0, 1000) + cell_bias;
    // Those who lead have studied most, and the newest and oldest seldom stand out.
    if (person.political_theory == "advanced") points += 220;
    if (person.political_theory == "intermediate") points += 120;
    if (!person.recognised_on) points -= 60;
    if (person.born.year() < 1945) points -= 120;
    return points;
}

std::vector<Unit> rank_units(DemoRandom& random, const DemoCity& city, const std::vector<DemoPerson>& people) {
    std::vector<int> bias(city.size());
    for (auto& cell_bias : bias) cell_bias = random.between(-160, 160);
    std::vector<std::vector<std::pair<int, std::size_t>>> scored(city.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto& person = people[i];
        if (!person.is_member(demo_year_end) || person.exemption || person.suspended_from) continue;
        scored[*city[person.cell].grassroots].emplace_back(-score(random, person, bias[person.cell]), i);
    }
    std::vector<Unit> units;
    for (std::size_t place = 0; place < city.size(); ++place) {
        if (city[place].grassroots != place) continue;
        std::sort(scored[place].begin(), scored[place].end());
        Unit unit{{}, shares_of(city[place].grade)};
        for (const auto& [points, person] : scored[place]) unit.people.push_back(person);
        units.push_back(std::move(unit));
    }
    return units;
}

template <class Bound>
std::vector<int> share_out(int total, const std::vector<Unit>& units, int GradeShares::*share, Bound maximum) {
    std::vector<DemoShare> shares;
    for (std::size_t i = 0; i < units.size(); ++i)
        shares.push_back({units[i].size() * (units[i].shares.*share), 0, maximum(i)});
    return apportion(total, shares);
}

// The paper of the grassroots committee in which its grades stand.
struct Paper {
    base::Date on;
    std::string number;
};

std::vector<Paper> draw_papers(DemoRandom& random, const DemoCity& city) {
    std::vector<Paper> papers(city.size());
    for (std::size_t place = 0; place < city.size(); ++place) {
        if (city[place].grassroots != place) continue;
        const bool is_party = city[place].kind == records::OrganisationKind::grassroots_party;
        papers[place].on = base::date(demo_year, 12, random.between(25, 30));
        papers[place].number = std::to_string(random.between(18, 96)) + (is_party ? "-QĐ/ĐU" : "-NQ/CB");
    }
    return papers;
}

}  // namespace

std::vector<DemoGrade> make_demo_member_grades(DemoRandom& random, const DemoCity& city,
                                               const std::vector<DemoPerson>& people, const DemoNumbers& numbers) {
    const auto units = rank_units(random, city, people);
    const auto not_completed = share_out(numbers.not_completed, units, &GradeShares::not_completed,
                                         [&](std::size_t i) { return units[i].size() / 8; });
    const auto completed = share_out(numbers.completed, units, &GradeShares::completed,
                                     [&](std::size_t i) { return units[i].size() / 4; });
    // 21-HD/BTCTW: at most 20 % in each grassroots organisation.
    const auto excellent = share_out(numbers.excellent, units, &GradeShares::excellent, [&](std::size_t i) {
        return (units[i].size() - completed[i] - not_completed[i]) / 5;
    });

    std::vector<std::optional<Grade>> grades(people.size());
    for (std::size_t i = 0; i < units.size(); ++i)
        for (int rank = 0; rank < units[i].size(); ++rank) {
            const int from_below = units[i].size() - rank;
            grades[units[i].people[static_cast<std::size_t>(rank)]] =
                rank < excellent[i]                             ? Grade::excellent
                : from_below <= not_completed[i]                ? Grade::not_completed
                : from_below <= not_completed[i] + completed[i] ? Grade::completed
                                                                : Grade::good;
        }

    const auto papers = draw_papers(random, city);
    std::vector<DemoGrade> rows;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!people[i].is_member(demo_year_end)) continue;
        const auto& paper = papers[*city[people[i].cell].grassroots];
        if (grades[i])
            rows.push_back({i, grades[i], {}, paper.on, paper.number});
        else
            rows.push_back({i, {}, people[i].exemption ? NotGradedReason::exempt : NotGradedReason::suspended, {}, {}});
    }
    return rows;
}

std::vector<DemoGrade> make_demo_organisation_grades(const DemoCity& city) {
    std::vector<DemoGrade> rows;
    for (std::size_t place = 0; place < city.size(); ++place) {
        if (city[place].grassroots != place) continue;
        if (city[place].grade)
            rows.push_back({place, city[place].grade, {}, demo_year_end, "1012-QĐ/ThU"});
        else
            rows.push_back(
                {place, {}, NotGradedReason::not_stated, {}, {}, "Báo cáo không nêu kết quả của tổ chức này"});
    }
    return rows;
}

}  // namespace demo
