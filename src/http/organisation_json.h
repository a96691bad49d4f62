// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "actions/context.h"

namespace http {

// {"code", "name"} of an organisation as it is called today, or was called last.
std::string organisation_json(actions::Context& context, const base::Uuid& organisation);

}  // namespace http
