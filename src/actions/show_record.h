// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"
#include "actions/shown_record.h"

namespace actions {

// One record as it stands, identifiers masked. A record of a file is noted in the access log. Refused as "not_found"
// {label of the type} when it is not there or out of reach, alike; "access.denied" when it is seen but may not be
// opened; "record.own_action" {label} for what is read elsewhere only.
base::Result<ShownRecord> show_record(Context& context, const schema::RecordType& type, const base::Uuid& id);

// The record as it is kept, after the same questions: for actions that write. Not noted.
base::Result<schema::Record> find_record(Context& context, store::Reader& reader, rules::Right right,
                                         const schema::RecordType& type, const base::Uuid& id);

}  // namespace actions
