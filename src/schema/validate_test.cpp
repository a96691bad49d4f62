// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/validate.h"

#include "schema/example_test.h"

namespace schema::example {
namespace {

Record good() { return to_record(good_field()); }

// "field: code | arguments" of everything that is wrong.
std::vector<std::string> wrongs(const Record& record) {
    std::vector<std::string> lines;
    for (const auto& error : validate(record)) {
        std::string line = std::string{error.field} + ": " + error.refusal.code;
        for (const auto& argument : error.refusal.args) line += " | " + argument;
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> wrongs(std::string_view field, Value value) {
    Record record = good();
    record[field] = std::move(value);
    return wrongs(record);
}

using Lines = std::vector<std::string>;

TEST(Validate, NothingWrong) { EXPECT_EQ(wrongs(good()), Lines{}); }

TEST(Validate, EachCode) {
    EXPECT_EQ(wrongs("name", {}), Lines{"name: required | Tên ruộng | "});
    EXPECT_EQ(wrongs("area", Value{"rộng"}), Lines{"area: wrong_type | Diện tích (m²) | rộng | số nguyên"});
    EXPECT_EQ(wrongs("bought_on", Value{base::PartialDate{2001, 0, 0}}),
              Lines{"bought_on: wrong_type | Ngày mua | 2001 | ngày"});
    EXPECT_EQ(wrongs("crop", Value{"cassava"}), Lines{"crop: not_in_list | Cây trồng | cassava | Cây trồng"});
    EXPECT_EQ(wrongs("plot_number", Value{"12Đ"}),
              Lines{"plot_number: bad_identifier | Số thửa | 12Đ | bốn chữ số và một chữ cái hoa"});
    EXPECT_EQ(wrongs("area", Value{std::int64_t{0}}), Lines{"area: out_of_range | Diện tích (m²) | 0 | 1 | "});
    EXPECT_EQ(wrongs("lent_to_id", Value{base::Uuid{{2}}}), Lines{": example.lent_to_itself"});
}

TEST(Validate, LengthIsCountedInCharacters) {
    EXPECT_EQ(wrongs("name", Value{"ĐĐĐĐĐĐĐĐĐĐ"}), Lines{});
    EXPECT_EQ(wrongs("name", Value{"ĐĐĐĐĐĐĐĐĐĐĐ"}), Lines{"name: too_long | Tên ruộng | ĐĐĐĐĐĐĐĐĐĐĐ | 10"});
}

// The format says more than "too long".
TEST(Validate, AFormatIsJudgedBeforeTheLength) {
    EXPECT_EQ(validate([] {
                  Record record = good();
                  record["plot_number"] = Value{"0012345Đ"};
                  return record;
              }())[0]
                  .refusal.code,
              "bad_identifier");
}

TEST(Validate, EverythingWrongAtOnce) {
    Record record = good();
    record["name"] = {};
    record["colour"] = Value{"mauve"};
    record["area"] = Value{std::int64_t{-4}};
    record["lent_to_id"] = record["farm_id"];  // Asked only when each field is right.
    EXPECT_EQ(wrongs(record), (Lines{"name: required | Tên ruộng | ", "colour: not_in_list | Màu | mauve | Màu",
                                     "area: out_of_range | Diện tích (m²) | -4 | 1 | "}));
}

TEST(Validate, TheSourceOfAFieldIsNamed) {
    Record record = good();
    record["name"] = {};
    EXPECT_EQ(validate(record).at(0).refusal.source, "Sổ ruộng, mục 1");
}

TEST(Complete, DerivesAndEmpties) {
    Record record = good();
    record["name"] = Value{"Bãi"};
    record["crop"] = Value{""};
    complete(record);
    EXPECT_EQ(record["name_key"], Value{"Bãi!"});
    EXPECT_TRUE(is_empty(record["crop"]));

    record["name"] = {};
    complete(record);
    EXPECT_TRUE(is_empty(record["name_key"]));
}

}  // namespace
}  // namespace schema::example
