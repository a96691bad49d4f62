// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/city.h"

#include <algorithm>

#include "demo/apportion.h"
#include "demo/city_plan.h"
#include "law/organisation.h"

namespace demo {
namespace {

using records::OrganisationKind;

constexpr int cell_members_least = 5;     // Below, a few who come or leave would endanger the three full members.
constexpr int cell_members_usual = 16;    // So many quarters, so many cells.
constexpr int cell_members_crowded = 24;  // More on the average: further cells.
constexpr base::Date city_since = base::date(2009, 8, 11);  // Đông Hà became a city of the province.

struct CellPlan {
    std::string name;
    DemoMilieu milieu{};
    int weight = 100;
    std::string area = {};
    std::string workplace = {};
    std::optional<int> quarter = {};  // Of a residential cell.
};

std::string padded(std::size_t number, std::size_t digits) {
    auto text = std::to_string(number);
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

std::string with_first_upper(std::string_view text) {
    std::string upper{text};
    if (!upper.empty() && upper[0] >= 'a' && upper[0] <= 'z') upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
    return upper;
}

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto bar = std::min(list.find('|'), list.size());
        parts.emplace_back(list.substr(0, bar));
        list.remove_prefix(std::min(bar + 1, list.size()));
    }
    return parts;
}

// Offices and schools of a ward, with the size that they have where nothing is scaled.
std::vector<CellPlan> plan_ward_offices(std::string_view ward_name, const DemoWard& ward) {
    const auto at = [&](std::string_view what) { return std::string{what} + " " + std::string{ward_name}; };
    std::vector<CellPlan> cells{
        {at("Cơ quan"), DemoMilieu::ward_office, 18, {}, "UBND " + std::string{ward_name}},
        {at("Công an"), DemoMilieu::police, 9, {}, at("Công an")},
        {at("Quân sự"), DemoMilieu::military, 7, {}, at("Ban Chỉ huy Quân sự")},
        {at("Trạm Y tế"), DemoMilieu::health, 6, {}, at("Trạm Y tế")},
    };
    const auto add = [&](std::string_view name, DemoMilieu milieu, int size) {
        if (!name.empty()) cells.push_back({std::string{name}, milieu, size, {}, std::string{name}});
    };
    add(ward.kindergarten, DemoMilieu::school, 12);
    add(ward.primary, DemoMilieu::school, 21);
    add(ward.lower_secondary, DemoMilieu::school, 24);
    add(ward.cooperative, DemoMilieu::cooperative, 11);
    return cells;
}

// Khu phố cells: one or several in a quarter; their sizes differ.
std::vector<CellPlan> plan_quarters(DemoRandom& random, std::string_view ward_name, int quarters, int members) {
    constexpr int sizes[]{60, 75, 85, 90, 95, 100, 100, 105, 115, 130, 150, 220};
    const int cells = std::max(quarters, (members + cell_members_usual / 2) / cell_members_usual);
    std::vector<CellPlan> plans;
    for (int quarter = 1; quarter <= quarters; ++quarter) {
        const int count = cells / quarters + (quarter <= cells % quarters ? 1 : 0);
        const std::string place = "Khu phố " + std::to_string(quarter);
        for (int i = 1; i <= count; ++i)
            plans.push_back({count == 1 ? place : std::to_string(i) + " " + place,
                             DemoMilieu::residential,
                             random.pick(sizes),
                             place + ", " + std::string{ward_name},
                             {},
                             quarter});
    }
    return plans;
}

// The cells of a đảng bộ cơ sở that is no ward.
std::vector<CellPlan> plan_departments(DemoRandom& random, const DemoPlan& unit, int members) {
    auto names = split(unit.departments);
    const bool is_office = unit.milieu == DemoMilieu::party_office || unit.milieu == DemoMilieu::state_office;
    std::size_t named = names.size();
    while (static_cast<int>(names.size()) < 2 || members > static_cast<int>(names.size()) * cell_members_crowded)
        names.push_back(named == 0
                            ? "số " + std::to_string(names.size() + 1)
                            : names[names.size() - named] + " (tổ " + std::to_string(names.size() / named + 1) + ")");
    while (static_cast<int>(names.size()) * cell_members_least > members) names.pop_back();
    std::vector<CellPlan> cells;
    for (auto& name : names) {
        auto workplace = is_office && named > 0 ? name : with_first_upper(unit.name);
        cells.push_back({std::move(name), unit.milieu, random.between(75, 130), {}, std::move(workplace)});
    }
    return cells;
}

class CityBuilder {
public:
    CityBuilder(DemoRandom& random, DemoScale scale) : random_{random}, scale_{scale} {
        city_.push_back({.code = "DH",
                         .name = "Đảng bộ thành phố Đông Hà",
                         .kind = OrganisationKind::district,
                         .superior = {},
                         .grassroots = {},
                         .valid_from = city_since,
                         .founded_on = {},
                         .note = "Dữ liệu trình diễn: người và số liệu do máy tạo, không có thật.",
                         .grade = {}});
    }

