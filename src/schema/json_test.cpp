// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/json.h"

#include <boost/json.hpp>

#include "schema/example_test.h"

namespace schema::example {
namespace {

constexpr std::string_view good_text =
    R"({"id":"01000000-0000-0000-0000-000000000000","version":3,"farm_id":"02000000-0000-0000-0000-000000000000",)"
    R"("name":"Ruộng Đồi","name_key":"Ruộng Đồi!","plot_number":"0012Đ","crop":"maize","colour":"dark_green",)"
    R"("is_fenced":false,"area":360,"bought_on":"2001-02-28","cleared_on":"1985-03","map":"AP8Q"})";

TEST(Json, TextIsCanonical) {
    EXPECT_EQ(to_json_text(to_record(good_field())), good_text);
    EXPECT_EQ(boost::json::serialize(to_json(to_record(good_field()))), good_text);
}

TEST(Json, ThereAndBack) {
    const auto parsed = from_json(Field::type, good_text);
    EXPECT_TRUE(parsed.errors.empty());
    EXPECT_EQ(parsed.record, to_record(good_field()));
}

// "field: code | arguments" of everything that is wrong.
std::vector<std::string> wrongs(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto& error : from_json(Field::type, text).errors) {
        std::string line = std::string{error.field} + ": " + error.refusal.code;
        for (const auto& argument : error.refusal.args) line += " | " + argument;
        lines.push_back(line);
    }
    return lines;
}
using Lines = std::vector<std::string>;

// A good field with one key changed.
std::string with(std::string_view key, std::string_view json) {
    auto object = boost::json::parse(good_text).get_object();
    object[key] = boost::json::parse(json);
    return boost::json::serialize(object);
}

TEST(FromJson, EachCode) {
    EXPECT_EQ(wrongs(with("name", "null")), Lines{"name: required | Tên ruộng | "});
    EXPECT_EQ(wrongs(with("name", "\"\"")), Lines{"name: required | Tên ruộng | "});
    EXPECT_EQ(wrongs(with("name", "7")), Lines{"name: wrong_type | Tên ruộng | 7 | văn bản"});
    EXPECT_EQ(wrongs(with("area", "\"7\"")), Lines{"area: wrong_type | Diện tích (m²) | 7 | số nguyên"});
    EXPECT_EQ(wrongs(with("area", "7.5")), Lines{"area: wrong_type | Diện tích (m²) | 7.5E0 | số nguyên"});
    EXPECT_EQ(wrongs(with("area", "7.0")), Lines{});
    EXPECT_EQ(wrongs(with("area", "18446744073709551615")).size(), 1u);
    EXPECT_EQ(wrongs(with("is_fenced", "1")), Lines{"is_fenced: wrong_type | Có rào | 1 | có hoặc không"});
    EXPECT_EQ(wrongs(with("bought_on", "\"31/12/2020\"")), Lines{"bought_on: bad_date | Ngày mua | 31/12/2020"});
    EXPECT_EQ(wrongs(with("bought_on", "\"2020-02-30\"")), Lines{"bought_on: bad_date | Ngày mua | 2020-02-30"});
    EXPECT_EQ(wrongs(with("bought_on", "\"2020-12\"")), Lines{"bought_on: year_only | Ngày mua | 2020-12"});
    EXPECT_EQ(wrongs(with("cleared_on", "\"2020-13\"")), Lines{"cleared_on: bad_date | Khai hoang | 2020-13"});
    EXPECT_EQ(wrongs(with("crop", "\"Ngô\"")), Lines{"crop: not_in_list | Cây trồng | Ngô | Cây trồng"});
    EXPECT_EQ(wrongs(with("plot_number", "\"12\"")),
              Lines{"plot_number: bad_identifier | Số thửa | 12 | bốn chữ số và một chữ cái hoa"});
    EXPECT_EQ(wrongs(with("farm_id", "\"DH\"")), Lines{"farm_id: wrong_type | Trại | DH | mã hồ sơ"});
    EXPECT_EQ(wrongs(with("map", "\"?\"")), Lines{"map: wrong_type | Bản đồ | ? | nội dung tệp"});
    EXPECT_EQ(wrongs(with("size", "1")), Lines{": unknown_field | size | Ruộng"});
    EXPECT_EQ(wrongs(with("id", "7")), Lines{": wrong_type | id | 7 | mã hồ sơ"});
    EXPECT_EQ(wrongs(with("version", "-1")), Lines{": wrong_type | version | -1 | số nguyên"});
    EXPECT_EQ(wrongs(with("lent_to_id", "\"02000000-0000-0000-0000-000000000000\"")),
              Lines{": example.lent_to_itself"});
}

TEST(FromJson, EverythingWrongAtOnceInTheOrderOfTheDescription) {
    EXPECT_EQ(wrongs(R"({"size":1,"area":"x","colour":"mauve","name":null,"bought_on":"2020"})"),
              (Lines{"farm_id: required | Trại | ", "name: required | Tên ruộng | ",
                     "colour: not_in_list | Màu | mauve | Màu", "is_fenced: required | Có rào | ",
                     "area: wrong_type | Diện tích (m²) | x | số nguyên", "bought_on: year_only | Ngày mua | 2020",
                     ": unknown_field | size | Ruộng"}));
}

TEST(FromJson, WhatIsNoJson) {
    EXPECT_EQ(wrongs(""), Lines{": invalid_json | 1"});
    EXPECT_EQ(wrongs("{\"name\":\"a\""), Lines{": invalid_json | 12"});
    EXPECT_EQ(wrongs("{} {}").at(0).substr(0, 14), ": invalid_json");
    EXPECT_EQ(wrongs("{\"name\":\"\xff\"}").at(0).substr(0, 14), ": invalid_json");
    EXPECT_EQ(wrongs("{\"name\":\"\\ud800\"}").at(0).substr(0, 14), ": invalid_json");
    EXPECT_EQ(wrongs("[]"), Lines{": not_an_object"});
    EXPECT_EQ(wrongs("null"), Lines{": not_an_object"});
    EXPECT_EQ(wrongs(std::string(1000, '[')).at(0).substr(0, 14), ": invalid_json");
    EXPECT_EQ(wrongs(std::string(json_size_max + 1, ' ')), Lines{": json_too_large | 33554432"});
}

TEST(FromJson, TextsAreCleanedLineByLine) {
    EXPECT_EQ(from_json(Field::type, with("name", R"("  Bãi  a \t\r\n\n b\u0000\u200b \n ")")).record["name"],
              Value{"Bãi a\n\nb"});
    EXPECT_EQ(from_json(Field::type, with("name", R"("Ruo\u0323\u0302ng")")).record["name"], Value{"Ruộng"});
}

TEST(FromJson, DerivedFieldsAreComputed) {
    EXPECT_EQ(from_json(Field::type, with("name_key", "\"forged\"")).record["name_key"], Value{"Ruộng Đồi!"});
}

TEST(FromJson, LongValuesAreShownShortAndWhole) {
    std::string crop;
    for (int i = 0; i < 100; ++i) crop += "Đ";
    const auto errors = from_json(Field::type, with("crop", '"' + crop + '"')).errors;
    EXPECT_EQ(errors.at(0).refusal.args.at(1), crop.substr(0, 60) + "…");
}

}  // namespace
}  // namespace schema::example
