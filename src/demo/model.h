// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "records/grading.h"

// A believable city Party organisation (đảng bộ thành phố) of the year 2020, made by chance from a fixed seed. Every
// person, number, address and grade is invented.
namespace demo {

inline constexpr int demo_year = 2020;
inline constexpr base::Date demo_year_start = base::first_day_of_year(demo_year);
inline constexpr base::Date demo_year_end = base::last_day_of_year(demo_year);
// The day on which the office began its register: whoever was a member before is there from this day on.
inline constexpr base::Date demo_register_start = base::first_day_of_year(2015);

// How large the city is. The standard one is that of the published report; others are for measuring speed.
struct DemoScale {
    int grassroots = 49;
    int members = 6000;

    bool operator==(const DemoScale&) const = default;
};

// How many of what. In the standard city the grades are those that the city published for 2020.
struct DemoNumbers {
    int members = 6000;  // On 31/12/2020: the opening number + admitted + transferred_in − those who left.
    int admitted = 168, recognised = 156, transferred_in = 124;
    int died = 47, expelled = 3, struck_off = 12, struck_off_probationary = 2, left_on_request = 5,
        transferred_out = 112;
    int came_and_went = 3;  // Among transferred_in and among transferred_out.
    int exempt = 84, suspended = 9;
    int excellent = 961, completed = 221, not_completed = 19;  // Of those graded; the others are good.

    int left() const {
        return died + expelled + struck_off + struck_off_probationary + left_on_request + transferred_out;
    }
    int opening() const { return members - admitted - transferred_in + left(); }
    int graded() const { return members - exempt - suspended; }
    int good() const { return graded() - excellent - completed - not_completed; }
};

DemoNumbers demo_numbers(DemoScale scale);

// The surroundings of a cell: they decide who its members are.
enum class DemoMilieu : std::uint8_t {
    residential,
    ward_office,
    party_office,
    state_office,
    service,  // Public service units that are neither schools nor health.
    school,
    health,
    police,
    military,
    enterprise,
    cooperative,
};
inline constexpr std::size_t demo_milieu_count = 11;

struct DemoOrganisation {
    std::string code;
    std::string name;
    records::OrganisationKind kind{};
    std::string_view unit_type = {};        // Of grassroots organisations.
    std::optional<std::size_t> superior;    // Place in the city; none = the root.
    std::optional<std::size_t> grassroots;  // The grassroots organisation to which it belongs, or that it is.
    base::Date valid_from;
    std::optional<base::PartialDate> founded_on;
    std::string superior_consent = {};
    std::string note = {};
    DemoMilieu milieu{};
    std::string area = {};       // Where the members of a residential cell live: "Khu phố 3, phường 1".
    std::string workplace = {};  // Where the members of other cells work.
    int members = 0;             // Of cells: home members on 31/12/2020.
    // Of grassroots organisations; none = the source does not state it.
    std::optional<records::Grade> grade;
};

// Superiors stand before those below them, the root first.
using DemoCity = std::vector<DemoOrganisation>;

struct DemoExemption {
    base::Date from;
    std::string_view ground;  // Of exemption_grounds.
};

struct DemoDeparture {
    base::Date on;
    records::DepartureKind kind{};
};

struct DemoPerson {
    std::string full_name;
    std::string other_name;
    records::Sex sex{};
    base::Date born;            // In truth.
    base::PartialDate born_on;  // As the file knows it.
    std::string_view ethnicity = "kinh", religion = "none";
    std::string personal_id;
    std::string birth_place, native_place, residence, phone;
    std::string_view occupation;
    std::string occupation_detail;
    std::string_view general_education, professional_education, professional_field, political_theory;
    std::optional<base::PartialDate> youth_union_joined_on;

    std::string profile_number, card_number;
    std::optional<base::Date> admission_decided_on;
    std::string admission_decision_number;
    base::Date ceremony_on;
    std::optional<base::Date> recognised_on;
    std::string introducers;

    std::size_t cell = 0;  // Place in the city.
    base::Date member_from;
    records::Entry entry{};
    std::optional<DemoExemption> exemption;
    std::optional<base::Date> suspended_from;
    std::optional<DemoDeparture> departure;

    records::MembershipStatus status() const {
        return recognised_on ? records::MembershipStatus::full : records::MembershipStatus::probationary;
    }
    // Home member at the end of that day.
    bool is_member(base::Date day) const { return member_from <= day && (!departure || departure->on > day); }
};

// The grade of a person or an organisation, or why there is none.
struct DemoGrade {
    std::size_t of = 0;  // Place among the people or in the city.
    std::optional<records::Grade> grade;
    std::optional<records::NotGradedReason> not_graded_reason;
    std::optional<base::Date> decided_on;
    std::string decision_number;
    std::string note = {};
};

struct DemoModel {
    DemoNumbers numbers;
    DemoCity city;
    std::vector<DemoPerson> people;  // Those of a cell together, by name.
    std::vector<DemoGrade> member_grades, organisation_grades;
};

// Equal scales give equal models. The standard city takes about 0.1 s.
DemoModel make_demo_model(DemoScale scale = {});

}  // namespace demo
