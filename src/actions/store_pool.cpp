// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/store_pool.h"

namespace actions {

StorePool::StorePool(store::Address address, std::span<const schema::RecordType* const> types, std::size_t stores)
    : address_{server_address(std::move(address))}, types_{types.begin(), types.end()}, left_{stores} {
    CHECK(stores > 0);
}

StorePool::Loan StorePool::borrow() {
    std::unique_ptr<store::Store> store;
    {
        std::unique_lock lock{mutex_};
        given_back_.wait(lock, [this] { return left_ > 0; });
        --left_;
        if (!idle_.empty()) {
            store = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    try {
        if (store && !store->is_alive()) store.reset();
        if (!store) {
            store = store::Store::open(address_, types_, false);
            store->on_commit = on_commit;
        }
    } catch (...) {
        give_back(nullptr);
        throw;
    }
    store->last_commit = 0;
    return {*this, std::move(store)};
}

void StorePool::give_back(std::unique_ptr<store::Store> store) {
    {
        const std::lock_guard lock{mutex_};
        ++left_;
        if (store) idle_.push_back(std::move(store));
    }
    given_back_.notify_one();
}

StorePool::Loan::~Loan() {
    if (store_) pool_->give_back(std::move(store_));
}

store::Address server_address(store::Address address) {
    address.cache_mib = 4;
    address.map_mib = 0;
    return address;
}

}  // namespace actions
