// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "actions/audit_index.h"
#include "actions/context.h"
#include "actions/reach_table.h"
#include "actions/register_facts.h"

namespace actions {

class DebtKeeper;

// What is kept in memory of the registers as they are after one commit. Never changed: whoever holds it reads one and
// the same state. About 15 MB for 55,700 members with three years of grades.
struct Snapshot {
    std::int64_t sequence = 0;  // Number of the last audit entry that it contains.
    std::shared_ptr<const stats::Columns> columns;
    std::shared_ptr<const stats::Roster> roster;
    std::shared_ptr<const stats::OrganisationNames> names;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

// The registers that this context reads: of a server the latest state, but never one older than what its own store or
// session has written (Context::seen_sequence); without a server read from the store, 0.3 s for 55,700 members.
SnapshotPtr snapshot_of(Context& context);

// Read anew from the last committed state.
SnapshotPtr load_snapshot(store::Store& store);

// The snapshot of a server. One thread of its own reads what commits have touched and publishes a new state; commits
// that come meanwhile are taken together. Commits of other processes are noticed within a second. Safe to use from any
// thread.
class Registers {
public:
    // Loads everything. Throws base::Fault when it cannot.
    Registers(const store::Address& address, std::span<const schema::RecordType* const> types);
    Registers(const Registers&) = delete;
    Registers& operator=(const Registers&) = delete;
    ~Registers();

    // The latest state. About 50 ns.
    SnapshotPtr snapshot() const;
    // A state that contains that entry: waits for it. Throws base::Fault when it has not come after 10 s.
    SnapshotPtr snapshot(std::int64_t at_least_sequence);
    // Someone in this process has committed: call it from store::Store::on_commit.
    void committed(std::int64_t sequence);

    // Which audit entries touched which records; empty until it has been read, some time after the start.
    std::shared_ptr<const AuditIndex> audit_index() const;

    // Who reaches what in the latest state.
    ReachTable& reaches() { return reaches_; }

    // Debts of data in the latest state (debt_table.h).
    DebtKeeper& debts() { return *debts_; }

    // What went wrong when the last state was read; empty when nothing did.
    std::string fault() const;

private:
    void run();
    void refresh();
    void publish(SnapshotPtr snapshot);

    store::Address address_;
    std::vector<const schema::RecordType*> types_;
    std::unique_ptr<store::Store> store_;  // Of the thread.
    RegisterFacts facts_;
    std::shared_ptr<const stats::NameTable> names_;
    ReachTable reaches_;
    std::unique_ptr<DebtKeeper> debts_;

    mutable std::mutex mutex_;
    std::condition_variable wake_, published_;
    SnapshotPtr snapshot_;
    std::shared_ptr<const AuditIndex> index_;
    std::int64_t wanted_ = 0;
    std::string fault_;
    bool stops_ = false;
    std::thread thread_;
};

}  // namespace actions
