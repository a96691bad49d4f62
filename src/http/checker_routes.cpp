// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/check_report.h"
#include "http/handlers.h"

namespace http {
namespace {

base::Result<actions::ReportKind> kind_of(const Call& call) {
    const auto kind = call.query_text("kind");
    if (kind.empty()) return actions::ReportKind::by_content;
    if (kind == "txt") return actions::ReportKind::text;
    if (kind == "docx") return actions::ReportKind::docx;
    return base::Refusal{"request.bad_parameter", {"kind", kind, "txt hoặc docx"}, {}};
}

}  // namespace

base::Result<Response> check_report(Call& call) {
    const auto kind = TRY(kind_of(call));
    const auto organisation = call.query_text("organisation");
    const auto year = static_cast<int>(TRY(call.query_number("year", 0, 1930, 2200)));
    // Compared with the registers only when it is said with which.
    if (organisation.empty() && year != 0) return base::Refusal{"request.missing", {"organisation"}, {}};
    if (!organisation.empty() && year == 0) return base::Refusal{"request.missing", {"year"}, {}};
    if (organisation.empty())
        return json_answer(actions::to_page_json(TRY(actions::check_report(call.request.body, kind))));
    return json_answer(
        actions::to_page_json(TRY(actions::check_report(call.context, call.request.body, organisation, year, kind))));
}

}  // namespace http
