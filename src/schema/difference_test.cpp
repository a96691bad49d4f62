// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/difference.h"

#include "schema/example_test.h"

namespace schema::example {
namespace {

std::vector<std::string> lines(const Record& before, const Record& after) {
    std::vector<std::string> result;
    for (const auto& difference : differences(before, after))
        result.push_back(std::string{difference.field} + " (" + std::string{difference.label} +
                         "): " + difference.before + " → " + difference.after);
    return result;
}
using Lines = std::vector<std::string>;

TEST(Differences, EqualRecordsHaveNone) { EXPECT_EQ(lines(to_record(good_field()), to_record(good_field())), Lines{}); }

TEST(Differences, AsPeopleReadThemInTheOrderOfTheDescription) {
    const Record before = to_record(good_field());
    Record after = before;
    after.version = 4;
    after["area"] = Value{std::int64_t{400}};
    after["name"] = Value{"Bãi"};
    after["name_key"] = Value{"Bãi!"};  // Follows from the name: not told.
    after["crop"] = Value{"taro"};
    after["bought_on"] = {};
    after["cleared_on"] = Value{base::PartialDate{1985, 4, 2}};
    after["is_fenced"] = Value{true};
    after["map"] = Value{Bytes{1}};
    EXPECT_EQ(lines(before, after), (Lines{
                                        "name (Tên ruộng): Ruộng Đồi → Bãi",
                                        "crop (Cây trồng): Ngô → Khoai môn",
                                        "is_fenced (Có rào): không → có",
                                        "area (Diện tích (m²)): 360 → 400",
                                        "bought_on (Ngày mua): 28/02/2001 → ",
                                        "cleared_on (Khai hoang): 03/1985 → 02/04/1985",
                                        "map (Bản đồ): (không hiện) → (không hiện)",
                                    }));
}

TEST(Differences, AgainstNothingEverythingDiffers) {
    Field field;
    field.name = "Bãi";
    EXPECT_EQ(lines(Record{Field::type}, to_record(field)),
              (Lines{"name (Tên ruộng):  → Bãi", "colour (Màu):  → Đỏ", "is_fenced (Có rào):  → không",
                     "area (Diện tích (m²)):  → 0"}));
}

TEST(Differences, OfTwoTypesIsABug) { EXPECT_THROW(differences(Record{Farm::type}, Record{Field::type}), base::Bug); }

}  // namespace
}  // namespace schema::example
