// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/places.h"

#include <array>

namespace demo {
namespace {

// Units as they were in 2020.
constexpr std::string_view quang_tri_communes[]{
    "phường 1, thành phố Đông Hà",
    "phường 3, thành phố Đông Hà",
    "phường Đông Giang, thành phố Đông Hà",
    "phường Đông Lễ, thành phố Đông Hà",
    "phường Đông Lương, thành phố Đông Hà",
    "phường Đông Thanh, thành phố Đông Hà",
    "phường 2, thị xã Quảng Trị",
    "xã Triệu Phước, huyện Triệu Phong",
    "xã Triệu Đại, huyện Triệu Phong",
    "xã Triệu Độ, huyện Triệu Phong",
    "xã Triệu Long, huyện Triệu Phong",
    "xã Triệu Ái, huyện Triệu Phong",
    "xã Triệu Thuận, huyện Triệu Phong",
    "xã Hải Thượng, huyện Hải Lăng",
    "xã Hải Quế, huyện Hải Lăng",
    "xã Hải Chánh, huyện Hải Lăng",
    "xã Hải Ba, huyện Hải Lăng",
    "xã Cam Hiếu, huyện Cam Lộ",
    "xã Cam Thủy, huyện Cam Lộ",
    "xã Cam Tuyền, huyện Cam Lộ",
    "xã Gio Mai, huyện Gio Linh",
    "xã Gio Quang, huyện Gio Linh",
    "xã Gio Mỹ, huyện Gio Linh",
    "thị trấn Cửa Việt, huyện Gio Linh",
    "xã Vĩnh Lâm, huyện Vĩnh Linh",
    "xã Vĩnh Thủy, huyện Vĩnh Linh",
    "xã Vĩnh Tú, huyện Vĩnh Linh",
    "thị trấn Hồ Xá, huyện Vĩnh Linh",
};
constexpr std::string_view highland_communes[]{
    "xã Tà Rụt, huyện Đakrông",        "xã Hướng Hiệp, huyện Đakrông", "xã A Bung, huyện Đakrông",
    "xã Hướng Phùng, huyện Hướng Hóa", "xã Thanh, huyện Hướng Hóa",    "xã Lìa, huyện Hướng Hóa",
};

struct Elsewhere {
    std::string_view text;
    std::string_view province;
    int weight;
};
constexpr std::array elsewhere{
    Elsewhere{"xã Hồng Thủy, huyện Lệ Thủy, tỉnh Quảng Bình", "044", 26},
    Elsewhere{"xã Gia Ninh, huyện Quảng Ninh, tỉnh Quảng Bình", "044", 18},
    Elsewhere{"xã Phong Bình, huyện Phong Điền, tỉnh Thừa Thiên Huế", "046", 16},
    Elsewhere{"thị trấn Sịa, huyện Quảng Điền, tỉnh Thừa Thiên Huế", "046", 8},
    Elsewhere{"xã Nghi Kim, thành phố Vinh, tỉnh Nghệ An", "040", 12},
    Elsewhere{"xã Thạch Đài, huyện Thạch Hà, tỉnh Hà Tĩnh", "042", 12},
    Elsewhere{"xã Hoằng Lộc, huyện Hoằng Hóa, tỉnh Thanh Hóa", "038", 7},
    Elsewhere{"xã Nam Giang, huyện Nam Trực, tỉnh Nam Định", "036", 3},
};

constexpr std::string_view streets[]{
    "Lê Duẩn",     "Hùng Vương", "Trần Hưng Đạo", "Nguyễn Huệ", "Lê Lợi",    "Phan Bội Châu",   "Lý Thường Kiệt",
    "Nguyễn Trãi", "Ngô Quyền",  "Đặng Dung",     "Trần Phú",   "Hàm Nghi",  "Điện Biên Phủ",   "Tôn Thất Thuyết",
    "Bà Triệu",    "Nguyễn Du",  "Chu Văn An",    "Hoàng Diệu", "Thạch Hãn", "Đinh Tiên Hoàng",
};

constexpr std::string_view wards[]{
    "phường 1",          "phường 2",       "phường 3",          "phường 4",          "phường 5",
    "phường Đông Giang", "phường Đông Lễ", "phường Đông Lương", "phường Đông Thanh",
};

bool is_highland(std::string_view ethnicity) { return ethnicity == "bru_van_kieu" || ethnicity == "ta_oi"; }

}  // namespace

DemoPlace make_demo_birth_place(DemoRandom& random, std::string_view ethnicity) {
    if (is_highland(ethnicity)) return {std::string{random.pick(highland_communes)} + ", tỉnh Quảng Trị", "045"};
    if (random.chance(84)) return {std::string{random.pick(quang_tri_communes)} + ", tỉnh Quảng Trị", "045"};
    std::array<int, elsewhere.size()> weights{};
    for (std::size_t i = 0; i < elsewhere.size(); ++i) weights[i] = elsewhere[i].weight;
    const auto& place = elsewhere[random.weighted(weights)];
    return {std::string{place.text}, place.province};
}

std::string make_demo_residence(DemoRandom& random, std::string_view area) {
    std::string text;
    if (random.chance(70)) {
        text = random.chance(25)
                   ? "Kiệt " + std::to_string(random.between(2, 180)) + "/" + std::to_string(random.between(1, 40))
                   : "Số " + std::to_string(random.between(1, 320));
        text.append(" ").append(random.pick(streets)).append(", ");
    }
    if (area.empty())
        text.append("Khu phố ").append(std::to_string(random.between(1, 6))).append(", ").append(random.pick(wards));
    else
        text.append(area);
    return text.append(", thành phố Đông Hà");
}

}  // namespace demo
