// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "actions/context.h"
#include "store/access_log.h"

namespace actions {

// Notes who read whose file (nhật ký truy cập): by the writer of a server (access_writer.h), or at once. Every action
// that shows a file calls this.
void log_access(Context& context, std::span<const store::AccessLine> lines);
void log_access(Context& context, std::string action, const schema::RecordType& type, const base::Uuid& record);

}  // namespace actions
