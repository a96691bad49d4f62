// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "store/store.h"

namespace actions {

// Stores for the threads of a server, each lent to one thread at a time: a store is not thread-safe, and opening one
// for every request would cost more than the request. Opened when first needed; the one given back last is lent first,
// because its caches are warm. A store whose server has gone is opened anew. Safe to use from any thread.
class StorePool {
public:
    // A store on loan; goes back when destroyed.
    class Loan {
    public:
        Loan(Loan&& other) noexcept : pool_{other.pool_}, store_{std::move(other.store_)} {}
        Loan& operator=(Loan&&) = delete;
        ~Loan();
        store::Store& operator*() const { return *store_; }
        store::Store* operator->() const { return store_.get(); }

    private:
        friend class StorePool;
        Loan(StorePool& pool, std::unique_ptr<store::Store> store) : pool_{&pool}, store_{std::move(store)} {}

        StorePool* pool_;
        std::unique_ptr<store::Store> store_;
    };

    // At most `stores` at once. Of a SQLite address, each connection keeps little in memory (server_address).
    StorePool(store::Address address, std::span<const schema::RecordType* const> types, std::size_t stores);

    // Waits until a store is free. `last_commit` of it is 0, so that what it wrote during the loan can be read there.
    // Throws base::Fault when a store cannot be opened.
    Loan borrow();

    // Called after each commit of any of its stores, by the thread that committed. Set before the first loan.
    std::function<void(std::int64_t sequence)> on_commit;

    const store::Address& address() const { return address_; }

private:
    void give_back(std::unique_ptr<store::Store> store);

    store::Address address_;
    std::vector<const schema::RecordType*> types_;
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::vector<std::unique_ptr<store::Store>> idle_;
    std::size_t left_;  // Stores that may be lent now.
};

// The address as a server uses it: small caches, because there are many connections, and nothing mapped.
store::Address server_address(store::Address address);

}  // namespace actions
