// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/server_workers.h"

#include <utility>

namespace http {

Workers::Workers(unsigned threads, std::function<void(std::function<void()>)> post) : post_{std::move(post)} {
    for (unsigned i = 0; i < std::max(threads, 1u); ++i) threads_.emplace_back([this] { serve(); });
}

Workers::~Workers() { stop(); }

void Workers::run(std::shared_ptr<Job> job) {
    bool is_somebody_asleep = false;
    {
        const std::lock_guard lock{mutex_};
        if (is_stopping_) return;
        jobs_.push_back(std::move(job));
        is_somebody_asleep = sleeping_ > 0;
    }
    if (is_somebody_asleep) has_jobs_.notify_one();
}

void Workers::stop() {
    std::deque<std::shared_ptr<Job>> dropped;
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
        dropped.swap(jobs_);
    }
    has_jobs_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    done_.clear();
}

void Workers::serve() {
    std::unique_lock lock{mutex_};
    for (;;) {
        while (jobs_.empty() && !is_stopping_) {
            ++sleeping_;
            has_jobs_.wait(lock);
            --sleeping_;
        }
        if (is_stopping_) return;
        auto job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job->work();
        bool is_first = false;
        {
            const std::lock_guard done_lock{done_mutex_};
            is_first = done_.empty();
            done_.push_back(std::move(job));
        }
        if (is_first) post_([this] { hand_back(); });
        lock.lock();
    }
}

void Workers::hand_back() {
    {
        const std::lock_guard lock{done_mutex_};
        coming_back_.swap(done_);
    }
    for (auto& job : coming_back_) job->worked();
    coming_back_.clear();
}

}  // namespace http
