// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_pipeline.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace actions {
namespace {

constexpr std::size_t chunks_ahead = 4;

// Full chunks on their way from the reader, and empty ones on their way back.
class Channel {
public:
    // Waits for room; takes the chunk and leaves an empty one. False when nobody will take more.
    bool push(ImportChunk& chunk) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return is_stopped_ || full_.size() < chunks_ahead; });
        if (is_stopped_) return false;
        full_.push_back(std::move(chunk));
        chunk = {};
        if (!empty_.empty()) {
            chunk = std::move(empty_.back());
            empty_.pop_back();
        }
        changed_.notify_all();
        return true;
    }
    // Waits for a chunk; false when there will be no more.
    bool pop(ImportChunk& chunk) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return !full_.empty() || is_closed_; });
        if (full_.empty()) return false;
        empty_.push_back(std::move(chunk));
        chunk = std::move(full_.front());
        full_.erase(full_.begin());
        changed_.notify_all();
        return true;
    }
    void close() { set(is_closed_); }
    void stop() { set(is_stopped_); }

private:
    void set(bool& flag) {
        const std::lock_guard lock{mutex_};
        flag = true;
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<ImportChunk> full_, empty_;
    bool is_closed_ = false, is_stopped_ = false;
};

}  // namespace

base::Result<void> run_pipeline(const std::function<base::Result<void>(const PassChunk&)>& read,
                                const std::function<base::Result<void>(ImportChunk&)>& consume) {
    Channel channel;
    base::Result<void> was_read, was_consumed;
    std::exception_ptr failure;
    std::thread reader{[&] {
        try {
            was_read = read([&](ImportChunk& chunk) { return channel.push(chunk); });
        } catch (...) { failure = std::current_exception(); }
        channel.close();
    }};
    std::exception_ptr failure_here;
    try {
        ImportChunk chunk;
        while (was_consumed && channel.pop(chunk)) was_consumed = consume(chunk);
    } catch (...) { failure_here = std::current_exception(); }
    channel.stop();
    reader.join();
    if (failure_here) std::rethrow_exception(failure_here);
    if (failure) std::rethrow_exception(failure);
    if (!was_consumed) return was_consumed;
    return was_read;
}

}  // namespace actions
