// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "cli/session.h"

// What each command was asked, and the function that does it. Parsing is in command_line.cpp alone; a function returns
// the exit code.
namespace cli {

struct DemoOptions {
    Where where;
    std::string set = "dong-ha-2020";
    std::string files;    // Where the Excel registers are written; empty = DIR/so-sach.
    bool faults = false;  // Spoil the registers, and write beside them what was spoiled.
};
int demo(const DemoOptions& options);

struct ImportOptions {
    Where where;
    std::string kind, file, organisation, error_file;
    int year = 0;
    bool dry_run = false, json = false;
};
int import_file(const ImportOptions& options);

struct UndoOptions {
    Where where;
    std::string batch;
    bool json = false;
};
int undo_import(const UndoOptions& options);

struct TemplateOptions {
    std::string kind, out;
};
int write_import_template(const TemplateOptions& options);

struct ExportOptions {
    Where where;
    std::string kind, out, organisation, on;
    int year = 0;
};
int export_file(const ExportOptions& options);

struct ServeOptions {
    Where where;
    std::string address = "127.0.0.1";
    int port = 8080, workers = 4;
    std::string web_folder, work_folder, log_file;
    std::string tls_certificate, tls_key;
    bool behind_proxy = false, allow_plain = false, open_metrics = false, log_requests = false;
};
int serve(const ServeOptions& options);

struct FigureOptions {
    Where where;
    std::string name, organisation, on, by, structure;
    int year = 0;
    bool list = false, json = false, all = false;  // all = print which figures there are.
};
int figure(const FigureOptions& options);

struct ReportOptions {
    Where where;
    std::string report, organisation, out, template_file, signer;
    int year = 0;
    bool json = false, sign_again = false;
};
int report(const ReportOptions& options);
int sign_report(const ReportOptions& options);
int report_placeholders(const ReportOptions& options);

struct MemberDocumentOptions {
    Where where;
    std::string member, organisation, on, out;
};
int member_form(const MemberDocumentOptions& options);
int member_list(const MemberDocumentOptions& options);

struct CheckReportOptions {
    Where where;
    std::string file;  // Or "-".
    std::string organisation;
    int year = 0;
    bool json = false;
};
int check_report(const CheckReportOptions& options);

struct DebtOptions {
    Where where;
    std::string organisation, on, check, severity, xlsx;
    int days_min = 0;
    bool json = false, checks = false, markdown = false;  // checks = print which checks there are.
};
int debt(const DebtOptions& options);

struct DuplicateOptions {
    Where where;
    std::string organisation, kept, merged, reason;
    std::vector<std::string> take, drop;
    std::int64_t entry = 0;
    bool json = false, preview = false;
};
int duplicates(const DuplicateOptions& options);
int merge_members(const DuplicateOptions& options);
int unmerge_members(const DuplicateOptions& options);

struct OrganisationOptions {
    Where where;
    std::string code, name, kind, unit_type, superior, on;
    std::string decision_number, decision_on, decision_issuer, decision_subject;
    bool json = false;
};
int establish(const OrganisationOptions& options);
int rename(const OrganisationOptions& options);
int reparent(const OrganisationOptions& options);
int dissolve(const OrganisationOptions& options);
int show_tree(const OrganisationOptions& options);
int check_tree(const OrganisationOptions& options);

struct UserOptions {
    Where where;
    std::string name, display_name, member, role, organisation, from, to;
    bool reopen = false, with_totp = false, json = false;
};
int list_users(const UserOptions& options);
int add_user(const UserOptions& options);
int close_user(const UserOptions& options);
int reset_user_password(const UserOptions& options);
int grant_user(const UserOptions& options);
int revoke_user(const UserOptions& options);
int delegate_user(const UserOptions& options);

struct GenerateOptions {
    std::string what;  // openapi, typescript, sql-sqlite, sql-postgresql
};
int generate(const GenerateOptions& options);

struct MaintenanceOptions {
    Where where;
    std::string file, head, from, to;
    std::string key_file, passphrase_file;  // Of a sealed backup; "-" = passphrase from standard input.
    std::string folder;                     // Where a backup is tried.
    bool json = false;
};
int verify(const MaintenanceOptions& options);
int write_head(const MaintenanceOptions& options);
int backup(const MaintenanceOptions& options);
int restore(const MaintenanceOptions& options);
int restore_drill(const MaintenanceOptions& options);
int make_backup_key(const MaintenanceOptions& options);
int copy(const MaintenanceOptions& options);
int dump(const MaintenanceOptions& options);

}  // namespace cli
