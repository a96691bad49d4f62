// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"
#include "schema/json_writer.h"

namespace http {

// "code" and "name" of an organisation as it is called today, or was called last.
void write_organisation(schema::JsonWriter& json, actions::Context& context, const base::Uuid& organisation);

}  // namespace http
