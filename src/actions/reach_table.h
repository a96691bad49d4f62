// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "actions/reach.h"

namespace actions {

// What a server has worked out of who reaches what, for one state of the tree and one day: accounts with roles on the
// same organisations share it. Safe to use from any thread.
class ReachTable {
public:
    // About 100 ns, or the time of Reach when it is new.
    std::shared_ptr<const Reach> find(const std::shared_ptr<const stats::Forest>& forest,
                                      std::span<const base::Uuid> roots, base::Date today);

private:
    std::mutex mutex_;
    std::shared_ptr<const stats::Forest> forest_;
    base::Date today_;
    std::map<std::vector<base::Uuid>, std::shared_ptr<const Reach>> reaches_;  // By roots.
};

}  // namespace actions
