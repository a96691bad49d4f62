// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "actions/context.h"
#include "store/access_log.h"

namespace actions {

// Writes the access log of a server (nhật ký truy cập) on a store and a thread of its own: the lines of all requests
// together, at most 200 ms after they came, so that opening a file costs no transaction. Safe to use from any thread.
class AccessWriter {
public:
    // Throws base::Fault when the store cannot be opened.
    AccessWriter(const store::Address& address, std::span<const schema::RecordType* const> types);
    AccessWriter(const AccessWriter&) = delete;
    AccessWriter& operator=(const AccessWriter&) = delete;
    // Writes what is left.
    ~AccessWriter();

    // Throws base::Fault when what came before could not be written for long: then nothing personal may be shown.
    void add(std::span<const store::AccessLine> lines);
    // Waits until all that was added is written. Throws base::Fault after 10 s.
    void flush();

private:
    void run();
    void write(std::vector<store::AccessLine>& lines);

    store::Address address_;
    std::vector<const schema::RecordType*> types_;
    std::unique_ptr<store::Store> store_;
    std::mutex mutex_;
    std::condition_variable wake_, written_;
    std::vector<store::AccessLine> waiting_;
    std::uint64_t added_ = 0, done_ = 0;
    bool stops_ = false, wants_flush_ = false;
    std::thread thread_;
};

}  // namespace actions
