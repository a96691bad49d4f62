// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include "base/check.h"
#include "cli/commands.h"
#include "cli/output.h"

// Every word of the command line stands here, and nothing else does.
namespace cli {
namespace {

template <class Options>
using Command = int (*)(const Options&);

// A command: its words fill `Options`, then `run` is called with them and its exit code kept.
template <class Options>
Options& add(CLI::App& parent, const char* name, const char* help, Command<Options> run, int& exit_code,
             CLI::App*& command) {
    auto options = std::make_shared<Options>();
    command = parent.add_subcommand(name, help);
    command->callback([options, run, &exit_code] { exit_code = run(*options); });
    return *options;
}

template <class Options>
void add_where(CLI::App& command, Options& options) {
    command.add_option("--data", options.where.data, "Thư mục dữ liệu")->capture_default_str();
    command.add_option("--database", options.where.database, "Địa chỉ PostgreSQL: postgresql://…");
    command.add_option("--as", options.where.as, "Làm với quyền của tài khoản này (mặc định: quản trị trên máy)");
}

void add_registers(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;

    auto& demo_options = add<DemoOptions>(app, "demo", "Dựng dữ liệu mẫu từ sổ sách Excel", demo, exit_code, command);
    add_where(*command, demo_options);
    command->add_option("--set", demo_options.set, "Bộ dữ liệu mẫu")->capture_default_str();
    command->add_option("--files", demo_options.files, "Nơi ghi các sổ Excel (mặc định: DIR/so-sach)");
    command->add_flag("--faults", demo_options.faults, "Cài 200 lỗi dữ liệu để thử danh sách nợ dữ liệu");

    const auto kinds =
        "Loại sổ: organisations (tổ chức), members (đảng viên), memberships (sinh hoạt đảng), grades (xếp loại)";
    auto import_kept = std::make_shared<ImportOptions>();
    auto& import_options = *import_kept;
    auto* import_command = command =
        app.add_subcommand("import", "Nhập sổ Excel hoặc CSV; xem thêm: import undo, import template");
    import_command->callback([import_command, import_kept, &exit_code] {
        if (!import_command->get_subcommands().empty()) return;
        if (import_kept->kind.empty() || import_kept->file.empty()) throw CLI::RequiredError("import KIND FILE");
        exit_code = import_file(*import_kept);
    });
    add_where(*command, import_options);
    command->add_option("kind", import_options.kind, kinds);
    command->add_option("file", import_options.file, "Tệp .xlsx hoặc .csv");
    command->add_option("--organisation", import_options.organisation, "Mã tổ chức của đợt xếp loại (với grades)");
    command->add_option("--year", import_options.year, "Năm xếp loại (với grades)")->check(CLI::Range(1930, 2200));
    command->add_option("--error-file", import_options.error_file,
                        "Nơi ghi tệp lỗi (mặc định: cạnh tệp nhập, đuôi .loi.xlsx)");
    command->add_flag("--dry-run", import_options.dry_run, "Chỉ kiểm tra, không ghi gì");
    command->add_flag("--json", import_options.json, "In kết quả dạng JSON");

    auto& undo_options = add<UndoOptions>(*import_command, "undo", "Hoàn tác một đợt nhập khi chưa có gì dựa vào nó",
                                          undo_import, exit_code, command);
    add_where(*command, undo_options);
    command->add_option("batch", undo_options.batch, "Mã đợt nhập, như lệnh import đã in")->required();
    command->add_flag("--json", undo_options.json, "In kết quả dạng JSON");

    auto& template_options = add<TemplateOptions>(*import_command, "template", "Ghi mẫu sổ trống để điền",
                                                  write_import_template, exit_code, command);
    command->add_option("kind", template_options.kind, kinds)->required();
    command->add_option("--out", template_options.out, "Tệp .xlsx hoặc .csv")->required();

    auto& export_options =
        add<ExportOptions>(app, "export", "Xuất sổ ra Excel hoặc CSV, nhập lại được", export_file, exit_code, command);
    add_where(*command, export_options);
    command->add_option("kind", export_options.kind, kinds)->required();
    command->add_option("--out", export_options.out, "Tệp .xlsx hoặc .csv")->required();
    command->add_option("--organisation", export_options.organisation, "Chỉ tổ chức này và cấp dưới");
    command->add_option("--on", export_options.on, "Tại ngày (mặc định hôm nay)");
    command->add_option("--year", export_options.year, "Năm xếp loại (với grades)")->check(CLI::Range(1930, 2200));
}

void add_figures_and_reports(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;

    auto& figure_options = add<FigureOptions>(app, "figure", "Trả lời một số liệu; --all để xem có những số liệu nào",
                                              figure, exit_code, command);
    add_where(*command, figure_options);
    command->add_option("name", figure_options.name, "Tên số liệu, ví dụ members.graded");
    command->add_option("--organisation", figure_options.organisation, "Mã tổ chức");
    command->add_option("--year", figure_options.year, "Năm; số liệu tại thời điểm lấy ngày 31/12")
        ->check(CLI::Range(1930, 2200));
    command->add_option("--on", figure_options.on, "Tại ngày (YYYY-MM-DD hoặc dd/mm/yyyy)");
    command->add_option("--structure", figure_options.structure, "Theo cây tổ chức của ngày này");
    command->add_option("--by", figure_options.by, "Phân tổ theo: grade, sex, age_band, organisation …");
    command->add_flag("--list", figure_options.list, "Kèm danh sách tạo nên số liệu");
    command->add_flag("--json", figure_options.json, "In dạng JSON");
    command->add_flag("--all", figure_options.all, "Liệt kê các số liệu và cách phân tổ");

    CLI::App* reports = app.add_subcommand("report", "Báo cáo: year-end, sign, placeholders, member-form, member-list");
    reports->require_subcommand(1);
    const auto add_report = [&](const char* name, const char* help, Command<ReportOptions> run) -> ReportOptions& {
        auto& options = add<ReportOptions>(*reports, name, help, run, exit_code, command);
        options.report = "year-end";
        add_where(*command, options);
        command->add_option("--organisation", options.organisation, "Mã tổ chức")->required();
        command->add_option("--year", options.year, "Năm báo cáo")->check(CLI::Range(1930, 2200))->required();
        return options;
    };
    auto& year_end = add_report("year-end", "Báo cáo cuối năm", report);
    command->add_option("--out", year_end.out, "Ghi ra tệp .docx, .xlsx, .html hoặc .json (mặc định in ra màn hình)");
    command->add_option("--template", year_end.template_file, "Mẫu .docx của cơ quan thay cho mẫu có sẵn");
    command->add_flag("--json", year_end.json, "In dạng JSON");
    auto& sign = add_report("sign", "Ký báo cáo cuối năm: số liệu được giữ nguyên như khi ký", sign_report);
    command->add_option("--signer", sign.signer, "Người ký")->required();
    command->add_flag("--again", sign.sign_again, "Ký lại, giữ cả bản trước");

    auto& placeholders =
        add<ReportOptions>(*reports, "placeholders", "Các chỗ điền của mẫu .docx; --out để lấy mẫu có sẵn",
                           report_placeholders, exit_code, command);
    placeholders.report = "year-end";
    command->add_option("--out", placeholders.out, "Ghi mẫu .docx có sẵn ra tệp này");
    command->add_option("--template", placeholders.template_file, "Kiểm tra mẫu .docx này");

    auto& form = add<MemberDocumentOptions>(*reports, "member-form", "Phiếu đảng viên (2-HSĐV)", member_form, exit_code,
                                            command);
    add_where(*command, form);
    command->add_option("--member", form.member, "Số lý lịch, số thẻ hoặc số định danh")->required();
    command->add_option("--out", form.out, "Tệp .docx")->required();

    auto& list =
        add<MemberDocumentOptions>(*reports, "member-list", "Danh sách đảng viên", member_list, exit_code, command);
    add_where(*command, list);
    command->add_option("--organisation", list.organisation, "Mã tổ chức")->required();
    command->add_option("--on", list.on, "Tại ngày (mặc định hôm nay)");
    command->add_option("--out", list.out, "Tệp .docx")->required();

    auto& checked =
        add<CheckReportOptions>(app, "check-report", "Soát báo cáo: số liệu nào trong một văn bản mâu thuẫn với nhau",
                                check_report, exit_code, command);
    add_where(*command, checked);
    command->add_option("file", checked.file, "Tệp .txt hoặc .docx; - để đọc từ đầu vào chuẩn")->required();
    command->add_option("--organisation", checked.organisation, "So cả với sổ bộ của tổ chức này (mã)");
    command->add_option("--year", checked.year, "Năm của số liệu trong sổ bộ")->check(CLI::Range(1930, 2200));
    command->add_flag("--json", checked.json, "In dạng JSON");
}

void add_debt(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;
    auto& options =
        add<DebtOptions>(app, "debt", "Nợ dữ liệu: hồ sơ còn thiếu gì, ghi gì không thể có", debt, exit_code, command);
    add_where(*command, options);
    command->add_option("--organisation", options.organisation, "Chỉ tổ chức này và cấp dưới");
    command->add_option("--on", options.on, "Tại ngày (mặc định hôm nay)");
    command->add_option("--check", options.check, "Chỉ những phép kiểm tra này (mã, cách nhau bằng dấu phẩy)");
    command->add_option("--severity", options.severity, "Chỉ mức độ này: error (sai), debt (nợ), note (lưu ý)");
    command->add_option("--days", options.days_min, "Chỉ những khoản đã có từ ít nhất bấy nhiêu ngày")
        ->check(CLI::Range(0, 100'000));
    command->add_flag("--json", options.json, "In dạng JSON");
    command->add_option("--xlsx", options.xlsx, "Ghi danh sách ra tệp .xlsx");
    command->add_flag("--checks", options.checks, "Có những phép kiểm tra nào, cách xử lý");
    command->add_flag("--markdown", options.markdown, "Với --checks: in thành tài liệu");
}

void add_duplicates(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;
    auto& found = add<DuplicateOptions>(app, "duplicates", "Hồ sơ có thể trùng: hai dòng của cùng một người",
                                        duplicates, exit_code, command);
    add_where(*command, found);
    command->add_option("--organisation", found.organisation, "Mã tổ chức: ít nhất một trong hai thuộc nó");
    command->add_flag("--json", found.json, "In dạng JSON");

    auto& merged =
        add<DuplicateOptions>(app, "merge-members", "Gộp hai hồ sơ của một người", merge_members, exit_code, command);
    add_where(*command, merged);
    command->add_option("kept", merged.kept, "Hồ sơ giữ lại: số lý lịch hoặc mã")->required();
    command->add_option("merged", merged.merged, "Hồ sơ bị gộp: số lý lịch hoặc mã")->required();
    command->add_option("--take", merged.take, "Mục lấy từ hồ sơ bị gộp, ví dụ person.born_on")->delimiter(',');
    command->add_option("--drop", merged.drop, "Mã các dòng không giữ lại")->delimiter(',');
    command->add_option("--reason", merged.reason, "Lý do");
    command->add_flag("--preview", merged.preview, "Chỉ in hai bên khác nhau ở đâu");

    auto& parted = add<DuplicateOptions>(app, "unmerge-members", "Tách lại hai hồ sơ đã gộp, đúng như trước",
                                         unmerge_members, exit_code, command);
    add_where(*command, parted);
    command->add_option("entry", parted.entry, "Số của mục nhật ký đã gộp")->required();
    command->add_option("--reason", parted.reason, "Lý do")->required();
}

void add_server(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;
    auto& options = add<ServeOptions>(app, "serve", "Mở trang web và giao diện HTTP", serve, exit_code, command);
    add_where(*command, options);
    command->add_option("--address", options.address, "Địa chỉ để nghe")->capture_default_str();
    command->add_option("--port", options.port, "Cổng; 0 = cổng nào còn trống")
        ->capture_default_str()
        ->check(CLI::Range(0, 65535));
    command->add_option("--workers", options.workers, "Số luồng trả lời")
        ->capture_default_str()
        ->check(CLI::Range(1, 64));
    command->add_option("--web", options.web_folder, "Thư mục trang web đã dựng (mặc định: chỉ có /api)");
    command->add_option("--tls-cert", options.tls_certificate, "Tệp PEM có chuỗi chứng thư; phải kèm --tls-key");
    command->add_option("--tls-key", options.tls_key, "Tệp PEM có khóa riêng");
    command->add_flag("--behind-proxy", options.behind_proxy, "Đứng sau nginx trên cùng máy: tin X-Forwarded-For");
    command->add_flag("--allow-plain", options.allow_plain, "Cho nghe không mã hóa ngoài máy này");
    command->add_flag("--open-metrics", options.open_metrics, "Cho máy khác đọc /metrics");
    command->add_option("--log", options.log_file, "Tệp nhật ký vận hành (mặc định: stderr)");
    command->add_flag("--log-requests", options.log_requests, "Ghi từng yêu cầu vào nhật ký vận hành");
    command->add_option("--work", options.work_folder, "Thư mục cho tệp tạm (mặc định của hệ thống)");
}

void add_organisations(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;
    CLI::App* organisations =
        app.add_subcommand("organisation", "Cây tổ chức: tree, check, establish, rename, reparent, dissolve");
    organisations->require_subcommand(1);

    auto& tree =
        add<OrganisationOptions>(*organisations, "tree", "In cây tổ chức tại một ngày", show_tree, exit_code, command);
    add_where(*command, tree);
    command->add_option("--organisation", tree.code, "Chỉ từ tổ chức này xuống");
    command->add_option("--on", tree.on, "Tại ngày (mặc định hôm nay)");
    auto& check = add<OrganisationOptions>(*organisations, "check", "Kiểm tra cây tổ chức theo quy định", check_tree,
                                           exit_code, command);
    add_where(*command, check);
    command->add_option("--on", check.on, "Tại ngày (mặc định hôm nay)");
    command->add_flag("--json", check.json, "In dạng JSON");

    const auto add_act = [&](const char* name, const char* help,
                             Command<OrganisationOptions> run) -> OrganisationOptions& {
        auto& options = add<OrganisationOptions>(*organisations, name, help, run, exit_code, command);
        add_where(*command, options);
        command->add_option("--organisation", options.code, "Mã tổ chức")->required();
        command->add_option("--on", options.on, "Có hiệu lực từ ngày")->required();
        command->add_option("--decision", options.decision_number, "Số quyết định")->required();
        command->add_option("--decided-on", options.decision_on, "Ngày quyết định (mặc định là ngày có hiệu lực)");
        command->add_option("--issuer", options.decision_issuer, "Cơ quan ban hành")->required();
        command->add_option("--subject", options.decision_subject, "Trích yếu");
        return options;
    };
    auto& established = add_act("establish", "Thành lập tổ chức", establish);
    command->add_option("--name", established.name, "Tên")->required();
    command->add_option("--kind", established.kind, "Loại hình tổ chức")->required();
    command->add_option("--unit-type", established.unit_type, "Loại hình đơn vị cơ sở");
    command->add_option("--superior", established.superior, "Mã cấp trên trực tiếp");
    auto& renamed = add_act("rename", "Đổi tên tổ chức", rename);
    command->add_option("--name", renamed.name, "Tên mới")->required();
    auto& reparented = add_act("reparent", "Chuyển trực thuộc", reparent);
    command->add_option("--superior", reparented.superior, "Mã cấp trên mới")->required();
    add_act("dissolve", "Giải thể tổ chức", dissolve);
}

void add_users(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;
    CLI::App* users = app.add_subcommand("user", "Tài khoản: list, add, close, password, grant, revoke, delegate");
    users->require_subcommand(1);
    const auto add_one = [&](const char* name, const char* help, Command<UserOptions> run) -> UserOptions& {
        auto& options = add<UserOptions>(*users, name, help, run, exit_code, command);
        add_where(*command, options);
        command->add_flag("--json", options.json, "In dạng JSON");
        return options;
    };
    const auto add_named = [&](const char* name, const char* help, Command<UserOptions> run) -> UserOptions& {
        auto& options = add_one(name, help, run);
        command->add_option("name", options.name, "Tên đăng nhập")->required();
        return options;
    };
    add_one("list", "Các tài khoản, vai trò và phạm vi của chúng", list_users);
    auto& added = add_named("add", "Lập tài khoản; mật khẩu ngẫu nhiên được in một lần", add_user);
    command->add_option("--display-name", added.display_name, "Tên hiển thị")->required();
    command->add_option("--member", added.member, "Số lý lịch của đảng viên có tài khoản này");
    auto& closed = add_named("close", "Khóa tài khoản; --open để mở lại", close_user);
    command->add_flag("--open", closed.reopen, "Mở lại");
    auto& reset = add_named("password", "Đặt lại mật khẩu ngẫu nhiên, in một lần", reset_user_password);
    command->add_flag("--totp", reset.with_totp, "Tắt cả mã một lần");

    const auto add_role = [&](UserOptions& options) {
        command->add_option("--role", options.role, "Vai trò: mã hoặc tên")->required();
        command->add_option("--organisation", options.organisation, "Tổ chức này và cấp dưới (mã)")->required();
        command->add_option("--from", options.from, "Từ ngày (mặc định hôm nay)");
        return command->add_option("--to", options.to, "Đến trước ngày");
    };
    add_role(add_named("grant", "Giao vai trò trong một phần của cây tổ chức", grant_user));
    auto& revoked = add_named("revoke", "Thôi giao vai trò từ hôm nay", revoke_user);
    command->add_option("--role", revoked.role, "Vai trò: mã hoặc tên")->required();
    command->add_option("--organisation", revoked.organisation, "Mã tổ chức")->required();
    add_role(add_named("delegate", "Ủy quyền vai trò của mình (với --as) có thời hạn", delegate_user))->required();
}

void add_maintenance(CLI::App& app, int& exit_code) {
    CLI::App* command = nullptr;
    const auto add_one = [&](const char* name, const char* help,
                             Command<MaintenanceOptions> run) -> MaintenanceOptions& {
        auto& options = add<MaintenanceOptions>(app, name, help, run, exit_code, command);
        add_where(*command, options);
        return options;
    };
    auto& verified = add_one("verify", "Kiểm tra chuỗi nhật ký và từng dòng dữ liệu", verify);
    command->add_option("--head", verified.head,
                        "Đầu chuỗi đã ký trước đây, để phát hiện nhật ký bị cắt hoặc viết lại");
    command->add_flag("--json", verified.json, "In dạng JSON");
    auto& head = add_one("head", "Ký và in đầu chuỗi nhật ký hiện nay", write_head);
    command->add_option("--out", head.file, "Ghi ra tệp");
    const auto add_backup = [&](MaintenanceOptions& options) {
        command->add_option("file", options.file, "Tệp sao lưu")->required();
        auto* key = command->add_option("--key-file", options.key_file, "Tệp khóa của bản sao lưu mã hóa");
        command
            ->add_option("--passphrase-file", options.passphrase_file,
                         "Tệp có cụm từ bí mật của bản sao lưu mã hóa; - là đầu vào chuẩn")
            ->excludes(key);
    };
    add_backup(add_one("backup", "Sao lưu khi đang chạy; có khóa thì mã hóa", backup));
    add_backup(add_one("restore", "Khôi phục bản sao lưu vào nơi chưa có dữ liệu", restore));
    auto& drill = add<MaintenanceOptions>(app, "restore-drill", "Diễn tập: khôi phục thử một bản sao lưu và kiểm tra",
                                          restore_drill, exit_code, command);
    add_backup(drill);
    command->add_option("--folder", drill.folder, "Nơi khôi phục thử (mặc định: bên cạnh bản sao lưu)");
    command->add_flag("--json", drill.json, "In dạng JSON");
    auto& key = add<MaintenanceOptions>(app, "backup-key", "Tạo tệp khóa để mã hóa bản sao lưu", make_backup_key,
                                        exit_code, command);
    command->add_option("file", key.file, "Tệp khóa sẽ được tạo")->required();
    add_one("dump", "In mọi dòng dữ liệu theo thứ tự ổn định, để so sánh", dump);

    auto& copied = add<MaintenanceOptions>(app, "copy", "Chép toàn bộ giữa hai hệ quản trị và so từng dòng", copy,
                                           exit_code, command);
    command->add_option("--from", copied.from, "Thư mục hoặc postgresql://…")->required();
    command->add_option("--to", copied.to, "Thư mục hoặc postgresql://…")->required();

    auto& generated =
        add<GenerateOptions>(app, "generate", "In những gì suy ra từ mô tả loại hồ sơ", generate, exit_code, command);
    command->add_option("what", generated.what, "openapi | typescript | sql-sqlite | sql-postgresql")->required();
}

}  // namespace

int run(int argc, char** argv) {
    CLI::App app{"Kiện Toàn: sổ bộ, luật lệ và báo cáo của ban tổ chức cấp ủy", "kientoan"};
    app.set_version_flag("--version", KT_VERSION);
    app.set_help_flag("-h,--help", "In trợ giúp");
    app.require_subcommand(1);

    int exit_code = Exit::fine;
    add_registers(app, exit_code);
    add_figures_and_reports(app, exit_code);
    add_debt(app, exit_code);
    add_duplicates(app, exit_code);
    add_organisations(app, exit_code);
    add_server(app, exit_code);
    add_users(app, exit_code);
    add_maintenance(app, exit_code);

    // The one place where faults and bugs of a command end.
    try {
        app.parse(argc, argv);
        return exit_code;
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Exit::fine : Exit::wrong_usage;
    } catch (const Refused& refused) { return refuse(refused.refusal); } catch (const base::Fault& error) {
        print_error(std::string{"Lỗi: "} + error.what());
    } catch (const std::exception& error) { print_error(std::string{"Lỗi trong chương trình: "} + error.what()); }
    return Exit::fault;
}

}  // namespace cli
