// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/names.h"

#include <array>
#include <span>

namespace demo {
namespace {

struct WeightedName {
    std::string_view text;
    int weight;
};

// Family names as frequent as in the north of Central Vietnam.
constexpr WeightedName family_names[]{
    {"Nguyễn", 300}, {"Lê", 140},    {"Trần", 120}, {"Hoàng", 85}, {"Phan", 52}, {"Hồ", 48},  {"Võ", 46},
    {"Phạm", 40},    {"Trương", 32}, {"Bùi", 24},   {"Đỗ", 20},    {"Đặng", 18}, {"Ngô", 16}, {"Dương", 14},
    {"Đoàn", 14},    {"Mai", 12},    {"Cao", 10},   {"Thái", 9},   {"Lương", 8}, {"Đào", 8},  {"Nguyễn Đăng", 6},
    {"Lâm", 5},      {"Tạ", 5},      {"Văn", 4},    {"Tống", 4},   {"Châu", 3},  {"Lý", 3},   {"Hà", 3},
};
constexpr WeightedName chinese_family_names[]{{"Trần", 3}, {"Lâm", 3}, {"Quách", 2}, {"Hứa", 1}, {"Mã", 1}};

constexpr WeightedName male_middle_names_old[]{
    {"Văn", 330},  {"Hữu", 60},  {"Đức", 45},   {"Xuân", 50}, {"Đình", 40}, {"Ngọc", 30},
    {"Quang", 35}, {"Công", 25}, {"Thanh", 25}, {"Bá", 18},   {"Viết", 18}, {"", 12},
};
constexpr WeightedName male_middle_names_new[]{
    {"Văn", 120},  {"Quang", 50}, {"Minh", 50},  {"Anh", 30},  {"Hữu", 45},  {"Đức", 50},
    {"Thanh", 40}, {"Quốc", 40},  {"Ngọc", 35},  {"Xuân", 30}, {"Tiến", 25}, {"Công", 25},
    {"Đình", 25},  {"Hoàng", 30}, {"Trung", 20}, {"Nhật", 15}, {"Thế", 20},  {"Viết", 10},
};
constexpr WeightedName female_middle_names_old[]{
    {"Thị", 400}, {"Thị Kim", 20}, {"Thị Minh", 18}, {"Thị Ngọc", 20}, {"Thị Thanh", 24}, {"Thị Xuân", 14}, {"Thúy", 6},
};
constexpr WeightedName female_middle_names_new[]{
    {"Thị", 150},     {"Thị Thu", 40},  {"Thị Thanh", 40}, {"Thị Hồng", 30},   {"Thị Mỹ", 25}, {"Thị Kim", 22},
    {"Thị Ngọc", 28}, {"Thị Thùy", 24}, {"Thị Bích", 18},  {"Thị Phương", 22}, {"Thùy", 16},   {"Diệu", 14},
    {"Quỳnh", 14},    {"Ngọc", 18},     {"Khánh", 12},     {"Thị Hoài", 16},   {"Bảo", 10},    {"Thanh", 12},
};

constexpr std::string_view male_given_names_old[]{
    "Ba",    "Bình", "Bốn",  "Cảnh", "Chiến", "Chính", "Cư",    "Dũng",   "Định",  "Đồng", "Đước",
    "Giáo",  "Hà",   "Hiền", "Hòa",  "Hồng",  "Hợi",   "Hùng",  "Kháng",  "Khôi",  "Lập",  "Liệu",
    "Lợi",   "Lục",  "Minh", "Mười", "Nam",   "Năm",   "Nghĩa", "Nguyên", "Nhân",  "Ninh", "Phúc",
    "Quế",   "Quý",  "Sáu",  "Sinh", "Sơn",   "Tấn",   "Thành", "Thảo",   "Thắng", "Thí",  "Thỉ",
    "Thiện", "Thọ",  "Tình", "Toàn", "Tư",    "Tường", "Vinh",  "Xá",     "Yên",
};
constexpr std::string_view male_given_names_new[]{
    "An",   "Anh",  "Bảo",   "Bình",   "Cường", "Danh", "Duy",   "Dũng",  "Đạt",   "Đông",  "Hải",   "Hào",
    "Hậu",  "Hiếu", "Hoàng", "Huy",    "Hùng",  "Hưng", "Khánh", "Khoa",  "Kiên",  "Lâm",   "Linh",  "Long",
    "Lộc",  "Mạnh", "Minh",  "Nam",    "Nghĩa", "Nhân", "Nhật",  "Phong", "Phúc",  "Phước", "Quân",  "Quang",
    "Quốc", "Sang", "Sơn",   "Tài",    "Tâm",   "Tân",  "Thái",  "Thành", "Thắng", "Thiện", "Thịnh", "Thuận",
    "Tiến", "Toàn", "Trí",   "Trường", "Tuấn",  "Tùng", "Tú",    "Việt",  "Vinh",  "Vũ",
};
constexpr std::string_view female_given_names_old[]{
    "Ba",    "Bé",   "Bích", "Cúc",  "Dung",  "Diệp",   "Đào",    "Gái",  "Hà",     "Hạnh", "Hiền",
    "Hoa",   "Hòa",  "Hồng", "Huệ",  "Hường", "Khuyên", "Lài",    "Lan",  "Liên",   "Liễu", "Loan",
    "Lựu",   "Mai",  "Mận",  "Nga",  "Nghĩa", "Ngọ",    "Nguyệt", "Nhàn", "Phượng", "Sen",  "Tâm",
    "Thanh", "Thảo", "Thắm", "Thìn", "Thuận", "Tuyết",  "Vân",    "Xuân", "Yến",
};
constexpr std::string_view female_given_names_new[]{
    "An",  "Anh",   "Châu",   "Chi",   "Diễm",   "Dung",  "Duyên", "Giang",  "Hà",     "Hạnh",  "Hằng", "Hiền",  "Hoa",
    "Hòa", "Hương", "Hường",  "Huyền", "Lan",    "Lê",    "Liên",  "Linh",   "Loan",   "Ly",    "Mai",  "My",    "Mỹ",
    "Nga", "Ngân",  "Nguyệt", "Nhi",   "Nhung",  "Như",   "Oanh",  "Phương", "Phượng", "Sương", "Tâm",  "Thanh", "Thảo",
    "Thơ", "Thu",   "Thúy",   "Thủy",  "Thương", "Trang", "Trâm",  "Trinh",  "Tuyết",  "Uyên",  "Vân",  "Vy",    "Yến",
};

std::string_view pick_weighted(DemoRandom& random, std::span<const WeightedName> names) {
    std::size_t total = 0;
    for (const auto& name : names) total += static_cast<std::size_t>(name.weight);
    auto drawn = random.below(total);
    for (const auto& name : names) {
        if (drawn < static_cast<std::size_t>(name.weight)) return name.text;
        drawn -= static_cast<std::size_t>(name.weight);
    }
    return names.back().text;
}

std::string_view pick_family(DemoRandom& random, std::string_view ethnicity) {
    // The Bru-Vân Kiều and Tà-ôi of Quảng Trị bear the family name of President Hồ Chí Minh.
    if (ethnicity == "bru_van_kieu" || ethnicity == "ta_oi") return "Hồ";
    if (ethnicity == "hoa") return pick_weighted(random, chinese_family_names);
    return pick_weighted(random, family_names);
}

}  // namespace

std::string make_demo_name(DemoRandom& random, records::Sex sex, int born_in, std::string_view ethnicity) {
    const bool is_old = born_in < 1965;
    const bool is_male = sex == records::Sex::male;
    std::string name{pick_family(random, ethnicity)};
    const auto middle =
        is_male  ? is_old ? pick_weighted(random, male_middle_names_old) : pick_weighted(random, male_middle_names_new)
         : is_old ? pick_weighted(random, female_middle_names_old)
                 : pick_weighted(random, female_middle_names_new);
    const auto draw_given = [&]() -> std::string_view {
        if (is_male) return is_old ? random.pick(male_given_names_old) : random.pick(male_given_names_new);
        return is_old ? random.pick(female_given_names_old) : random.pick(female_given_names_new);
    };
    auto given = draw_given();
    while (!middle.empty() && middle.ends_with(given)) given = draw_given();
    if (!middle.empty()) name.append(" ").append(middle);
    return name.append(" ").append(given);
}

}  // namespace demo
