// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/saved_views.h"
#include "http/handlers.h"
#include "schema/json_writer.h"

namespace http {
namespace {

using schema::JsonWriter;

void write_view(JsonWriter& json, const actions::SavedView& view) {
    json.member("id", view.id).member("name", view.name);
    json.member("record_type", view.record_type).member("definition", view.definition);
}

}  // namespace

base::Result<Response> list_views(Call& call) {
    JsonWriter json;
    json.objects("views", actions::list_views(call.context, call.query_text("record_type")), write_view);
    return json_answer(json.take());
}

base::Result<Response> save_view(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"name", "record_type", "definition"}));
    const auto view = TRY(actions::save_view(call.context, {.name = TRY(body.text("name")),
                                                            .record_type = TRY(body.text("record_type")),
                                                            .definition = TRY(body.text("definition"))}));
    JsonWriter json;
    write_view(json, view);
    return json_answer(json.take(), 201);
}

base::Result<Response> forget_view(Call& call) {
    TRY(actions::forget_view(call.context, TRY(call.id())));
    return no_content();
}

}  // namespace http
