// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/organisation_events.h"

#include <array>

#include "records/organisation.h"

namespace records {
namespace {

using schema::OnReorganise;
using schema::Show;

constexpr std::array act_codes{
    schema::Code{"establish", "Thành lập"},
    schema::Code{"rename", "Đổi tên"},
    schema::Code{"reparent", "Chuyển trực thuộc", "Chuyển giao"},
    schema::Code{"change_form", "Đổi loại hình"},
    schema::Code{"absorb", "Sáp nhập"},
    schema::Code{"merge", "Hợp nhất"},
    schema::Code{"divide", "Chia"},
    schema::Code{"split_off", "Tách"},
    schema::Code{"dissolve", "Giải thể", "Giải tán"},
};

constexpr std::array succession_fields{
    schema::reference("predecessor_id", Organisation::type,
                      {.label = "Tổ chức trước",
                       .required = true,
                       .show = Show::in_list_and_form,
                       .on_reorganise = OnReorganise::stay}),
    schema::reference("successor_id", Organisation::type,
                      {.label = "Tổ chức kế thừa",
                       .required = true,
                       .show = Show::in_list_and_form,
                       .on_reorganise = OnReorganise::stay}),
    schema::code("act", reorganisation_acts,
                 {.label = "Hình thức sắp xếp", .required = true, .show = Show::in_list_and_form}),
    schema::date("effective_on", {.label = "Ngày có hiệu lực", .required = true, .show = Show::in_list_and_form}),
    schema::reference("decision_id", Decision::type, {.label = "Quyết định", .required = true}),
};
static_assert(schema::states_reorganisation(succession_fields, Organisation::type));

constexpr std::array attachment_fields{
    schema::text("record_type", {.label = "Loại hồ sơ", .required = true, .max_length = 60}),
    schema::text("record_id", {.label = "Hồ sơ", .required = true, .max_length = 36}),
    schema::text("file_name", {.label = "Tên tệp", .required = true, .show = Show::in_list_and_form}),
    schema::text("media_type", {.label = "Kiểu tệp", .required = true, .max_length = 100}),
    schema::bytes("content",
                  {.label = "Nội dung", .required = true, .show = Show::nowhere, .privacy = schema::Privacy::personal}),
};

constexpr std::size_t attachment_bytes_max = 20u << 20;

void check_attachment(const schema::Record& record, std::vector<base::Refusal>& refusals) {
    const auto size = std::get<schema::Bytes>(record["content"]).size();
    if (size > attachment_bytes_max)
        refusals.push_back({"attachment.too_large", {std::to_string((size + (1u << 20) - 1) >> 20), "20"}, {}});
}

}  // namespace

constinit const schema::CodeList reorganisation_acts{"reorganisation_act", "Hình thức sắp xếp", act_codes};

constinit const schema::RecordType organisation_succession{
    .name = "organisation_succession",
    .label = "Kế thừa tổ chức",
    .shape = schema::Shape::event,
    .owner = "successor_id",
    .on = "effective_on",
    .belongs_to = "successor_id",
    .basis = schema::Basis::decision,
    .fields = succession_fields,
};

constinit const schema::RecordType attachment{
    .name = "attachment",
    .label = "Tệp đính kèm",
    .belongs_to = "record_id",
    .fields = attachment_fields,
    .unique_together = "record_id,file_name",
    .check = check_attachment,
};

}  // namespace records
