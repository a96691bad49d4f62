// SPDX-License-Identifier: AGPL-3.0-or-later
#include <array>

#include "http/handlers.h"

// Every URL of the system stands here, and nothing else does. Which rights they need is docs/access.md.
namespace http {
namespace {

constexpr std::size_t upload_limit = std::size_t{256} << 20;
constexpr std::size_t checked_limit = std::size_t{2} << 20;  // A text to be checked, or the DOCX that holds it.
constexpr std::size_t record_limit = std::size_t{32} << 20;  // Room for an attachment of 20 MB as Base64.

// clang-format off
constexpr std::array table{
    // The system itself.
    Route{.method = "GET", .pattern = "/healthz", .handler = health, .summary = "Máy chủ còn sống", .gives = "Health", .door = Door::open},
    Route{.method = "GET", .pattern = "/metrics", .handler = metrics, .summary = "Số đo cho hệ thống giám sát (chỉ từ máy này)", .gives = "text", .door = Door::open},
    Route{.method = "GET", .pattern = "/api/openapi.json", .handler = openapi, .summary = "Mô tả này", .gives = "Document", .door = Door::open},

    // Signing in.
    Route{.method = "POST", .pattern = "/api/session", .handler = sign_in, .summary = "Đăng nhập", .takes = "SignIn", .gives = "SignedIn", .door = Door::open},
    Route{.method = "GET", .pattern = "/api/session", .handler = show_session, .summary = "Ai đang đăng nhập, có quyền gì", .gives = "SignedIn"},
    Route{.method = "DELETE", .pattern = "/api/session", .handler = sign_out, .summary = "Đăng xuất"},
    Route{.method = "POST", .pattern = "/api/session/password", .handler = change_password, .summary = "Đổi mật khẩu của mình", .takes = "PasswordChange"},
    Route{.method = "POST", .pattern = "/api/session/totp", .handler = begin_totp, .summary = "Bắt đầu bật mã dùng một lần", .gives = "TotpSecret"},
    Route{.method = "PUT", .pattern = "/api/session/totp", .handler = confirm_totp, .summary = "Bật mã dùng một lần", .takes = "TotpCode", .gives = "RecoveryCodes"},
    Route{.method = "DELETE", .pattern = "/api/session/totp", .handler = end_totp, .summary = "Tắt mã dùng một lần", .takes = "PasswordProof"},

    // Organisations.
    Route{.method = "GET", .pattern = "/api/overview", .handler = show_overview, .summary = "Tổng quan một tổ chức", .query = "organisation on", .gives = "Overview"},
    Route{.method = "GET", .pattern = "/api/organisations", .handler = list_organisations, .summary = "Các tổ chức trực thuộc, hoặc gốc của phạm vi", .query = "superior on", .gives = "OrganisationNodes"},
    Route{.method = "GET", .pattern = "/api/organisations/{code}", .handler = show_organisation, .summary = "Một tổ chức", .query = "on", .gives = "OrganisationPage"},
    Route{.method = "GET", .pattern = "/api/search", .handler = search, .summary = "Tìm người và tổ chức, không cần dấu", .query = "q on search_limit", .gives = "SearchResult"},

    // Members.
    Route{.method = "GET", .pattern = "/api/members", .handler = list_members, .summary = "Danh sách đảng viên", .query = "organisation on q member_sort offset limit kind status sex ethnicity minority religion occupation general_education professional_education academic_title political_theory age_band grade year figure by key", .gives = "MemberPage"},
    Route{.method = "GET", .pattern = "/api/members.xlsx", .handler = members_xlsx, .summary = "Danh sách đang xem, dạng Excel", .query = "organisation on q member_sort columns kind status sex ethnicity minority religion occupation general_education professional_education academic_title political_theory age_band grade year figure by key", .gives = "xlsx"},
    Route{.method = "GET", .pattern = "/api/member-list.docx", .handler = member_list_docx, .summary = "Danh sách đảng viên theo chi bộ, dạng Word", .query = "organisation on", .gives = "docx"},
    Route{.method = "GET", .pattern = "/api/members/{id}", .handler = show_member, .summary = "Hồ sơ đảng viên", .query = "on", .gives = "MemberFile"},
    Route{.method = "GET", .pattern = "/api/members/{id}/history", .handler = member_history, .summary = "Lịch sử hồ sơ", .query = "before limit", .gives = "Entries"},
    Route{.method = "GET", .pattern = "/api/members/{id}/readers", .handler = member_readers, .summary = "Ai đã xem hồ sơ", .query = "limit", .gives = "Readers"},
    Route{.method = "POST", .pattern = "/api/members/{id}/reveal", .handler = reveal_identifier, .summary = "Xem đủ một số định danh; có ghi nhật ký", .takes = "RevealOrder", .gives = "Revealed"},
    Route{.method = "GET", .pattern = "/api/members/{id}/form.docx", .handler = member_form_docx, .summary = "Phiếu đảng viên (2-HSĐV)", .gives = "docx"},
    Route{.method = "GET", .pattern = "/api/members/{id}/proposals", .handler = member_proposals, .summary = "Đề nghị sửa của một hồ sơ", .query = "state before_id limit", .gives = "Proposals"},
    Route{.method = "POST", .pattern = "/api/members/{id}/proposals", .handler = propose, .summary = "Đề nghị sửa hồ sơ", .takes = "ProposalOrder", .gives = "Proposal", .creates = true},
    Route{.method = "GET", .pattern = "/api/proposals", .handler = list_proposals, .summary = "Các đề nghị sửa hồ sơ trong phạm vi", .query = "state organisation before_id limit", .gives = "Proposals"},
    Route{.method = "POST", .pattern = "/api/proposals/{id}/decision", .handler = decide_proposal, .summary = "Duyệt đề nghị theo từng mục", .takes = "ProposalDecision", .gives = "Proposal"},
    Route{.method = "DELETE", .pattern = "/api/proposals/{id}", .handler = withdraw_proposal, .summary = "Rút đề nghị của mình"},

    // Figures, grades and reports.
    Route{.method = "GET", .pattern = "/api/figures", .handler = list_figures, .summary = "Có những số liệu nào", .gives = "Figures"},
    Route{.method = "GET", .pattern = "/api/figures/{name}", .handler = show_figure, .summary = "Một số liệu", .query = "organisation year on by key structure list", .gives = "FigureAnswer"},
    Route{.method = "GET", .pattern = "/api/grades", .handler = list_grades, .summary = "Xếp loại theo chi bộ", .query = "organisation year", .gives = "Grades"},
    Route{.method = "GET", .pattern = "/api/reports", .handler = list_reports, .summary = "Có những báo cáo nào", .gives = "Reports"},
    Route{.method = "GET", .pattern = "/api/reports/{name}", .handler = show_report, .summary = "Lập báo cáo", .query = "organisation year", .gives = "Report"},
    Route{.method = "GET", .pattern = "/api/reports/{name}.docx", .handler = report_docx, .summary = "Báo cáo dạng Word", .query = "organisation year", .gives = "docx"},
    Route{.method = "GET", .pattern = "/api/reports/{name}.xlsx", .handler = report_xlsx, .summary = "Báo cáo dạng Excel", .query = "organisation year", .gives = "xlsx"},
    Route{.method = "GET", .pattern = "/api/reports/{name}.html", .handler = report_html, .summary = "Báo cáo dạng trang web", .query = "organisation year", .gives = "html"},
    Route{.method = "POST", .pattern = "/api/reports/{name}/sign", .handler = sign_report, .summary = "Ký báo cáo: số liệu được giữ nguyên", .takes = "SignOrder", .gives = "Signed", .creates = true},
    Route{.method = "POST", .pattern = "/api/check-report", .handler = check_report, .summary = "Soát số liệu của một văn bản", .query = "report_kind compared_organisation year", .takes = "file", .gives = "CheckedReport", .body_limit = checked_limit},

    // Debts of data.
    Route{.method = "GET", .pattern = "/api/debt", .handler = list_debts, .summary = "Danh sách nợ dữ liệu", .query = "organisation on check severity days offset limit", .gives = "Debts"},
    Route{.method = "GET", .pattern = "/api/debt/summary", .handler = debt_summary, .summary = "Nợ dữ liệu theo tổ chức trực thuộc", .query = "organisation on", .gives = "DebtSummary"},
    Route{.method = "GET", .pattern = "/api/debt/checks", .handler = list_checks, .summary = "Các phép kiểm tra dữ liệu, ý nghĩa và cách xử lý", .gives = "DataChecks"},
    Route{.method = "GET", .pattern = "/api/debt.xlsx", .handler = debts_xlsx, .summary = "Danh sách nợ dữ liệu, dạng Excel", .query = "organisation on check severity days", .gives = "xlsx"},

    // Registers in and out, and work that takes longer than a request may.
    Route{.method = "GET", .pattern = "/api/registers", .handler = list_registers, .summary = "Các sổ nhập được và cột của chúng", .gives = "Registers"},
    Route{.method = "GET", .pattern = "/api/templates/{kind}.xlsx", .handler = template_xlsx, .summary = "Mẫu sổ trống", .gives = "xlsx"},
    Route{.method = "GET", .pattern = "/api/exports/{kind}.xlsx", .handler = export_xlsx, .summary = "Xuất sổ, nhập lại được", .query = "organisation on year", .gives = "xlsx"},
    Route{.method = "POST", .pattern = "/api/uploads", .handler = upload, .summary = "Gửi tệp để nhập", .query = "file_name", .takes = "file", .gives = "Upload", .body_limit = upload_limit, .spools = true, .creates = true},
    Route{.method = "GET", .pattern = "/api/uploads/{id}/mapping", .handler = upload_mapping, .summary = "Các cột của tệp được hiểu là gì", .query = "register_kind", .gives = "Mapping"},
    Route{.method = "POST", .pattern = "/api/imports", .handler = start_import, .summary = "Kiểm tra hoặc nhập một tệp (việc chạy nền)", .takes = "ImportOrder", .gives = "JobStarted", .creates = true},
    Route{.method = "GET", .pattern = "/api/imports", .handler = list_imports, .summary = "Các đợt nhập", .gives = "Imports"},
    Route{.method = "POST", .pattern = "/api/imports/{batch}/undo", .handler = undo_import, .summary = "Hoàn tác một đợt nhập", .gives = "UndoReport"},
    Route{.method = "GET", .pattern = "/api/jobs", .handler = list_jobs, .summary = "Việc chạy nền của mình", .gives = "Jobs"},
    Route{.method = "GET", .pattern = "/api/jobs/{id}", .handler = show_job, .summary = "Một việc chạy nền", .gives = "Job"},
    Route{.method = "GET", .pattern = "/api/jobs/{id}/events", .handler = job_events, .summary = "Tiến độ của việc, gửi đến khi xong", .gives = "events"},
    Route{.method = "GET", .pattern = "/api/jobs/{id}/files/{name}", .handler = job_file, .summary = "Tệp mà việc đã tạo", .gives = "xlsx"},
    Route{.method = "DELETE", .pattern = "/api/jobs/{id}", .handler = cancel_job, .summary = "Dừng việc"},

    // Any record type, as it is described.
    Route{.method = "GET", .pattern = "/api/records/{type}", .handler = list_records, .summary = "Danh sách hồ sơ một loại", .query = "organisation on sort cursor limit filters", .gives = "RecordPage"},
    Route{.method = "POST", .pattern = "/api/records/{type}", .handler = create_record, .summary = "Thêm hồ sơ", .takes = "RecordOrder", .gives = "Record", .body_limit = record_limit, .creates = true},
    Route{.method = "GET", .pattern = "/api/records/{type}/{id}", .handler = show_record, .summary = "Một hồ sơ", .gives = "Record"},
    Route{.method = "PATCH", .pattern = "/api/records/{type}/{id}", .handler = change_record, .summary = "Thay đổi (đúng từ một ngày) hoặc sửa sai", .takes = "RecordChange", .gives = "Record", .body_limit = record_limit},
    Route{.method = "GET", .pattern = "/api/records/{type}/{id}/history", .handler = record_history, .summary = "Lịch sử một hồ sơ", .query = "before limit", .gives = "Entries"},

    // Accounts.
    Route{.method = "GET", .pattern = "/api/accounts", .handler = list_accounts, .summary = "Các tài khoản trong phạm vi", .gives = "Accounts"},
    Route{.method = "POST", .pattern = "/api/accounts", .handler = create_account, .summary = "Thêm tài khoản; mật khẩu chỉ hiện một lần", .takes = "AccountOrder", .gives = "AccountMade", .creates = true},
    Route{.method = "PATCH", .pattern = "/api/accounts/{id}", .handler = change_account, .summary = "Đổi tên hiển thị, khóa hoặc mở tài khoản", .takes = "AccountChange", .gives = "AccountLine"},
    Route{.method = "POST", .pattern = "/api/accounts/{id}/password", .handler = reset_password, .summary = "Cấp lại mật khẩu", .gives = "NewPassword"},
    Route{.method = "DELETE", .pattern = "/api/accounts/{id}/totp", .handler = reset_totp, .summary = "Bỏ mã dùng một lần của tài khoản"},
    Route{.method = "GET", .pattern = "/api/grants", .handler = list_grants, .summary = "Phân quyền trong phạm vi", .query = "account", .gives = "Grants"},
    Route{.method = "POST", .pattern = "/api/grants", .handler = create_grant, .summary = "Giao vai trò trên một tổ chức", .takes = "GrantOrder", .gives = "GrantLine", .creates = true},
    Route{.method = "DELETE", .pattern = "/api/grants/{id}", .handler = end_grant, .summary = "Thôi vai trò từ hôm nay"},
    Route{.method = "POST", .pattern = "/api/delegations", .handler = create_delegation, .summary = "Ủy quyền vai trò của mình trong một thời gian", .takes = "DelegationOrder", .gives = "GrantLine", .creates = true},

    // What happened.
    Route{.method = "GET", .pattern = "/api/audit", .handler = search_audit, .summary = "Tra cứu nhật ký thay đổi", .query = "actor action type record from to before limit", .gives = "Entries"},
    Route{.method = "GET", .pattern = "/api/accesses", .handler = search_accesses, .summary = "Tra cứu nhật ký truy cập", .query = "actor record from to before_id limit", .gives = "Accesses"},

    // Saved views.
    Route{.method = "GET", .pattern = "/api/views", .handler = list_views, .summary = "Danh sách đã lưu của mình", .query = "record_type", .gives = "Views"},
    Route{.method = "POST", .pattern = "/api/views", .handler = save_view, .summary = "Lưu danh sách", .takes = "ViewOrder", .gives = "View", .creates = true},
    Route{.method = "DELETE", .pattern = "/api/views/{id}", .handler = forget_view, .summary = "Bỏ danh sách đã lưu"},
};
// clang-format on

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace http
