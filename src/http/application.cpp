// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/application.h"

#include <condition_variable>

#include "base/messages.h"
#include "base/text.h"
#include "http/answer.h"
#include "http/handlers.h"
#include "http/static_files.h"
#include "records/all.h"

namespace http {
namespace {

constexpr std::string_view plain_cookie = "kientoan_session", secure_cookie = "__Host-kientoan_session";

std::string session_token(const Request& request) {
    return request.cookie(request.is_secure ? secure_cookie : plain_cookie).value_or("");
}

// Behind a proxy on this machine it says who asks; anyone else's word for it is not taken.
void believe_proxy(Request& request) {
    auto forwarded = request.header("X-Forwarded-For");
    forwarded = forwarded.substr(forwarded.rfind(',') + 1);
    while (forwarded.starts_with(' ')) forwarded.remove_prefix(1);
    if (!forwarded.empty()) request.remote = forwarded;
    request.is_secure = request.is_secure || request.header("X-Forwarded-Proto") == "https";
}

// A page of another site can make a browser send forms and plain text unasked, JSON only with our leave, which nobody
// has.
bool is_json(std::string_view content_type) {
    auto type = content_type.substr(0, content_type.find(';'));
    while (type.ends_with(' ')) type.remove_suffix(1);
    return same_token(type, "application/json");
}
bool takes_json(const Route& route) { return !route.takes.empty() && route.takes != "file"; }

// What is no text is refused, not left out: without the organisation that was meant, the question would be of all.
base::Result<void> judge_query(const Request& request) {
    const auto is_text = [](const std::string& value) {
        return base::is_valid_utf8(value) && value.find('\0') == std::string::npos;
    };
    for (const auto& [name, value] : request.query_values())
        if (!is_text(name) || !is_text(value))
            return base::Refusal{"request.bad_parameter", {is_text(name) ? name : "?", "?", "chữ"}, {}};
    return {};
}

bool changes_something(std::string_view method) { return method != "GET" && method != "HEAD"; }

// A short number under which the log has what a client is not told.
std::string fault_number(std::int64_t now_ms) { return std::to_string(now_ms % 100'000'000); }

}  // namespace

Application::Application(const store::Address& address, ApplicationOptions options)
    : options_{std::move(options)},
      router_{routes()},
      registers_{address, records::all()},
      accesses_{address, records::all()},
      stores_{address, records::all(), options_.stores + 2},  // One for the jobs, one for what happens by the minute.
      uploads_{options_.work_folder},
      jobs_{[this] { return now().ms; }} {
    stores_.on_commit = [this](std::int64_t sequence) { registers_.committed(sequence); };
    minutes_ = std::jthread{[this](const std::stop_token& stop) { run_minutes(stop); }};
}

BodyPlan Application::plan(std::string_view method, std::string_view path) const {
    const auto match = router_.find(method, path);
    if (!match.route) return {.limit = 0};
    return {.limit = match.route->body_limit, .spool = match.route->spools};
}

Response Application::handle(Request& request) {
    if (options_.behind_proxy) believe_proxy(request);
    Response response;
    try {
        auto match = router_.find(request.method, request.path);
        if (match.route) {
            request.parameters = std::move(match.parameters);
            response = answer(*match.route, request);
        } else if (!match.allowed.empty()) {
            response = refused({"request.method", {match.allowed}, {}});
            response.headers.emplace_back("Allow", match.allowed);
        } else if (!options_.web_folder.empty() && !request.path.starts_with("/api/") &&
                   !changes_something(request.method)) {
            response = static_file(request, options_.web_folder);
        } else {
            response = refused({"request.not_here", {}, {}});
        }
    } catch (const std::exception& error) {
        const auto number = fault_number(now().ms);
        log_fault(number, request, error.what());
        response = faulted(number);
    }
    add_security_headers(request, response);
    return response;
}

actions::Context Application::context_on(store::Store& store) {
    const auto moment = now();
    return {.store = store,
            .actor = "",
            .today = moment.today,
            .now_ms = moment.ms,
            .registers = &registers_,
            .accesses = &accesses_,
            .sessions = &sessions_};
}

Response Application::answer(const Route& route, const Request& request) {
    const auto store = stores_.borrow();
    auto context = context_on(*store);
    Call call{request, context, *this};
    std::shared_ptr<const actions::SignedInAs> who;
    if (route.door == Door::signed_in) {
        who = sessions_.find(context, session_token(request));
        if (!who) return refuse(route, request, nullptr, {"sign_in.needed", {}, {}});
        if (changes_something(request.method) && request.header("X-CSRF-Token") != who->csrf)
            return refuse(route, request, who.get(), {"sign_in.csrf", {}, {}});
        if (who->must_change_password && !route.pattern.starts_with("/api/session"))
            return refuse(route, request, who.get(), {"access.password_first", {}, {}});
        act_as(context, *who);
        call.session = who.get();
    }
    if (takes_json(route) && !request.body.empty() && !is_json(request.header("Content-Type")))
        return refuse(route, request, who.get(), {"request.content_type", {}, {}});
    if (const auto judged = judge_query(request); !judged) return refuse(route, request, who.get(), judged.error());
    auto response = route.handler(call);
    if (who) remember_commit(*store, *who);
    return response ? *std::move(response) : refuse(route, request, who.get(), response.error());
}

Response Application::refuse(const Route& route, const Request& request, const actions::SignedInAs* who,
                             const base::Refusal& refusal) const {
    auto response = refused(refusal);
    const bool is_about_rights =
        response.status == 401 || response.status == 403 || response.status == 404 || response.status == 429;
    if (options_.log && is_about_rights)
        options_.log->write(base::LogLevel::info, "http.refused",
                            {{"code", refusal.code},
                             {"status", response.status},
                             {"method", request.method},
                             {"route", route.pattern},
                             {"account", who ? base::to_string(who->account_id) : std::string{}},
                             {"remote", request.remote}});
    return response;
}

void Application::act_as(actions::Context& context, const actions::SignedInAs& who) {
    context.actor = who.account_name;
    context.access = who.access;
    const std::lock_guard lock{seen_mutex_};
    const auto seen = seen_.find(who.session_id);
    if (seen != seen_.end()) context.seen_sequence = seen->second;
}

void Application::remember_commit(const store::Store& store, const actions::SignedInAs& who) {
    if (store.last_commit == 0) return;
    const std::lock_guard lock{seen_mutex_};
    if (seen_.size() > 10'000) seen_.clear();  // Then a session reads what everybody reads.
    seen_[who.session_id] = store.last_commit;
}

void Application::note_session_uses() {
    const auto store = stores_.borrow();
    auto context = context_on(*store);
    context.actor = "kientoan";
    if (const auto written = sessions_.write_uses(context); !written)
        throw base::Fault{"Không ghi được lần dùng cuối của phiên làm việc: " + base::message(written.error())};
}

void Application::run_minutes(const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock lock{mutex};
    std::condition_variable_any wake;
    const auto never = [] { return false; };
    while (!wake.wait_for(lock, stop, std::chrono::minutes{1}, never) && !stop.stop_requested()) {
        try {
            note_session_uses();
        } catch (const std::exception& error) {
            // What was not written now is written with a later use.
            if (options_.log) options_.log->write(base::LogLevel::error, "http.fault", {{"what", error.what()}});
        }
    }
}

void Application::log_fault(std::string_view number, const Request& request, std::string_view what) const {
    if (options_.log)
        options_.log->write(base::LogLevel::error, "http.fault",
                            {{"number", number}, {"method", request.method}, {"path", request.path}, {"what", what}});
}

void Application::finished(const Request& request, const Response& response, std::chrono::microseconds took) {
    const auto match = router_.find(request.method, request.path);
    const auto pattern = match.route ? match.route->pattern : "other";
    metrics_.count(request.method, pattern, response.status, took);
    if (options_.log)
        options_.log->write(base::LogLevel::debug, "http.request",
                            {{"method", request.method},
                             {"route", pattern},
                             {"status", response.status},
                             {"us", took.count()},
                             {"remote", request.remote}});
}

Jobs::Work Application::as(const Call& call,
                           std::function<base::Result<std::string>(actions::Context&, JobProgress&)> work) {
    const auto who = *call.session;
    return [this, who, work = std::move(work)](JobProgress& progress) -> base::Result<std::string> {
        const auto store = stores_.borrow();
        auto context = context_on(*store);
        act_as(context, who);
        auto result = work(context, progress);
        remember_commit(*store, who);
        return result;
    };
}

}  // namespace http
