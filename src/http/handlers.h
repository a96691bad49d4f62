// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "http/call.h"

// The handlers of routes.cpp: each parses a request, calls one action and writes what came of it.
namespace http {

// system_routes.cpp
base::Result<Response> health(Call& call);
base::Result<Response> metrics(Call& call);
base::Result<Response> openapi(Call& call);

// session_routes.cpp
base::Result<Response> sign_in(Call& call);
base::Result<Response> show_session(Call& call);
base::Result<Response> sign_out(Call& call);
base::Result<Response> change_password(Call& call);
base::Result<Response> begin_totp(Call& call);
base::Result<Response> confirm_totp(Call& call);
base::Result<Response> end_totp(Call& call);

// organisation_routes.cpp
base::Result<Response> show_overview(Call& call);
base::Result<Response> list_organisations(Call& call);
base::Result<Response> show_organisation(Call& call);
base::Result<Response> search(Call& call);

// member_routes.cpp, proposal_routes.cpp
base::Result<Response> list_members(Call& call);
base::Result<Response> members_xlsx(Call& call);
base::Result<Response> member_list_docx(Call& call);
base::Result<Response> show_member(Call& call);
base::Result<Response> member_history(Call& call);
base::Result<Response> member_readers(Call& call);
base::Result<Response> reveal_identifier(Call& call);
base::Result<Response> member_form_docx(Call& call);
base::Result<Response> member_proposals(Call& call);
base::Result<Response> propose(Call& call);
base::Result<Response> list_proposals(Call& call);
base::Result<Response> decide_proposal(Call& call);
base::Result<Response> withdraw_proposal(Call& call);

// figure_routes.cpp, report_routes.cpp
base::Result<Response> list_figures(Call& call);
base::Result<Response> show_figure(Call& call);
base::Result<Response> list_grades(Call& call);
base::Result<Response> list_reports(Call& call);
base::Result<Response> show_report(Call& call);
base::Result<Response> report_docx(Call& call);
base::Result<Response> report_xlsx(Call& call);
base::Result<Response> report_html(Call& call);
base::Result<Response> sign_report(Call& call);

// checker_routes.cpp
base::Result<Response> check_report(Call& call);

// debt_routes.cpp
base::Result<Response> list_debts(Call& call);
base::Result<Response> debt_summary(Call& call);
base::Result<Response> list_checks(Call& call);
base::Result<Response> debts_xlsx(Call& call);

// register_routes.cpp, import_routes.cpp, job_routes.cpp
base::Result<Response> list_registers(Call& call);
base::Result<Response> template_xlsx(Call& call);
base::Result<Response> export_xlsx(Call& call);
base::Result<Response> upload(Call& call);
base::Result<Response> upload_mapping(Call& call);
base::Result<Response> start_import(Call& call);
base::Result<Response> list_imports(Call& call);
base::Result<Response> undo_import(Call& call);
base::Result<Response> list_jobs(Call& call);
base::Result<Response> show_job(Call& call);
base::Result<Response> job_events(Call& call);
base::Result<Response> job_file(Call& call);
base::Result<Response> cancel_job(Call& call);

// record_routes.cpp
base::Result<Response> list_records(Call& call);
base::Result<Response> create_record(Call& call);
base::Result<Response> show_record(Call& call);
base::Result<Response> change_record(Call& call);
base::Result<Response> record_history(Call& call);

// account_routes.cpp
base::Result<Response> list_accounts(Call& call);
base::Result<Response> create_account(Call& call);
base::Result<Response> change_account(Call& call);
base::Result<Response> reset_password(Call& call);
base::Result<Response> reset_totp(Call& call);
base::Result<Response> list_grants(Call& call);
base::Result<Response> create_grant(Call& call);
base::Result<Response> end_grant(Call& call);
base::Result<Response> create_delegation(Call& call);

// audit_routes.cpp
base::Result<Response> search_audit(Call& call);
base::Result<Response> search_accesses(Call& call);

// view_routes.cpp
base::Result<Response> list_views(Call& call);
base::Result<Response> save_view(Call& call);
base::Result<Response> forget_view(Call& call);

}  // namespace http
