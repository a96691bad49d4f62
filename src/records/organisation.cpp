// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/organisation.h"

#include "base/text.h"
#include "records/checks.h"
#include "records/identifiers.h"

namespace records {
namespace {

constexpr auto kind_codes = schema::enum_codes<OrganisationKind>({
    "Trung ương",
    "Đảng bộ tỉnh, thành phố trực thuộc Trung ương",
    "Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh",
    "Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng",
    "Đảng bộ xã, phường, đặc khu",
    "Đảng bộ cơ sở",
    "Chi bộ cơ sở",
    "Đảng bộ bộ phận",
    "Chi bộ trực thuộc",
    "Chi bộ sinh hoạt tạm thời",
    "Tổ đảng",
    "Cơ quan nhà nước",
    "Mặt trận Tổ quốc, tổ chức chính trị - xã hội",
    "Đơn vị sự nghiệp",
    "Doanh nghiệp",
    "Hợp tác xã",
    "Thôn, tổ dân phố",
    "Đơn vị dân quân tự vệ",
});

// Form 5 (biểu 5-BTCTW), in its order.
constexpr std::array unit_type_codes{
    schema::Code{"rural_commune", "Xã"},
    schema::Code{"ward", "Phường"},
    schema::Code{"township", "Thị trấn"},
    schema::Code{"party_and_mass_body", "Cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể"},
    schema::Code{"state_body", "Cơ quan nhà nước"},
    schema::Code{"public_service_unit", "Đơn vị sự nghiệp công lập"},
    schema::Code{"non_public_service_unit", "Đơn vị sự nghiệp ngoài công lập"},
    schema::Code{"military", "Quân đội"},
    schema::Code{"police", "Công an"},
    schema::Code{"state_enterprise_100", "Doanh nghiệp 100% vốn nhà nước"},
    schema::Code{"state_enterprise_50", "Doanh nghiệp có từ 50% vốn nhà nước"},
    schema::Code{"state_enterprise_below_50", "Doanh nghiệp có dưới 50% vốn nhà nước"},
    schema::Code{"joint_stock_company", "Công ty cổ phần ngoài nhà nước"},
    schema::Code{"private_enterprise", "Doanh nghiệp tư nhân"},
    schema::Code{"limited_company", "Công ty trách nhiệm hữu hạn"},
    schema::Code{"partnership", "Công ty hợp danh"},
    schema::Code{"foreign_enterprise", "Doanh nghiệp có vốn nước ngoài"},
    schema::Code{"cooperative", "Hợp tác xã"},
    schema::Code{"abroad", "Ngoài nước"},
    schema::Code{"other", "Loại hình khác"},
};

using O = Organisation;
using schema::field;
constexpr std::array organisation_fields{
    field<&O::code>({.label = "Mã tổ chức",
                     .required = true,
                     .unique = true,
                     .show = schema::Show::in_list_and_form,
                     .synonyms = "Mã|Mã đơn vị|Mã chi bộ|Mã TCĐ|Mã tổ chức đảng",
                     .help = "1 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch, viết liền",
                     .max_length = 40,
                     .accepts = is_organisation_code}),
    field<&O::founded_on>({.label = "Ngày thành lập", .synonyms = "Năm thành lập"}),
    field<&O::note>({.label = "Ghi chú", .max_length = 1000}),
};
static_assert(schema::describes_every_member<O>(organisation_fields));

using V = OrganisationVersion;
constexpr std::array version_fields{
    field<&V::organisation_id>({.label = "Tổ chức", .on_reorganise = schema::OnReorganise::stay}),
    field<&V::valid_from>({.label = "Từ ngày"}),
    field<&V::valid_to>({.label = "Đến trước ngày"}),
    field<&V::name>({.label = "Tên tổ chức",
                     .required = true,
                     .show = schema::Show::in_list_and_form,
                     .synonyms = "Tên|Tên đơn vị|Tên tổ chức đảng|Tên chi bộ, đảng bộ|Tên chi bộ"}),
    field<&V::short_name>({.label = "Tên viết tắt", .max_length = 60}),
    field<&V::kind>({.label = "Loại hình tổ chức",
                     .show = schema::Show::in_list_and_form,
                     .source = "294-QĐ/TW, Điều 20",
                     .synonyms = "Loại hình|Loại tổ chức|Hình thức tổ chức"}),
    field<&V::unit_type>(unit_types, {.label = "Loại hình đơn vị cơ sở",
                                      .show = schema::Show::in_list_and_form,
                                      .source = "Biểu 5-BTCTW",
                                      .synonyms = "Loại hình cơ sở|Loại hình đơn vị",
                                      .help = "Chỉ ghi với tổ chức cơ sở đảng"}),
    field<&V::superior_id>({.label = "Cấp trên trực tiếp",
                            .show = schema::Show::in_list_and_form,
                            .synonyms = "Trực thuộc|Đảng bộ cấp trên|Mã cấp trên|Mã tổ chức cấp trên",
                            .on_reorganise = schema::OnReorganise::follow}),
    field<&V::led_by_id>({.label = "Tổ chức đảng lãnh đạo", .on_reorganise = schema::OnReorganise::follow}),
    field<&V::superior_consent>({.label = "Văn bản đồng ý của cấp trên",
                                 .source = "294-QĐ/TW, Điều 20.3",
                                 .help = "Số, ngày của văn bản cho phép hình thức tổ chức khác quy định"}),
    field<&V::decision_id>({.label = "Quyết định"}),
    field<&V::name_fold>(
        {.label = "Tên để tìm", .show = schema::Show::nowhere, .derived_from = "name", .derive = base::fold}),
    field<&V::name_sort>({.label = "Tên để sắp xếp",
                          .show = schema::Show::nowhere,
                          .max_length = 1000,
                          .derived_from = "name",
                          .derive = base::sort_key}),
};
static_assert(schema::describes_every_member<V>(version_fields));
static_assert(schema::states_reorganisation(version_fields, O::type));

}  // namespace

constinit const schema::CodeList organisation_kinds{"organisation_kind", "Loại hình tổ chức", kind_codes};
constinit const schema::CodeList unit_types{"unit_type", "Loại hình đơn vị cơ sở", unit_type_codes};

constinit const schema::RecordType Organisation::type{
    .name = "organisation",
    .label = "Tổ chức",
    .belongs_to = "id",
    .fields = organisation_fields,
};

constinit const schema::RecordType OrganisationVersion::type{
    .name = "organisation_version",
    .label = "Thông tin tổ chức",
    .shape = schema::Shape::dated,
    .owner = "organisation_id",
    .belongs_to = "organisation_id",
    .basis = schema::Basis::decision,
    .fields = version_fields,
    .check = check_period,
};

}  // namespace records
