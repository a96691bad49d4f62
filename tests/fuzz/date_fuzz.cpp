// SPDX-License-Identifier: AGPL-3.0-or-later
// Any text is a date, or another value, or refused; what was read is printed and read again to the same.
#include "base/check.h"
#include "base/messages.h"
#include "base/text.h"
#include "records/grading.h"
#include "schema/difference.h"
#include "schema/parse.h"

namespace {

void check_dates(std::string_view text) {
    if (const auto date = base::parse_vietnamese_partial_date(text)) {
        CHECK(date->first_day() <= date->last_day());
        CHECK(base::parse_vietnamese_partial_date(base::to_vietnamese(*date)) == date);
        CHECK(base::parse_iso_partial_date(base::to_iso(*date)) == date);
        CHECK((date->precision() == base::Precision::day) == base::parse_vietnamese_date(text).has_value());
    }
    if (const auto date = base::parse_iso_partial_date(text)) CHECK(base::to_iso(*date) == text);
    if (const auto date = base::parse_iso_date(text)) {
        CHECK(base::to_iso(*date) == text);
        CHECK(base::add_months(*date, 0) == *date);
    }
}

void check_field(const schema::FieldParser& parser, std::string_view text) {
    const auto value = parser.parse(text);
    if (!value) {
        CHECK(base::is_valid_utf8(base::message(value.error())));
        return;
    }
    const auto again = parser.parse(schema::to_text(parser.field(), *value));
    CHECK(again.has_value() && *again == *value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace records;
    static const std::array parsers{
        schema::FieldParser{PartyMember::type["ceremony_on"]},    schema::FieldParser{Person::type["born_on"]},
        schema::FieldParser{Person::type["ethnicity"]},           schema::FieldParser{Person::type["personal_id"]},
        schema::FieldParser{Person::type["native_place"]},        schema::FieldParser{GradingCampaign::type["year"]},
        schema::FieldParser{PartyMember::type["profile_number"]}, schema::FieldParser{MemberGrade::type["grade"]},
    };
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    check_dates(text);
    for (const auto& parser : parsers) check_field(parser, text);
    return 0;
}
