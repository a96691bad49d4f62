// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/person.h"

#include "base/text.h"
#include "records/checks.h"
#include "records/identifiers.h"
#include "records/lists.h"

namespace records {
namespace {

using schema::field;
using schema::Privacy;
using schema::Show;

constexpr auto sex_codes = schema::enum_codes<Sex>({"Nam", "Nữ"});

using P = Person;
constexpr std::array person_fields{
    field<&P::born_on>({.label = "Ngày sinh",
                        .show = Show::in_list_and_form,
                        .privacy = Privacy::personal,
                        .source = "2-HSĐV, mục 4",
                        .synonyms = "Ngày tháng năm sinh|Năm sinh|Sinh ngày|Ngày, tháng, năm sinh",
                        .help = "Có thể chỉ ghi năm hoặc tháng/năm"}),
    field<&P::sex>({.label = "Giới tính",
                    .show = Show::in_list_and_form,
                    .source = "2-HSĐV, mục 2",
                    .synonyms = "Nam/Nữ|Giới|Phái"}),
    field<&P::ethnicity>(ethnic_groups,
                         {.label = "Dân tộc", .required = true, .source = "2-HSĐV, mục 8", .synonyms = "DT"}),
    field<&P::personal_id>({.label = "Số định danh cá nhân",
                            .unique = true,
                            .privacy = Privacy::identifier,
                            .source = "2-HSĐV, mục 19",
                            .synonyms = "Số căn cước|CCCD|Số CCCD|Căn cước công dân|Số căn cước công dân|Mã định danh",
                            .help = "12 chữ số",
                            .max_length = 12,
                            .accepts = is_personal_id}),
    field<&P::old_identity_number>({.label = "Số chứng minh nhân dân",
                                    .privacy = Privacy::identifier,
                                    .synonyms = "CMND|Số CMND",
                                    .help = "9 chữ số",
                                    .max_length = 9,
                                    .accepts = is_old_identity_number}),
    field<&P::birth_place>({.label = "Nơi đăng ký khai sinh",
                            .privacy = Privacy::personal,
                            .source = "2-HSĐV, mục 5",
                            .synonyms = "Nơi sinh|Nơi khai sinh",
                            .max_length = 300}),
    field<&P::native_place>({.label = "Quê quán",
                             .privacy = Privacy::personal,
                             .source = "2-HSĐV, mục 6",
                             .synonyms = "Nguyên quán|Quê",
                             .max_length = 300}),
    field<&P::youth_union_joined_on>(
        {.label = "Ngày vào Đoàn", .source = "2-HSĐV, mục 14", .synonyms = "Ngày vào Đoàn TNCS Hồ Chí Minh"}),
    field<&P::recruited_on>(
        {.label = "Ngày được tuyển dụng", .source = "2-HSĐV, mục 13", .synonyms = "Ngày tuyển dụng"}),
    field<&P::recruited_by>({.label = "Cơ quan tuyển dụng", .source = "2-HSĐV, mục 13"}),
};
static_assert(schema::describes_every_member<P>(person_fields));

using V = PersonVersion;
constexpr std::array version_fields{
    field<&V::person_id>({.label = "Người"}),
    field<&V::valid_from>({.label = "Từ ngày"}),
    field<&V::valid_to>({.label = "Đến trước ngày"}),
    field<&V::full_name>({.label = "Họ và tên khai sinh",
                          .required = true,
                          .show = Show::in_list_and_form,
                          .source = "2-HSĐV, mục 1",
                          .synonyms = "Họ và tên|Họ tên|Họ và tên đảng viên|Họ, tên|Tên đảng viên",
                          .max_length = 100}),
    field<&V::other_name>({.label = "Tên gọi khác",
                           .source = "2-HSĐV, mục 3",
                           .synonyms = "Bí danh|Tên khác|Họ và tên đang dùng",
                           .max_length = 100}),
    field<&V::religion>(religions, {.label = "Tôn giáo", .source = "2-HSĐV, mục 9"}),
    field<&V::occupation>(occupations, {.label = "Nghề nghiệp hiện nay",
                                        .show = Show::in_list_and_form,
                                        .source = "2-HSĐV, mục 11; Biểu 3-BTCTW, II.1",
                                        .synonyms = "Nghề nghiệp"}),
    field<&V::occupation_detail>({.label = "Công việc, đơn vị công tác",
                                  .source = "2-HSĐV, mục 11",
                                  .synonyms = "Đơn vị công tác|Chức vụ, đơn vị công tác|Nơi công tác"}),
    field<&V::general_education>(general_education_levels,
                                 {.label = "Giáo dục phổ thông",
                                  .source = "2-HSĐV, mục 17",
                                  .synonyms = "Trình độ văn hóa|Trình độ học vấn|Văn hóa|Học vấn"}),
    field<&V::professional_education>(
        professional_education_levels,
        {.label = "Trình độ chuyên môn",
         .source = "2-HSĐV, mục 17",
         .synonyms = "Chuyên môn nghiệp vụ|Trình độ chuyên môn, nghiệp vụ|Chuyên môn|Trình độ CM"}),
    field<&V::professional_field>({.label = "Chuyên ngành", .source = "2-HSĐV, mục 17", .synonyms = "Ngành đào tạo"}),
    field<&V::academic_title>(academic_titles, {.label = "Học hàm", .source = "2-HSĐV, mục 17"}),
    field<&V::political_theory>(political_theory_levels, {.label = "Lý luận chính trị",
                                                          .source = "2-HSĐV, mục 17",
                                                          .synonyms = "Trình độ lý luận chính trị|Trình độ LLCT|LLCT"}),
    field<&V::foreign_languages>({.label = "Ngoại ngữ", .source = "2-HSĐV, mục 17"}),
    field<&V::digital_skills>({.label = "Tin học", .source = "2-HSĐV, mục 17"}),
    field<&V::minority_languages>({.label = "Tiếng dân tộc thiểu số", .source = "2-HSĐV, mục 17"}),
    field<&V::permanent_residence>({.label = "Nơi thường trú",
                                    .privacy = Privacy::personal,
                                    .source = "2-HSĐV, mục 7",
                                    .synonyms = "Hộ khẩu thường trú|Địa chỉ thường trú|Nơi cư trú|Địa chỉ",
                                    .max_length = 300}),
    field<&V::temporary_residence>({.label = "Nơi tạm trú",
                                    .privacy = Privacy::personal,
                                    .source = "2-HSĐV, mục 7",
                                    .synonyms = "Nơi ở hiện nay|Chỗ ở hiện nay",
                                    .max_length = 300}),
    field<&V::phone>(
        {.label = "Điện thoại", .privacy = Privacy::personal, .synonyms = "Số điện thoại|SĐT|ĐT", .max_length = 40}),
    field<&V::health>({.label = "Tình trạng sức khỏe",
                       .privacy = Privacy::personal,
                       .source = "2-HSĐV, mục 18",
                       .synonyms = "Sức khỏe"}),
    field<&V::merit>(
        {.label = "Thương binh, gia đình chính sách", .privacy = Privacy::personal, .source = "2-HSĐV, mục 18"}),
    field<&V::name_fold>(
        {.label = "Tên để tìm", .show = Show::nowhere, .derived_from = "full_name", .derive = base::fold}),
    field<&V::name_sort>({.label = "Tên để sắp xếp",
                          .show = Show::nowhere,
                          .max_length = 400,
                          .derived_from = "full_name",
                          .derive = base::name_sort_key}),
};
static_assert(schema::describes_every_member<V>(version_fields));

}  // namespace

constinit const schema::CodeList sexes{"sex", "Giới tính", sex_codes};

constinit const schema::RecordType Person::type{
    .name = "person",
    .label = "Nhân thân",
    .belongs_to = "id",
    .fields = person_fields,
};

constinit const schema::RecordType PersonVersion::type{
    .name = "person_version",
    .label = "Thông tin cá nhân",
    .shape = schema::Shape::dated,
    .owner = "person_id",
    .belongs_to = "person_id",
    .fields = version_fields,
    .check = check_period,
};

}  // namespace records
