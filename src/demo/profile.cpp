// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/profile.h"

#include <algorithm>
#include <array>

namespace demo {
namespace {

using records::Sex;

constexpr std::size_t place(DemoMilieu milieu) { return static_cast<std::size_t>(milieu); }

// The age bands of form 3, the last one parted, since city cells are full of the retired.
struct AgeBand {
    int first, last;
};
constexpr std::array age_bands{AgeBand{24, 30}, AgeBand{31, 35}, AgeBand{36, 40}, AgeBand{41, 45}, AgeBand{46, 50},
                               AgeBand{51, 55}, AgeBand{56, 59}, AgeBand{60, 70}, AgeBand{71, 80}, AgeBand{81, 92}};

struct Profile {
    int women;                               // Per cent.
    std::array<int, age_bands.size()> ages;  // Weights.
    std::array<int, 7> professional;         // none, elementary, intermediate, college, university, master, doctor
    std::array<int, 4> theory;               // none, elementary, intermediate, advanced
};

// clang-format off
constexpr std::array<Profile, demo_milieu_count> profiles{{
    // women   24  31  36  41  46  51  56  60  71  81      none ele int col uni mas doc     none ele int adv
    {46, {      3,  3,  4,  4,  5,  8, 11, 34, 20,  8}, {   32, 13, 20,  9, 24,  2,  0}, {   40, 36, 20,  4}},  // residential
    {44, {     13, 18, 21, 18, 14, 10,  6,  0,  0,  0}, {    0,  0, 12, 10, 74,  4,  0}, {    6, 19, 70,  5}},  // ward_office
    {42, {      5, 15, 23, 21, 16, 13,  7,  0,  0,  0}, {    0,  0,  2,  3, 73, 21,  1}, {    3, 13, 55, 29}},  // party_office
    {40, {      9, 20, 22, 18, 14, 11,  6,  0,  0,  0}, {    0,  1,  4,  5, 72, 18,  0}, {   14, 38, 39,  9}},  // state_office
    {42, {     11, 20, 22, 18, 13, 11,  5,  0,  0,  0}, {    2,  4, 12, 10, 65,  7,  0}, {   24, 48, 24,  4}},  // service
    {78, {      9, 20, 24, 20, 14, 10,  3,  0,  0,  0}, {    0,  0,  4, 16, 68, 12,  0}, {   25, 56, 18,  1}},  // school
    {62, {     14, 22, 20, 16, 12, 11,  5,  0,  0,  0}, {    0,  3, 28, 15, 44,  9,  1}, {   34, 47, 17,  2}},  // health
    {15, {     26, 22, 19, 14, 12,  7,  0,  0,  0,  0}, {    1,  4, 30,  6, 56,  3,  0}, {   18, 46, 32,  4}},  // police
    { 9, {     27, 22, 19, 14, 12,  6,  0,  0,  0,  0}, {    4,  8, 30,  8, 48,  2,  0}, {   20, 44, 32,  4}},  // military
    {38, {     12, 20, 21, 17, 14, 11,  5,  0,  0,  0}, {    6, 19, 20, 14, 37,  4,  0}, {   46, 42, 11,  1}},  // enterprise
    {33, {      4,  7,  9, 11, 15, 17, 16, 17,  4,  0}, {   42, 20, 20,  7, 11,  0,  0}, {   50, 42,  8,  0}},  // cooperative
}};
// clang-format on

constexpr std::array<std::string_view, 7> professional_codes{"",           "elementary", "intermediate", "college",
                                                             "university", "master",     "doctor"};
constexpr std::array<std::string_view, 4> theory_codes{"", "elementary", "intermediate", "advanced"};

constexpr std::string_view general_fields[]{"Quản trị kinh doanh", "Kế toán", "Luật", "Kinh tế", "Xây dựng",
                                            "Nông nghiệp"};
constexpr std::string_view office_fields[]{"Luật",    "Quản lý nhà nước", "Kinh tế",
                                           "Kế toán", "Hành chính học",   "Quản lý đất đai"};
constexpr std::string_view party_fields[]{"Xây dựng Đảng và chính quyền nhà nước", "Luật", "Chính trị học",
                                          "Quản lý nhà nước"};
constexpr std::string_view school_fields[]{"Sư phạm Ngữ văn", "Sư phạm Toán", "Sư phạm Tiếng Anh", "Sư phạm Vật lý",
                                           "Quản lý giáo dục"};
constexpr std::string_view kindergarten_fields[]{"Giáo dục mầm non"}, primary_fields[]{"Giáo dục tiểu học"};
constexpr std::string_view health_fields[]{"Y đa khoa", "Điều dưỡng", "Dược", "Y tế công cộng", "Hộ sinh"};
constexpr std::string_view police_fields[]{"Cảnh sát", "An ninh", "Luật"};
constexpr std::string_view military_fields[]{"Quân sự cơ sở", "Chỉ huy tham mưu", "Hậu cần quân sự"};
constexpr std::string_view works_fields[]{"Kế toán", "Quản trị kinh doanh", "Kỹ thuật điện", "Xây dựng", "Cơ khí",
                                          "Kinh tế"};

std::span<const std::string_view> fields_of(const DemoOrganisation& cell) {
    switch (cell.milieu) {
        case DemoMilieu::ward_office:
        case DemoMilieu::state_office: return office_fields;
        case DemoMilieu::party_office: return party_fields;
        case DemoMilieu::school:
            if (cell.workplace.starts_with("Trường Mầm non")) return kindergarten_fields;
            if (cell.workplace.starts_with("Trường Tiểu học")) return primary_fields;
            return school_fields;
        case DemoMilieu::health: return health_fields;
        case DemoMilieu::police: return police_fields;
        case DemoMilieu::military: return military_fields;
        case DemoMilieu::enterprise: return works_fields;
        default: return general_fields;
    }
}

int draw_new_member_age(DemoRandom& random, DemoRole role) {
    constexpr AgeBand bands[]{{19, 24}, {25, 30}, {31, 35}, {36, 40}, {41, 50}};
    constexpr int weights[]{28, 38, 20, 9, 5};
    const auto& band = bands[random.weighted(weights)];
    // Who is admitted at 18 is at least 19 one year later.
    return std::max(random.between(band.first, band.last), role == DemoRole::admitted ? 19 : 20);
}

int draw_age(DemoRandom& random, DemoMilieu milieu, DemoRole role) {
    if (is_new_member(role)) return draw_new_member_age(random, role);
    switch (role) {
        case DemoRole::died: return random.chance(12) ? random.between(45, 60) : random.between(62, 92);
        case DemoRole::dismissed: return random.between(29, 58);
        case DemoRole::transferred_in:
        case DemoRole::transferred_out:
        case DemoRole::came_and_went: return random.between(24, 50);
        default: break;
    }
    const auto& band = age_bands[random.weighted(profiles[place(milieu)].ages)];
    return random.between(band.first, band.last);
}

bool is_at_work(DemoMilieu milieu) { return milieu != DemoMilieu::residential && milieu != DemoMilieu::cooperative; }

std::string_view draw_general_education(DemoRandom& random, DemoMilieu milieu, int age) {
    constexpr std::string_view codes[]{"primary", "lower_secondary", "upper_secondary"};
    constexpr int aged[]{9, 43, 48}, residents[]{1, 11, 88}, workers[]{0, 6, 94}, officers[]{0, 0, 100};
    if (milieu == DemoMilieu::residential) return codes[age >= 68 ? random.weighted(aged) : random.weighted(residents)];
    if (milieu == DemoMilieu::cooperative) return codes[random.weighted(residents)];
    return codes[milieu == DemoMilieu::enterprise ? random.weighted(workers) : random.weighted(officers)];
}

// Residents of working age.
std::string_view draw_resident_occupation(DemoRandom& random, std::string_view area, int age) {
    constexpr std::string_view codes[]{"other",  "enterprise_worker",  "enterprise_staff",   "non_public_employee",
                                       "farmer", "village_part_timer", "enterprise_manager", "public_employee"};
    constexpr int in_town[]{30, 16, 16, 9, 2, 12, 8, 7}, outside[]{20, 16, 10, 6, 24, 14, 4, 6};
    if (age <= 22 && random.chance(70)) return "student";
    return codes[area.find("phường Đông") != area.npos ? random.weighted(outside) : random.weighted(in_town)];
}

DemoWork draw_resident_work(DemoRandom& random, const DemoOrganisation& cell, DemoBody body) {
    constexpr std::string_view before_retirement[]{"Công chức nghỉ hưu", "Giáo viên nghỉ hưu", "Bộ đội nghỉ hưu",
                                                   "Công nhân nghỉ hưu", "Cán bộ nghỉ hưu"};
    const int retirement = demo_retirement_age(body.sex);
    const int retired = body.age >= retirement + 5   ? 94
                        : body.age >= retirement     ? 84
                        : body.age >= retirement - 7 ? 22
                                                     : 0;
    if (random.chance(retired)) return {"retired", std::string{random.pick(before_retirement)}};
    const auto occupation =
        body.age >= retirement + 5 ? "other" : draw_resident_occupation(random, cell.area, body.age);
    std::string detail;
    if (occupation == "village_part_timer")
        detail = random.chance(40) ? "Khu phố trưởng" : "Trưởng Ban Công tác Mặt trận";
    if (occupation == "other") detail = random.chance(60) ? "Buôn bán" : "Lao động tự do";
    return {occupation, detail};
}

std::string with_workplace(std::string_view post, const DemoOrganisation& cell) {
    return std::string{post} + ", " + cell.workplace;
}

DemoWork draw_enterprise_work(DemoRandom& random, const DemoOrganisation& cell) {
    constexpr int weights[]{12, 42, 46};
    switch (random.weighted(weights)) {
        case 0:
            return {"enterprise_manager",
                    with_workplace(random.chance(40) ? "Trưởng phòng" : "Phó Trưởng phòng", cell)};
        case 1: return {"enterprise_staff", with_workplace("Nhân viên", cell)};
        default: return {"enterprise_worker", with_workplace("Công nhân", cell)};
    }
}

DemoWork draw_school_work(DemoRandom& random, const DemoOrganisation& cell, std::string_view unit_type) {
    const auto occupation = unit_type == "non_public_service_unit" ? "non_public_employee" : "public_employee";
    return {occupation, with_workplace(random.chance(86) ? "Giáo viên" : "Nhân viên", cell)};
}

}  // namespace

DemoBody draw_body(DemoRandom& random, DemoMilieu milieu, DemoRole role) {
    DemoBody body{random.chance(profiles[place(milieu)].women) ? Sex::female : Sex::male,
                  draw_age(random, milieu, role)};
    // Among the oldest there are fewer women members; at work women are at most 54.
    const bool is_rare = body.age >= 71 && random.chance(45);
    if (body.sex == Sex::female && (is_rare || (is_at_work(milieu) && body.age >= demo_retirement_age(Sex::female))))
        body.sex = Sex::male;
    return body;
}

DemoSchooling draw_schooling(DemoRandom& random, const DemoOrganisation& cell, DemoBody body, DemoRole role) {
    const auto& profile = profiles[place(cell.milieu)];
    DemoSchooling schooling;
    schooling.general = draw_general_education(random, cell.milieu, body.age);
    schooling.professional = professional_codes[random.weighted(profile.professional)];
    const bool finished_school = schooling.general == "upper_secondary";
    if (!finished_school && !schooling.professional.empty()) schooling.professional = "elementary";
    // Nobody is a graduate at 21.
    if (body.age <= 21) schooling.professional = "";
    if (body.age <= 26 && (schooling.professional == "master" || schooling.professional == "doctor"))
        schooling.professional = "university";
    if (!schooling.professional.empty() && schooling.professional != "elementary")
        schooling.field = random.pick(fields_of(cell));
    schooling.theory = theory_codes[random.weighted(profile.theory)];
    if (is_new_member(role) || body.age < 28) schooling.theory = random.chance(12) ? "elementary" : "";
    if (!finished_school && schooling.theory == "advanced") schooling.theory = "intermediate";
    return schooling;
}

DemoWork draw_work(DemoRandom& random, const DemoOrganisation& cell, std::string_view unit_type, DemoBody body,
                   DemoRole role) {
    constexpr std::string_view posts[]{"Chuyên viên",      "Chuyên viên",  "Chuyên viên",
                                       "Phó Trưởng phòng", "Trưởng phòng", "Văn thư"};
    if (role == DemoRole::died && body.age >= demo_retirement_age(body.sex)) return {"retired", "Cán bộ nghỉ hưu"};
    switch (cell.milieu) {
        case DemoMilieu::residential: return draw_resident_work(random, cell, body);
        case DemoMilieu::ward_office: return {"commune_officer", with_workplace("Cán bộ, công chức", cell)};
        case DemoMilieu::party_office: return {"party_officer", with_workplace(random.pick(posts), cell)};
        case DemoMilieu::state_office: return {"state_officer", with_workplace(random.pick(posts), cell)};
        case DemoMilieu::service: return {"public_employee", with_workplace("Viên chức", cell)};
        case DemoMilieu::school: return draw_school_work(random, cell, unit_type);
        case DemoMilieu::health:
            return {unit_type == "non_public_service_unit" ? "non_public_employee" : "public_employee",
                    with_workplace(random.chance(35) ? "Bác sĩ" : "Điều dưỡng", cell)};
        case DemoMilieu::police: return {"armed_forces", with_workplace("Cán bộ", cell)};
        case DemoMilieu::military: return {"armed_forces", with_workplace("Sĩ quan", cell)};
        case DemoMilieu::enterprise: return draw_enterprise_work(random, cell);
        case DemoMilieu::cooperative: break;
    }
    if (body.age >= 66) return {"retired", "Nguyên cán bộ hợp tác xã"};
    return random.chance(70) && unit_type != "cooperative"
               ? DemoWork{"farmer", "Xã viên hợp tác xã"}
               : DemoWork{"enterprise_staff", with_workplace("Nhân viên", cell)};
}

}  // namespace demo
