// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/change_request.h"

#include <array>

#include "records/party_member.h"

namespace records {
namespace {

using schema::integer;
using schema::Show;
using schema::text;

constexpr std::array state_codes{
    schema::Code{"open", "Chờ duyệt"},
    schema::Code{"decided", "Đã duyệt"},
    schema::Code{"withdrawn", "Đã rút"},
};

constexpr std::array fields{
    schema::reference("member_id", PartyMember::type,
                      {.label = "Đảng viên", .required = true, .show = Show::in_list_and_form}),
    text("record_type", {.label = "Loại hồ sơ", .required = true, .max_length = 60}),
    text("record_id", {.label = "Hồ sơ", .required = true, .max_length = 36}),
    // It may hold identifiers, so that it is masked like them.
    text("fields", {.label = "Nội dung đề nghị",
                    .required = true,
                    .show = Show::nowhere,
                    .privacy = schema::Privacy::identifier,
                    .max_length = 20000}),
    text("reason", {.label = "Lý do", .required = true, .show = Show::in_list_and_form, .max_length = 1000}),
    schema::code("state", change_request_states,
                 {.label = "Trạng thái", .required = true, .show = Show::in_list_and_form}),
    text("proposed_by",
         {.label = "Người đề nghị", .required = true, .show = Show::in_list_and_form, .max_length = 100}),
    integer("proposed_at_ms", {.label = "Đề nghị lúc", .required = true}),
    text("decided_by", {.label = "Người duyệt", .show = Show::in_list_and_form, .max_length = 100}),
    integer("decided_at_ms", {.label = "Duyệt lúc"}),
    text("remark", {.label = "Ý kiến", .max_length = 1000}),
    text("accepted", {.label = "Chấp nhận", .max_length = 1000}),
};

}  // namespace

constinit const schema::CodeList change_request_states{"change_request_state", "Trạng thái đề nghị", state_codes};

constinit const schema::RecordType change_request{
    .name = "change_request", .label = "Đề nghị sửa hồ sơ", .belongs_to = "member_id", .fields = fields};

}  // namespace records
