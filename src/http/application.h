// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "actions/access_writer.h"
#include "actions/registers.h"
#include "actions/sessions.h"
#include "actions/sign_in_gate.h"
#include "actions/store_pool.h"
#include "base/log.h"
#include "http/call.h"
#include "http/jobs.h"
#include "http/metrics.h"
#include "http/router.h"
#include "http/server.h"
#include "http/uploads.h"

namespace http {

// The clock of a server, handed in: what day it is here, and the milliseconds since 1970.
struct Now {
    base::Date today;
    std::int64_t ms = 0;
};

struct ApplicationOptions {
    std::function<Now()> clock;
    const base::Log* log = nullptr;
    std::size_t stores = 4;     // At least as many as there are workers.
    std::string web_folder;     // The built pages; empty: the interface for programs alone.
    std::string work_folder;    // For uploads and made files; empty: the system's.
    bool open_metrics = false;  // /metrics to others than this machine.
    bool behind_proxy = false;  // The last entry of X-Forwarded-For is who asks, X-Forwarded-Proto how.
};

// All that answering takes, for as long as the server runs. Everything here may be used from any thread.
class Application {
public:
    Application(const store::Address& address, ApplicationOptions options);

    // What the server (server.h) asks.
    BodyPlan plan(std::string_view method, std::string_view path) const;
    Response handle(Request& request);
    void finished(const Request& request, const Response& response, std::chrono::microseconds took);

    Now now() const { return options_.clock(); }
    const ApplicationOptions& options() const { return options_; }
    actions::Registers& registers() { return registers_; }
    actions::AccessWriter& accesses() { return accesses_; }
    actions::SessionCache& sessions() { return sessions_; }
    actions::SignInGate& gate() { return gate_; }
    Jobs& jobs() { return jobs_; }
    Uploads& uploads() { return uploads_; }
    Metrics& metrics() { return metrics_; }

    // A path for a file that a handler makes.
    std::string new_file_path(std::string_view extension) { return uploads_.new_path(extension); }

    // Work for a job: runs with a context of its own for the same account.
    Jobs::Work as(const Call& call, std::function<base::Result<std::string>(actions::Context&, JobProgress&)> work);

private:
    Response answer(const Route& route, const Request& request);
    // Says no. What was not allowed, or not there for the caller, is a line of the log: who tries doors shows there.
    Response refuse(const Route& route, const Request& request, const actions::SignedInAs* who,
                    const base::Refusal& refusal) const;
    actions::Context context_on(store::Store& store);
    void act_as(actions::Context& context, const actions::SignedInAs& who);
    void remember_commit(const store::Store& store, const actions::SignedInAs& who);
    void run_minutes(const std::stop_token& stop);
    void note_session_uses();
    void log_fault(std::string_view number, const Request& request, std::string_view what) const;

    ApplicationOptions options_;
    Router router_;
    actions::Registers registers_;
    actions::AccessWriter accesses_;
    actions::StorePool stores_;
    actions::SessionCache sessions_;
    actions::SignInGate gate_;
    // What each session has written last, so that it reads its own writes.
    std::mutex seen_mutex_;
    std::unordered_map<base::Uuid, std::int64_t> seen_;
    Uploads uploads_;
    Metrics metrics_;
    Jobs jobs_;             // Behind the others: its thread uses them.
    std::jthread minutes_;  // As that of the jobs.
};

}  // namespace http
