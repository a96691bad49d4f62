// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/application.h"
#include "http/handlers.h"

namespace http {
namespace {

base::Refusal no_job() { return {"job.not_found", {}, {}}; }

// The job, if it is the caller's own.
base::Result<Job> own_job(const Call& call) {
    const auto id = TRY(call.id());
    auto job = call.application.jobs().find(id);
    if (!job || job->account != call.session->account_id) return no_job();
    return *std::move(job);
}

}  // namespace

base::Result<Response> list_jobs(Call& call) {
    schema::JsonWriter json;
    json.objects("jobs", call.application.jobs().of(call.session->account_id), write_job);
    return json_answer(json.take());
}

base::Result<Response> show_job(Call& call) { return json_answer(to_json(TRY(own_job(call)))); }

base::Result<Response> job_events(Call& call) {
    const auto job = TRY(own_job(call));
    auto stream = call.application.jobs().events(job.id);
    if (!stream) return no_job();
    return Response{.headers = {{"Content-Type", "text/event-stream"}, {"X-Accel-Buffering", "no"}},
                    .stream = std::move(stream)};
}

base::Result<Response> job_file(Call& call) {
    const auto job = TRY(own_job(call));
    const auto name = call.path_text("name");
    for (const auto& file : job.files)
        if (file.name == name) {
            auto response = download_file(file.path, xlsx_type, file.name);
            response.delete_file = false;
            return response;
        }
    return no_job();
}

base::Result<Response> cancel_job(Call& call) {
    const auto job = TRY(own_job(call));
    if (!call.application.jobs().cancel(job.id)) return base::Refusal{"job.has_ended", {}, {}};
    return no_content();
}

}  // namespace http
