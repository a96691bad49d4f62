// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/words.h"

#include <array>

#include "records/lists.h"

namespace demo {
namespace {

struct Wording {
    const schema::CodeList* list;
    std::string_view code;
    std::array<std::string_view, 3> words;  // The last ones may be empty: then the label.
};

using namespace records;
// clang-format off
constexpr std::array wordings{
    Wording{&ethnic_groups, "ta_oi", {"Tà Ôi", "Pa Cô", "Tà Ôi"}},
    Wording{&ethnic_groups, "bru_van_kieu", {"Vân Kiều", "Bru-Vân Kiều", "Vân Kiều"}},
    Wording{&occupations, "state_officer", {"Công chức nhà nước", "Công chức", "Công chức nhà nước"}},
    Wording{&occupations, "party_officer", {"Cán bộ Đảng, đoàn thể", "Cán bộ Đảng, đoàn thể", "Cán bộ Đảng, đoàn thể"}},
    Wording{&occupations, "commune_officer", {"Cán bộ phường", "Cán bộ, công chức cấp xã", "Cán bộ phường"}},
    Wording{&occupations, "village_part_timer", {"Không chuyên trách tổ dân phố", "", "Không chuyên trách tổ dân phố"}},
    Wording{&occupations, "public_employee", {"Viên chức", "Viên chức", "Viên chức"}},
    Wording{&occupations, "enterprise_manager", {"Quản lý doanh nghiệp", "", "Quản lý doanh nghiệp"}},
    Wording{&occupations, "enterprise_staff", {"Nhân viên doanh nghiệp", "", "Nhân viên doanh nghiệp"}},
    Wording{&occupations, "enterprise_worker", {"Công nhân", "Công nhân", ""}},
    Wording{&occupations, "farmer", {"Nông dân", "Làm ruộng", "Nông dân"}},
    Wording{&occupations, "other", {"Lao động tự do", "Buôn bán", "Khác"}},
    Wording{&occupations, "retired", {"Hưu trí", "Nghỉ hưu", "Hưu trí"}},
    Wording{&general_education_levels, "lower_secondary", {"7/10", "9/12", "THCS"}},
    Wording{&general_education_levels, "upper_secondary", {"10/10", "12/12", "THPT"}},
    Wording{&professional_education_levels, "elementary", {"Sơ cấp", "Công nhân kỹ thuật", "Sơ cấp"}},
    Wording{&professional_education_levels, "university", {"Đại học", "ĐH", "Đại học"}},
    Wording{&professional_education_levels, "master", {"Thạc sĩ", "ThS", "Thạc sỹ"}},
    Wording{&political_theory_levels, "advanced", {"Cao cấp", "Cử nhân", "Cao cấp"}},
};
// clang-format on

}  // namespace

std::string office_word(const schema::CodeList& list, std::string_view code, std::size_t variant) {
    for (const auto& wording : wordings)
        if (wording.list == &list && wording.code == code)
            if (const auto word = wording.words[variant % wording.words.size()]; !word.empty())
                return std::string{word};
    return code.empty() ? std::string{} : std::string{list.label_of(code)};
}

}  // namespace demo
