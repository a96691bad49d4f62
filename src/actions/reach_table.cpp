// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/reach_table.h"

namespace actions {

std::shared_ptr<const Reach> ReachTable::find(const std::shared_ptr<const stats::Forest>& forest,
                                              std::span<const base::Uuid> roots, base::Date today) {
    const std::lock_guard lock{mutex_};
    if (forest_ != forest || today_ != today) {
        reaches_.clear();
        forest_ = forest;
        today_ = today;
    }
    auto& reach = reaches_[{roots.begin(), roots.end()}];
    if (!reach) reach = std::make_shared<const Reach>(forest, roots, today);
    return reach;
}

}  // namespace actions
