// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "schema/code_list.h"

// Official lists (danh mục) that are data, not branches of the program: used by their code.
namespace records {

extern const schema::CodeList ethnic_groups;                  // 54 groups + foreign origin + other. Form 4.
extern const schema::CodeList religions;                      // Form 4; "none" first.
extern const schema::CodeList occupations;                    // Form 3, II.1a and 1b.
extern const schema::CodeList general_education_levels;       // Form 3.
extern const schema::CodeList professional_education_levels;  // Form 3.
extern const schema::CodeList academic_titles;                // Form 3.
extern const schema::CodeList political_theory_levels;        // Form 3.

// Dân tộc thiểu số: every group but Kinh; foreign origin and other are not counted as such.
constexpr bool is_minority(std::string_view ethnic_group) {
    return ethnic_group != "kinh" && ethnic_group != "foreign_origin" && ethnic_group != "other" &&
           !ethnic_group.empty();
}

}  // namespace records
