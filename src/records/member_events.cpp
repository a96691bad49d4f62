// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/member_events.h"

#include <array>

#include "records/checks.h"
#include "records/party_member.h"

namespace records {
namespace {

using schema::date;
using schema::OnReorganise;
using schema::reference;
using schema::Show;
using schema::text;

constexpr std::array exemption_ground_codes{
    schema::Code{"age_or_health", "Tuổi cao, sức yếu", "Già yếu|Sức khỏe yếu|Ốm đau"},
    schema::Code{"long_treatment", "Điều trị bệnh dài ngày xa nơi cư trú", "Chữa bệnh"},
    schema::Code{"abroad_alone", "Ra nước ngoài, làm việc đơn lẻ nơi không có tổ chức đảng",
                 "Ra nước ngoài|Đi nước ngoài"},
    schema::Code{"itinerant_work", "Việc làm lưu động dưới một năm", "Đi làm ăn xa"},
    schema::Code{"awaiting_retirement", "Chờ nghỉ hưu", "Nghỉ chờ hưu"},
    schema::Code{"maternity", "Nghỉ thai sản", "Thai sản"},
    schema::Code{"other", "Lý do khác", "Khác"},
};

constexpr std::array exemption_fields{
    reference("member_id", PartyMember::type, {.label = "Đảng viên", .required = true, .show = Show::in_list_and_form}),
    date("valid_from",
         {.label = "Miễn từ ngày", .required = true, .show = Show::in_list_and_form, .synonyms = "Từ ngày"}),
    date("valid_to", {.label = "Đến trước ngày", .show = Show::in_list_and_form, .synonyms = "Đến ngày"}),
    schema::code("ground", exemption_grounds,
                 {.label = "Lý do miễn",
                  .required = true,
                  .source = "294-QĐ/TW, Điều 7; 38-HD/BTCTW, IV.1",
                  .synonyms = "Lý do"}),
    reference("decision_id", Decision::type, {.label = "Quyết định"}),
    text("decision_number", {.label = "Số quyết định", .synonyms = "Số QĐ", .max_length = 60}),
};

constexpr std::array suspension_fields{
    reference("member_id", PartyMember::type, {.label = "Đảng viên", .required = true, .show = Show::in_list_and_form}),
    date("valid_from",
         {.label = "Đình chỉ từ ngày", .required = true, .show = Show::in_list_and_form, .synonyms = "Từ ngày"}),
    date("valid_to", {.label = "Đến trước ngày", .show = Show::in_list_and_form, .synonyms = "Đến ngày"}),
    reference("decision_id", Decision::type, {.label = "Quyết định"}),
    text("decision_number", {.label = "Số quyết định", .synonyms = "Số QĐ", .max_length = 60}),
};

constexpr std::array departure_fields{
    reference("member_id", PartyMember::type, {.label = "Đảng viên", .required = true, .show = Show::in_list_and_form}),
    date("departed_on", {.label = "Ngày giảm",
                         .required = true,
                         .show = Show::in_list_and_form,
                         .synonyms = "Ngày ra khỏi Đảng|Ngày từ trần|Ngày chuyển đi"}),
    schema::code("kind", departure_kinds,
                 {.label = "Hình thức giảm",
                  .required = true,
                  .show = Show::in_list_and_form,
                  .source = "Biểu 1-BTCTW, C",
                  .synonyms = "Lý do giảm"}),
    reference("cell_id", Organisation::type,
              {.label = "Chi bộ khi giảm", .required = true, .on_reorganise = OnReorganise::stay}),
    schema::code("status", membership_statuses,
                 {.label = "Tình trạng khi giảm", .required = true, .source = "Biểu 1-BTCTW, C3"}),
    reference("decision_id", Decision::type, {.label = "Quyết định"}),
    text("decision_number", {.label = "Số quyết định", .synonyms = "Số QĐ", .max_length = 60}),
};
static_assert(schema::states_reorganisation(departure_fields, Organisation::type));

}  // namespace

constinit const schema::CodeList exemption_grounds{"exemption_ground", "Lý do miễn", exemption_ground_codes};

constinit const schema::RecordType exemption{
    .name = "exemption",
    .label = "Miễn công tác và sinh hoạt đảng",
    .shape = schema::Shape::dated,
    .owner = "member_id",
    .belongs_to = "member_id",
    .basis = schema::Basis::decision,
    .fields = exemption_fields,
    .check = check_period,
};

constinit const schema::RecordType suspension{
    .name = "suspension",
    .label = "Đình chỉ sinh hoạt đảng",
    .shape = schema::Shape::dated,
    .owner = "member_id",
    .belongs_to = "member_id",
    .basis = schema::Basis::decision,
    .fields = suspension_fields,
    .check = check_period,
};

constinit const schema::RecordType departure{
    .name = "departure",
    .label = "Giảm đảng viên",
    .shape = schema::Shape::event,
    .owner = "member_id",
    .on = "departed_on",
    .belongs_to = "member_id",
    .basis = schema::Basis::decision,
    .fields = departure_fields,
};

}  // namespace records
