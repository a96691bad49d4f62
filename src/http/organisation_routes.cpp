// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/list_grades.h"
#include "actions/list_organisations.h"
#include "actions/overview.h"
#include "actions/search.h"
#include "actions/show_organisation.h"
#include "http/handlers.h"

namespace http {

base::Result<Response> show_overview(Call& call) {
    const auto organisation = TRY(call.organisation());
    return json_answer(actions::to_json(TRY(actions::overview(call.context, organisation, TRY(call.on())))));
}

base::Result<Response> list_organisations(Call& call) {
    const auto superior = call.query_text("superior");
    return json_answer(actions::to_json(TRY(actions::list_organisations(call.context, superior, TRY(call.on())))));
}

base::Result<Response> show_organisation(Call& call) {
    const auto code = call.path_text("code");
    return json_answer(actions::to_json(TRY(actions::show_organisation(call.context, code, TRY(call.on())))));
}

base::Result<Response> search(Call& call) {
    const auto limit = static_cast<std::size_t>(TRY(call.query_number("limit", 10, 1, 100)));
    return json_answer(actions::to_json(actions::search(call.context, call.query_text("q"), TRY(call.on()), limit)));
}

base::Result<Response> list_grades(Call& call) {
    const auto organisation = TRY(call.organisation());
    const auto year = static_cast<int>(TRY(call.query_number("year", call.context.today.year() - 1, 1930, 2200)));
    return json_answer(actions::to_json(TRY(actions::list_grades(call.context, organisation, year))));
}

}  // namespace http
