// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/application.h"
#include "http/handlers.h"
#include "http/openapi.h"
#include "schema/json_writer.h"

namespace http {

base::Result<Response> health(Call& call) {
    schema::JsonWriter json;
    json.member("status", "ok").member("version", KT_VERSION);
    json.member("sequence", call.application.registers().snapshot()->sequence);
    return json_answer(json.take());
}

base::Result<Response> metrics(Call& call) {
    const bool is_local = call.request.remote == "127.0.0.1" || call.request.remote == "::1";
    // A proxy on this machine speaks for others.
    const bool is_forwarded = !call.request.header("X-Forwarded-For").empty();
    if (!call.application.options().open_metrics && (!is_local || is_forwarded))
        return base::Refusal{"request.loopback_only", {}, {}};
    return Response{.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
                    .body = call.application.metrics().text()};
}

base::Result<Response> openapi(Call&) {
    static const std::string document = openapi_document();
    return json_answer(document);
}

}  // namespace http
