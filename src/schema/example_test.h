// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include "schema/describe.h"

// Invented record types with a field of each kind and option, for the tests of this folder.
namespace schema::example {

enum class Colour { red, dark_green };
inline constexpr auto colour_codes = enum_codes<Colour>({"Đỏ", "Xanh lá đậm"});
inline constexpr CodeList colours{"colour", "Màu", colour_codes};
constexpr const CodeList& code_list(Colour) { return colours; }

inline constexpr std::array crop_codes{
    Code{"rice", "Lúa", "Thóc|Gạo"}, Code{"maize", "Ngô", "Bắp"}, Code{"sweet_potato", "Khoai lang", "Khoai"},
    Code{"taro", "Khoai môn", "Khoai"},  // "Khoai" alone is no answer.
};
inline constexpr CodeList crops{"crop", "Cây trồng", crop_codes};

struct Farm {
    base::Id<Farm> id;
    std::int64_t version = 0;
    std::string name;

    static const RecordType type;
};

struct Field {
    base::Id<Field> id;
    std::int64_t version = 0;
    base::Id<Farm> farm_id;
    std::string name;
    std::string name_key;
    std::string plot_number;
    std::string crop;
    Colour colour{};
    std::optional<Colour> second_colour;
    bool is_fenced = false;
    std::int64_t area = 0;
    std::optional<base::Date> bought_on;
    std::optional<base::PartialDate> cleared_on;
    std::optional<base::Id<Farm>> lent_to_id;
    Bytes map;

    static const RecordType type;
};

// Số thửa: four digits and a capital letter, Đ among them.
inline bool is_plot_number(std::string_view text) {
    return text.size() >= 5 &&
           std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; }) &&
           (text.substr(4) == "Đ" || (text.size() == 5 && text[4] >= 'A' && text[4] <= 'Z'));
}

inline std::string exclaim(std::string_view text) { return std::string{text} + "!"; }

inline void check_lent(const Record& record, std::vector<base::Refusal>& refusals) {
    if (record["farm_id"] == record["lent_to_id"])
        refusals.push_back({"example.lent_to_itself", {}, "Luật Ví dụ, Điều 1"});
}

inline constexpr std::array farm_fields{field<&Farm::name>({.label = "Tên trại", .required = true})};

inline constexpr std::array field_fields{
    field<&Field::farm_id>({.label = "Trại", .on_reorganise = OnReorganise::follow}),
    field<&Field::name>({.label = "Tên ruộng", .required = true, .source = "Sổ ruộng, mục 1", .max_length = 10}),
    field<&Field::name_key>({.label = "Khóa tìm", .show = Show::nowhere, .derived_from = "name", .derive = exclaim}),
    field<&Field::plot_number>({.label = "Số thửa",
                                .privacy = Privacy::identifier,
                                .help = "bốn chữ số và một chữ cái hoa",
                                .max_length = 6,
                                .accepts = is_plot_number}),
    field<&Field::crop>(crops, {.label = "Cây trồng"}),
    field<&Field::colour>({.label = "Màu"}),
    field<&Field::second_colour>({.label = "Màu phụ"}),
    field<&Field::is_fenced>({.label = "Có rào"}),
    field<&Field::area>({.label = "Diện tích (m²)", .min = 1}),
    field<&Field::bought_on>({.label = "Ngày mua"}),
    field<&Field::cleared_on>({.label = "Khai hoang"}),
    field<&Field::lent_to_id>({.label = "Cho mượn", .on_reorganise = OnReorganise::stay}),
    field<&Field::map>({.label = "Bản đồ", .show = Show::nowhere}),
};

inline constinit const RecordType Farm::type{.name = "farm", .label = "Trại", .fields = farm_fields};
inline constinit const RecordType Field::type{
    .name = "field", .label = "Ruộng", .fields = field_fields, .check = check_lent};

// A field of which nothing is wrong.
inline Field good_field() {
    Field field;
    field.id = {base::Uuid{{1}}};
    field.version = 3;
    field.farm_id = {base::Uuid{{2}}};
    field.name = "Ruộng Đồi";
    field.name_key = "Ruộng Đồi!";
    field.plot_number = "0012Đ";
    field.crop = "maize";
    field.colour = Colour::dark_green;
    field.area = 360;
    field.bought_on = base::date(2001, 2, 28);
    field.cleared_on = base::PartialDate{1985, 3, 0};
    field.map = {0, 255, 16};
    return field;
}

}  // namespace schema::example
