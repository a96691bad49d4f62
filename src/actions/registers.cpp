// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/registers.h"

#include <malloc.h>

#include "actions/debt_table.h"
#include "store/audit_read.h"

namespace actions {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds poll_period{1000}, wait_max{10'000};

// The states of both that are still true are shared with the new one.
SnapshotPtr build(const RegisterFacts& facts, RegisterFacts::Changed changed, const Snapshot& before,
                  std::shared_ptr<const stats::NameTable>& names) {
    auto snapshot = std::make_shared<Snapshot>(before);
    snapshot->sequence = facts.sequence();
    if (changed.facts) snapshot->columns = stats::build_columns(facts.facts());
    if (changed.roster) {
        if (!names || names->size() != facts.names().size())
            names = std::make_shared<const stats::NameTable>(facts.names());
        snapshot->roster = std::make_shared<const stats::Roster>(facts.facts(), facts.roster(), names);
    }
    // Names are kept by place, and places by the tree.
    if (changed.facts || changed.organisation_names)
        snapshot->names = std::make_shared<const stats::OrganisationNames>(
            facts.facts(), facts.roster().organisation_names, snapshot->columns->forest);
    return snapshot;
}

constexpr RegisterFacts::Changed everything{.facts = true, .roster = true, .organisation_names = true};

}  // namespace

SnapshotPtr load_snapshot(store::Store& store) {
    RegisterFacts facts;
    facts.load(store);
    std::shared_ptr<const stats::NameTable> names;
    return build(facts, everything, {}, names);
}

SnapshotPtr snapshot_of(Context& context) {
    if (!context.registers) return load_snapshot(context.store);
    const auto seen = std::max(context.seen_sequence, context.store.last_commit);
    return seen > 0 ? context.registers->snapshot(seen) : context.registers->snapshot();
}

Registers::Registers(const store::Address& address, std::span<const schema::RecordType* const> types)
    : address_{address}, types_{types.begin(), types.end()}, debts_{std::make_unique<DebtKeeper>()} {
    address_.cache_mib = 8;
    address_.map_mib = 0;
    store_ = store::Store::open(address_, types_, false);
    facts_.load(*store_);
    publish(build(facts_, everything, {}, names_));
    thread_ = std::thread{[this] { run(); }};
}

Registers::~Registers() {
    {
        const std::lock_guard lock{mutex_};
        stops_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

SnapshotPtr Registers::snapshot() const {
    const std::lock_guard lock{mutex_};
    return snapshot_;
}

SnapshotPtr Registers::snapshot(std::int64_t at_least_sequence) {
    std::unique_lock lock{mutex_};
    if (snapshot_->sequence >= at_least_sequence) return snapshot_;
    if (at_least_sequence > wanted_) {
        wanted_ = at_least_sequence;
        wake_.notify_one();
    }
    if (!published_.wait_for(lock, wait_max, [&] { return snapshot_->sequence >= at_least_sequence; }))
        throw base::Fault{"Số liệu trong bộ nhớ chưa theo kịp sổ. " + fault_};
    return snapshot_;
}

void Registers::committed(std::int64_t sequence) {
    {
        const std::lock_guard lock{mutex_};
        if (sequence <= wanted_) return;
        wanted_ = sequence;
    }
    wake_.notify_one();
}

std::shared_ptr<const AuditIndex> Registers::audit_index() const {
    const std::lock_guard lock{mutex_};
    return index_;
}

std::string Registers::fault() const {
    const std::lock_guard lock{mutex_};
    return fault_;
}

void Registers::publish(SnapshotPtr snapshot) {
    {
        const std::lock_guard lock{mutex_};
        snapshot_ = std::move(snapshot);
        fault_.clear();
    }
    published_.notify_all();
}

void Registers::refresh() {
    const auto wanted = [this] {
        const std::lock_guard lock{mutex_};
        return wanted_;
    }();
    if (!store_ || !store_->is_alive()) store_ = store::Store::open(address_, types_, false);
    std::int64_t last = 0;
    std::optional<RegisterFacts::Changed> changed;
    // The rows of one commit are read as it left them, not as the next one is just writing them.
    store::read_one_state(*store_, [&] {
        last = store::last_sequence(*store_);
        // A shorter chain is another database: restored, for instance.
        if (last > facts_.sequence()) changed = facts_.follow(*store_, last);
    });
    if (last != facts_.sequence() || changed) {
        if (!changed) facts_.load(*store_);
        publish(build(facts_, changed.value_or(everything), *snapshot(), names_));
        // What a large rebuild leaves free goes back to the system.
        if (!changed || changed->facts) malloc_trim(0);
    }
    const auto index = audit_index();
    const bool is_indexed = index && index->sequence() == last;
    auto longer = is_indexed ? index : AuditIndex::continued(*store_, index, last);
    const std::lock_guard lock{mutex_};
    index_ = std::move(longer);
    // Someone may wait for an entry that is not there: it is looked for once a second, not without pause.
    if (wanted_ == wanted) wanted_ = snapshot_->sequence;
}

void Registers::run() {
    for (;;) {
        std::string trouble;
        try {
            refresh();
        } catch (const std::exception& fault) { trouble = fault.what(); }
        std::unique_lock lock{mutex_};
        if (!trouble.empty()) {
            fault_ = trouble;
            wake_.wait_for(lock, poll_period, [this] { return stops_; });
            store_.reset();
        } else {
            wake_.wait_for(lock, poll_period, [this] { return stops_ || wanted_ > snapshot_->sequence; });
        }
        if (stops_) return;
    }
}

}  // namespace actions
