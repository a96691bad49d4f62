// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/platform.h"

#include <array>

#include "records/checks.h"
#include "records/identifiers.h"
#include "records/organisation.h"
#include "records/party_member.h"

namespace records {
namespace {

using schema::boolean;
using schema::date;
using schema::integer;
using schema::OnReorganise;
using schema::Privacy;
using schema::reference;
using schema::Show;
using schema::text;

constexpr auto role_codes = schema::enum_codes<Role>({
    "Quản trị",
    "Ban tổ chức",
    "Cấp ủy cơ sở",
    "Bí thư chi bộ",
    "Lãnh đạo (xem)",
    "Đảng viên (tự xem)",
});
constexpr std::array import_state_codes{
    schema::Code{"applied", "Đã nhập"},
    schema::Code{"undone", "Đã hoàn tác"},
};

constexpr std::array account_fields{
    text("name", {.label = "Tên đăng nhập",
                  .required = true,
                  .unique = true,
                  .show = Show::in_list_and_form,
                  .help = "3 đến 60 chữ thường không dấu, chữ số, dấu chấm hoặc gạch, bắt đầu bằng chữ",
                  .max_length = 60,
                  .accepts = is_account_name}),
    text("display_name",
         {.label = "Tên hiển thị", .required = true, .show = Show::in_list_and_form, .max_length = 100}),
    reference("member_id", PartyMember::type, {.label = "Đảng viên"}),
    boolean("is_closed", {.label = "Đã khóa", .required = true, .show = Show::in_list_and_form}),
};

// Written by every sign-in; kept apart so that those who edit an account meet no conflict.
constexpr std::array credential_fields{
    reference("account_id", account, {.label = "Tài khoản", .required = true, .unique = true}),
    text("password_hash", {.label = "Mật khẩu (đã băm)",
                           .required = true,
                           .show = Show::nowhere,
                           .privacy = Privacy::secret,
                           .max_length = 200}),
    integer("password_changed_at_ms", {.label = "Đổi mật khẩu lúc", .required = true}),
    boolean("must_change_password", {.label = "Phải đổi mật khẩu", .required = true}),
    text("totp_secret",
         {.label = "Khóa mã một lần", .show = Show::nowhere, .privacy = Privacy::secret, .max_length = 60}),
    boolean("totp_confirmed", {.label = "Đã bật mã một lần", .required = true}),
    integer("totp_last_step", {.label = "Bước mã một lần đã dùng"}),
    text("recovery_codes",
         {.label = "Mã dự phòng (đã băm)", .show = Show::nowhere, .privacy = Privacy::secret, .max_length = 1000}),
    integer("failed_count", {.label = "Số lần sai liên tiếp", .required = true, .min = 0}),
    integer("locked_until_ms", {.label = "Tạm khóa đến lúc"}),
    integer("last_sign_in_at_ms", {.label = "Đăng nhập gần nhất lúc"}),
};

constexpr std::array role_grant_fields{
    reference("account_id", account, {.label = "Tài khoản", .required = true, .show = Show::in_list_and_form}),
    schema::code("role", roles, {.label = "Vai trò", .required = true, .show = Show::in_list_and_form}),
    reference("organisation_id", Organisation::type,
              {.label = "Trong phạm vi",
               .required = true,
               .show = Show::in_list_and_form,
               .on_reorganise = OnReorganise::follow}),
    date("valid_from", {.label = "Từ ngày", .required = true, .show = Show::in_list_and_form}),
    date("valid_to", {.label = "Đến trước ngày", .show = Show::in_list_and_form}),
    reference("delegated_by", account, {.label = "Người ủy quyền"}),
};
static_assert(schema::states_reorganisation(role_grant_fields, Organisation::type));

constexpr std::array session_fields{
    reference("account_id", account, {.label = "Tài khoản", .required = true}),
    text("token_hash", {.label = "Mã phiên (đã băm)",
                        .required = true,
                        .unique = true,
                        .show = Show::nowhere,
                        .privacy = Privacy::secret,
                        .max_length = 64}),
    integer("began_at_ms", {.label = "Bắt đầu lúc", .required = true}),
    integer("seen_at_ms", {.label = "Lần cuối", .required = true}),
    integer("ended_at_ms", {.label = "Kết thúc lúc"}),
    text("remote_address", {.label = "Từ địa chỉ", .privacy = Privacy::personal, .max_length = 60}),
    text("user_agent", {.label = "Trình duyệt", .max_length = 255}),
};

constexpr std::array import_batch_fields{
    text("kind", {.label = "Loại dữ liệu", .required = true, .show = Show::in_list_and_form, .max_length = 60}),
    text("file_name", {.label = "Tên tệp", .required = true, .show = Show::in_list_and_form}),
    text("file_digest", {.label = "Dấu vân tay của tệp", .required = true, .max_length = 64}),
    integer("row_count", {.label = "Số dòng", .required = true, .show = Show::in_list_and_form, .min = 0}),
    integer("imported_at_ms", {.label = "Nhập lúc", .required = true}),
    reference("organisation_id", Organisation::type,
              {.label = "Phạm vi người nhập",
               .help = "Tổ chức mà người nhập được giao; trống là toàn bộ hoặc nhiều nơi",
               .on_reorganise = OnReorganise::stay}),
    text("imported_by", {.label = "Người nhập", .required = true, .show = Show::in_list_and_form, .max_length = 100}),
    schema::code("state", import_states, {.label = "Trạng thái", .required = true, .show = Show::in_list_and_form}),
    integer("audit_sequence", {.label = "Số mục nhật ký"}),
};
static_assert(schema::states_reorganisation(import_batch_fields, Organisation::type));

constexpr std::array saved_view_fields{
    reference("account_id", account, {.label = "Tài khoản", .required = true}),
    text("name", {.label = "Tên danh sách", .required = true, .show = Show::in_list_and_form, .max_length = 100}),
    text("record_type", {.label = "Loại hồ sơ", .required = true, .max_length = 60}),
    text("definition", {.label = "Định nghĩa", .required = true, .show = Show::nowhere, .max_length = 10000}),
};

constexpr std::array frozen_report_fields{
    text("report", {.label = "Báo cáo", .required = true, .show = Show::in_list_and_form, .max_length = 60}),
    reference(
        "organisation_id", Organisation::type,
        {.label = "Tổ chức", .required = true, .show = Show::in_list_and_form, .on_reorganise = OnReorganise::stay}),
    integer("year", {.label = "Năm", .required = true, .show = Show::in_list_and_form, .min = 1930, .max = 2200}),
    integer("signed_at_ms", {.label = "Ký lúc", .required = true}),
    text("signed_by", {.label = "Người ký", .required = true, .show = Show::in_list_and_form, .max_length = 100}),
    text("figures", {.label = "Số liệu đã ký", .required = true, .show = Show::nowhere, .max_length = 65000}),
    text("head", {.label = "Đầu chuỗi nhật ký khi ký", .required = true, .show = Show::nowhere, .max_length = 1000}),
};
static_assert(schema::states_reorganisation(frozen_report_fields, Organisation::type));

constexpr std::array setting_fields{
    text("name", {.label = "Thiết lập", .required = true, .show = Show::in_list_and_form, .max_length = 100}),
    reference("organisation_id", Organisation::type, {.label = "Áp dụng cho", .on_reorganise = OnReorganise::follow}),
    date("valid_from", {.label = "Từ ngày", .required = true, .show = Show::in_list_and_form}),
    date("valid_to", {.label = "Đến trước ngày"}),
    text("value", {.label = "Giá trị", .required = true, .show = Show::in_list_and_form, .max_length = 1000}),
    text("document_number",
         {.label = "Văn bản căn cứ", .required = true, .show = Show::in_list_and_form, .max_length = 100}),
    text("confirmed_by", {.label = "Người xác nhận", .max_length = 100}),
};
static_assert(schema::states_reorganisation(setting_fields, Organisation::type));

}  // namespace

constinit const schema::CodeList roles{"role", "Vai trò", role_codes};
constinit const schema::CodeList import_states{"import_state", "Trạng thái đợt nhập", import_state_codes};

constinit const schema::RecordType account{.name = "account",
                                           .label = "Tài khoản",
                                           .protection = schema::Protection::administration,
                                           .fields = account_fields};
constinit const schema::RecordType credential{.name = "credential",
                                              .label = "Thông tin đăng nhập",
                                              .protection = schema::Protection::administration,
                                              .fields = credential_fields};
constinit const schema::RecordType role_grant{.name = "role_grant",
                                              .label = "Phân quyền",
                                              .shape = schema::Shape::dated,
                                              .owner = "account_id",
                                              .protection = schema::Protection::administration,
                                              .fields = role_grant_fields,
                                              .check = check_period};
constinit const schema::RecordType session{.name = "session",
                                           .label = "Phiên làm việc",
                                           .protection = schema::Protection::administration,
                                           .fields = session_fields};
constinit const schema::RecordType import_batch{.name = "import_batch",
                                                .label = "Đợt nhập dữ liệu",
                                                .belongs_to = "organisation_id",
                                                .fields = import_batch_fields};
constinit const schema::RecordType saved_view{.name = "saved_view",
                                              .label = "Danh sách đã lưu",
                                              .protection = schema::Protection::own_account,
                                              .fields = saved_view_fields,
                                              .unique_together = "account_id,name"};
constinit const schema::RecordType frozen_report{
    .name = "frozen_report", .label = "Báo cáo đã ký", .belongs_to = "organisation_id", .fields = frozen_report_fields};
constinit const schema::RecordType setting{.name = "setting",
                                           .label = "Thiết lập",
                                           .shape = schema::Shape::dated,
                                           .owner = "organisation_id",
                                           .belongs_to = "organisation_id",
                                           .fields = setting_fields,
                                           .check = check_period};

}  // namespace records
