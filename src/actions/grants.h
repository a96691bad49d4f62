// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/access_of.h"

namespace actions {

// Whether the caller may manage that account: each of its grants, of today or later, lies in reach of a grant of the
// caller that allows to manage accounts and may hand out its role (rules::may_hand_out); so nobody gets at an account
// that may do more than oneself. An account without grants is managed with its member, or by whoever manages accounts.
// Refused as "not_found" {label}.
base::Result<void> require_account(Context& context, const base::Uuid& account);

}  // namespace actions
