// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"

namespace actions {

// Tra cứu nhật ký truy cập: who opened whose file. All that is given must hold.
struct AccessSearch {
    std::string actor = {};
    std::optional<base::Uuid> record = {};         // Of a file: the member.
    std::optional<base::Date> from = {}, to = {};  // Days in Việt Nam, both included.
    std::optional<base::Uuid> before = {};         // AccessPage::next of the page before.
    std::size_t limit = 50;                        // At most audit_limit_max.
};

struct ShownAccess {
    std::int64_t at_ms = 0;
    std::string actor, actor_name, action, action_label, record_type;
    std::optional<base::Uuid> record_id;
    std::string name;  // Of the member whose file it is.
};
struct AccessPage {
    std::vector<ShownAccess> entries;  // Newest first.
    std::optional<base::Uuid> next;
};

// Needs Right::read_audit; who has it only in part of the tree sees the reading of files in that part. As audit_search,
// a page may hold fewer lines than asked and still have a next one. Refusals: "access.denied", "list.limit" {most}.
base::Result<AccessPage> access_search(Context& context, const AccessSearch& search);

// {"entries":[…],"next"?}
std::string to_json(const AccessPage& page);

}  // namespace actions
