// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "schema/record_type.h"

// What must hold within one record, beyond its fields. Several record types share these.
namespace records {

// Dated records: valid_from < valid_to. Refuses "date_order" {label, date, label, date}.
void check_period(const schema::Record& record, std::vector<base::Refusal>& refusals);

// Grades: either a grade or a reason why there is none. Refuses "grade.grade_or_reason".
void check_grade_or_reason(const schema::Record& record, std::vector<base::Refusal>& refusals);

// Refuses "date_order" when both dates are there and `earlier` is after `later` on any reading of partial dates.
void check_date_order(const schema::Record& record, std::string_view earlier, std::string_view later,
                      std::vector<base::Refusal>& refusals);

}  // namespace records