    DemoCity build() {
        const auto plan = demo_city_plan();
        std::vector<DemoShare> shares;
        for (int i = 0; i < scale_.grassroots; ++i)
            shares.push_back({plan[static_cast<std::size_t>(i) % plan.size()].members, cell_members_least});
        const auto members = apportion(scale_.members, shares);
        for (std::size_t i = 0; i < members.size(); ++i) add_grassroots(plan[i % plan.size()], i, members[i]);
        return std::move(city_);
    }

private:
    void add_grassroots(const DemoPlan& unit, std::size_t number, int members) {
        const auto round = number / demo_city_plan().size();
        const bool is_party = members >= law::organisation::grassroots_party_members_min.at(demo_year_end).value;
        const auto digits = std::max<std::size_t>(2, std::to_string(scale_.grassroots).size());
        const auto place = city_.size();
        city_.push_back({.code = "DH." + padded(number + 1, digits),
                         .name = std::string{is_party ? "Đảng bộ " : "Chi bộ "} + std::string{unit.name} +
                                 (round > 0 ? " (" + std::to_string(round + 1) + ")" : ""),
                         .kind = is_party ? OrganisationKind::grassroots_party : OrganisationKind::grassroots_cell,
                         .unit_type = unit.unit_type,
                         .superior = 0,
                         .grassroots = place,
                         .valid_from = since(city_since + 21),
                         .founded_on = founded(),
                         .milieu = unit.milieu,
                         .workplace = with_first_upper(unit.name),
                         .members = is_party ? 0 : members,
                         .grade = unit.grade});
        if (!is_party) return;
        if (unit.ward)
            add_ward_cells(unit, place, members);
        else
            add_cells(plan_departments(random_, unit, members), place, members, 1);
    }

    void add_ward_cells(const DemoPlan& unit, std::size_t ward, int members) {
        auto offices = plan_ward_offices(unit.name, *unit.ward);
        int office_members = 0;
        for (const auto& cell : offices) office_members += cell.weight;
        // In a city scaled down the offices shrink with the ward.
        if (office_members * 2 > members) {
            office_members = members / 2;
            while (static_cast<int>(offices.size()) * cell_members_least > office_members) offices.pop_back();
        }
        const auto next = add_cells(offices, ward, office_members, 1);
        const int residents = members - office_members;
        const int quarters = std::max(1, std::min(unit.ward->quarters, residents / (2 * cell_members_least)));
        add_quarters(plan_quarters(random_, unit.name, quarters, residents), ward, residents, next,
                     unit.ward->sections);
    }

    // Residential cells; those of the first `sections` quarters stand below a đảng bộ bộ phận.
    void add_quarters(const std::vector<CellPlan>& cells, std::size_t ward, int members, std::size_t number,
                      int sections) {
        const auto sizes = share_out(cells, members);
        std::optional<std::size_t> section;
        std::size_t in_section = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const int quarter = *cells[i].quarter;
            if (quarter > sections) {
                add_cell(cells[i], sizes[i], ward, number++);
                continue;
            }
            if (i == 0 || *cells[i - 1].quarter != quarter) {
                section = add_section(quarter, ward, number++);
                in_section = 1;
            }
            add_cell(cells[i], sizes[i], *section, in_section++);
        }
    }

    std::size_t add_section(int quarter, std::size_t ward, std::size_t number) {
        city_.push_back({.code = city_[ward].code + "." + padded(number, 2),
                         .name = "Đảng bộ bộ phận Khu phố " + std::to_string(quarter),
                         .kind = OrganisationKind::section_party,
                         .superior = ward,
                         .grassroots = ward,
                         .valid_from = since(city_[ward].valid_from),
                         .founded_on = {},
                         .grade = {}});
        return city_.size() - 1;
    }

    // Returns the number after the last cell.
    std::size_t add_cells(const std::vector<CellPlan>& cells, std::size_t superior, int members, std::size_t number) {
        const auto sizes = share_out(cells, members);
        for (std::size_t i = 0; i < cells.size(); ++i) add_cell(cells[i], sizes[i], superior, number++);
        return number;
    }

    static std::vector<int> share_out(const std::vector<CellPlan>& cells, int members) {
        std::vector<DemoShare> shares;
        for (const auto& cell : cells) shares.push_back({cell.weight, cell_members_least});
        return apportion(members, shares);
    }

    void add_cell(const CellPlan& cell, int members, std::size_t superior, std::size_t number) {
        // 294-QĐ/TW, Điều 20.3.2, and long practice before it.
        const bool needs_consent = members > law::organisation::cell_members_max.entries()[0].value;
        city_.push_back({.code = city_[superior].code + "." + padded(number, 2),
                         .name = "Chi bộ " + cell.name,
                         .kind = OrganisationKind::cell,
                         .superior = superior,
                         .grassroots = city_[superior].grassroots,
                         .valid_from = since(city_[superior].valid_from),
                         .founded_on = {},
                         .superior_consent = needs_consent ? "215-CV/ThU ngày 12/5/2015" : "",
                         .milieu = cell.milieu,
                         .area = cell.area,
                         .workplace = cell.workplace,
                         .members = members,
                         .grade = {}});
    }

    // Most began together with what is above them, the others on the first day of a month before the register began.
    base::Date since(base::Date earliest) {
        if (random_.chance(65)) return earliest;
        const auto later = base::date(random_.between(2010, 2014), random_.between(1, 12), 1);
        return std::max(earliest, later);
    }

    std::optional<base::PartialDate> founded() {
        if (random_.chance(55)) return {};
        return base::PartialDate{random_.between(1976, 2008), 0, 0};
    }

    DemoRandom& random_;
    DemoScale scale_;
    DemoCity city_;
};

}  // namespace

DemoCity make_demo_city(DemoRandom& random, DemoScale scale) { return CityBuilder{random, scale}.build(); }

}  // namespace demo
