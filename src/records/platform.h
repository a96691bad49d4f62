// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "schema/record_type.h"

// What the program itself keeps. audit_entry and access_log are append-only tables of the store, not record types.
namespace records {

extern const schema::RecordType account;     // Tài khoản
extern const schema::RecordType credential;  // Thông tin đăng nhập: password, second factor, lock-out; one an account
extern const schema::RecordType role_grant;  // Phân quyền: a role on a subtree for a period; also delegation (ủy quyền)
extern const schema::RecordType session;        // Phiên làm việc
extern const schema::RecordType import_batch;   // Đợt nhập dữ liệu
extern const schema::RecordType saved_view;     // Danh sách đã lưu
extern const schema::RecordType frozen_report;  // Báo cáo đã ký
extern const schema::RecordType setting;        // Thiết lập, dated, with its document

// Vai trò: what it may do is rules/access.h.
enum class Role { administrator, organisation_board, grassroots_committee, cell_secretary, leader, member };
extern const schema::CodeList roles;
constexpr const schema::CodeList& code_list(Role) { return roles; }

extern const schema::CodeList import_states;

}  // namespace records
