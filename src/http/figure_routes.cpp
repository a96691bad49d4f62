// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/answer_figure.h"
#include "http/handlers.h"
#include "schema/json.h"
#include "schema/json_object.h"

namespace http {

using schema::JsonObject;

base::Result<Response> list_figures(Call&) {
    std::string out;
    {
        JsonObject object{out};
        object.list("figures", figures::all(), [](std::string& text, const figures::Figure& figure) {
            JsonObject each{text};
            each.text("name", figure.name);
            each.text("label", figure.label);
            each.text("unit", figures::label_of(figure.unit));
            each.truth("needs_year", figure.needs_year());
            each.list("breakdowns", figures::breakdowns(figure),
                      [](std::string& part, std::string_view name) { schema::append_json_string(part, name); });
        });
    }
    return json_answer(std::move(out));
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
