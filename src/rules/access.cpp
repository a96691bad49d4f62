// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/access.h"

#include <algorithm>
#include <array>

namespace rules {
namespace {

using records::Role;

using Rights = std::uint32_t;
template <class... R>
constexpr Rights rights(R... each) {
    return (Rights{0} | ... | (Rights{1} << static_cast<unsigned>(each)));
}

// In the order of records::Role.
constexpr std::array<Rights, 6> rights_of_role = {
    // administrator: runs the system; opens no personal file and writes no register.
    rights(Right::see, Right::manage_accounts, Right::read_audit, Right::configure),
    // organisation_board
    rights(Right::see, Right::open_file, Right::reveal, Right::change, Right::correct, Right::reorganise, Right::import,
           Right::export_rows, Right::sign_report, Right::decide_proposal, Right::read_audit),
    // grassroots_committee
    rights(Right::see, Right::open_file, Right::reveal, Right::change, Right::correct, Right::import,
           Right::export_rows, Right::sign_report, Right::decide_proposal),
    // cell_secretary
    rights(Right::see, Right::open_file, Right::export_rows),
    // leader
    rights(Right::see, Right::open_file),
    // member
    rights(),
};

}  // namespace

bool allows(Role role, Right right) { return (rights_of_role[static_cast<std::size_t>(role)] & rights(right)) != 0; }

bool Access::may_anywhere(Right right) const {
    return is_local_administrator ||
           std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) { return allows(grant.role, right); });
}

}  // namespace rules
