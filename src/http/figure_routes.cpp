// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/answer_figure.h"
#include "http/handlers.h"
#include "schema/json_writer.h"

namespace http {

base::Result<Response> list_figures(Call&) {
    schema::JsonWriter json;
    json.objects("figures", figures::all(), [&](const figures::Figure& figure) {
        json.member("name", figure.name).member("label", figure.label).member("unit", figures::label_of(figure.unit));
        json.member("needs_year", figure.needs_year()).values("breakdowns", figures::breakdowns(figure));
    });
    return json_answer(json.take());
}

base::Result<Response> show_figure(Call& call) {
    actions::FigureRequest request{.figure = call.path_text("name"),
                                   .organisation = TRY(call.organisation()),
                                   .year = static_cast<int>(TRY(call.query_number("year", 0, 1930, 2200))),
                                   .on = TRY(call.query_day("on")),
                                   .by = call.query_text("by"),
                                   .list = call.query_text("list") == "true",
                                   .key = call.query_text("key"),
                                   .structure = TRY(call.query_day("structure"))};
    // The page always says on which day it looks; a year is the more exact question.
    if (request.year != 0) request.on.reset();
    const auto answer = TRY(actions::answer_figure(call.context, request));
    return json_answer(actions::to_json(answer));
}

}  // namespace http
