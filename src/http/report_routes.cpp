// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/make_report.h"
#include "actions/sign_report.h"
#include "http/application.h"
#include "http/handlers.h"
#include "reports/render_docx.h"
#include "reports/render_html.h"
#include "reports/render_page.h"
#include "reports/render_xlsx.h"
#include "schema/json_writer.h"

namespace http {
namespace {

using schema::JsonWriter;

base::Result<actions::ReportRequest> request_of(const Call& call) {
    const int last_year = call.context.today.year() - 1;
    return actions::ReportRequest{.report = call.path_text("name"),
                                  .organisation = TRY(call.organisation()),
                                  .year = static_cast<int>(TRY(call.query_number("year", last_year, 1930, 2200)))};
}

base::Result<reports::Document> document_of(const Call& call) {
    return actions::make_report(call.context, TRY(request_of(call)));
}

// "Báo cáo cuối năm 2020 DH.docx"
std::string file_name(const reports::Document& document, const char* extension) {
    return std::string{document.report->label} + " " + std::to_string(document.year) + " " + document.issuer.code +
           extension;
}

}  // namespace

base::Result<Response> list_reports(Call&) {
    JsonWriter json;
    json.objects("reports", reports::all_reports(), [&](const reports::Report* report) {
        json.member("name", report->name).member("label", report->label);
    });
    return json_answer(json.take());
}

base::Result<Response> show_report(Call& call) { return json_answer(reports::render_page(TRY(document_of(call)))); }

base::Result<Response> report_docx(Call& call) {
    const auto document = TRY(document_of(call));
    return download(TRY(reports::render_docx(document)), docx_type, file_name(document, ".docx"));
}

base::Result<Response> report_xlsx(Call& call) {
    const auto document = TRY(document_of(call));
    const auto path = call.application.new_file_path(".xlsx");
    reports::render_xlsx(document, path);
    return download_file(path, xlsx_type, file_name(document, ".xlsx"));
}

base::Result<Response> report_html(Call& call) {
    const auto document = TRY(document_of(call));
    return download(reports::render_html(document), "text/html; charset=utf-8", file_name(document, ".html"));
}

base::Result<Response> sign_report(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"organisation", "year", "signer", "again"}));
    const auto signed_report =
        TRY(actions::sign_report(call.context, {.report = {.report = call.path_text("name"),
                                                           .organisation = TRY(body.text("organisation")),
                                                           .year = static_cast<int>(TRY(body.number("year")))},
                                                .signer = TRY(body.text_if("signer")).value_or(""),
                                                .sign_again = TRY(body.truth("again", false))}));
    JsonWriter json;
    json.member("id", signed_report.id).member("head", signed_report.head);
    return json_answer(json.take(), 201);
}

}  // namespace http
