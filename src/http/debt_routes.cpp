// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/describe_checks.h"
#include "actions/export_debts.h"
#include "actions/summarise_debts.h"
#include "http/application.h"
#include "http/handlers.h"

namespace http {
namespace {

constexpr std::int64_t page_rows_max = 500;

base::Result<actions::FindDebts> debts_asked(const Call& call) {
    return actions::FindDebts{.organisation = TRY(call.organisation()),
                              .on = TRY(call.query_day("on")),
                              .checks = call.query_text("check"),
                              .severities = call.query_text("severity"),
                              .days_min = static_cast<int>(TRY(call.query_number("days", 0, 0, 100'000)))};
}

}  // namespace

base::Result<Response> list_debts(Call& call) {
    auto request = TRY(debts_asked(call));
    request.offset = static_cast<std::size_t>(TRY(call.query_number("offset", 0, 0, 100'000'000)));
    request.limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, page_rows_max)));
    return json_answer(actions::to_json(TRY(actions::find_debts(call.context, request))));
}

base::Result<Response> debt_summary(Call& call) {
    const auto organisation = TRY(call.organisation());
    return json_answer(actions::to_json(TRY(actions::summarise_debts(call.context, organisation, TRY(call.on())))));
}

base::Result<Response> list_checks(Call&) { return json_answer(actions::checks_to_json()); }

base::Result<Response> debts_xlsx(Call& call) {
    const auto path = call.application.new_file_path(".xlsx");
    const auto request = TRY(debts_asked(call));
    TRY(actions::export_debts(call.context, request, path));
    return download_file(path, xlsx_type, "Nợ dữ liệu " + request.organisation + ".xlsx");
}

}  // namespace http
