// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_cell.h"

#include <gtest/gtest.h>

#include "records/party_member.h"
#include "records/person.h"

namespace actions {
namespace {

using base::date;
using base::PartialDate;
using formats::Cell;
using records::PartyMember;
using records::Person;
using records::PersonVersion;

const SheetColumn& column(const schema::RecordType& type, std::string_view field) {
    return *members_sheet.find(type, field);
}
const SheetColumn& born_on = column(Person::type, "born_on");
const SheetColumn& ceremony_on = column(PartyMember::type, "ceremony_on");
const SheetColumn& personal_id = column(Person::type, "personal_id");
const SheetColumn& card_number = column(PartyMember::type, "card_number");
const SheetColumn& full_name = column(PersonVersion::type, "full_name");
const SheetColumn& phone = column(PersonVersion::type, "phone");

Cell text(std::string value) { return {.type = Cell::Type::text, .text = std::move(value)}; }
Cell number(double value, std::string shown) {
    return {.type = Cell::Type::number, .text = std::move(shown), .number = value};
}
Cell day(base::Date value, base::Precision precision = base::Precision::day) {
    return {.type = Cell::Type::date, .precision = precision, .text = "ngày", .date = value};
}

base::Result<schema::Value> read(const SheetColumn& of, const Cell& cell, bool has_1904_dates = false) {
    return CellReader{of, base::LegacyEncoding::none, has_1904_dates}.read(cell);
}
std::string refused(const SheetColumn& of, const Cell& cell) {
    const auto result = read(of, cell);
    return result ? "" : result.error().code;
}

TEST(ImportCell, ADateCellIsAsPreciseAsItShows) {
    EXPECT_EQ(*read(ceremony_on, day(date(2010, 5, 19))), schema::Value{date(2010, 5, 19)});
    EXPECT_EQ(*read(born_on, day(date(1985, 3, 1), base::Precision::month)), (schema::Value{PartialDate{1985, 3, 0}}));
    EXPECT_EQ(*read(born_on, day(date(1985, 1, 1), base::Precision::year)), (schema::Value{PartialDate{1985, 0, 0}}));
    EXPECT_EQ(refused(ceremony_on, day(date(2010, 5, 1), base::Precision::month)), "year_only");
}

TEST(ImportCell, ABareNumberIsAYearOrTheDayWithThatSerial) {
    EXPECT_EQ(*read(born_on, number(1985, "1985")), (schema::Value{PartialDate{1985, 0, 0}}));
    EXPECT_EQ(refused(ceremony_on, number(2010, "2010")), "year_only");
    EXPECT_EQ(*read(ceremony_on, number(40317, "40317")), schema::Value{date(2010, 5, 19)});
    EXPECT_EQ(*read(ceremony_on, text("40317")), schema::Value{date(2010, 5, 19)});
    EXPECT_EQ(*read(ceremony_on, number(38855, "38855"), true), schema::Value{date(2010, 5, 19)});
    EXPECT_EQ(refused(ceremony_on, number(40317.5, "40317.5")), "wrong_type");
    EXPECT_EQ(refused(ceremony_on, number(19999, "19999")), "wrong_type");
    EXPECT_EQ(refused(ceremony_on, number(80001, "80001")), "wrong_type");
}

TEST(ImportCell, LostZerosComeBackOnlyWhereThatAloneIsValid) {
    CellReader reader{personal_id, base::LegacyEncoding::none, false};
    EXPECT_EQ(*reader.read(number(45085001234.0, "45085001234")), schema::Value{std::string{"045085001234"}});
    EXPECT_EQ(*reader.read(number(1085001234.0, "1085001234")), schema::Value{std::string{"001085001234"}});
    EXPECT_EQ(reader.notes().padded, 2);
    EXPECT_EQ(reader.notes().padded_from, "45085001234");
    EXPECT_EQ(refused(personal_id, number(85001234, "85001234")), "bad_identifier");
    EXPECT_EQ(refused(personal_id, text("45085001234")), "bad_identifier");
    EXPECT_EQ(*read(card_number, number(1234567, "1234567")), schema::Value{std::string{"01234567"}});
    EXPECT_EQ(refused(card_number, number(123456789, "123456789")), "bad_identifier");
}

TEST(ImportCell, WhatCannotStandInAColumn) {
    const Cell truth{.type = Cell::Type::boolean, .text = "TRUE", .number = 1},
        error{.type = Cell::Type::error, .text = "#N/A"};
    for (const auto* any : {&born_on, &full_name, &personal_id}) {
        EXPECT_EQ(refused(*any, truth), "wrong_type");
        EXPECT_EQ(refused(*any, error), "wrong_type");
    }
    EXPECT_EQ(refused(full_name, number(12345, "12345")), "wrong_type");
    EXPECT_EQ(refused(full_name, day(date(2010, 5, 3))), "wrong_type");
    EXPECT_EQ(*read(phone, number(912000000, "912000000")), schema::Value{std::string{"912000000"}});
}

TEST(ImportCell, NothingAndBlanksAreEmpty) {
    EXPECT_TRUE(schema::is_empty(*read(full_name, Cell{})));
    EXPECT_TRUE(schema::is_empty(*read(full_name, text(" \t "))));
    EXPECT_TRUE(schema::is_empty(*read(born_on, text(" "))));
}

TEST(ImportCell, TextsThatAreTooLong) {
    std::string name;
    for (int i = 0; i < 100; ++i) name += "ữ";
    EXPECT_EQ(refused(full_name, text(name)), "");
    EXPECT_EQ(refused(full_name, text(name + "a")), "too_long");
}

TEST(ImportCell, OldFontsAreConvertedAndCounted) {
    CellReader reader{full_name, base::LegacyEncoding::tcvn3, false};
    EXPECT_EQ(*reader.read(text("NguyÔn V¨n An")), schema::Value{std::string{"Nguyễn Văn An"}});
    EXPECT_EQ(*reader.read(text("Trần Thị Bình")), schema::Value{std::string{"Trần Thị Bình"}});
    EXPECT_EQ(reader.notes().converted, 1);
    EXPECT_EQ(reader.notes().converted_to, "Nguyễn Văn An");
}

}  // namespace
}  // namespace actions
