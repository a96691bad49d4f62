// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "base/uuid.h"
#include "http/message.h"
#include "schema/json_writer.h"

namespace http {

enum class JobState : std::uint8_t { waiting, running, done, failed, cancelled };

// A file that a job has made, to be fetched.
struct JobFile {
    std::string name;   // As offered to the browser.
    std::string label;  // Vietnamese.
    std::string path;
};

// Việc chạy nền, as it stands now.
struct Job {
    base::Uuid id;
    base::Uuid account;  // Whose it is: only this account sees it.
    std::string kind;    // "import"
    std::string label;   // "Nhập sổ dang-vien.xlsx"
    JobState state = JobState::waiting;
    std::int64_t done = 0, total = 0;  // total 0: not known.
    std::string text;                  // What it is doing.
    std::int64_t started_at_ms = 0, finished_at_ms = 0;
    std::string result;  // JSON of the finished job; empty before.
    std::optional<base::Refusal> refusal;
    std::vector<JobFile> files;
};
void write_job(schema::JsonWriter& json, const Job& job);
std::string to_json(const Job& job);

// What a running job tells and is told. Usable from the job's thread alone.
class JobProgress {
public:
    virtual ~JobProgress() = default;
    virtual void tell(std::int64_t done, std::int64_t total, std::string_view text) = 0;
    virtual bool is_cancelled() const = 0;
    virtual void add_file(JobFile file) = 0;
};

// Work that takes longer than a request may: each job runs on the one thread of its own, in the order they came, so
// that two imports never fight for the store. Its result is kept until `kept` later jobs have come, or the server ends.
// All members may be called from any thread.
class Jobs {
public:
    using Clock = std::function<std::int64_t()>;  // Milliseconds since 1970.
    // JSON of what came of it, or the refusal.
    using Work = std::function<base::Result<std::string>(JobProgress&)>;

    explicit Jobs(Clock clock, std::size_t kept = 200);
    ~Jobs();  // Cancels what runs and waits for it.

    base::Uuid start(const base::Uuid& account, std::string kind, std::string label, Work work);
    std::optional<Job> find(const base::Uuid& id) const;
    std::vector<Job> of(const base::Uuid& account) const;  // Newest first.
    // Asks a waiting or running job to stop; false when it has ended.
    bool cancel(const base::Uuid& id);
    // Server-sent events: the job now, then each time it has changed, until it has ended.
    std::shared_ptr<Stream> events(const base::Uuid& id);

private:
    struct Entry;
    class Progress;
    void run();
    void changed(Entry& entry);
    void forget_old();

    Clock clock_;
    std::size_t kept_;
    mutable std::mutex mutex_;
    std::condition_variable work_came_;
    std::map<base::Uuid, std::shared_ptr<Entry>> entries_;
    std::deque<std::shared_ptr<Entry>> waiting_;
    std::deque<base::Uuid> order_;  // Oldest first.
    base::UuidGenerator ids_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace http
