// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

// Threads that run what may block. A job is at any time with one thread only: handed over by the loop, worked on, and
// handed back to the loop.
class Workers {
public:
    struct Job {
        virtual ~Job() = default;
        virtual void work() noexcept = 0;  // On a worker.
        virtual void worked() = 0;         // Back on the loop.
    };

    // `post` brings a call to the loop. Jobs that end close together come back in one call.
    Workers(unsigned threads, std::function<void(std::function<void()>)> post);
    ~Workers();  // stop()

    void run(std::shared_ptr<Job> job);
    // Waits for the jobs being worked on; those not begun are dropped, and none comes back any more.
    void stop();

private:
    void serve();
    void hand_back();

    std::function<void(std::function<void()>)> post_;
    std::mutex mutex_;
    std::condition_variable has_jobs_;
    std::deque<std::shared_ptr<Job>> jobs_;
    unsigned sleeping_ = 0;
    bool is_stopping_ = false;
    std::mutex done_mutex_;
    std::vector<std::shared_ptr<Job>> done_;
    std::vector<std::shared_ptr<Job>> coming_back_;  // The loop's; kept for its memory.
    std::vector<std::thread> threads_;
};

}  // namespace http
