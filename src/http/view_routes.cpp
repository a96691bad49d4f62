// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/saved_views.h"
#include "http/handlers.h"
#include "schema/json_object.h"

namespace http {
namespace {

void append_view(std::string& out, const actions::SavedView& view) {
    schema::JsonObject object{out};
    object.text("id", base::to_string(view.id));
    object.text("name", view.name);
    object.text("record_type", view.record_type);
    object.text("definition", view.definition);
}

}  // namespace

base::Result<Response> list_views(Call& call) {
    std::string out;
    {
        schema::JsonObject object{out};
        object.list("views", actions::list_views(call.context, call.query_text("record_type")), append_view);
    }
    return json_answer(std::move(out));
}

base::Result<Response> save_view(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"name", "record_type", "definition"}));
    const auto view = TRY(actions::save_view(call.context, {.name = TRY(body.text("name")),
                                                            .record_type = TRY(body.text("record_type")),
                                                            .definition = TRY(body.text("definition"))}));
    std::string out;
    append_view(out, view);
    return json_answer(std::move(out), 201);
}

base::Result<Response> forget_view(Call& call) {
    TRY(actions::forget_view(call.context, TRY(call.id())));
    return no_content();
}

}  // namespace http
