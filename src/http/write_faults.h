// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/record_writing.h"
#include "http/message.h"

namespace http {

// The refusal of a write with all that goes beside it: "fields" [{field, code, message}] says what is wrong field by
// field, "differences" [{field, label, yours, theirs}] what another clerk has written meanwhile.
Response refused_with(const base::Refusal& refusal, const actions::WriteFaults& faults);

}  // namespace http
