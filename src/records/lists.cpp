// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/lists.h"

#include <array>

namespace records {
namespace {

using schema::Code;

// The 54 ethnic groups in the order and spelling of the official list (Quyết định 121-TCTK/PPCĐ, 02/3/1979).
constexpr std::array ethnic_group_codes{
    Code{"kinh", "Kinh", "Việt"},
    Code{"tay", "Tày"},
    Code{"thai", "Thái"},
    Code{"hoa", "Hoa", "Hán"},
    Code{"kho_me", "Khơ-me", "Khmer|Khơ me|Khơme"},
    Code{"muong", "Mường"},
    Code{"nung", "Nùng"},
    Code{"hmong", "Hmông", "Mông|H'Mông|Mèo"},
    Code{"dao", "Dao"},
    Code{"gia_rai", "Gia-rai", "Gia Rai|Jrai|Giarai"},
    Code{"ngai", "Ngái"},
    Code{"e_de", "Ê-đê", "Ê Đê|Êđê|Ê đê"},
    Code{"ba_na", "Ba-na", "Ba Na|Bahnar|Bana"},
    Code{"xo_dang", "Xơ-đăng", "Xơ Đăng|Xê Đăng|Xơđăng"},
    Code{"san_chay", "Sán Chay", "Cao Lan|Sán Chỉ|Cao Lan - Sán Chỉ"},
    Code{"co_ho", "Cơ-ho", "Cơ Ho|Kơ Ho|Cơho"},
    Code{"cham", "Chăm", "Chàm"},
    Code{"san_diu", "Sán Dìu"},
    Code{"hre", "Hrê", "H'rê|Hrê"},
    Code{"mnong", "Mnông", "M'nông|M'Nông"},
    Code{"ra_glai", "Ra-glai", "Ra Glai|Raglai|Raglay"},
    Code{"xtieng", "Xtiêng", "X'tiêng|Stiêng"},
    Code{"bru_van_kieu", "Bru-Vân Kiều", "Bru - Vân Kiều|Vân Kiều|Bru"},
    Code{"tho", "Thổ"},
    Code{"giay", "Giáy"},
    Code{"co_tu", "Cơ-tu", "Cơ Tu|Cơtu"},
    Code{"gie_trieng", "Gié-Triêng", "Giẻ Triêng|Gié Triêng|Giẻ-Triêng"},
    Code{"ma", "Mạ"},
    Code{"kho_mu", "Khơ-mú", "Khơ Mú|Khơmú"},
    Code{"co", "Co", "Cor"},
    Code{"ta_oi", "Ta-ôi", "Tà Ôi|Tà-ôi|Ta Ôi|Pa Cô"},
    Code{"cho_ro", "Chơ-ro", "Chơ Ro|Chơro"},
    Code{"khang", "Kháng"},
    Code{"xinh_mun", "Xinh-mun", "Xinh Mun|Xinhmun"},
    Code{"ha_nhi", "Hà Nhì"},
    Code{"chu_ru", "Chu-ru", "Chu Ru|Churu"},
    Code{"lao", "Lào"},
    Code{"la_chi", "La Chí"},
    Code{"la_ha", "La Ha"},
    Code{"phu_la", "Phù Lá"},
    Code{"la_hu", "La Hủ"},
    Code{"lu", "Lự"},
    Code{"lo_lo", "Lô Lô"},
    Code{"chut", "Chứt"},
    Code{"mang", "Mảng"},
    Code{"pa_then", "Pà Thẻn"},
    Code{"co_lao", "Cơ Lao", "Cờ Lao|Cơ-lao"},
    Code{"cong", "Cống"},
    Code{"bo_y", "Bố Y"},
    Code{"si_la", "Si La"},
    Code{"pu_peo", "Pu Péo"},
    Code{"brau", "Brâu"},
    Code{"o_du", "Ơ-đu", "Ơ Đu|Ơđu"},
    Code{"ro_mam", "Rơ-măm", "Rơ Măm|Rơmăm"},
    Code{"foreign_origin", "Người có nguồn gốc nước ngoài", "Nguồn gốc nước ngoài|Quốc tịch nước ngoài"},
    Code{"other", "Dân tộc khác", "Khác"},
};
static_assert(ethnic_group_codes.size() == 56);

constexpr std::array religion_codes{
    Code{"none", "Không", "Không có|Không theo tôn giáo|Lương"},
    Code{"buddhism", "Phật giáo", "Đạo Phật|Phật"},
    Code{"catholicism", "Công giáo", "Thiên chúa giáo|Thiên Chúa"},
    Code{"protestantism", "Tin lành"},
    Code{"islam", "Hồi giáo", "Islam"},
    Code{"cao_dai", "Cao Đài", "Cao Đài giáo|Đạo Cao Đài"},
    Code{"hoa_hao", "Phật giáo Hòa Hảo", "Hòa Hảo"},
    Code{"other", "Tôn giáo khác", "Khác"},
};

// Form 3, II.1a (rows 1–12, 7a–7c) and II.1b.
constexpr std::array occupation_codes{
    Code{"state_officer", "Cán bộ, công chức cơ quan nhà nước từ cấp huyện trở lên", "Công chức nhà nước|Công chức"},
    Code{"party_officer", "Cán bộ, công chức cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể từ cấp huyện trở lên",
         "Cán bộ Đảng, đoàn thể"},
    Code{"commune_officer", "Cán bộ, công chức, người hoạt động không chuyên trách cấp xã",
         "Cán bộ xã|Cán bộ, công chức cấp xã|Cán bộ phường"},
    Code{"village_part_timer", "Người hoạt động không chuyên trách ở thôn, tổ dân phố",
         "Không chuyên trách thôn|Không chuyên trách tổ dân phố"},
    Code{"public_employee", "Viên chức, lao động đơn vị sự nghiệp công lập", "Viên chức|Giáo viên|Bác sĩ"},
    Code{"non_public_employee", "Lao động đơn vị sự nghiệp ngoài công lập"},
    Code{"enterprise_manager", "Lãnh đạo, quản lý doanh nghiệp", "Quản lý doanh nghiệp"},
    Code{"enterprise_staff", "Lao động gián tiếp trong doanh nghiệp", "Nhân viên doanh nghiệp"},
    Code{"enterprise_worker", "Lao động trực tiếp trong doanh nghiệp", "Công nhân"},
    Code{"farmer", "Lao động nông, lâm, ngư nghiệp", "Nông dân|Ngư dân|Làm ruộng"},
    Code{"armed_forces", "Quân đội, công an", "Bộ đội|Công an|Quân nhân"},
    Code{"student", "Sinh viên"},
    Code{"pupil", "Học sinh"},
    Code{"other", "Nghề nghiệp khác", "Khác|Lao động tự do|Buôn bán"},
    Code{"retired", "Nghỉ hưu, nghỉ công tác", "Hưu trí|Nghỉ hưu|Cán bộ hưu trí|Hưu"},
};

constexpr std::array general_education_codes{
    Code{"literate", "Biết đọc, biết viết"},
    Code{"primary", "Tiểu học", "Cấp 1|Cấp I"},
    Code{"lower_secondary", "Trung học cơ sở", "THCS|Cấp 2|Cấp II|9/12|7/10"},
    Code{"upper_secondary", "Trung học phổ thông", "THPT|Cấp 3|Cấp III|12/12|10/10"},
};

constexpr std::array professional_education_codes{
    Code{"elementary", "Công nhân kỹ thuật, sơ cấp", "Sơ cấp|CNKT|Công nhân kỹ thuật"},
    Code{"intermediate", "Trung cấp", "TC"},
    Code{"college", "Cao đẳng", "CĐ"},
    Code{"university", "Đại học", "ĐH|Cử nhân|Kỹ sư"},
    Code{"master", "Thạc sĩ", "Thạc sỹ|ThS|Th.S"},
    Code{"doctor", "Tiến sĩ", "Tiến sỹ|TS"},
};

constexpr std::array academic_title_codes{
    Code{"associate_professor", "Phó giáo sư", "PGS"},
    Code{"professor", "Giáo sư", "GS"},
};

constexpr std::array political_theory_codes{
    Code{"elementary", "Sơ cấp", "SC"},
    Code{"intermediate", "Trung cấp", "TC"},
    Code{"advanced", "Cao cấp, cử nhân", "Cao cấp|Cử nhân|CC"},
};

}  // namespace

constinit const schema::CodeList ethnic_groups{"ethnic_group", "Dân tộc", ethnic_group_codes};
constinit const schema::CodeList religions{"religion", "Tôn giáo", religion_codes};
constinit const schema::CodeList occupations{"occupation", "Nghề nghiệp", occupation_codes};
constinit const schema::CodeList general_education_levels{"general_education", "Giáo dục phổ thông",
                                                          general_education_codes};
constinit const schema::CodeList professional_education_levels{"professional_education", "Trình độ chuyên môn",
                                                               professional_education_codes};
constinit const schema::CodeList academic_titles{"academic_title", "Học hàm", academic_title_codes};
constinit const schema::CodeList political_theory_levels{"political_theory", "Lý luận chính trị",
                                                         political_theory_codes};

}  // namespace records
