// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/access_search.h"
#include "actions/audit_search.h"
#include "http/handlers.h"

namespace http {

base::Result<Response> search_audit(Call& call) {
    const actions::AuditSearch search{
        .actor = call.query_text("actor"),
        .action = call.query_text("action"),
        .type = call.query_text("type"),
        .record = TRY(call.query_id("record")),
        .from = TRY(call.query_day("from")),
        .to = TRY(call.query_day("to")),
        .before = TRY(call.query_number("before", 0, 0, INT64_MAX)),
        .limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, actions::audit_limit_max)))};
    return json_answer(actions::to_json(TRY(actions::audit_search(call.context, search))));
}

base::Result<Response> search_accesses(Call& call) {
    const actions::AccessSearch search{
        .actor = call.query_text("actor"),
        .record = TRY(call.query_id("record")),
        .from = TRY(call.query_day("from")),
        .to = TRY(call.query_day("to")),
        .before = TRY(call.query_id("before")),
        .limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, actions::audit_limit_max)))};
    return json_answer(actions::to_json(TRY(actions::access_search(call.context, search))));
}

}  // namespace http
