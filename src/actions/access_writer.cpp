// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/access_writer.h"

#include <chrono>

#include "base/check.h"

namespace actions {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds gather_period{150}, retry_period{500}, flush_max{10'000};
// Lines that wait while the store cannot be written: beyond that nobody is shown what would not be logged.
constexpr std::size_t waiting_max = 100'000;

}  // namespace

AccessWriter::AccessWriter(const store::Address& address, std::span<const schema::RecordType* const> types)
    : address_{address}, types_{types.begin(), types.end()} {
    address_.cache_mib = 2;
    address_.map_mib = 0;
    store_ = store::Store::open(address_, types_, false);
    thread_ = std::thread{[this] { run(); }};
}

AccessWriter::~AccessWriter() {
    {
        const std::lock_guard lock{mutex_};
        stops_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void AccessWriter::add(std::span<const store::AccessLine> lines) {
    if (lines.empty()) return;
    {
        const std::lock_guard lock{mutex_};
        if (waiting_.size() > waiting_max) throw base::Fault{"Không ghi được nhật ký truy cập."};
        added_ += lines.size();
        waiting_.insert(waiting_.end(), lines.begin(), lines.end());
    }
    wake_.notify_one();
}

void AccessWriter::flush() {
    std::unique_lock lock{mutex_};
    const auto wanted = added_;
    wants_flush_ = true;
    wake_.notify_one();
    if (!written_.wait_for(lock, flush_max, [&] { return done_ >= wanted; }))
        throw base::Fault{"Không ghi được nhật ký truy cập."};
}

void AccessWriter::write(std::vector<store::AccessLine>& lines) {
    if (!store_ || !store_->is_alive()) store_ = store::Store::open(address_, types_, false);
    store::log_reads(*store_, lines);
}

void AccessWriter::run() {
    std::vector<store::AccessLine> lines;
    std::unique_lock lock{mutex_};
    for (;;) {
        wake_.wait(lock, [this] { return stops_ || !waiting_.empty(); });
        // Others may come while these wait.
        if (!stops_) wake_.wait_for(lock, gather_period, [this] { return stops_ || wants_flush_; });
        if (waiting_.empty() && stops_) return;
        wants_flush_ = false;
        lines.swap(waiting_);
        lock.unlock();
        bool is_written = true;
        try {
            write(lines);
        } catch (const base::Fault&) {
            is_written = false;
            store_.reset();
        }
        lock.lock();
        if (is_written) {
            done_ += lines.size();
            lines.clear();
            written_.notify_all();
            continue;
        }
        // A busy or absent database: the lines stay in order and are tried again.
        lines.insert(lines.end(), std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end()));
        waiting_ = std::move(lines);
        lines.clear();
        if (stops_) return;
        wake_.wait_for(lock, retry_period, [this] { return stops_; });
    }
}

}  // namespace actions
