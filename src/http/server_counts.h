// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace http {

// How many connections there are, in total and from each network. A network is 64 bits: an IPv4 address, or the first
// half of an IPv6 address, for the second half is the client's to choose.
class ConnectionCounts {
public:
    ConnectionCounts(std::size_t total_max, std::size_t network_max)
        : total_max_{total_max}, network_max_{network_max} {}

    bool add(std::uint64_t network) {
        if (total_ >= total_max_) return false;
        auto& count = networks_[network];
        if (count >= network_max_) return false;
        ++count;
        ++total_;
        return true;
    }
    void remove(std::uint64_t network) {
        const auto found = networks_.find(network);
        if (found == networks_.end()) return;
        --total_;
        if (--found->second == 0) networks_.erase(found);
    }

private:
    std::size_t total_max_;
    std::size_t network_max_;
    std::size_t total_ = 0;
    std::unordered_map<std::uint64_t, std::size_t> networks_;
};

}  // namespace http
