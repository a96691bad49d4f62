// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "schema/describe.h"

namespace records {

enum class Sex { male, female };
extern const schema::CodeList sexes;
constexpr const schema::CodeList& code_list(Sex) { return sexes; }

// Người: what does not change about a person. What changes is in PersonVersion and the histories.
struct Person {
    base::Id<Person> id;
    std::int64_t version = 0;
    base::PartialDate born_on;
    Sex sex{};
    std::string ethnicity;            // Of ethnic_groups.
    std::string personal_id;          // Số định danh cá nhân (số căn cước), 12 digits.
    std::string old_identity_number;  // Số chứng minh nhân dân, 9 digits.
    std::string birth_place;
    std::string native_place;
    std::optional<base::PartialDate> youth_union_joined_on;
    std::optional<base::PartialDate> recruited_on;
    std::string recruited_by;

    static const schema::RecordType type;
};

// What is true of a person over [valid_from, valid_to). The periods of one person neither overlap nor leave a gap.
struct PersonVersion {
    base::Id<PersonVersion> id;
    std::int64_t version = 0;
    base::Id<Person> person_id;
    base::Date valid_from;
    std::optional<base::Date> valid_to;
    std::string full_name;
    std::string other_name;
    std::string religion;    // Of religions.
    std::string occupation;  // Of occupations (form 3).
    std::string occupation_detail;
    std::string general_education;       // Of general_education_levels.
    std::string professional_education;  // Of professional_education_levels.
    std::string professional_field;
    std::string academic_title;    // Of academic_titles.
    std::string political_theory;  // Of political_theory_levels.
    std::string foreign_languages;
    std::string digital_skills;
    std::string minority_languages;
    std::string permanent_residence;
    std::string temporary_residence;
    std::string phone;
    std::string health;
    std::string merit;                 // Thương binh, gia đình liệt sĩ, người có công.
    std::string name_fold, name_sort;  // Derived from full_name.

    static const schema::RecordType type;
};

}  // namespace records
