// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/checks.h"

#include <optional>

namespace records {
namespace {

// The earliest or latest day that a date field can mean.
std::optional<base::Date> bound(const schema::Value& value, bool latest) {
    if (const auto* date = std::get_if<base::Date>(&value)) return *date;
    if (const auto* partial = std::get_if<base::PartialDate>(&value))
        return latest ? partial->last_day() : partial->first_day();
    return {};
}

base::Refusal order_refusal(const schema::Record& record, std::string_view earlier, std::string_view later) {
    const auto& type = *record.type;
    return {"date_order",
            {std::string{type[earlier].options.label}, schema::to_text(record[earlier]),
             std::string{type[later].options.label}, schema::to_text(record[later])},
            {}};
}

}  // namespace

void check_period(const schema::Record& record, std::vector<base::Refusal>& refusals) {
    const auto from = bound(record["valid_from"], false), to = bound(record["valid_to"], true);
    if (from && to && *to <= *from) refusals.push_back(order_refusal(record, "valid_from", "valid_to"));
}

void check_grade_or_reason(const schema::Record& record, std::vector<base::Refusal>& refusals) {
    if (schema::is_empty(record["grade"]) == schema::is_empty(record["not_graded_reason"]))
        refusals.push_back({"grade.grade_or_reason", {}, {}});
}

void check_date_order(const schema::Record& record, std::string_view earlier, std::string_view later,
                      std::vector<base::Refusal>& refusals) {
    const auto first = bound(record[earlier], false), second = bound(record[later], true);
    if (first && second && *second < *first) refusals.push_back(order_refusal(record, earlier, later));
}

}  // namespace records
