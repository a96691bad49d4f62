// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/message.h"
#include "schema/json_writer.h"

namespace http {

// A refusal as an answer: its code decides the status.
//   400 what was sent cannot be read     401 not signed in        403 the right is lacking
//   404 not there, or out of sight        409 someone wrote first  429 too often
//   422 everything else: a rule, a field, the state of things
unsigned status_of(const base::Refusal& refusal);
Response refused(const base::Refusal& refusal);
// "code", "message", "source": what a refusal says to programs and to people.
void write_refusal(schema::JsonWriter& json, const base::Refusal& refusal);

// A fault: 500, with a number under which the log has the details.
Response faulted(std::string_view number);

// What every answer carries: no sniffing, no framing, no foreign content, no caching of what belongs to somebody.
void add_security_headers(const Request& request, Response& response);

}  // namespace http
