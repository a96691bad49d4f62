// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/jobs.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/check.h"
#include "http/answer.h"

namespace http {

using schema::JsonWriter;

namespace {

constexpr std::array<std::string_view, 5> state_names{"waiting", "running", "done", "failed", "cancelled"};

bool has_ended(JobState state) { return state >= JobState::done; }

}  // namespace

void write_job(JsonWriter& json, const Job& job) {
    json.member("id", job.id).member("kind", job.kind).member("label", job.label);
    json.member("state", state_names[static_cast<std::size_t>(job.state)]);
    json.member("done", job.done).member("total", job.total).member("text", job.text);
    json.time_if("started_at", job.started_at_ms).time_if("finished_at", job.finished_at_ms);
    if (!job.result.empty()) json.raw("result", job.result);
    if (job.refusal) json.object("refusal", *job.refusal, write_refusal);
    json.objects("files", job.files, [&](const JobFile& file) {
        json.member("name", file.name).member("label", file.label);
        json.member("url", "/api/jobs/" + base::to_string(job.id) + "/files/" + percent_encoded(file.name));
    });
}

std::string to_json(const Job& job) {
    JsonWriter json;
    write_job(json, job);
    return json.take();
}

struct Jobs::Entry {
    Job job;
    Work work;
    std::atomic<bool> is_cancelled = false;
    std::vector<std::weak_ptr<Stream>> watchers;
};

class Jobs::Progress : public JobProgress {
public:
    Progress(Jobs& jobs, Entry& entry) : jobs_{jobs}, entry_{entry} {}

    void tell(std::int64_t done, std::int64_t total, std::string_view text) override {
        const std::lock_guard lock{jobs_.mutex_};
        entry_.job.done = done;
        entry_.job.total = total;
        entry_.job.text = text;
        jobs_.changed(entry_);
    }
    bool is_cancelled() const override { return entry_.is_cancelled; }
    void add_file(JobFile file) override {
        const std::lock_guard lock{jobs_.mutex_};
        entry_.job.files.push_back(std::move(file));
    }

private:
    Jobs& jobs_;
    Entry& entry_;
};

Jobs::Jobs(Clock clock, std::size_t kept) : clock_{std::move(clock)}, kept_{kept}, thread_{[this] { run(); }} {}

Jobs::~Jobs() {
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
        for (auto& [id, entry] : entries_) entry->is_cancelled = true;
    }
    work_came_.notify_all();
    thread_.join();
    for (auto& [id, entry] : entries_)
        for (const auto& file : entry->job.files) {
            std::error_code ignored;
            std::filesystem::remove(file.path, ignored);
        }
}

base::Uuid Jobs::start(const base::Uuid& account, std::string kind, std::string label, Work work) {
    auto entry = std::make_shared<Entry>();
    entry->work = std::move(work);
    const std::lock_guard lock{mutex_};
    entry->job = {.id = ids_.next(), .account = account, .kind = std::move(kind), .label = std::move(label)};
    entries_.emplace(entry->job.id, entry);
    order_.push_back(entry->job.id);
    waiting_.push_back(entry);
    forget_old();
    work_came_.notify_one();
    return entry->job.id;
}

std::optional<Job> Jobs::find(const base::Uuid& id) const {
    const std::lock_guard lock{mutex_};
    const auto found = entries_.find(id);
    if (found == entries_.end()) return {};
    return found->second->job;
}

std::vector<Job> Jobs::of(const base::Uuid& account) const {
    const std::lock_guard lock{mutex_};
    std::vector<Job> jobs;
    for (auto id = order_.rbegin(); id != order_.rend(); ++id)
        if (const auto& job = entries_.at(*id)->job; job.account == account) jobs.push_back(job);
    return jobs;
}

bool Jobs::cancel(const base::Uuid& id) {
    const std::lock_guard lock{mutex_};
    const auto found = entries_.find(id);
    if (found == entries_.end() || has_ended(found->second->job.state)) return false;
    found->second->is_cancelled = true;
    return true;
}

std::shared_ptr<Stream> Jobs::events(const base::Uuid& id) {
    const std::lock_guard lock{mutex_};
    const auto found = entries_.find(id);
    if (found == entries_.end()) return {};
    auto stream = std::make_shared<Stream>(
        [this, entry = found->second](std::string& out) {
            const std::lock_guard held{mutex_};
            out.append("data: ").append(to_json(entry->job)).append("\n\n");
            return has_ended(entry->job.state) ? Stream::Then::done : Stream::Then::wait;
        },
        Stream::Runs::on_loop, std::chrono::seconds{15});
    found->second->watchers.push_back(stream);
    return stream;
}

void Jobs::changed(Entry& entry) {
    std::erase_if(entry.watchers, [](const std::weak_ptr<Stream>& watcher) {
        const auto stream = watcher.lock();
        if (!stream || stream->gone()) return true;
        stream->wake();
        return false;
    });
}

void Jobs::forget_old() {
    for (auto id = order_.begin(); order_.size() > kept_ && id != order_.end();) {
        const auto found = entries_.find(*id);
        if (!has_ended(found->second->job.state)) {
            ++id;
            continue;
        }
        for (const auto& file : found->second->job.files) {
            std::error_code ignored;
            std::filesystem::remove(file.path, ignored);
        }
        entries_.erase(found);
        id = order_.erase(id);
    }
}

void Jobs::run() {
    for (;;) {
        std::shared_ptr<Entry> entry;
        {
            std::unique_lock lock{mutex_};
            work_came_.wait(lock, [&] { return is_stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            entry = std::move(waiting_.front());
            waiting_.pop_front();
            entry->job.state = JobState::running;
            entry->job.started_at_ms = clock_();
            changed(*entry);
        }

        Progress progress{*this, *entry};
        std::optional<base::Result<std::string>> result;
        std::string fault;
        if (!entry->is_cancelled) try {
                result = entry->work(progress);
            } catch (const std::exception& error) { fault = error.what(); }

        const std::lock_guard lock{mutex_};
        auto& job = entry->job;
        job.finished_at_ms = clock_();
        entry->work = {};
        if (result && *result) {
            job.state = JobState::done;
            job.result = **std::move(result);
        } else if (entry->is_cancelled) {
            job.state = JobState::cancelled;
        } else {
            job.state = JobState::failed;
            job.refusal = result ? (*result).error() : base::Refusal{"fault", {fault}, {}};
        }
        changed(*entry);
    }
}

}  // namespace http
