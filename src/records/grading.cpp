// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/grading.h"

#include "records/checks.h"

namespace records {
namespace {

using schema::field;
using schema::OnReorganise;
using schema::Show;

constexpr std::array<schema::Code, 4> grade_codes = [] {
    auto codes = schema::enum_codes<Grade>({"Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ",
                                            "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"});
    codes[0].synonyms = "Xuất sắc|HTXSNV|XS|HTXS";
    codes[1].synonyms = "Tốt|HTTNV|HTT";
    codes[2].synonyms = "Hoàn thành|HTNV|HT";
    codes[3].synonyms = "Không hoàn thành|KHTNV|KHT";
    return codes;
}();
constexpr auto reason_codes = schema::enum_codes<NotGradedReason>({
    "Được miễn công tác và sinh hoạt đảng",
    "Bị đình chỉ sinh hoạt đảng",
    "Kết nạp chưa đủ 6 tháng",
    "Tập thể mới thành lập",
    "Vắng mặt, xếp loại sau",
    "Không nêu lý do",
});
constexpr auto state_codes = schema::enum_codes<CampaignState>({"Đang thực hiện", "Đã khóa"});

using C = GradingCampaign;
constexpr std::array campaign_fields{
    field<&C::organisation_id>(
        {.label = "Tổ chức", .show = Show::in_list_and_form, .on_reorganise = OnReorganise::stay}),
    field<&C::year>({.label = "Năm", .show = Show::in_list_and_form, .min = 1930, .max = 2200}),
    field<&C::state>({.label = "Trạng thái", .show = Show::in_list_and_form}),
    field<&C::closed_on>({.label = "Ngày khóa"}),
    field<&C::note>({.label = "Ghi chú", .max_length = 1000}),
};
static_assert(schema::describes_every_member<C>(campaign_fields));
static_assert(schema::states_reorganisation(campaign_fields, Organisation::type));

// The columns that both grades share are worded once.
constexpr schema::FieldOptions campaign_options{.label = "Đợt xếp loại"};
constexpr schema::FieldOptions grade_options{.label = "Mức xếp loại",
                                             .show = Show::in_list_and_form,
                                             .synonyms = "Xếp loại|Kết quả xếp loại|Xếp loại chất lượng|Kết quả"};
constexpr schema::FieldOptions reason_options{.label = "Lý do chưa xếp loại",
                                              .show = Show::in_list_and_form,
                                              .source = "Biểu 6F-BTCTW, mục 3",
                                              .synonyms = "Lý do|Chưa xếp loại"};
constexpr schema::FieldOptions decided_options{.label = "Ngày quyết định", .synonyms = "Ngày QĐ"};
constexpr schema::FieldOptions number_options{.label = "Số quyết định", .synonyms = "Số QĐ", .max_length = 60};
constexpr schema::FieldOptions note_options{.label = "Ghi chú", .max_length = 1000};

using M = MemberGrade;
constexpr std::array member_fields{
    field<&M::campaign_id>(campaign_options),
    field<&M::member_id>({.label = "Đảng viên", .show = Show::in_list_and_form}),
    field<&M::cell_id>(
        {.label = "Chi bộ ngày 31/12", .show = Show::in_list_and_form, .on_reorganise = OnReorganise::stay}),
    field<&M::grade>(grade_options),
    field<&M::not_graded_reason>(reason_options),
    field<&M::decided_on>(decided_options),
    field<&M::decision_number>(number_options),
    field<&M::note>(note_options),
};
static_assert(schema::describes_every_member<M>(member_fields));
static_assert(schema::states_reorganisation(member_fields, Organisation::type));

using O = OrganisationGrade;
constexpr std::array organisation_fields{
    field<&O::campaign_id>(campaign_options),
    field<&O::organisation_id>({.label = "Tổ chức",
                                .show = Show::in_list_and_form,
                                .synonyms = "Mã tổ chức|Mã tổ chức đảng|Tổ chức đảng",
                                .on_reorganise = OnReorganise::stay}),
    field<&O::grade>(grade_options),
    field<&O::not_graded_reason>(reason_options),
    field<&O::decided_on>(decided_options),
    field<&O::decision_number>(number_options),
    field<&O::note>(note_options),
};
static_assert(schema::describes_every_member<O>(organisation_fields));
static_assert(schema::states_reorganisation(organisation_fields, Organisation::type));

}  // namespace

constinit const schema::CodeList grades{"grade", "Mức xếp loại", grade_codes};
constinit const schema::CodeList not_graded_reasons{"not_graded_reason", "Lý do chưa xếp loại", reason_codes};
constinit const schema::CodeList campaign_states{"campaign_state", "Trạng thái đợt xếp loại", state_codes};

constinit const schema::RecordType GradingCampaign::type{
    .name = "grading_campaign",
    .label = "Đợt xếp loại",
    .belongs_to = "organisation_id",
    .fields = campaign_fields,
    .unique_together = "organisation_id,year",
};

constinit const schema::RecordType MemberGrade::type{
    .name = "member_grade",
    .label = "Xếp loại đảng viên",
    .shape = schema::Shape::event,
    .owner = "member_id",
    .on = "decided_on",
    .belongs_to = "member_id",
    .basis = schema::Basis::decision,
    .fields = member_fields,
    .unique_together = "campaign_id,member_id",
    .check = check_grade_or_reason,
};

constinit const schema::RecordType OrganisationGrade::type{
    .name = "organisation_grade",
    .label = "Xếp loại tổ chức đảng",
    .shape = schema::Shape::event,
    .owner = "organisation_id",
    .on = "decided_on",
    .belongs_to = "organisation_id",
    .basis = schema::Basis::decision,
    .fields = organisation_fields,
    .unique_together = "campaign_id,organisation_id",
    .check = check_grade_or_reason,
};

}  // namespace records
