// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/describe.h"

#include "schema/example_test.h"

namespace schema::example {
namespace {

struct Forgetful {
    base::Id<Forgetful> id;
    std::int64_t version = 0;
    std::string told;
    std::optional<base::Date> forgotten;
};
constexpr std::array forgetful_fields{field<&Forgetful::told>({.label = "Đã tả"})};
constexpr std::array complete_fields{field<&Forgetful::told>({.label = "Đã tả"}),
                                     field<&Forgetful::forgotten>({.label = "Nay đã tả"})};

// The names and codes come out of __PRETTY_FUNCTION__, whose form belongs to the compiler.
TEST(Describe, NamesAreThoseOfTheMembers) {
    std::vector<std::string> names;
    for (const auto& field : Field::type.fields) names.emplace_back(field.name);
    EXPECT_EQ(names,
              (std::vector<std::string>{"farm_id", "name", "name_key", "plot_number", "crop", "colour", "second_colour",
                                        "is_fenced", "area", "bought_on", "cleared_on", "lent_to_id", "map"}));
    EXPECT_EQ(colour_codes[0].code, "red");
    EXPECT_EQ(colour_codes[1].code, "dark_green");
    EXPECT_EQ(colour_codes[1].label, "Xanh lá đậm");
}

TEST(Describe, KindFollowsFromTheType) {
    std::vector<Kind> kinds;
    for (const auto& field : Field::type.fields) kinds.push_back(field.kind);
    using enum Kind;
    EXPECT_EQ(kinds, (std::vector<Kind>{reference, text, text, text, code, code, code, boolean, integer, date,
                                        partial_date, reference, bytes}));
    EXPECT_EQ(Field::type["colour"].list, &colours);
    EXPECT_EQ(Field::type["crop"].list, &crops);
    EXPECT_EQ(Field::type["lent_to_id"].target, &Farm::type);
}

TEST(Describe, WhatIsNotOptionalIsRequired) {
    std::vector<std::string> required;
    for (const auto& field : Field::type.fields)
        if (field.options.required) required.emplace_back(field.name);
    EXPECT_EQ(required, (std::vector<std::string>{"farm_id", "name", "colour", "is_fenced", "area"}));
}

TEST(Describe, AForgottenMemberIsNoticed) {
    static_assert(!describes_every_member<Forgetful>(forgetful_fields));
    static_assert(describes_every_member<Forgetful>(complete_fields));
    static_assert(describes_every_member<Field>(field_fields));
}

TEST(Describe, AReferenceMustStateItsReorganisation) {
    constexpr std::array silent{reference("farm_id", Farm::type, {.label = "Trại"})};
    static_assert(!states_reorganisation(silent, Farm::type));
    static_assert(states_reorganisation(silent, Field::type));
    static_assert(states_reorganisation(field_fields, Farm::type));
}

TEST(Describe, StructToRecordAndBack) {
    const Field field = good_field();
    const Record record = to_record(field);
    EXPECT_EQ(record.id, field.id.value);
    EXPECT_EQ(record.version, 3);
    EXPECT_EQ(record["name"], Value{"Ruộng Đồi"});
    EXPECT_EQ(record["colour"], Value{"dark_green"});
    EXPECT_EQ(record["area"], Value{std::int64_t{360}});
    EXPECT_EQ(record["farm_id"], Value{base::Uuid{{2}}});
    EXPECT_EQ(record["cleared_on"], (Value{base::PartialDate{1985, 3, 0}}));
    EXPECT_TRUE(is_empty(record["second_colour"]));
    EXPECT_TRUE(is_empty(record["lent_to_id"]));

    EXPECT_EQ(to_record(from_record<Field>(record)), record);
    EXPECT_EQ(from_record<Field>(record).colour, Colour::dark_green);
}

TEST(Describe, EmptyTextAndNilIdsAreNothing) {
    const Record record = to_record(Field{});
    EXPECT_TRUE(is_empty(record["name"]));
    EXPECT_TRUE(is_empty(record["farm_id"]));
    EXPECT_EQ(record["is_fenced"], Value{false});  // A bool always says something.
}

TEST(Describe, AnUnknownFieldIsABug) {
    EXPECT_EQ(Field::type.find("size"), nullptr);
    EXPECT_THROW(Field::type.index_of("size"), base::Bug);
    EXPECT_THROW(from_record<Farm>(Record{Field::type}), base::Bug);
}

TEST(CodeLists, CodesAndEnumerators) {
    EXPECT_EQ(code_of(Colour::dark_green), "dark_green");
    EXPECT_EQ(label_of(Colour::red), "Đỏ");
    EXPECT_EQ(parse_code<Colour>("red"), Colour::red);
    EXPECT_EQ(parse_code<Colour>("Đỏ"), std::nullopt);
    EXPECT_EQ(crops.index_of("taro"), 3u);
    EXPECT_EQ(crops.label_of("taro"), "Khoai môn");
    EXPECT_EQ(crops.label_of("cassava"), "cassava");
}

}  // namespace
}  // namespace schema::example
