// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/parse.h"

#include "schema/example_test.h"

namespace schema::example {
namespace {

// The value as text, "nothing", or the code of the refusal in < >.
std::string parsed(std::string_view field, std::string_view text) {
    const auto value = parse_text(Field::type[field], text);
    if (!value) return "<" + value.error().code + ">";
    if (is_empty(*value)) return "nothing";
    if (const auto* date = std::get_if<base::PartialDate>(&*value)) return base::to_iso(*date);
    if (const auto* date = std::get_if<base::Date>(&*value)) return base::to_iso(*date);
    return to_text(*value);
}

struct Row {
    std::string_view text, expected;
};
void check(std::string_view field, std::initializer_list<Row> rows) {
    for (const auto& row : rows) EXPECT_EQ(parsed(field, row.text), row.expected) << field << ": " << row.text;
}

TEST(ParseText, EmptyIsNothingForEveryKind) {
    for (const auto& field : Field::type.fields)
        for (const auto* text : {"", "  ", "\t\n", "\xC2\xA0", "\xE2\x80\x8B"})
            EXPECT_EQ(parsed(field.name, text), "nothing");
}

TEST(ParseText, Dates) {
    check("bought_on", {
                           {"31/12/2020", "2020-12-31"},
                           {" 1/2/2020 ", "2020-02-01"},
                           {"01-02-2020", "2020-02-01"},
                           {"1.2.2020", "2020-02-01"},
                           {"2020-02-01", "2020-02-01"},
                           {"29/02/2020", "2020-02-29"},
                           {"29/02/2021", "<bad_date>"},
                           {"2020-02-01 00:00:00", "2020-02-01"},
                           {"2020-02-01T00:00:00", "2020-02-01"},
                           {"1/2/2020 0:00", "2020-02-01"},
                           {"1/2/2020 7:30", "<bad_date>"},
                           {"1/2/20", "<bad_date>"},
                           {"12/31/2020", "<bad_date>"},
                           {"hôm qua", "<bad_date>"},
                           {"2020", "<year_only>"},
                           {"12/2020", "<year_only>"},
                           {"2020-12", "<year_only>"},
                       });
}

TEST(ParseText, PartialDates) {
    check("cleared_on", {
                            {"31/12/2020", "2020-12-31"},
                            {"3/1985", "1985-03"},
                            {"1985-03", "1985-03"},
                            {"1985", "1985"},
                            {"13/1985", "<bad_date>"},
                            {"85", "<bad_date>"},
                            {"00/00/1985", "<bad_date>"},
                        });
}

TEST(ParseText, Integers) {
    check("area", {
                      {"0", "0"},
                      {"360", "360"},
                      {"1.234", "1234"},
                      {"1.234.567", "1234567"},
                      {"1 234", "1234"},
                      {"1\xC2\xA0"
                       "234",
                       "1234"},
                      {"-5", "-5"},
                      {"12.34", "<wrong_type>"},
                      {"1234.567", "<wrong_type>"},
                      {"1.234,5", "<wrong_type>"},
                      {".123", "<wrong_type>"},
                      {"-", "<wrong_type>"},
                      {"+5", "<wrong_type>"},
                      {"1e3", "<wrong_type>"},
                      {"9223372036854775807", "9223372036854775807"},
                      {"9223372036854775808", "<wrong_type>"},
                      {"-9.223.372.036.854.775.808", "-9223372036854775808"},
                      {"100000000000000000000000000", "<wrong_type>"},
                  });
}

TEST(ParseText, Booleans) {
    check("is_fenced", {
                           {"có", "có"},
                           {"CÓ", "có"},
                           {"co", "có"},
                           {"x", "có"},
                           {"X", "có"},
                           {"1", "có"},
                           {"Đúng", "có"},
                           {"true", "có"},
                           {"không", "không"},
                           {"Khong", "không"},
                           {"0", "không"},
                           {"sai", "không"},
                           {"FALSE", "không"},
                           {"có thể", "<wrong_type>"},
                           {"2", "<wrong_type>"},
                       });
}

TEST(ParseText, Codes) {
    check("crop", {
                      {"maize", "maize"},
                      {"Ngô", "maize"},
                      {"Bắp", "maize"},
                      {"bap", "maize"},
                      {"BẮP", "maize"},
                      {"Ngô\xC2\xA0", "maize"},
                      {"Ngo\xCC\x82", "maize"},  // Decomposed.
                      {"khoai  LANG", "sweet_potato"},
                      {"Khoai-môn", "taro"},
                      {"Khoai", "<not_in_list>"},  // Two answers are none.
                      {"khoai", "<not_in_list>"},
                      {"Sắn", "<not_in_list>"},
                      {"|", "<not_in_list>"},
                  });
    check("colour", {{"Đỏ", "red"}, {"xanh la dam", "dark_green"}, {"xanh", "<not_in_list>"}});
}

TEST(ParseText, Texts) {
    check("name", {
                      {"  Ruộng \t Đồi ", "Ruộng Đồi"},
                      {"Ruo\xCC\xA3\xCC\x82ng", "Ruộng"},
                      {"0012", "0012"},
                      {"Ruộng\nĐồi", "Ruộng Đồi"},
                  });
}

TEST(ParseText, IdentifiersLoseSeparatorsNeverZeros) {
    check("plot_number", {
                             {"0012Đ", "0012Đ"},
                             {"00 12 Đ", "0012Đ"},
                             {"00.12-Đ", "0012Đ"},
                             {"0012đ", "0012Đ"},
                             {"12Đ", "12Đ"},    // For validate to refuse.
                             {"12 Đ", "12 Đ"},  // As typed, so that the message shows what was typed.
                             {"số 0012Đ", "số 0012Đ"},
                         });
}

TEST(ParseText, References) {
    check("farm_id", {
                         {"01234567-89ab-7def-8123-456789abcdef", "01234567-89ab-7def-8123-456789abcdef"},
                         {"Trại Đông", "<wrong_type>"},
                     });
}

TEST(ParseText, BytesAreNotTyped) { EXPECT_EQ(parsed("map", "xyz"), "<wrong_type>"); }

TEST(ParseText, RefusalsTellLabelTextAndNeed) {
    EXPECT_EQ(parse_text(Field::type["area"], " rộng  lắm").error(),
              (base::Refusal{"wrong_type", {"Diện tích (m²)", "rộng lắm", "số nguyên"}, ""}));
    EXPECT_EQ(parse_text(Field::type["crop"], "Sắn").error(),
              (base::Refusal{"not_in_list", {"Cây trồng", "Sắn", "Cây trồng"}, ""}));
    EXPECT_EQ(parse_text(Field::type["bought_on"], "2020").error(),
              (base::Refusal{"year_only", {"Ngày mua", "2020"}, ""}));
}

TEST(LabelIndex, ASpellingAsWrittenGoesBeforeWhatFoldsToIt) {
    constexpr std::array codes{Code{"first", "Ma"}, Code{"second", "Mạ"}};
    const CodeList list{"list", "Danh mục", codes};
    const LabelIndex index{list};
    EXPECT_EQ(index.find("Ma")->code, "first");
    EXPECT_EQ(index.find("Mạ")->code, "second");
    EXPECT_EQ(index.find("mạ"), nullptr);  // Folds to both.
    EXPECT_EQ(index.find(""), nullptr);
}

}  // namespace
}  // namespace schema::example
