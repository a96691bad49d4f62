// SPDX-License-Identifier: AGPL-3.0-or-later
// Báo cáo cuối năm. To be read as the report itself: change a word here and every format changes with it.
#include <array>

#include "reports/report.h"

namespace reports {
namespace {

constexpr auto plain = Style::plain;
constexpr auto total = Style::total;
constexpr auto part = Style::part;
constexpr auto heading = Style::heading;
constexpr bool if_any = true;

// clang-format off

// I. Tổ chức đảng

constexpr std::array organisation_rows{
    Row{"Tổ chức cơ sở đảng",                               "grassroots_organisations",                       total},
    Row{"Đảng bộ cơ sở",                                    "grassroots_organisations/kind=grassroots_party", part},
    Row{"Chi bộ cơ sở",                                     "grassroots_organisations/kind=grassroots_cell",  part},
    Row{"Đảng bộ cấp trên trực tiếp của tổ chức cơ sở",     "organisations/kind=superior",                    plain, if_any},
    Row{"Đảng bộ xã, phường, đặc khu",                      "organisations/kind=commune",                     plain, if_any},
    Row{"Đảng bộ bộ phận",                                  "organisations/kind=section_party"},
    Row{"Chi bộ trực thuộc",                                "organisations/kind=cell"},
    Row{"Chi bộ sinh hoạt tạm thời",                        "organisations/kind=temporary_cell",              plain, if_any},
    Row{"Tổ đảng",                                          "organisations/kind=group",                       plain, if_any},
};

constexpr std::array unit_type_rows{
    Row{"Tổng số", "grassroots_organisations",           total},
    Row{"",        "grassroots_organisations/unit_type", part},
};

constexpr std::array<Block, 3> organisations{
    Sentence{"organisations",
        "Đến ngày {last_day}, {organisation} có {grassroots_organisations} tổ chức cơ sở đảng "
        "({grassroots_organisations/kind=grassroots_party} đảng bộ cơ sở, "
        "{grassroots_organisations/kind=grassroots_cell} chi bộ cơ sở). "
        "Tính chung có {cells} chi bộ[, trong đó {organisations/kind=cell} chi bộ trực thuộc].",
        "grassroots_organisations",
        "Tổ chức đảng đến ngày {last_day}: {cells} chi bộ."},
    YearsTable{"organisations_table", "Tổ chức đảng",                                      organisation_rows,
               {}, {}, "grassroots_organisations"},
    YearsTable{"unit_types",          "Tổ chức cơ sở đảng theo loại hình đơn vị (biểu 5)", unit_type_rows,
               "grassroots_organisations", "trên tổng số tổ chức cơ sở đảng", "grassroots_organisations"},
};

// II. Đảng viên

constexpr std::array flow_rows{
    Row{"A. Đảng viên cuối kỳ trước chuyển sang", "members.at_start",                         total},
    Row{"B. Tăng trong kỳ",                       "members.entered",                          total},
    Row{"B1. Kết nạp",                            "members.entered/kind=admitted",            part},
    Row{"B2. Chuyển đến",                         "members.entered/kind=transferred_in",      part},
    Row{"B3. Phục hồi đảng tịch",                 "members.entered/kind=restored",            part},
    Row{"Ghi vào sổ khi lập sổ",                  "members.entered/kind=registered",          part, if_any},
    Row{"Tăng không rõ hình thức",                "members.entered/kind=?",                   part, if_any},
    Row{"C. Giảm trong kỳ",                       "members.left",                             total},
    Row{"C1. Từ trần",                            "members.left/kind=died",                   part},
    Row{"C2. Khai trừ",                           "members.left/kind=expelled",               part},
    Row{"C3. Xóa tên",                            "members.left/kind=struck_off",             part},
    Row{"C4. Xin ra khỏi Đảng",                   "members.left/kind=left_on_request",        part},
    Row{"C5. Chuyển đi",                          "members.left/kind=transferred_out",        part},
    Row{"Hủy quyết định kết nạp",                 "members.left/kind=admission_cancelled",    part, if_any},
    Row{"Giảm không rõ hình thức",                "members.left/kind=?",                      part, if_any},
    Row{"D. Đảng viên cuối kỳ (D = A + B − C)",   "members",                                  total},
};

constexpr std::array structure_rows{
    Row{"Tổng số đảng viên",                            "members",                    total},
    Row{"Nữ",                                           "members/sex=female",         part},
    Row{"Dự bị",                                        "members/status=probationary", part},
    Row{"Dân tộc thiểu số",                             "members/minority=yes",       part},
    Row{"Được miễn công tác và sinh hoạt đảng",         "members/exempt=yes",         part},
    Row{"Bị đình chỉ sinh hoạt đảng",                   "members/suspended=yes",      part, if_any},
    Row{"Tôn giáo",                                     "",                           heading},
    Row{"",                                             "members/religion",           part},
    Row{"Độ tuổi",                                      "",                           heading},
    Row{"",                                             "members/age_band",           part},
    Row{"Giáo dục phổ thông",                           "",                           heading},
    Row{"",                                             "members/general_education",  part},
    Row{"Trình độ chuyên môn",                          "",                           heading},
    Row{"",                                             "members/professional_education", part},
    Row{"Phó giáo sư",                                  "members/academic_title=associate_professor", part, if_any},
    Row{"Giáo sư",                                      "members/academic_title=professor",           part, if_any},
    Row{"Lý luận chính trị",                            "",                           heading},
    Row{"",                                             "members/political_theory",   part},
    Row{"Nghề nghiệp hiện nay",                         "",                           heading},
    Row{"",                                             "members/occupation",         part},
};

constexpr std::array<Block, 4> members{
    Sentence{"members",
        "Đến ngày {last_day} có {members} đảng viên, trong đó {members/sex=female} nữ, {members/status=probationary} "
        "dự bị, {members/minority=yes} người dân tộc thiểu số.",
        "members",
        "Đến ngày {last_day} không có đảng viên."},
    Sentence{"flow",
        "Năm {year} tăng {members.entered} lượt[, trong đó kết nạp {members.admitted} đảng viên]; "
        "giảm {members.left} lượt[, trong đó {members.departed} đảng viên từ trần, ra khỏi Đảng]."},
    YearsTable{"flow_table", "Tăng, giảm đảng viên (biểu 1)", flow_rows},
    YearsTable{"structure",  "Cơ cấu đảng viên (biểu 3)",     structure_rows,
               "members", "trên tổng số đảng viên", "members"},
};

// III. Đánh giá, xếp loại chất lượng

constexpr std::array grassroots_grade_rows{
    Row{"Tổ chức cơ sở đảng",            "grassroots_organisations",                             total},
    Row{"Hoàn thành xuất sắc nhiệm vụ",  "grassroots_organisations.graded/grade=excellent",      part},
    Row{"Hoàn thành tốt nhiệm vụ",       "grassroots_organisations.graded/grade=good",           part},
    Row{"Hoàn thành nhiệm vụ",           "grassroots_organisations.graded/grade=completed",      part},
    Row{"Không hoàn thành nhiệm vụ",     "grassroots_organisations.graded/grade=not_completed",  part},
    Row{"Chưa xếp loại",                 "grassroots_organisations.not_graded",                  part},
    Row{"Chưa có kết quả xếp loại",      "grassroots_organisations.grade_missing",               part, if_any},
};

constexpr std::array member_grade_rows{
    Row{"Đảng viên được xếp loại",       "members.graded",                      total},
    Row{"Hoàn thành xuất sắc nhiệm vụ",  "members.graded/grade=excellent",      part},
    Row{"Hoàn thành tốt nhiệm vụ",       "members.graded/grade=good",           part},
    Row{"Hoàn thành nhiệm vụ",           "members.graded/grade=completed",      part},
    Row{"Không hoàn thành nhiệm vụ",     "members.graded/grade=not_completed",  part},
};

constexpr std::array not_graded_rows{
    Row{"1. Đảng viên thuộc đợt xếp loại",       "members.to_grade",                      total},
    Row{"2. Đã xếp loại",                        "members.graded"},
    Row{"3. Chưa xếp loại, có lý do",            "members.not_graded"},
    Row{"",                                      "members.not_graded/not_graded_reason",  part},
    Row{"4. Chưa có kết quả, chưa rõ lý do",     "members.grade_missing",                 plain, if_any},
};

constexpr std::array<Block, 6> grading{
    Sentence{"grassroots_grading",
        "{grassroots_organisations.good_or_better}/{grassroots_organisations} tổ chức cơ sở đảng hoàn thành tốt nhiệm "
        "vụ trở lên, đạt {grassroots_organisations.good_or_better_share} trên tổng số tổ chức cơ sở đảng"
        "[, trong đó {grassroots_organisations.graded/grade=excellent} tổ chức hoàn thành xuất sắc nhiệm vụ "
        "({grassroots_organisations.excellent_share})]"
        "[; {grassroots_organisations.graded/grade=completed} tổ chức hoàn thành nhiệm vụ "
        "({grassroots_organisations.completed_share})]"
        "[; {grassroots_organisations.graded/grade=not_completed} tổ chức không hoàn thành nhiệm vụ "
        "({grassroots_organisations.not_completed_share})]"
        "[; {grassroots_organisations.not_graded} tổ chức chưa xếp loại]"
        "[; {grassroots_organisations.grade_missing} tổ chức chưa có kết quả xếp loại].",
        "grassroots_organisations"},
    Sentence{"member_grading",
        "{members.graded} đảng viên được đánh giá, xếp loại: "
        "{members.graded/grade=excellent} ({members.excellent_share}) hoàn thành xuất sắc nhiệm vụ, "
        "{members.graded/grade=good} ({members.good_share}) hoàn thành tốt nhiệm vụ, "
        "{members.graded/grade=completed} ({members.completed_share}) hoàn thành nhiệm vụ, "
        "{members.graded/grade=not_completed} ({members.not_completed_share}) không hoàn thành nhiệm vụ; "
        "tỷ lệ tính trên tổng số đảng viên được xếp loại. Hoàn thành tốt nhiệm vụ trở lên: "
        "{members.good_or_better}/{members.graded} đảng viên, đạt {members.good_or_better_share}.",
        "members.graded",
        "Chưa có đảng viên nào được đánh giá, xếp loại."},
    Sentence{"not_graded",
        "{members.not_graded} đảng viên chưa xếp loại vì có lý do.",
        "members.not_graded"},
    YearsTable{"grassroots_grades", "Xếp loại tổ chức cơ sở đảng", grassroots_grade_rows,
               "grassroots_organisations", "trên tổng số tổ chức cơ sở đảng", "grassroots_organisations"},
    YearsTable{"member_grades",     "Xếp loại đảng viên",          member_grade_rows,
               "members.graded", "trên tổng số đảng viên được xếp loại", "members.graded"},
    YearsTable{"not_graded_table",  "Đảng viên chưa xếp loại theo lý do (biểu 6F)", not_graded_rows},
};

// IV. Các tổ chức trực thuộc

constexpr std::array subordinate_columns{
    SubordinatesColumn{"members",       "Đảng viên",        "members"},
    SubordinatesColumn{"graded",        "Được xếp loại",    "members.graded"},
    SubordinatesColumn{"excellent",     "Xuất sắc",         "members.graded/grade=excellent"},
    SubordinatesColumn{"good",          "Tốt",              "members.graded/grade=good"},
    SubordinatesColumn{"completed",     "Hoàn thành",       "members.graded/grade=completed"},
    SubordinatesColumn{"not_completed", "Không hoàn thành", "members.graded/grade=not_completed"},
    SubordinatesColumn{"not_graded",    "Chưa xếp loại",    "members.not_graded"},
    SubordinatesColumn{"grade_missing", "Chưa có kết quả",  "members.grade_missing"},
};

constexpr std::array<Block, 1> subordinates{
    SubordinatesTable{"subordinates", "Đảng viên và kết quả xếp loại theo tổ chức trực thuộc",
                      subordinate_columns, "Xếp loại tổ chức"},
};

// clang-format on

constexpr std::array sections{
    Section{"I. Tổ chức đảng", organisations},
    Section{"II. Đảng viên", members},
    Section{"III. Đánh giá, xếp loại chất lượng", grading},
    Section{"IV. Các tổ chức trực thuộc", subordinates},
};

}  // namespace

constinit const Report year_end{
    .name = "year-end",
    .label = "Báo cáo cuối năm",
    .subject = "về tổ chức đảng, đảng viên và kết quả đánh giá, xếp loại năm {year}",
    .sign = "BC",
    .sections = sections,
    .remark = "Các biểu theo hệ biểu thống kê BTCTW (Hướng dẫn 11-HD/BTCTW, 13/12/2021): mẫu chưa xác nhận.",
};

}  // namespace reports
