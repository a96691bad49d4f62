// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "schema/record_type.h"

namespace records {

// Đề nghị sửa hồ sơ: what a member, or whoever opens the file for the cell, asks a clerk to correct in one record of
// that file. `fields` is JSON: {"phone":{"before":"…","proposed":"…"}}; "before" is what stood there when it was asked.
// `accepted` names, separated by commas, the fields that were accepted.
extern const schema::RecordType change_request;

extern const schema::CodeList change_request_states;

}  // namespace records
