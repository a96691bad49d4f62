// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/make_report.h"
#include "actions/member_form.h"
#include "actions/member_list.h"
#include "actions/sign_report.h"
#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/output.h"
#include "reports/docx_template.h"
#include "reports/placeholders.h"
#include "reports/render_docx.h"
#include "reports/render_html.h"
#include "reports/render_json.h"
#include "reports/render_text.h"
#include "reports/render_xlsx.h"

namespace cli {
namespace {

actions::ReportRequest request_of(const ReportOptions& options) {
    return {.report = options.report, .organisation = options.organisation, .year = options.year};
}

// Writes the document in the format that the ending of the file names.
int write_document(const ReportOptions& options, const reports::Document& document) {
    const std::string_view out = options.out;
    if (out.ends_with(".docx")) {
        const auto office_template = options.template_file.empty() ? std::string{} : read_file(options.template_file);
        const auto docx = reports::render_docx(document, office_template);
        if (!docx) return refuse(docx.error());
        write_file(options.out, *docx);
    } else if (out.ends_with(".xlsx")) {
        reports::render_xlsx(document, options.out);
    } else if (out.ends_with(".html")) {
        write_file(options.out, reports::render_html(document));
    } else if (out.ends_with(".json")) {
        write_file(options.out, reports::render_json(document));
    } else {
        print_error("Không biết kiểu tệp của " + options.out + "; có: .docx, .xlsx, .html, .json.");
        return Exit::wrong_usage;
    }
    print_line("Đã ghi báo cáo vào " + options.out + ".");
    return Exit::fine;
}

}  // namespace

int report(const ReportOptions& options) {
    Session session{options.where};
    const auto document = actions::make_report(session.context(), request_of(options));
    if (!document) return refuse(document.error());
    if (!options.out.empty()) return write_document(options, *document);
    print(options.json ? reports::render_json(*document) : reports::render_text(*document));
    return Exit::fine;
}

int sign_report(const ReportOptions& options) {
    Session session{options.where};
    const auto signed_report = actions::sign_report(
        session.context(), {.report = request_of(options), .signer = options.signer, .sign_again = options.sign_again});
    if (!signed_report) return refuse(signed_report.error());
    print_line("Đã ký báo cáo năm " + std::to_string(options.year) + " của " + options.organisation +
               ": số liệu được giữ nguyên như hiện nay. Đầu chuỗi nhật ký:");
    print(signed_report->head);
    return Exit::fine;
}

int report_placeholders(const ReportOptions& options) {
    const auto* definition = reports::find_report(options.report);
    if (!options.template_file.empty()) {
        if (const auto checked = reports::check_template(*definition, read_file(options.template_file)); !checked)
            return refuse(checked.error());
        print_line("Mẫu " + options.template_file + " dùng được.");
        return Exit::fine;
    }
    if (!options.out.empty()) {
        write_file(options.out, reports::default_template(*definition));
        print_line("Đã ghi mẫu vào " + options.out + ".");
        return Exit::fine;
    }
    for (const auto& placeholder : reports::template_placeholders(*definition))
        print_line("{{" + placeholder.name + "}}  " + placeholder.meaning);
    return Exit::fine;
}

int member_form(const MemberDocumentOptions& options) {
    Session session{options.where};
    const auto form = actions::make_member_form(session.context(), options.member);
    if (!form) return refuse(form.error());
    write_file(options.out, form->docx);
    print_line("Đã ghi phiếu đảng viên của " + form->full_name + " vào " + options.out + ".");
    return Exit::fine;
}

int member_list(const MemberDocumentOptions& options) {
    Session session{options.where};
    const auto on = parse_day(options.on, session.context().today);
    if (!on) return refuse(on.error());
    const auto list = actions::make_member_list(session.context(), options.organisation, *on);
    if (!list) return refuse(list.error());
    write_file(options.out, list->docx);
    print_line("Đã ghi danh sách " + base::format_count(static_cast<std::int64_t>(list->members)) + " đảng viên vào " +
               options.out + ".");
    return Exit::fine;
}

}  // namespace cli
