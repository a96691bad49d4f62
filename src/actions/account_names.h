// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "actions/context.h"

namespace actions {

// The sign-in names of all accounts, to say whose a grant is. Names are no secret to whoever sees a grant.
std::map<base::Uuid, std::string> account_names(Context& context);

}  // namespace actions
